"""Rules about addresses that were published once: none may be lost."""

from __future__ import annotations

from collections.abc import Iterator

from portal.addresses import ADDRESSES_FILE, load_addresses
from portal.checks.rule import Hit, site_rule
from portal.findings import Edit, Place, Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site


@site_rule("LNK010", "published-page-gone")
def published_pages_stay(site: Site) -> Iterator[Hit]:
    """A page that was published is gone and has no redirect.

    Its address is printed in reports, linked from other sites and kept in bookmarks.

    Mend it: add `old/key: new/key` below `redirects:` in docs/data/addresses.yaml.
    """
    addresses = load_addresses(site.root)
    for key, line in addresses.published.items():
        if not site.has(SOURCE_LANGUAGE, key) and key not in addresses.redirects:
            message = f"The page {key} was published and is gone."
            remedy = f"Add `{key}: …` with its new place below `redirects:`."
            yield Hit(Place(ADDRESSES_FILE, line), message, remedy)


@site_rule("LNK011", "redirect-to-nowhere")
def redirects_lead_to_pages(site: Site) -> Iterator[Hit]:
    """A redirect leads to a page or anchor that does not exist, or to another redirect.

    Mend it: name the page where the content is now.
    """
    addresses = load_addresses(site.root)
    for old, new in addresses.redirects.items():
        key, _, anchor = new.partition("#")
        if key in addresses.redirects:
            message = f"The redirect of {old} leads to {key}, which is redirected itself."
        elif not site.has(SOURCE_LANGUAGE, key):
            message = f"The redirect of {old} leads to {key}, which does not exist."
        elif anchor and anchor not in site.anchors(SOURCE_LANGUAGE, key):
            message = f"The redirect of {old} leads to {new}, but {key} has no such place."
        else:
            continue
        place = Place(ADDRESSES_FILE, addresses.redirect_lines[old])
        yield Hit(place, message, "Name the page where its content is now.")


@site_rule("LNK012", "redirect-from-a-page")
def redirects_hide_no_page(site: Site) -> Iterator[Hit]:
    """A redirect stands for an address at which there is a page again: nobody would see it.

    Mend it: remove the redirect, or the page.
    """
    addresses = load_addresses(site.root)
    for old, line in addresses.redirect_lines.items():
        if site.has(SOURCE_LANGUAGE, old):
            message = f"{old} is redirected, but there is such a page."
            yield Hit(Place(ADDRESSES_FILE, line), message, "Remove the redirect, or the page.")


@site_rule("LNK013", "page-not-in-catalogue", Severity.WARNING)
def pages_stand_in_the_catalogue(site: Site) -> Iterator[Hit]:
    """An English page is missing from the catalogue of published addresses.

    What is not in it is not missed when it goes.

    Mend it: add the page's key below `published:`; `portal check --fix` does it.
    """
    addresses = load_addresses(site.root)
    missing = [key for key in site.keys(SOURCE_LANGUAGE) if key not in addresses.published]
    if missing:
        listed = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if missing[3:] else "")
        message = f"Not in the catalogue of addresses: {listed}."
        fix = _append(site, missing, after=addresses.last_line)
        place = Place(ADDRESSES_FILE, addresses.last_line or 1)
        yield Hit(place, message, "Add them below `published:`.", fix=fix)


def _append(site: Site, keys: list[str], *, after: int) -> Edit | None:
    text = (site.root / ADDRESSES_FILE).read_bytes().decode("utf-8")
    lines = text.splitlines(keepends=True)
    # Only a list over lines can grow by lines.
    if (
        not after
        or not lines[after - 1].lstrip().startswith("- ")
        or not lines[after - 1].endswith("\n")
    ):
        return None
    indent = lines[after - 1][: len(lines[after - 1]) - len(lines[after - 1].lstrip())]
    end = sum(map(len, lines[:after]))
    return Edit(end, end, "".join(f"{indent}- {key}\n" for key in keys))
