"""The page that stands in for the search without JavaScript: all modules, sections and terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from portal.anchor_pages import INDEX, anchored, full_title
from portal.convention import load_treaty
from portal.languages import SOURCE_LANGUAGE, Labels
from portal.pages import Page, Site
from portal.search.synonyms import Term, read_terms

PAGE = "search/index"
"""Key of the page; the language's index stands in the same folder."""


def search_page(site: Site, labels: Labels, *, tracks: Sequence[str], order: Sequence[str]) -> str:
    """Return the Markdown of the page; `order` holds page keys as the navigation has them."""
    code = labels.language.code
    pages = {key: site.pages.get((code, key)) or site.pages[SOURCE_LANGUAGE, key]
             for language, key in site.pages if language in (code, SOURCE_LANGUAGE)}  # fmt: skip
    place = {key: number for number, key in enumerate(order)}
    keys = sorted(pages, key=lambda key: (place.get(key, len(place)), key))
    title, summary = labels("search.index.title"), labels("search.index.summary")
    lines = [
        f'---\ntitle: "{_quoted(title)}"\nsummary: "{_quoted(summary)}"\n---\n\n# {title}\n',
        f"## {labels('search.modules')} {{ #modules }}\n",
    ]
    for track in tracks:
        if f"{track}/index" in pages:
            lines.append(f"### {_link(pages[f'{track}/index'], labels)} {{ #{track} }}\n")
            modules = (
                key for key in keys if key.startswith(f"{track}/") and key != f"{track}/index"
            )
            lines += [line for key in modules for line in _module(pages[key], labels)]
            lines.append("")
    lines.append(f"## {labels('search.terms')} {{ #terms }}\n")
    lines += list(
        _terms([t for t in read_terms(site.root, code) if len(t.names) > 1], pages, labels)
    )
    lines.append(f"\n## {labels('search.other-pages')} {{ #others }}\n")
    lines.append(f"- [{labels('convention.index.title')}](../{INDEX}.md)")
    others = (key for key in keys if key.partition("/")[0] not in tracks and key != INDEX)
    lines += [f"- {_link(pages[key], labels)}" for key in others]
    return "\n".join(lines) + "\n"


def _module(page: Page, labels: Labels) -> Iterator[str]:
    yield f"- {_link(page, labels)}"
    for section in page.sections:
        if section.heading is not None and section.id is not None:
            yield f"    - [{_plain(section.heading.text)}](../{page.key}.md#{section.id})"


def _terms(terms: Sequence[Term], pages: Collection[str], labels: Labels) -> Iterator[str]:
    treaty = load_treaty()
    units = anchored(treaty)
    for term in sorted(terms, key=lambda term: term.names[0].lower()):
        links = []
        for key in term.pages:
            if isinstance(pages, dict) and key in pages:
                links.append(_link(pages[key], labels))
            elif key in units:
                title, _ = full_title(units[key], labels)
                links.append(f"[{_plain(title)}](../{key}.md)")
        names = " · ".join(map(_plain, term.names))
        yield f"- **{names}**" + "".join(f"\n    - {link}" for link in links)


def _link(page: Page, labels: Labels) -> str:
    """Link a page, and say where it is in English only."""
    english = page.language != labels.language.code
    note = f" ({labels('notice.english-only')})" if english else ""
    return f"[{_plain(page.title)}](../{page.key}.md){note}"


def _plain(text: str) -> str:
    """Take their meaning from the signs that would end a link's text or start a tag."""
    for sign in "\\[]<":
        text = text.replace(sign, f"\\{sign}")
    return text


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
