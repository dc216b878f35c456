"""Rules about the register of arrangements and activities."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.register_hits import register_hits
from portal.checks.rule import Hit, site_rule
from portal.convention import load_treaty
from portal.evidence.arrangements import FILE, register_faults
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
    yield from register_hits(lambda: register_faults(site.root, load_treaty()), file=FILE)
