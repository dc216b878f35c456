"""Rules about the themes of the committee's recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, site_rule
from portal.errors import DataError
from portal.evidence.committee_report import FILE, committee_faults
from portal.findings import Place
from portal.pages import Site


@site_rule("EVI040", "committee-themes-invalid")
def committee_themes_are_valid(site: Site) -> Iterator[Hit]:
    """docs/data/committee.yaml has a key, a value or a module that does not fit.

    The page on the committee is made of it. A recommendation may stand there only with its source:
    their text was not found when the page was made.

    Wrong: a recommendation without `source`. Right: title, publisher, year and the day it was seen.

    Mend it: correct the line named.
    """
    try:
        faults = tuple(committee_faults(site))
    except DataError as broken:
        what, _, remedy = broken.message.partition(". ")
        yield Hit(Place(broken.path or FILE, broken.line or 1), f"{what}.", remedy or "Mend it.")
        return
    for fault in faults:
        yield Hit(Place(fault.path, fault.line), fault.message, fault.help)
