"""Rules about the records of workshops that come by pull request."""

from __future__ import annotations

from collections.abc import Iterator

from portal.assessment.workshop_records import HeldWorkshop, read_record, record_paths
from portal.checks.rule import Hit, site_rule
from portal.countries import countries
from portal.errors import DataError
from portal.findings import Place
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site


@site_rule("EVI050", "workshop-record-invalid")
def workshop_records_are_valid(site: Site) -> Iterator[Hit]:
    """A file in docs/data/workshops is no anonymous record of a workshop.

    Reports are made of the records. A group of fewer than five people could give somebody away,
    so no number but the total may be smaller.

    Wrong: `by_sex: {women: 17, men: 3}`. Right: `total: 20` alone.

    Mend it: write the record with the page facilitators/results, which merges what is too small;
    docs/data/workshop-record.schema.json says what a record holds.
    """
    for path in record_paths(site.root):
        try:
            held = read_record(site.root, path)
        except DataError as fault:
            what, _, remedy = fault.message.partition(". ")
            yield Hit(Place(path, fault.line or 1), f"{what}.", remedy)
        else:
            yield from _unknown(site, held)


def _unknown(site: Site, held: HeldWorkshop) -> Iterator[Hit]:
    for key, line in zip(held.record.modules, held.module_lines, strict=True):
        if (SOURCE_LANGUAGE, key) not in site.pages:
            message = f"The record names the module `{key}`, which there is not."
            yield Hit(Place(held.path, line), message, "Name one by its path below docs/en.")
    if held.record.country not in countries():
        message = f"There is no country `{held.record.country}`."
        yield Hit(Place(held.path, 1), message, "Write the two letters of ISO 3166-1.")
