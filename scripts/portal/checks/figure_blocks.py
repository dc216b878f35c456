"""The rule about the names that figure blocks give."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.figures.files import FOLDER, template_names
from portal.pages import Page, Site


@page_rule("MOD026", "unknown-figure")
def figures_are_known(page: Page, site: Site) -> Iterator[Hit]:
    """A figure block names a figure that does not exist: readers would see its caption only.

    Wrong: `name: lifecycle`. Right: `name: life-cycle`, for docs/assets/figures/life-cycle.svg.

    Mend it: correct the name.
    """
    blocks = [block for block in page.blocks if block.name == "figure"]
    known = template_names(site.root) if blocks else ()
    for block in blocks:
        name = block.options.data.get("name")
        if isinstance(name, str) and name not in known:
            span = block.options.keys.get(("name",))
            message = f"There is no figure `{name[:60]}` in {FOLDER}."
            remedy = f"Use one of: {', '.join(known) or 'none'}."
            yield Hit(page.place(span.line if span else block.line), message, remedy)
