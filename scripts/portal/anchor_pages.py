"""The pages that carry the anchors of the Convention: one per article, annex and decision.

A page written by hand replaces the one made here; both have the same anchors.
"""

from __future__ import annotations

from portal.convention import Provision, Treaty, heading
from portal.languages import Labels

INDEX = "convention/index"
AUTHENTIC_TEXTS = (
    "https://minamataconvention.org/en/documents/minamata-convention-mercury-text-and-annexes"
)


def page_key(provision: str) -> str:
    """Return the key of the page that carries a provision's anchor.

    >>> page_key("art_7__para_3__subpara_a"), page_key("annex_c"), page_key("dec_mc-5-12__para_3")
    ('convention/article-07', 'convention/annex-c', 'decisions/mc-5-12')
    """
    unit, _, number = provision.partition("__")[0].partition("_")
    if unit == "art":
        return f"convention/article-{int(number):02}"
    if unit == "dec":
        return f"decisions/{number}"
    return f"convention/{unit}-{number}" if number else f"convention/{unit}"


def has_page(treaty: Treaty, provision: str) -> bool:
    """Tell whether a provision has an anchor: it is recorded, and its number may be printed."""
    decision = treaty.decision(provision) if provision.startswith("dec_") else None
    return treaty.exists(provision) and (decision is None or decision.printable)


def anchored(treaty: Treaty) -> dict[str, Provision]:
    """Map the key of each anchor page to its provision, in treaty order, decisions last."""
    tops = (unit for unit in treaty.children() if has_page(treaty, unit.id))
    return {page_key(unit.id): unit for unit in tops}


def anchors(treaty: Treaty, provision: str) -> tuple[str, ...]:
    """Return the ids of a provision and of everything below it, in order."""
    below = (anchors(treaty, child.id) for child in treaty.children(provision))
    return provision, *(name for names in below for name in names)


def link_target(treaty: Treaty, provision: str, *, edition: str) -> str | None:
    """Return the link to a provision's anchor as MkDocs resolves it, or None without a page.

    It starts at the docs folder; under `absolute_links: relative_to_docs` it comes out relative.
    """
    if not has_page(treaty, provision):
        return None
    key = page_key(provision)
    fragment = "" if "__" not in provision else f"#{provision}"
    return f"/{edition}/{key}.md{fragment}"


def full_title(unit: Provision, labels: Labels) -> tuple[str, bool]:
    """Name a unit with its title in the labels' language; say whether the title is confirmed."""
    code = labels.language.code
    name, title = heading(unit.id, code), unit.title(code)
    if unit.kind == "preamble" or title is None:
        return name, True
    separator = {"fr": " : ", "zh": "："}.get(code, ": ")
    return f"{name}{separator}{title.text}", title.confirmed


def generated_page(unit: Provision, labels: Labels) -> str:
    """Return the Markdown of an anchor page that nobody has written yet.

    Structure, amendments and teaching modules are added when it is rendered, as on any such page.
    """
    title, _ = full_title(unit, labels)
    is_decision = unit.kind == "decision"
    note = labels("convention.unread" if is_decision else "convention.unwritten")
    return f"---\ntitle: {_quoted(title)}\n---\n\n# {title}\n\n{note}\n"


def generated_index(treaty: Treaty, labels: Labels) -> str:
    """Return the Markdown of the page that lists the whole treaty."""
    groups: dict[str, list[str]] = {}
    for key, unit in anchored(treaty).items():
        group = {"article": "articles", "annex": "annexes", "decision": "decisions"}.get(unit.kind)
        title, _ = full_title(unit, labels)
        groups.setdefault(group or "preamble", []).append(f"- [{title}](../{key}.md)")
    title = labels("convention.index.title")
    parts = [
        f"---\ntitle: {_quoted(title)}",
        f"summary: {_quoted(labels('convention.index.summary'))}\n---\n",
        f"# {title}\n\n{labels('convention.index.text')}\n{labels('convention.not-authentic')}\n",
    ]
    for group, items in groups.items():
        parts.append(
            f"## {labels(f'convention.{group}')} {{ #{group} }}\n\n" + "\n".join(items) + "\n"
        )
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """Quote a text for YAML; labels come by pull request."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
