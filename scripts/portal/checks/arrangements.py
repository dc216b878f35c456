"""Rules about the register of arrangements and activities."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, site_rule
from portal.convention import load_treaty
from portal.errors import DataError
from portal.evidence.arrangements import FILE, register_faults
from portal.findings import Place
from portal.pages import Site


@site_rule("EVI020", "register-invalid")
def the_register_is_valid(site: Site) -> Iterator[Hit]:
    """An entry of docs/data/arrangements.yaml lacks a field, or a value does not fit.

    Parties look for help in the register, and the report to the Conference is made of it. Each
    field says how sure it is; a country, a region and a provision are codes that exist; an
    activity has years and a source, and names an arrangement of the register.

    Wrong: `country: "UK"`. Right: `country: "GB"`.

    Mend it: correct the line named; docs/data/arrangements.schema.json says what fits.
    """
    try:
        faults = tuple(register_faults(site.root, load_treaty()))
    except DataError as broken:
        what, _, remedy = broken.message.partition(". ")
        yield Hit(Place(broken.path or FILE, broken.line or 1), f"{what}.", remedy or "Mend it.")
        return
    for fault in faults:
        yield Hit(Place(fault.path, fault.line), fault.message, fault.help)
