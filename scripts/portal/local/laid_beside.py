"""Additions for an unpacked zip: a script file with data, which the pages show as text alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from portal.bundles.paths import relative
from portal.languages import Languages, load_labels
from portal.local.merging import label_of
from portal.local.overlay import Overlay
from portal.page_context import file_of

FILE = "local/additions.js"
"""At the top of an unpacked zip; the zip's own is empty, so that a browser finds it there."""
SHOW = Path(__file__).with_name("national.js")
_SHOWN = "local/national.js"
_EMPTY = """\
// National additions: put the file that `portal local pack` writes in the place of this one.
window.portalLocal = null;
"""
_FENCE = re.compile(r"^\s*/{3,}\s*[\w-]*\s*(?:\|\s*(.*))?$")
_MARKS = re.compile(r"^\s*(?:[-*+]\s|\d+\.\s|>|\|[-:|\s]+\|$|#+\s|\{[:#].*\}$)\s*")
_BOXES = {"[ ]": "☐", "[x]": "☑"}
_INLINE = re.compile(r"\[([^\]]*)\]\(([^)]*)\)|[*`]+|\{\s*[#.:][^}]*\}")


def additions_script(root: Path, overlay: Overlay, languages: Languages) -> str:
    """Return the script file of a country: data only, which no page runs as code or markup."""
    pages: dict[str, list[dict[str, object]]] = {}
    labels = {}
    for addition in overlay.additions:
        code, key = addition.page.language, addition.page.key
        labels[code] = label_of(overlay, load_labels(root, code))
        pages[f"{code}/{file_of(key)}"] = [
            {"section": part.section, "title": part.title, "lines": [*plain_lines(part.text)]}
            for part in addition.parts
        ]
    directions = {code: languages.get(code).direction for code in labels}
    data = {"labels": labels, "directions": directions, "pages": pages}
    text = json.dumps(data, ensure_ascii=True, indent=1, sort_keys=True)
    return f"window.portalLocal = {text};\n"


def plain_lines(markdown: str) -> Iterator[str]:
    """Yield the lines of an addition without signs of Markdown; addresses stay as text."""
    in_options = False
    for line in markdown.splitlines():
        header = _FENCE.match(line)
        in_options = bool(header) or (in_options and line.startswith("    "))
        if in_options and not header:
            continue
        bare = (header[1] or "") if header else _MARKS.sub("", line).strip().strip("|")
        for written, shown in _BOXES.items():
            bare = bare.replace(written, shown)
        text = _INLINE.sub(lambda found: _link(found[1], found[2]), bare)
        text = " – ".join(cell.strip() for cell in text.split("|") if cell.strip())
        if text:
            yield text


def _link(words: str | None, address: str | None) -> str:
    if words is None:
        return ""
    is_far = (address or "").startswith(("https://", "http://", "mailto:", "tel:"))
    return f"{words} ({address})" if is_far else words


def beside_files() -> dict[str, bytes]:
    """Return what a zip brings along for a country: an empty file, and what shows it."""
    return {FILE: _EMPTY.encode(), _SHOWN: SHOW.read_bytes()}


def with_scripts(html: str, file: str) -> str:
    """Return a page of a zip that looks for additions; `file` is its path in the zip."""
    tag = f'<script src="{relative(_SHOWN, file)}"></script>'
    return html.replace("</body>", f"{tag}</body>", 1)
