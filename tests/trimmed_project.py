"""A copy of the project with a module per track, so that a test may change and build it quickly."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

from portal.addresses import load_addresses
from portal.checks.kinds import TRACKS

PARTS = ("docs", "overrides", "mkdocs.yml", "pyproject.toml", "LICENSE-CONTENT")
MODULES = frozenset({
    "asgm/choosing-a-mercury-free-method",
    "gender-trade/who-is-exposed-and-who-decides",
    "implementation/health",
    "obligations/mercury-added-products",
    "waste/what-is-mercury-waste",
})  # fmt: skip
"""The modules that stay; of the other folders below, only the index stays."""
ENGLISH_AND_FRENCH = "asgm/choosing-a-mercury-free-method"
"""Of these, the one whose other translations go: some tests need a page that is not translated."""
TRIMMED = (*TRACKS, "cases", "convention", "decisions")
LISTS = (
    "mkdocs.yml",
    *(f"docs/data/{name}.yaml" for name in ("addresses", "paths", "mandate", "committee")),
)
_LINK = re.compile(r"(?<!!)\[([^\]\[]*)\]\(([^)\s#]+\.md)(?:#[^)\s]*)?\)")
_REQUIRES = re.compile(r"^requires: \[(.*)\]$", re.MULTILINE)


def copy_trimmed(root: Path, copy: Path) -> None:
    """Copy the project without its history and without most of its pages; links to them go."""
    copy.mkdir()
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, copy / part)
        else:
            shutil.copy2(root / part, copy / part)
    gone = set()
    for page in (copy / "docs").glob("*/*/*.md"):
        name = page.relative_to(copy / "docs").with_suffix("").as_posix()
        code, _, key = name.partition("/")
        if key == ENGLISH_AND_FRENCH and code not in {"en", "fr"}:
            page.unlink()
        if key.partition("/")[0] in TRIMMED and not key.endswith("/index") and key not in MODULES:
            page.unlink()
            gone.add(key)
    moved = load_addresses(root).redirects.items()
    gone |= {old for old, new in moved if new in gone}
    for name in LISTS:
        lines = (copy / name).read_text("utf-8").splitlines(keepends=True)
        kept = [
            line
            for line in lines
            if line.strip().removeprefix("- ").removesuffix(".md").partition(":")[0] not in gone
        ]
        (copy / name).write_text("".join(kept), "utf-8", newline="")
    for page in (copy / "docs").glob("*/**/*.md"):
        _forget_pages(page, gone)


def _forget_pages(page: Path, gone: set[str]) -> None:
    """Take out of one page what names pages that are gone."""
    text = page.read_text("utf-8")

    def unlink(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(page.parent.as_posix(), match[2]))
        return match[0] if Path(target).is_file() else match[1]

    def require(match: re.Match[str]) -> str:
        kept = [key for key in re.findall(r"[\w/-]+", match[1]) if key not in gone]
        return f"requires: [{', '.join(kept)}]"

    changed = _REQUIRES.sub(require, _LINK.sub(unlink, text), count=1)
    if changed != text:
        page.write_text(changed, "utf-8", newline="")
