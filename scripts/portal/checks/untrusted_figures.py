"""Rules about figures: their shapes and words come by pull request and stand in readers' pages."""

from __future__ import annotations

from collections.abc import Iterator

from portal.cards.card import FOLDER as CARDS
from portal.cards.card import PICTURES
from portal.checks.rule import Hit, site_rule
from portal.checks.untrusted_characters import hidden_characters
from portal.figures.files import FOLDER, NAME
from portal.figures.template import template_faults
from portal.figures.words import WORDS_FOLDER
from portal.findings import Place
from portal.pages import Site


@site_rule("SEC010", "figure-template")
def templates_hold_only_shapes(site: Site) -> Iterator[Hit]:
    """A figure's template holds something that is not on the short list of shapes.

    A template becomes part of the page. Allowed are `g`, `rect`, `circle`, `line`, `path`,
    `polygon` and `text` with sizes, places and line styles; a text holds one placeholder. No
    script, no link, no style, no id, no embedded or foreign content, no document type.

    Wrong: `<script>`, `<a href=…>`, `<image …>`, `<rect onclick=…>`, `<text>Mercury</text>`.
    Right: `<rect x="10" y="10" width="90" height="40"/><text>{waste.step}</text>`.

    Mend it: remove what is named; words go into docs/data/figures.
    """
    for path in sorted(site.listing.others):
        folder = next((one for one in (FOLDER, PICTURES) if path.startswith(f"{one}/")), None)
        if folder is None:
            continue
        name = path.removeprefix(f"{folder}/")
        if not name.endswith(".svg") or not NAME.fullmatch(name.removesuffix(".svg")):
            message = "This folder holds templates of figures only, named in small Latin letters."
            yield Hit(Place(path, 1), message, "Rename it `name.svg`, or put it elsewhere.")
            continue
        try:
            text = (site.root / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            yield Hit(Place(path, 1), "Cannot be read as UTF-8.", "Save it as UTF-8.")
            continue
        for fault in template_faults(text):
            yield Hit(Place(path, fault.line), fault.message, fault.help)


@site_rule("SEC011", "hidden-character-in-figure")
def words_hold_no_hidden_characters(site: Site) -> Iterator[Hit]:
    """The words of a figure hold a character that is not seen and changes what is read.

    An override of direction can show "15" as "51", to a reviewer too.

    Mend it: delete the character; direction is the renderer's task.
    """
    for path in sorted(site.listing.others):
        if not path.startswith((f"{WORDS_FOLDER}/", f"{CARDS}/")):
            continue
        lines = (site.root / path).read_bytes().decode("utf-8", "replace").splitlines()
        for number, line in enumerate(lines, 1):
            for start, message in hidden_characters(line):
                yield Hit(Place(path, number, start, number, start + 1), message, "Delete it.")
