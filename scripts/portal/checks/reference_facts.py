"""Rules on what a page says of provisions: those it teaches, amendments, anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.anchor_pages import anchored, anchors
from portal.checks.cited import cited
from portal.checks.rule import Hit, page_rule
from portal.convention import heading, load_treaty
from portal.findings import Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site

_LIKE_AN_ID = re.compile(r"(?:art|annex|dec)_\S+")


def _named(page: Page) -> set[str]:
    ids = {found.target.id for found in cited(page) if found.target.status == "valid"}
    return {name for name in ids if name is not None}


@page_rule("REF050", "amended-since", Severity.NOTE)
def amendments_are_named(page: Page, _site: Site) -> Iterator[Hit]:
    """A page cites an annex that was amended, and names no decision that amended it.

    Mend it: say which decision the statement holds under, and for which Parties.
    """
    treaty, named = load_treaty(), _named(page)
    told: set[str] = set()
    for found in cited(page):
        unit = treaty.get(found.target.id or "")
        if unit is None or not unit.amendments or unit.id in told:
            continue
        decisions = {amendment.decision for amendment in unit.amendments if amendment.decision}
        if not any(name.partition("__")[0] in decisions for name in named):
            told.add(unit.id)
            names = ", ".join(amendment.name for amendment in unit.amendments)
            message = f"{heading(unit.id)} was amended ({names}), and the page names no amendment."
            yield Hit(found.place, message, "Say which state of the annex is meant.")


@page_rule("REF060", "taught-but-never-cited")
def what_is_taught_is_cited(page: Page, _site: Site) -> Iterator[Hit]:
    """A page says that it teaches a provision, and never cites it or anything below it.

    Mend it: cite the provision where it is taught, or take it out of `teaches`.
    """
    teaches = page.front_matter.get("teaches")
    if page.language != SOURCE_LANGUAGE or not isinstance(teaches, list):
        return
    named = _named(page)
    for number, provision in enumerate(teaches):
        below = f"{provision}__"
        if load_treaty().exists(str(provision)) and not any(
            name == provision or name.startswith(below) for name in named
        ):
            message = f"The page teaches {provision}, and never cites {heading(str(provision))}."
            place = page.value_place("teaches", number)
            yield Hit(place, message, "Cite it where it is taught, or take it out.")


@page_rule("REF061", "no-such-provision")
def front_matter_names_provisions(page: Page, _site: Site) -> Iterator[Hit]:
    """The front matter names a provision that does not exist.

    Wrong: `teaches: [art_7__para_9]`. `portal provisions art_7` shows what there is.

    Mend it: correct the id.
    """
    for path, name in _named_provisions(page):
        if load_treaty().status(name) == "unknown":
            message = f"There is no provision {name!r}."
            yield Hit(page.value_place(*path), message, "`portal provisions` shows the ids.")


def _named_provisions(page: Page) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in ("teaches", "mandate", "checked"):
        entries = page.front_matter.get(key)
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            if key != "checked":
                yield (key, number), str(entry)
            elif isinstance(entry, dict) and _LIKE_AN_ID.fullmatch(str(entry.get("what"))):
                yield (key, number, "what"), str(entry["what"])


@page_rule("REF070", "anchor-missing")
def anchor_pages_have_their_anchors(page: Page, _site: Site) -> Iterator[Hit]:
    """A page on an article, annex or decision lacks the anchor of a unit; links would miss it.

    Right: `## Paragraph 3 { #art_7__para_3 }`, and `{: #art_7__para_3__subpara_a }` after the
    words of a list item.

    Mend it: add the id at the place where the unit is told.
    """
    treaty = load_treaty()
    unit = anchored(treaty).get(page.key)
    if unit is None:
        return
    missing = [name for name in anchors(treaty, unit.id)[1:] if name not in page.ids]
    for name in missing:
        message = f"The anchor of {heading(name)} is missing: `{name}`."
        yield Hit(page.place(page.body_line), message, f"Add `{{ #{name} }}` where it is told.")
