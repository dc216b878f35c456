"""Rules about the themes of the committee's recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.register_hits import register_hits
from portal.checks.rule import Hit, site_rule
from portal.evidence.committee_report import FILE, committee_faults
from portal.pages import Site


@site_rule("EVI040", "committee-themes-invalid")
def committee_themes_are_valid(site: Site) -> Iterator[Hit]:
    """docs/data/committee.yaml has a key, a value or a module that does not fit.

    The page on the committee is made of it. A recommendation may stand there only with its source:
    their text was not found when the page was made.

    Wrong: a recommendation without `source`. Right: title, publisher, year and the day it was seen.

    Mend it: correct the line named.
    """
    yield from register_hits(lambda: committee_faults(site), file=FILE)
