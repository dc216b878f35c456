"""Shares what the heads of a bundle's pages repeat: one link to all style sheets, and one script.

The link stays in the page, so that a page is dressed without JavaScript, too. The script writes
the icon and the sheets that scripts switch; without it the system's choice of colours holds.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.bundles.frames import UP
from portal.bundles.lean import SHARED
from portal.bundles.paths import relative

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">\n?|<style>(.*?)</style>\n?', re.DOTALL)
"""Neither with a condition nor with a name for scripts."""
_WRITTEN = re.compile(
    r'<meta name="color-scheme"[^>]*>\n?|<link rel="icon"[^>]*>\n?'
    r'|<link rel="stylesheet" href="(?P<sheet>[^"]*)" media="(?P<media>[^"]*)"[^>]*>\n?'
)
_SCRIPT = re.compile(r'<script src="([^"]*)"></script>\n?')
_ADDRESS = re.compile(r'\bhref="([^"]*)"')
_HERE = f"{SHARED}/any"
"""All shared files stand in one folder: any of them tells the way."""
_LOADER = Path(__file__).with_name("templates") / "head.js"


def share_heads(
    pages: Mapping[str, str], shared: Mapping[str, bytes]
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the pages (file to HTML) with a link and a script in their heads, and the files.

    `shared` are the scripts that pages share already: those of a head become part of its script.
    """
    files: dict[str, bytes] = {}

    def named(text: str, ending: str) -> str:
        raw = text.encode()
        name = f"{SHARED}/page-{hashlib.sha256(raw).hexdigest()[:8]}.{ending}"
        files[name] = raw
        return name

    lean = {}
    for file, html in pages.items():
        head, end, rest = html.partition("</head>")
        sheets, written = list(_SHEET.finditer(head)), list(_WRITTEN.finditer(head))
        if sheets and any(found["sheet"] for found in written):
            own = [tag for tag in _SCRIPT.finditer(head) if _target(tag[1], file) in shared]
            scripts = [shared[_target(tag[1], file)].decode() for tag in own]
            sheet = named(_sheet(sheets, written, file), "css")
            script = named(_script(written, file) + "".join(scripts), "js")
            for tag in (*sheets, *written, *own):
                head = head.replace(tag[0], "", 1)
            head += f'<link rel="stylesheet" href="{relative(sheet, file)}">\n'
            head += f'<script src="{relative(script, file)}"></script>\n'
        lean[file] = head + end + rest
    return lean, files


def _sheet(sheets: Sequence[re.Match[str]], written: Sequence[re.Match[str]], file: str) -> str:
    """Return a sheet that imports those of a page, with the rules of the page itself behind."""
    plain = ((one[1], "") for one in sheets if one[1])
    media = (
        (one["sheet"], f" {one['media']} and (scripting: none)") for one in written if one["sheet"]
    )
    imports = (
        f'@import "{relative(_target(address, file), _HERE)}"{when};'
        for address, when in (*plain, *media)
    )
    return "\n".join([*imports, *(one[2].strip() for one in sheets if one[2]), ""])


def _script(written: Sequence[re.Match[str]], file: str) -> str:
    """Return a script that writes what stood in the head of a page."""
    html = _ADDRESS.sub(
        lambda found: f'href="{UP}{_target(found[1], file)}"', "".join(one[0] for one in written)
    )
    loader = _LOADER.read_text("utf-8").partition("*/\n")[2]
    return loader.replace("HEAD_HTML", json.dumps(html, ensure_ascii=False))


def _target(address: str, file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), address))
