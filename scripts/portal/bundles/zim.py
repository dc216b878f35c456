"""ZIM, for Kiwix on phones, computers and hotspots: a language or a track with full-text search.

Written by libzim, an extra of this project: it runs on Windows and macOS, too. Debian's
`zimwriterfs` writes the same, but only there, and wants every file on the disk first.
libzim draws random ids and takes none: they are made of the content afterwards, so that two runs
give the same bytes.
Written in a process of its own: on a full disk libzim aborts, or never ends.
"""

from __future__ import annotations

import hashlib
import importlib.util
import mimetypes
import os
import re
import shutil
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.bundles.about import about_file
from portal.bundles.html_zip import language_files
from portal.bundles.scope import SLIDES, Scope
from portal.errors import BuildError
from portal.languages import load_labels, load_languages
from portal.worker_processes import done_apart

LICENCE = "CC-BY-4.0"
_TITLE, _DESCRIPTION = 30, 80
"""Letters that Kiwix shows, by the specification of ZIM's metadata."""
_SIGN = 48
"""Pixels of the sign in Kiwix's list; the specification wants this size."""
_ID, _SUM_PLACE, _SUM = 8, slice(72, 80), hashlib.md5
"""Bytes of the header with the file's id, and with the place of its sum, the last in the file; by
the specification of ZIM."""
_INDEX = re.compile(rb"\x0f\rXapian Glass..", re.DOTALL)
"""What stands before the id of a search index, by Xapian's glass_version.cc."""
_DAY_ONE = "2026-01-01"
"""Where git knows no day: the format wants one."""


def pack_zim(root: Path, scopes: Sequence[Scope], path: Path, _: str | None) -> None:
    """Write the ZIM of a language or a track; raise PortalError."""
    scope = scopes[0]
    language = load_languages(root).get(scope.tree.code)
    files = language_files(root, scope, {})
    files["about.json"] = about_file(scopes)
    files["LICENSE.txt"] = (root / "LICENSE-CONTENT").read_bytes()
    titles = {page.file: page.title for page in (*scope.pages, *scope.cards)}
    _require_room(path, sum(map(len, files.values())))
    facts = metadata(root, scope)
    sign = _sign(scope.tree.folder / "assets/logo.svg")
    work = _Work(path, language.iso639_3, scope.start.file, files, titles, facts, sign)
    try:
        done_apart(_write, work, place=path)
        _settle_ids(path)
    except (BuildError, OSError):
        path.unlink(missing_ok=True)
        raise


@dataclass(frozen=True, slots=True)
class _Work:
    """All that a ZIM is made of."""

    path: Path
    language: str
    """ISO 639-3."""
    start: str
    files: Mapping[str, bytes]
    titles: Mapping[str, str]
    metadata: Mapping[str, str]
    sign: bytes
    """A picture, PNG."""


def _write(work: _Work) -> None:
    from libzim.writer import Creator

    # libzim, which is not Python, writes its progress to standard output, and much as it aborts.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    creator = Creator(work.path).config_indexing(indexing=True, language=work.language)
    # One worker: several give the pages to the index in another order each time.
    creator.config_nbworkers(1)
    creator.set_mainpath(work.start)
    with creator:
        for name in sorted(work.files):
            creator.add_item(_item(name, work.files[name], work.titles))
        for name, value in work.metadata.items():
            creator.add_metadata(name, value)
        creator.add_illustration(_SIGN, work.sign)


def _settle_ids(path: Path) -> None:
    """Put one id, made of the content, in place of the random ones, and renew the sum."""
    whole = bytearray(path.read_bytes())
    end = int.from_bytes(whole[_SUM_PLACE], "little")
    places = [_ID, *(found.end() for found in _INDEX.finditer(whole))]
    for place in places:
        whole[place : place + 16] = bytes(16)
    own = uuid.UUID(bytes=hashlib.sha256(whole[:end]).digest()[:16], version=5).bytes
    for place in places:
        whole[place : place + 16] = own
    whole[end:] = _SUM(whole[:end], usedforsecurity=False).digest()
    path.write_bytes(whole)


def require_libzim() -> None:
    """Raise BuildError where libzim is not installed."""
    if importlib.util.find_spec("libzim") is None:
        message = "ZIM needs libzim. `pip install libzim`, or name other formats."
        raise BuildError(message)


def _require_room(path: Path, size: int) -> None:
    """Raise BuildError without room for the files as they are: libzim takes less."""
    if shutil.disk_usage(path.parent).free < size:
        message = f"ZIM needs {size / 1e6:.0f} MB of room. Make room, or choose another --out."
        raise BuildError(message, path=str(path.parent.parent))


def metadata(root: Path, scope: Scope) -> dict[str, str]:
    """Return what Kiwix shows and sorts by; texts are cut to the length that it allows."""
    t = load_labels(root, scope.tree.code)
    language = t.language
    about_it = t("site.description")
    return {
        "Name": f"minamata-training_{language.code}_{scope.track or 'all'}",
        "Title": (scope.start.title if scope.track else t("site.name"))[:_TITLE],
        "Description": short(about_it),
        "LongDescription": about_it,
        "Language": language.iso639_3,
        "Creator": "Minamata training",
        "Publisher": "Minamata training",
        "Date": scope.tree.date or _DAY_ONE,
        "License": LICENCE,
        "Source": scope.tree.site_url or "",
        "Tags": "education;_ftindex:yes",
    }


def short(text: str) -> str:
    """Return a text of at most 80 letters, cut between words."""
    if len(text) <= _DESCRIPTION:
        return text
    cut = text[: _DESCRIPTION - 1]
    # Chinese has no spaces: there, any place will do.
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,:;،；，、") + "…"


def _item(name: str, raw: bytes, titles: Mapping[str, str]) -> Any:
    """Return one file as libzim wants it; pages that readers choose are marked as such."""
    from libzim.writer import Hint, IndexData, Item, StringProvider

    class Unsearched(IndexData):  # type: ignore[misc]  # libzim has no types
        def has_indexdata(self) -> bool:
            return False

    # Made here: libzim calls the methods of a class of its own, and may not be installed.
    class File(Item):  # type: ignore[misc]
        if f"/{name}".endswith(SLIDES):
            # They say what their module says, which is found already.
            def get_indexdata(self) -> Any:
                return Unsearched()

        def get_path(self) -> str:
            return name

        def get_title(self) -> str:
            return titles.get(name, "")

        def get_mimetype(self) -> str:
            return mimetypes.guess_type(name)[0] or "application/octet-stream"

        def get_contentprovider(self) -> Any:
            return StringProvider(raw)

        def get_hints(self) -> dict[Any, bool]:
            return {Hint.FRONT_ARTICLE: name in titles, Hint.COMPRESS: not name.endswith(".docx")}

    return File()


def _sign(drawing: Path) -> bytes:
    """Return the site's sign as PNG, drawn by Typst, which is here for the PDF."""
    import typst

    source = f"#set page(width: {_SIGN}pt, height: {_SIGN}pt, margin: 0pt)\n" + (
        f'#image(bytes(read("{drawing.name}", encoding: none)), width: 100%, height: 100%)'
    )
    # Its own types leave mypy without an answer.
    compiled: Any = typst.compile
    made: bytes = compiled(source.encode(), root=str(drawing.parent), format="png", ppi=72.0)
    return made
