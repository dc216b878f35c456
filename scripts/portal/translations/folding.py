"""Text to the form that is compared: white space, typography and link addresses do not count."""

from __future__ import annotations

import html
import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Soft hyphens, joiners, direction marks, the Arabic stroke that only stretches a word."""
_SIGNS = str.maketrans({
    **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»‹›″「」『』", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
})  # fmt: skip
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*\S+", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]\{:?[ ]*[#.][^{}\n]*\}[ ]*$", re.MULTILINE)
_RULE_ROW = re.compile(r"^(?=.*\||.*--)[ \t|:-]*-[ \t|:-]*$", re.MULTILINE)
_BULLET = re.compile(r"^([ \t]*)[*+-][ \t]+", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:([,\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*(?![\d,])")
_SPACES = re.compile(r"\s+")
_WIDE = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"
_WIDE_GAP = re.compile(rf"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
_SPACED_SIGN = re.compile(r" (?=[;:!?%»؟،؛](?:\W|$))")
_BARE_FENCE = re.compile(r"^ {0,3}/{3,} *(?=[\w-]|$)", re.MULTILINE)


def fold(text: str, *, english: bool = False) -> str:
    """Return a stretch of Markdown so that only what a reader would call a change differs.

    Numbers, words, `[x]`, image sources, subscripts and superscripts stay as they are; nothing is
    decomposed by compatibility (NFKC would make CH3 of CH₃). In English, `1,000` is `1000`.
    """
    text = unicodedata.normalize("NFC", html.unescape(text))
    text = _INVISIBLE.sub("", _without_addresses(text))
    text = _ATTRIBUTES.sub("", text)
    text = _RULE_ROW.sub(lambda match: "|" if "|" in match[0] else "-", text)
    text = _BULLET.sub(r"\1- ", _BARE_FENCE.sub("/// ", text))
    if english:
        text = _GROUPS.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    text = _ITALIC.sub(r"\1", _STRONG.sub(r"\2", text))
    text = _SPACES.sub(" ", text.translate(_SIGNS)).strip()
    text = _WIDE_GAP.sub("", text)
    return _SPACED_SIGN.sub("", re.sub(r'(?<=") | (?=")', "", text))


def _without_addresses(text: str) -> str:
    """Leave the addresses of links out, those of images in."""
    if "](" not in text and "]:" not in text:
        return text
    pictured = set(re.findall(r"!\[[^\]\n]*\]\[([^\]\n]+)\]", text))
    text = _REFERENCE.sub(
        lambda match: match[0] if match[1] in pictured else f"[{match[1]}]:", text
    )
    parts: list[str] = []
    position = 0
    for match in re.finditer(r"\]\(", text):
        if match.start() < position or _is_image(text, match.start()):
            continue
        end = _address_end(text, match.end())
        if end is not None:
            parts += (text[position : match.end()], "")
            position = end
    return "".join((*parts, text[position:]))


def _is_image(text: str, closing: int) -> bool:
    """Tell whether the bracket that ends at `closing` was opened by `![`."""
    depth = 0
    for place in range(closing, max(closing - 2000, -1), -1):
        if text[place] == "]":
            depth += 1
        elif text[place] == "[":
            depth -= 1
            if depth == 0:
                return place > 0 and text[place - 1] == "!"
    return False


def _address_end(text: str, start: int) -> int | None:
    """Return where an address ends: before its title or the closing bracket."""
    match = re.compile(r"\s*(?:<[^>\n]*>|(?:[^\s()<]|\([^\s()]*\))*)").match(text, start)
    if match is None:
        return None
    rest = text[match.end() : match.end() + 1]
    return match.end() if rest == ")" or rest.isspace() else None
