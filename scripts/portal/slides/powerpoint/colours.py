"""Colours and fonts of the file's theme: the portal's own, with the track's colour as accent."""

from __future__ import annotations

import re

TRACKS = {
    "obligations": "2B4C8C",
    "implementation": "5C4196",
    "asgm": "855600",
    "waste": "2F6B3A",
    "gender-trade": "8B2F6A",
}
"""As in overrides/assets/stylesheets/palette.css."""
INK, GROUND, RAISED, GOOD = "1C2A30", "FDFCF9", "F5F2EA", "2A6A35"
LINK = "0B5C78"
# Fonts that Windows, macOS and Office have; other programs take theirs of the same width.
_HEADING, _BODY = "Georgia", "Arial"
_FAR_EAST, _COMPLEX = "Microsoft YaHei", "Arial"


def themed(blob: bytes, track: str) -> bytes:
    """Return the theme of python-pptx's template with our colours and fonts."""
    text = blob.decode("utf-8")
    accent = TRACKS.get(track, LINK)
    others = [colour for colour in TRACKS.values() if colour != accent]
    colours = {
        "dk1": INK, "lt1": GROUND, "dk2": accent, "lt2": RAISED, "accent1": accent,
        **dict(zip(("accent2", "accent3", "accent4"), others, strict=False)),
        "accent5": GOOD, "accent6": LINK, "hlink": LINK, "folHlink": LINK,
    }  # fmt: skip
    for name, colour in colours.items():
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>',
            text,
            flags=re.DOTALL,
        )
    for group, font in (("majorFont", _HEADING), ("minorFont", _BODY)):
        fonts = (
            f'<a:{group}><a:latin typeface="{font}"/><a:ea typeface="{_FAR_EAST}"/>'
            f'<a:cs typeface="{_COMPLEX}"/></a:{group}>'
        )
        text = re.sub(rf"<a:{group}>.*?</a:{group}>", fonts, text, flags=re.DOTALL)
    return re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\1Minamata training", text).encode()
