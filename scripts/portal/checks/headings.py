"""Rules about headings: deep links, sections, slides and fingerprints hang on them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.findings import Edit
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Heading, Page, Site


@page_rule("LNK020", "heading-without-id")
def headings_have_ids(page: Page, site: Site) -> Iterator[Hit]:
    """A `##` or `###` heading has no explicit id.

    An id made from the words changes with every correction and in every language; links to it,
    and the state of its translations, would be lost.

    Wrong: `## What Article 4 asks`. Right: `## What Article 4 asks { #what-article-4-asks }`.

    Mend it: add an English id, the same in all languages.
    """
    for position, heading in enumerate(page.headings):
        if heading.level == 1 or heading.id is not None:
            continue
        identifier = _proposal(position, page, site)
        shown = identifier or "an-english-id"
        fix = None
        if identifier and page.lines[heading.line - 1].startswith("#"):
            end = page.source.offset(heading.line, len(page.lines[heading.line - 1].rstrip()) + 1)
            fix = Edit(end, end, f" {{ #{identifier} }}")
        message = f"The heading has no explicit id (level {heading.level})."
        yield Hit(page.place(heading.line), message, f"Add `{{ #{shown} }}`.", fix=fix)


def _proposal(position: int, page: Page, site: Site) -> str | None:
    """Return the id of the heading at the same place in the English page, or one made of words."""
    if page.language == SOURCE_LANGUAGE:
        taken = {heading.id for heading in page.headings}
        slug = _slug(page.headings[position].text)
        return slug if slug and slug not in taken else None
    source = site.source(page)
    if source is None or _levels(source) != _levels(page):
        return None
    return source.headings[position].id


def _levels(page: Page) -> list[int]:
    return [heading.level for heading in page.headings]


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


@page_rule("LNK021", "duplicate-id")
def ids_are_unique(page: Page, _site: Site) -> Iterator[Hit]:
    """Two places of a page have the same id, so that a link reaches only the first.

    Mend it: give the second one another id, in all languages.
    """
    first: dict[str, int] = {}
    for found in page.attribute_lists:
        for name in found.ids:
            if name in first:
                place = page.place(found.line, found.column, end_column=found.end_column)
                message = f"The id `{name}` stands here a second time."
                related = ((page.place(first[name]), "the first one"),)
                yield Hit(place, message, "Choose another.", related=related)
            first.setdefault(name, found.line)


@page_rule("LNK022", "id-is-no-plain-id")
def ids_are_plain(page: Page, _site: Site) -> Iterator[Hit]:
    """The id of a heading is not made of small Latin letters, digits and hyphens.

    Ids stand in addresses, in file names and in fingerprints; what has to be escaped breaks there.
    Underlines are kept for provisions, as in `art_4__para_1`.

    Wrong: `{ #Définitions }`. Right: `{ #definitions }`.

    Mend it: write a plain English id.
    """
    for heading in page.headings:
        plain = r"[a-z0-9]+(-[a-z0-9]+)*|(art|annex|dec)_[a-z0-9_-]+"
        if heading.id is not None and not re.fullmatch(plain, heading.id):
            message = f"The id `{heading.id}` is not made of small letters, digits and hyphens."
            yield Hit(page.place(heading.line), message, "Write a plain English id.")


@page_rule("MOD030", "one-title")
def pages_have_one_title(page: Page, _site: Site) -> Iterator[Hit]:
    """A page has no `#` heading, or more than one.

    The one `#` is the title of the page, for readers, screen readers and search alike.

    Mend it: keep one `#` as the first heading; make the others `##`.
    """
    titles = [heading for heading in page.headings if heading.level == 1]
    if not titles:
        message = "The page has no title: no line begins with a single `#`."
        yield Hit(page.place(page.body_line), message, "Write `# Title` below the front matter.")
    for heading in titles[1:]:
        message = "The page has a second title."
        related = ((page.place(titles[0].line), "the first one"),)
        yield Hit(page.place(heading.line), message, "Make it `##`.", related=related)


@page_rule("MOD031", "skipped-level")
def no_level_is_skipped(page: Page, _site: Site) -> Iterator[Hit]:
    """A heading is two or more levels below the one before it.

    People who hear the page move along the levels; a gap sounds like a part that is missing.

    Wrong: `####` below `##`. Right: `###` below `##`.

    Mend it: raise the heading.
    """
    before: Heading | None = None
    for heading in page.headings:
        level = before.level if before else 0
        if heading.level > level + 1:
            right = "#" * (level + 1)
            what = f"level {level}" if level else "the beginning of the page"
            message = f"A heading of level {heading.level} follows {what}."
            yield Hit(page.place(heading.line), message, f"Begin it with `{right}`.")
        before = heading
