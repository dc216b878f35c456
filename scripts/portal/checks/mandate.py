"""Rules about the list of what the decisions ask for."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.register_hits import register_hits
from portal.checks.rule import Hit, site_rule
from portal.convention import load_treaty
from portal.evidence.mandate import FILE, mandate_faults
from portal.pages import Site


@site_rule("EVI001", "mandate-not-served")
def every_paragraph_is_served_or_says_why(site: Site) -> Iterator[Hit]:
    """A paragraph of the mandate has no entry in docs/data/mandate.yaml, or what serves it is gone.

    The page about/mandate tells the secretariat and Parties what they can rely on. A paragraph
    that delivers by a page which somebody deleted delivers nothing.

    Wrong: `pages: [waste/deleted]`. Right: the page that serves it now, or a lower level.

    Mend it: name pages, reports and commands that exist, or set the level down and say why.
    """
    yield from register_hits(lambda: mandate_faults(site, load_treaty()), file=FILE)
