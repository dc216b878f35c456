"""How people type provisions: every written form of each, brought to one plain line of labels.

The forms come from the citation finder's own styles and unit words; there is no second grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.anchor_pages import anchored, anchors, page_key
from portal.citations import list_styles, render
from portal.citations.grammar import compile_fragment
from portal.citations.letters import roman_value
from portal.citations.lexicon import Lexicon, load_lexicon
from portal.citations.rendering import steps_of
from portal.convention import Treaty
from portal.search.words import fold

_CODES = {"art": "art", "annex": "annex", "part": "part"}
_HAN_UNITS = {"条": "art", "件": "annex", "部": "part"} | dict.fromkeys("第款项目附分号决定段", "")
"""Chinese units stand after the number and are read sign by sign."""
_HAN_DIGITS = "一二三四五六七八九"
_KEYBOARD = {"ru": str.maketrans("abce", "авсе")}
"""Letters of annexes as they come from a keyboard that has no Latin ones on it."""
_APOSTROPHE = re.compile(r"(?<![^\W\d_])[^\W\d_]['’]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_TOKEN = re.compile(r"\d+|[一二三四五六七八九十]+|[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[^\W\d_])+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A provision and the lines of labels that mean it."""

    id: str
    name: str
    """As the language usually writes it."""
    page: str
    """Key of the page that carries its anchor."""
    lines: tuple[str, ...]
    """Without the plain one (`plain_line`), which search.js makes of the id."""


def labels_of(text: str, units: Mapping[str, str]) -> str:
    """Bring a written provision to its labels; search.js does the same with a query.

    >>> labels_of("Annex C, paragraph 1(b)", {"annex": "annex", "paragraph": ""})
    'annex c 1 b'
    """
    plain = _HYPHEN.sub("", _APOSTROPHE.sub(" ", fold(text)))
    tokens = (units.get(token, token) for token in _TOKEN.findall(plain))
    return " ".join(token for token in tokens if token)


def spell_provisions(treaty: Treaty, language: str) -> tuple[Spelled, ...]:
    """Return every provision that has an anchor, with the ways in which people write it.

    A language without a grammar has the bare forms in Latin letters only.
    """
    units = unit_words(treaty, language)
    known: dict[str, str] = {}
    ids = [name for unit in anchored(treaty).values() for name in anchors(treaty, unit.id)]
    for name in ids:
        for line in _lines(name, language, units):
            known.setdefault(line, name)
    lines: dict[str, list[str]] = {}
    for line, name in known.items():
        lines.setdefault(name, []).append(line)
    grammar = language if load_lexicon(language) else "en"
    return tuple(
        Spelled(
            name,
            render(name, language=grammar) or name,
            page_key(name),
            tuple(line for line in lines[name] if line != plain_line(name)),
        )
        for name in ids
        if name in lines
    )


def plain_line(name: str) -> str:
    """Return the plain line of labels of an id.

    >>> plain_line("annex_a__part_1"), plain_line("dec_mc-5-12__para_3")
    ('annex a part 1', 'mc 5 12 3')
    """
    words = re.split("[_-]+", name.removeprefix("dec_"))
    return " ".join(word for word in words if word not in ("para", "subpara", "item"))


def unit_words(treaty: Treaty, language: str, more: Iterable[str] = ()) -> dict[str, str]:
    """Map the words for units to their code, and those that only join to nothing.

    `more` are words of the language that may be inflected forms.
    """
    lexicon = load_lexicon(language)
    units = dict(_CODES) | {"article": "art", "paragraph": "", "para": ""}
    if lexicon is None:
        return units
    # In one order each time: two builds of one commit give the same bytes.
    words = sorted({word for text in _examples(treaty, language) for word in _WORD.findall(text)})
    joints = [word for word in words if _joins(word, lexicon)]
    patterns = _unit_patterns(lexicon)
    for word in (*more, *(w[:end] for w in words for end in range(1, len(w) + 1))):
        code = _code(word, patterns)
        if code is not None:
            units[_HYPHEN.sub("", fold(word))] = code
    units |= dict.fromkeys(map(fold, joints), "")
    if language == "zh":
        units |= _HAN_UNITS
    for word, label in _labels(treaty, lexicon):
        units.setdefault(word, label)
    return units


def _examples(treaty: Treaty, language: str) -> Iterator[str]:
    """Yield a few provisions of each kind in all styles: they hold all unit words."""
    kinds = {re.sub(r"(?<=_)[^_]+", "", name): name for name in _all(treaty)}
    for name in kinds.values():
        for style in list_styles(language):
            yield render(name, language=language, style=style) or ""


def _all(treaty: Treaty) -> Iterator[str]:
    for unit in anchored(treaty).values():
        yield from anchors(treaty, unit.id)


def _labels(treaty: Treaty, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield numbers and letters as the language writes them, with the plain label they mean."""
    steps = dict.fromkeys(step for name in _all(treaty) for step in steps_of(name))
    for style in lexicon.grammar.styles.values():
        for level, value in steps:
            word = fold(style.number(level, value))
            if level in ("art", "annex", "part", "para", "subpara") and _TOKEN.fullmatch(word):
                yield word, fold(value)
                # An annex by the first letter of its letter's name.
                if level == "annex":
                    yield word[:1], fold(value)
    if lexicon.grammar.language == "zh":
        read = lexicon.grammar.read_number
        numerals = (
            f"{ten}{one}" for ten in ("", "十", "二十", "三十") for one in ("", *_HAN_DIGITS)
        )
        for word in filter(None, numerals):
            yield word, str(read(word))


def _joins(word: str, lexicon: Lexicon) -> bool:
    styles = lexicon.grammar.styles.values()
    joints = " ".join(text for style in styles for text in (style.joined, *style.join_to.values()))
    return len(word) > 1 and word in _WORD.findall(joints)


def _unit_patterns(lexicon: Lexicon) -> list[tuple[re.Pattern[str], bool, str]]:
    """Return what a unit word looks like, whether it is a weak one, and its code, best first."""
    return [
        (compile_fragment(f"(?:{unit.words})\\Z"), unit.weak, _CODES.get(unit.level, ""))
        for unit in sorted(lexicon.units, key=lambda unit: unit.weak)
    ]


def _code(word: str, patterns: Iterable[tuple[re.Pattern[str], bool, str]]) -> str | None:
    """Return the code of a unit word, "" for units that may be left out, None for other words."""
    for pattern, weak, code in patterns:
        if (len(word) > 1 or not weak) and (pattern.match(word) or pattern.match(f"{word}.")):
            return code
    return None


def _lines(name: str, language: str, units: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines for one provision, the plain one first."""
    steps = steps_of(name)
    if any(level in ("preamble", "rec", "row") for level, _ in steps):
        return
    yield from _plain(steps)
    for style in list_styles(language):
        written = render(name, language=language, style=style)
        if written:
            yield labels_of(written, units)
    if language in _KEYBOARD and steps[0][0] == "annex":
        letter = steps[0][1].lower().translate(_KEYBOARD[language])
        yield from _plain([("annex", letter), *steps[1:]])


def _plain(steps: list[tuple[str, str]]) -> Iterator[str]:
    """Yield "art 4 1 b"; a part also by its digit, and without the word."""
    head, *below = steps
    code = {"dec": ""}.get(head[0], head[0])
    start = labels_of(f"{code} {head[1]}", {})
    for part in ("part {}", "{}", "part {digit}"):
        line = start
        for level, value in below:
            digit = roman_value(value.lower()) or value
            piece = part.format(value, digit=digit) if level == "part" else value
            line += " " + labels_of(piece, {})
        yield line
