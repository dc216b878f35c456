"""From an id to a written citation: for tooltips, skeletons of translations and tests."""

from __future__ import annotations

from portal.citations.grammar import Style
from portal.citations.letters import write_roman
from portal.citations.lexicon import load_lexicon
from portal.errors import ConfigError


def list_styles(language: str) -> tuple[str, ...]:
    """Return the names of the styles that a language's grammar can write, the usual one first."""
    lexicon = load_lexicon(language)
    return tuple(lexicon.grammar.styles) if lexicon is not None else ()


def render(provision: str, *, language: str, style: str | None = None) -> str | None:
    """Write a citation of a provision, in the language's usual style or the one named.

    Returns None for what nobody cites by number: rows, recitals, the preamble. Raises ConfigError
    for a language or a style that there is not.
    """
    lexicon = load_lexicon(language)
    if lexicon is None:
        raise ConfigError(f"There is no grammar for the language {language!r}.")
    styles = lexicon.grammar.styles
    chosen = styles.get(style) if style is not None else next(iter(styles.values()), None)
    if chosen is None:
        names = ", ".join(styles)
        raise ConfigError(f"{language} has no style {style!r}. Use one of: {names}.")
    if chosen.write is not None:
        return chosen.write(steps_of(provision))
    pieces = _pieces(steps_of(provision), chosen)
    return _join(pieces, chosen) if pieces else None


def steps_of(provision: str) -> list[tuple[str, str]]:
    """Split an id into (level, value): a decision as its symbol, a part as a roman numeral."""
    steps = []
    for step in provision.split("__"):
        level, _, value = step.partition("_")
        if level == "dec":
            cop, _, number = value.removeprefix("mc-").partition("-")
            value = f"MC-{cop}/{number}"
        elif level == "annex":
            value = value.upper()
        elif level == "part":
            value = write_roman(int(value)).upper()
        steps.append((level, value))
    return steps


def _pieces(steps: list[tuple[str, str]], style: Style) -> list[tuple[str, str]]:
    """Return (level of the outermost unit, text) per unit word, outermost first."""
    pieces: list[tuple[str, str]] = []
    before = ""
    for level, value in steps:
        written = style.number(level, value)
        glued = bool(pieces) and (
            before in style.glue_after or (before == "subpara" and "para" in style.glue_after)
        )
        tight = level in style.glued
        template = style.units.get(level) if not tight or glued else style.alone.get(level)
        if template is None:
            return []
        text = template.format(n=written)
        if tight and glued:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + text)
        else:
            pieces.append((level, text))
        before = level
    return pieces


def _join(pieces: list[tuple[str, str]], style: Style) -> str:
    if not style.ascending:
        return style.joined.join(text for _, text in pieces)
    text = pieces[-1][1]
    for level, outer in reversed(pieces[:-1]):
        text += style.join_to.get(level, style.joined) + outer
    return text
