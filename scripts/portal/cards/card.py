"""A field card: what docs/data/cards says of it, with the words of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.citations import has_grammar, render
from portal.convention import load_treaty
from portal.errors import ConfigError
from portal.figures.files import NAME, template_names
from portal.figures.words import Word, read_words, word_paths
from portal.languages import SOURCE_LANGUAGE
from portal.pages import YamlData, YamlDataError, decode, read_yaml
from portal.pages.front_matter import EMPTY

FOLDER = "docs/data/cards"
FILE = f"{FOLDER}/cards.yaml"
PICTURES = "docs/assets/cards"
SIGNS = ("look", "do", "never", "danger", "ask")
PAGES, FIELDS = 2, 6
"""Pages of a card, and fields of a page: what fits on A4 and is read standing."""
_OWN = ("modules", "sources")


@dataclass(frozen=True, slots=True)
class Field:
    """One picture with its words."""

    picture: str
    """Name of a drawing in docs/assets/cards."""
    sign: str
    """One of SIGNS."""
    words: Word
    law: tuple[Word, ...]
    """The provisions that the words rest on, as the language cites them."""
    figure: int | None
    """Number of the source, from 1."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """One side of a card."""

    title: Word
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One card in a language; words that it lacks are English."""

    name: str
    title: Word
    who: Word
    pages: tuple[CardPage, ...]
    sources: tuple[str, ...]
    """Title, publisher and year, in the order of their numbers."""
    modules: tuple[str, ...]
    """Keys of the modules that teach it."""

    @property
    def texts(self) -> Iterator[Word]:
        """Yield every text that a translator writes."""
        yield from (self.title, self.who)
        for page in self.pages:
            yield page.title
            yield from (field.words for field in page.fields)

    @property
    def translated(self) -> bool:
        """Tell whether none of the words had to be English."""
        return len({word.language for word in self.texts}) == 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the plan of a card, and the line."""

    line: int
    message: str
    help: str


def read_cards(root: Path, code: str) -> tuple[Card, ...]:
    """Return the cards in a language, none where the project has none; raise ConfigError."""
    plan = read_plan(root)
    for fault in plan_faults(root, plan):
        raise ConfigError(f"{fault.message} {fault.help}", path=FILE, line=fault.line)
    words = {
        language: word_paths(read_words(root, language, FOLDER))
        for language in (code, SOURCE_LANGUAGE)
    }
    return tuple(_card(name, spec, words, code) for name, spec in cards_of(plan).items())


def read_plan(root: Path) -> YamlData:
    """Read cards.yaml as it stands; raise ConfigError with the line of a fault."""
    try:
        raw = (root / FILE).read_bytes()
    except FileNotFoundError:
        return EMPTY
    try:
        return read_yaml(decode(raw, path=FILE).splitlines(), first_line=1)
    except YamlDataError as fault:
        raise ConfigError(str(fault), path=FILE, line=fault.line) from None


def cards_of(plan: YamlData) -> Mapping[str, Mapping[str, Any]]:
    """Return name to what the plan says of a card."""
    found = plan.data.get("cards")
    return found if isinstance(found, dict) else {}


def pages_of(spec: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Return the pages of a card, in order."""
    return {name: value for name, value in spec.items() if name not in _OWN}


