"""What a provision contains, in one line: for messages that say what is there."""

from __future__ import annotations

from portal.convention.headings import heading
from portal.convention.ids import parent_id
from portal.convention.listings import LISTINGS, Listing
from portal.convention.naming import NAMING
from portal.convention.provision import Provision
from portal.convention.treaty import Treaty, load_treaty

_FEW_ROWS = 6  # so many entries are listed by title; of more only the number is told

_ENGLISH_NOTHING = {
    "article": "{name} has no numbered paragraphs",
    "paragraph": "{name} has no subparagraphs",
    "decision_paragraph": "{name} has no subparagraphs",
    "subparagraph": "{name} has no items",
}


def describe_children(
    provision: str | None, language: str = "en", *, treaty: Treaty | None = None
) -> str:
    """Say what stands below a provision: "Article 7 has paragraphs 1 to 4".

    An id that is not there is answered for the nearest one above that is, so that the message
    about a wrong reference can pass it as it is; None, and what has nothing above, is answered for
    the whole Convention. Other languages than English use a list without a verb.
    """
    treaty = treaty or load_treaty()
    language = language if language in LISTINGS else "en"
    listing = LISTINGS[language]
    if provision is not None and treaty.status(provision) == "unknown-decision":
        return listing.unknown.format(name=heading(provision.partition("__")[0], language))
    while provision is not None and not treaty.exists(provision):
        provision = parent_id(provision)
    name = heading(provision, language) if provision is not None else listing.whole
    found = treaty.get(provision) if provision is not None else None
    if found is not None and found.kind == "decision" and _unread(treaty, found):
        return listing.unrecorded.format(name=name)
    groups = _groups(treaty.children(provision))
    if not groups:
        pattern = _ENGLISH_NOTHING.get(found.kind) if found and language == "en" else None
        return (pattern or listing.nothing).format(name=name)
    said = [_group(listing, language, unit, members) for unit, members in groups.items()]
    text = listing.has.format(name=name, list=listing.glue.join(said))
    if language == "en" and found and found.kind == "article" and "para" not in groups:
        text += " and no numbered paragraphs"
    return text


def _unread(treaty: Treaty, provision: Provision) -> bool:
    decision = treaty.decision(provision.id)
    return decision is not None and decision.paragraph_count is None


def _unit(provision: Provision) -> str:
    return provision.id.rpartition("__")[2].partition("_")[0]


def _groups(children: tuple[Provision, ...]) -> dict[str, list[Provision]]:
    """Sort by unit; of the top level, articles and annexes are what can be cited wrongly."""
    groups: dict[str, list[Provision]] = {}
    for child in children:
        if child.kind not in {"preamble", "decision"}:
            groups.setdefault(_unit(child), []).append(child)
    return groups


def _group(listing: Listing, language: str, unit: str, members: list[Provision]) -> str:
    if unit == "row":
        return _rows(listing, language, members)
    numbers = [_written(member, language, unit) for member in members]
    if len(numbers) == 1:
        text = numbers[0]
    else:
        pattern = listing.pair if len(numbers) == 2 else listing.span
        text = pattern.format(a=numbers[0], b=numbers[-1])
    if unit in listing.units:
        words = listing.units[unit]
        text = (
            f"{(words.one, words.two)[len(numbers) - 1] if len(numbers) < 3 else words.many} {text}"
        )
    return listing.only.format(words=text) if len(numbers) == 1 else text


def _rows(listing: Listing, language: str, members: list[Provision]) -> str:
    text = listing.rows.format(n=len(members))
    if len(members) > _FEW_ROWS:
        return text
    titles = (row.title(language) or row.title("en") for row in members)
    names = "; ".join(title.text for title in titles if title is not None)
    return f"{text} ({names})" if language != "zh" else f"{text}（{names.replace('; ', '；')}）"


def _written(provision: Provision, language: str, unit: str) -> str:
    """Write the number as it stands in a list: `7`, `(a)`, `a)`, `II`, `‘2’`, `第2款`."""
    naming = NAMING[language]
    if language == "zh":
        return heading(provision.id, language).removeprefix(
            heading(provision.parent, language) if provision.parent else ""
        )
    if unit == "part" and language == "fr":  # "parties I et II", not "parties première et deuxième"
        naming = NAMING["en"]
    number = provision.number if unit == "art" else naming.number(unit, provision.number)
    if unit not in {"subpara", "item"}:
        return number
    return (naming.subparagraph if unit == "subpara" else naming.item).format(n=number).strip()
