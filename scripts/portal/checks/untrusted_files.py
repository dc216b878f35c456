"""Rules about the files beside the pages: whatever stands below docs/ is published as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from portal.authentic.supplied import FOLDER as AUTHENTIC
from portal.checks.rule import Hit, site_rule
from portal.checks.svg_shapes import drawing_faults
from portal.figures.files import FOLDER as FIGURES
from portal.findings import Place
from portal.pages import Site

LARGEST = 2_000_000
"""Bytes of one file: on a phone with 1 Mbit/s it takes 16 s."""

IMAGES: Mapping[str, tuple[bytes, ...]] = {
    ".svg": (),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),  # and WEBP behind its length: sound files begin alike
}
"""Ending of an image to how its file begins."""

_DATA = frozenset((".yaml", ".json"))
_NAME = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")


@site_rule("SEC012", "foreign-file")
def files_are_images_or_data(site: Site) -> Iterator[Hit]:
    """A file below docs/ is neither a page nor an image nor data.

    It would be published as it is: an HTML file or a script would run on our address, a style
    sheet could take the place of ours, and a page with another ending than `.md` would be built
    unread. Allowed are images (svg, png, jpg, jpeg, gif, webp), `.yaml` and `.json` below
    docs/data, `.txt` among the authentic texts; at most 2 MB; names of small Latin letters,
    digits, hyphens, dots and underscores.

    Wrong: docs/en/waste/form.html, docs/assets/Foto 1.png. Right: docs/assets/lamp-box.png.

    Mend it: write a page, turn it into an image, or rename it.
    """
    for path in sorted(site.listing.others):
        parts = PurePosixPath(path).parts
        # MkDocs leaves out what begins with a dot.
        if not any(part.startswith(".") for part in parts):
            yield from _file_faults(site, path, parts)


def _file_faults(site: Site, path: str, parts: tuple[str, ...]) -> Iterator[Hit]:
    ending, folder = PurePosixPath(path).suffix, path.rpartition("/")[0]
    data = parts[1] == "data" and ending in _DATA
    text = ending == ".txt" and folder.partition("/")[2].partition("/")[2] == AUTHENTIC
    if not (data or text or ending in IMAGES):
        remedy = "Write a page (.md) of a language, or an image; data stand in docs/data."
        yield Hit(Place(path, 1), "The file is neither a page nor an image nor data.", remedy)
        return
    if (site.root / path).stat().st_size > LARGEST:
        yield Hit(Place(path, 1), f"The file is larger than {LARGEST} bytes.", "Make it smaller.")
    for part in parts[1:]:
        if not _NAME.fullmatch(part):
            message = f"The name {part!r} is not made of small letters, digits and hyphens."
            yield Hit(Place(path, 1), message, "Rename it.")
    if ending in IMAGES:
        yield from _image_faults(site, path, ending)


def _image_faults(site: Site, path: str, ending: str) -> Iterator[Hit]:
    beginnings = IMAGES[ending]
    with (site.root / path).open("rb") as stream:
        start = stream.read(16)
    if ending == ".webp" and start[8:12] != b"WEBP":
        start = b""
    if beginnings and not start.startswith(beginnings):
        message = "The file is no image of the kind that its ending names."
        yield Hit(Place(path, 1), message, "Save it anew, or name it for what it is.")


@site_rule("SEC013", "active-drawing")
def drawings_hold_only_shapes(site: Site) -> Iterator[Hit]:
    """An SVG image holds more than shapes and words.

    Opened by itself, an SVG is a page of our address: a script in it runs, a link leads on, an
    embedded image tells another host who reads. Allowed are shapes, groups, gradients, patterns,
    words and `use` of a part of the same drawing, without styles.

    Wrong: `<script>`, `<foreignObject>`, `<a>`, `<image>`, `<style>`, `onload=…`, `style=…`.

    Mend it: save it as "optimized" or "plain" SVG with presentation attributes.
    """
    for path in sorted(site.listing.others):
        # Templates of figures have a stricter rule of their own.
        if not path.endswith(".svg") or path.startswith(f"{FIGURES}/"):
            continue
        with (site.root / path).open("rb") as stream:
            raw = stream.read(LARGEST)
        for line, message, remedy in drawing_faults(raw):
            yield Hit(Place(path, line), message, remedy)