def plan_faults(root: Path, plan: YamlData) -> Iterator[Fault]:
    """Yield what a card cannot be made from: pages, fields, pictures, signs, laws, sources."""
    known = template_names(root, PICTURES)
    if "cards" in plan.data and not isinstance(plan.data["cards"], dict):
        yield Fault(_line(plan), "`cards` is no mapping.", "Give each card a name.")
    for name, spec in cards_of(plan).items():
        if not NAME.fullmatch(name):
            # A file is written under this name: it must not lie outside the site.
            yield Fault(_line(plan, name), f"`{name[:40]}` is no name.", "Use small Latin letters.")
            continue
        if not isinstance(spec, dict) or len(pages_of(spec)) != PAGES:
            yield Fault(
                _line(plan, name), f"The card `{name}` has not {PAGES} pages.", "Give it two."
            )
            continue
        if not (_is_list(spec, "modules", str) and _is_list(spec, "sources", dict)):
            message = f"`modules` or `sources` of the card `{name}` is no list, or not of such."
            yield Fault(_line(plan, name), message, "Write them as the other cards do.")
            continue
        for page, fields in pages_of(spec).items():
            if not isinstance(fields, dict) or len(fields) != FIELDS:
                message = f"The page `{page}` has not {FIELDS} fields."
                yield Fault(_line(plan, name, page), message, f"Give it {FIELDS}.")
                continue
            for field, facts in fields.items():
                line = _line(plan, name, page, field)
                for message, remedy in _field_faults(known, spec, facts):
                    yield Fault(line, f"`{field}`: {message}", remedy)


def _is_list(facts: Mapping[str, Any], name: str, of: type) -> bool:
    """Tell whether a key is missing, or has a list of such values."""
    found = facts.get(name) or []
    return isinstance(found, list) and all(isinstance(one, of) for one in found)


def _field_faults(
    known: Sequence[str], spec: Mapping[str, Any], facts: object
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a field, and what to do."""
    facts = facts if isinstance(facts, dict) else {}
    if facts.get("picture") not in known:
        yield f"there is no picture {facts.get('picture')!r}.", f"Draw it in {PICTURES}."
    if facts.get("sign") not in SIGNS:
        yield f"there is no sign {facts.get('sign')!r}.", f"Use one of: {', '.join(SIGNS)}."
    if not _is_list(facts, "law", str):
        yield "`law` is no list of provisions.", "Write it as in `law: [art_4__para_5]`."
        return
    for provision in facts.get("law") or ():
        if load_treaty().get(provision) is None:
            yield f"there is no provision {provision!r}.", "See `portal provisions`."
    number, sources = facts.get("figure"), spec.get("sources") or ()
    if number is not None and number not in range(1, len(sources) + 1):
        yield f"there is no source number {number}.", "Count those of the card, from 1."


def _line(plan: YamlData, *path: str) -> int:
    span = plan.keys.get(("cards", *path))
    return span.line if span else 1


def _card(
    name: str,
    spec: Mapping[str, Any],
    words: Mapping[str, Mapping[tuple[str, ...], str]],
    code: str,
) -> Card:
    def word(*path: str) -> Word:
        for language in (code, SOURCE_LANGUAGE):
            text = words[language].get(("cards", name, *path))
            if text:
                return Word(text, language)
        message = f"The words `{'.'.join((name, *path))}` are missing. Add them."
        raise ConfigError(message, path=f"{FOLDER}/{SOURCE_LANGUAGE}.yaml")

    pages = [
        CardPage(
            title=word(page, "title"),
            fields=tuple(_field(facts, word(page, field), code) for field, facts in fields.items()),
        )
        for page, fields in pages_of(spec).items()
    ]
    return Card(
        name=name,
        title=word("title"),
        who=word("who"),
        pages=tuple(pages),
        sources=tuple(map(_source, spec.get("sources") or ())),
        modules=tuple(map(str, spec.get("modules") or ())),
    )


def _field(facts: Mapping[str, Any], words: Word, code: str) -> Field:
    figure = facts.get("figure")
    return Field(
        picture=str(facts["picture"]),
        sign=str(facts["sign"]),
        words=words,
        law=tuple(_cited(str(provision), code) for provision in facts.get("law") or ()),
        figure=figure if isinstance(figure, int) else None,
    )


def _cited(provision: str, code: str) -> Word:
    language = code if has_grammar(code) else SOURCE_LANGUAGE
    text = render(provision, language=language) or provision
    # French and Spanish cite in small letters, as inside a sentence; here it stands alone.
    return Word(text[:1].upper() + text[1:], language)


def _source(source: Mapping[str, Any]) -> str:
    return ", ".join(str(source[key]) for key in ("title", "publisher", "year") if source.get(key))
