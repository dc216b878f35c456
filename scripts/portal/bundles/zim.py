"""ZIM, for Kiwix on phones, computers and hotspots: a language with full-text search.

Written by libzim, an extra of this project: it runs on Windows and macOS, too. Debian's
`zimwriterfs` writes the same, but only there, and wants every file on the disk first.
Two runs differ: libzim draws a random id for each file and takes none. So what is published is
known by its checksum alone.
"""

from __future__ import annotations

import contextlib
import importlib.util
import mimetypes
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from portal.bundles.about import about_file
from portal.bundles.html_zip import language_files
from portal.bundles.scope import Scope
from portal.errors import BuildError
from portal.languages import load_labels, load_languages

LICENCE = "CC-BY-4.0"
_TITLE, _DESCRIPTION = 30, 80
"""Letters that Kiwix shows, by the specification of ZIM's metadata."""
_SIGN = 48
"""Pixels of the sign in Kiwix's list; the specification wants this size."""
_DAY_ONE = "2026-01-01"
"""Where git knows no day: the format wants one."""


def pack_zim(root: Path, scopes: Sequence[Scope], path: Path, _: str | None) -> None:
    """Write the ZIM of a language; raise PortalError."""
    from libzim.writer import Creator

    scope = scopes[0]
    language = load_languages(root).get(scope.tree.code)
    files = language_files(root, scope, {})
    files["about.json"] = about_file(scopes)
    files["LICENSE.txt"] = (root / "LICENSE-CONTENT").read_bytes()
    titles = {page.file: page.title for page in scope.pages}
    _require_room(path, sum(map(len, files.values())))
    try:
        with _silent():
            creator = Creator(path).config_indexing(indexing=True, language=language.iso639_3)
            creator.set_mainpath(scope.start.file)
            with creator:
                for name in sorted(files):
                    creator.add_item(_item(name, files[name], titles))
                for name, value in metadata(root, scope).items():
                    creator.add_metadata(name, value)
                creator.add_illustration(_SIGN, _sign(scope.tree.folder / "assets/logo.svg"))
    except (OSError, RuntimeError) as error:
        path.unlink(missing_ok=True)
        first = str(error).strip().splitlines()[0] if str(error).strip() else "no reason given"
        message = f"Cannot be written: {first}. Make room, or choose another --out."
        raise BuildError(message, path=str(path)) from None


def require_libzim() -> None:
    """Raise BuildError where libzim is not installed."""
    if importlib.util.find_spec("libzim") is None:
        message = "ZIM needs libzim. `pip install libzim`, or name other formats."
        raise BuildError(message)


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Keep libzim, which is not Python, from writing its progress to standard output."""
    sys.stdout.flush()
    kept = os.dup(1)
    try:
        os.dup2(2, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _require_room(path: Path, size: int) -> None:
    """Raise BuildError without room for the files as they are: libzim hangs on a full disk."""
    if shutil.disk_usage(path.parent).free < size:
        message = f"ZIM needs {size / 1e6:.0f} MB of room. Make room, or choose another --out."
        raise BuildError(message, path=str(path.parent.parent))


def metadata(root: Path, scope: Scope) -> dict[str, str]:
    """Return what Kiwix shows and sorts by; texts are cut to the length that it allows."""
    t = load_labels(root, scope.tree.code)
    language = t.language
    about_it = t("site.description")
    return {
        "Name": f"minamata-training_{language.code}_all",
        "Title": t("site.name")[:_TITLE],
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
    from libzim.writer import Hint, Item, StringProvider

    # Made here: libzim calls the methods of a class of its own, and may not be installed.
    class File(Item):  # type: ignore[misc]  # libzim has no types
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
