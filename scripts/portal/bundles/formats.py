"""The formats of the bundles: what each is made of, and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from portal.bundles.archive import write_zip
from portal.bundles.card_pdf import pack_card_html, pack_card_pdf
from portal.bundles.epub import pack_epub
from portal.bundles.fonts import find_fonts
from portal.bundles.html_zip import html_files
from portal.bundles.one_sheet import pack_one_sheet
from portal.bundles.pdf import pack_pdf
from portal.bundles.scope import Scope
from portal.bundles.scorm import pack_scorm
from portal.bundles.single_file import pack_single
from portal.bundles.zim import pack_zim, require_libzim


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    ending: str
    of: frozenset[str]
    """Of what there is a file: `card`, `module`, `track`, `language`, `languages` (all in one)."""
    reader: str
    """The least that opens it, in English."""
    pack: Callable[[Path, Sequence[Scope], Path, str | None], None]
    """Project, scopes, file to write, module (where a file is of one module)."""
    references: bool = False
    """Whether the pages come along that a track leads to."""
    require: Callable[[], object] = lambda: None
    """Raises BuildError where a program or font is missing: said before the first file is made."""


def _html(root: Path, scopes: Sequence[Scope], path: Path, _: str | None) -> None:
    write_zip(path, html_files(root, scopes))


FORMATS = {
    "html": Format(
        ".zip",
        frozenset({"track", "language", "languages"}),
        "a browser on a computer; unpack first",
        _html,
        references=True,
    ),
    "single": Format(
        ".html",
        frozenset({"module", "track"}),
        "any browser, on a phone too",
        pack_single,
    ),
    "epub": Format(
        ".epub",
        frozenset({"track"}),
        "an e-reader or a phone with a reader for EPUB 3",
        pack_epub,
        references=True,
    ),
    "scorm": Format(
        ".scorm.zip",
        frozenset({"track"}),
        "a learning management system with SCORM 1.2; or unpack, and open index.html",
        pack_scorm,
    ),
    "pdf": Format(
        ".pdf",
        frozenset({"module", "track"}),
        "any PDF reader, or paper",
        pack_pdf,
        require=find_fonts,
    ),
    "zim": Format(
        ".zim",
        frozenset({"language"}),
        "Kiwix, on a phone, a computer or a hotspot",
        pack_zim,
        references=True,
        require=require_libzim,
    ),
    "sheet": Format(
        ".sheet.pdf",
        frozenset({"module"}),
        "any PDF reader, or one page of paper",
        pack_one_sheet,
    ),
    "card": Format(
        ".html",
        frozenset({"card"}),
        "any browser, on a phone too; prints on two A4 pages",
        pack_card_html,
    ),
    "card-pdf": Format(
        ".pdf",
        frozenset({"card"}),
        "any PDF reader, or paper",
        pack_card_pdf,
    ),
}
