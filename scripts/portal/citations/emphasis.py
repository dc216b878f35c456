"""Marks of emphasis and what they set above the line, made blank."""

from __future__ import annotations

import re

_UNDERSCORE = re.compile("__*")
_RAISED = re.compile(r"\^(?!(?:bis|ter)\^)(?:[^\W_]{1,4}|[\d*,() ]{1,9})\^")
"""A footnote's mark or the ending of an ordinal; "7^bis^" stays another article."""


def blank_emphasis(text: str) -> str:
    """Return the text with `~~`, `==`, `_` and `^1^` as blanks, its length unchanged."""
    if "~~" in text or "==" in text:
        text = text.replace("~~", "  ").replace("==", "  ")
    if "^" in text:
        text = _RAISED.sub(lambda match: " " * len(match[0]), text)
    return _UNDERSCORE.sub(_underscore, text) if "_" in text else text


def _underscore(match: re.Match[str]) -> str:
    """Blank underscores at the edge of a word; inside a name such as art_7 they stay."""
    text, (start, end) = match.string, match.span()
    inside = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return match[0] if inside else " " * (end - start)
