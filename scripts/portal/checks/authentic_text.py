"""Rules on the authentic text that a publisher supplied: its structure is that of the data."""

from __future__ import annotations

from collections.abc import Iterator

from portal.anchor_pages import anchored
from portal.authentic import SuppliedText, is_supplied, parse_supplied, supplied_key
from portal.authentic.order import below, required
from portal.checks.rule import Hit, site_rule
from portal.convention import describe_children, heading, load_treaty
from portal.errors import DataError
from portal.findings import Place
from portal.pages import Site


def _texts(site: Site) -> Iterator[SuppliedText]:
    """Yield the texts that can be read, then raise DataError for the first that cannot."""
    treaty = load_treaty()
    fault: DataError | None = None
    for path in sorted(site.listing.others):
        key = supplied_key(path, treaty) if is_supplied(path) else None
        if key is None:
            continue
        try:
            yield parse_supplied(
                (site.root / path).read_bytes(),
                path=path,
                language=path.split("/")[1],
                provision=anchored(treaty)[key].id,
                treaty=treaty,
            )
        except DataError as error:
            fault = fault or error
    if fault is not None:
        raise fault


def _place(text: SuppliedText, line: int) -> Place:
    return Place(text.path, line)


@site_rule("REF080", "authentic-unit-missing")
def supplied_texts_are_whole(site: Site) -> Iterator[Hit]:
    """A supplied authentic text lacks a unit that the treaty has; pages would show a gap.

    Wrong: a text of Article 7 that goes from "2." to "4.". Each number stands at the start of a
    line, as in "3." or "(a)".

    Mend it: add the unit, or put its number at the start of a line of its own.
    """
    treaty = load_treaty()
    for text in _texts(site):
        lines = {unit.id: unit.line for unit in text.units}
        for name in required(treaty, text.provision):
            above = treaty.parent(name)
            if name not in lines and above in lines:
                message = f"{heading(name)} is missing: {describe_children(str(above))}."
                line = _last_line_before(text, name)
                yield Hit(_place(text, line), message, "Add it, its number first on the line.")


def _last_line_before(text: SuppliedText, missing: str) -> int:
    """Return the line of the unit after which the missing one should stand."""
    order = {name: n for n, name in enumerate(below(load_treaty(), text.provision))}
    before = [u for u in text.units if order.get(u.id, len(order)) < order[missing]]
    return max(before, key=lambda unit: order[unit.id]).line


@site_rule("REF081", "authentic-unit-extra")
def supplied_texts_have_nothing_more(site: Site) -> Iterator[Hit]:
    """A supplied authentic text has a unit that the treaty does not have.

    Wrong: a paragraph 5 in Article 7. Often a line of the text begins with a number or a
    reference that begins no unit.

    Mend it: correct the number, or join the line with the one above it.
    """
    treaty = load_treaty()
    for text in _texts(site):
        for unit in text.units:
            if not treaty.exists(unit.id):
                there = unit.id
                while not treaty.exists(there):
                    there = there.rpartition("__")[0]
                message = f"“{unit.mark}” would be {heading(unit.id)}: {describe_children(there)}."
                yield Hit(_place(text, unit.line), message, "Correct the number, or join the line.")


@site_rule("REF082", "authentic-order")
def supplied_texts_keep_the_order(site: Site) -> Iterator[Hit]:
    """The units of a supplied authentic text stand in another order than in the treaty.

    Mend it: put them in the treaty's order.
    """
    treaty = load_treaty()
    for text in _texts(site):
        order = {name: n for n, name in enumerate(below(treaty, text.provision))}
        reached = 0
        for unit in text.units:
            place = order.get(unit.id, reached)
            if place < reached:
                message = f"{heading(unit.id)} stands too late."
                yield Hit(_place(text, unit.line), message, "Put it where the treaty has it.")
            reached = max(reached, place)


@site_rule("REF083", "authentic-file-name")
def supplied_files_are_named_for_pages(site: Site) -> Iterator[Hit]:
    """A file among the supplied texts has a name that stands for no article or annex.

    Nobody would ever see it.

    Wrong: `Article 7.txt`. Right: `article-07.txt`, `annex-c.txt`, as the page is named.

    Mend it: rename it, or put it elsewhere.
    """
    treaty = load_treaty()
    paths = [*site.listing.others, *site.listing.pages.values(), *site.listing.symlinks]
    for path in sorted(paths):
        linked = path in site.listing.symlinks
        if is_supplied(path) and (linked or supplied_key(path, treaty) is None):
            name = path.rpartition("/")[2]
            message = f"{name!r} is no text of an article or annex."
            yield Hit(Place(path, 1), message, "Name it as the page: article-07.txt, annex-c.txt.")
