"""The text as a reader of the page sees it, at the offsets of the raw file.

Markup that stands inside a sentence (emphasis, link brackets and targets, footnote marks, tags,
marks of block quotes) becomes blanks; what is no text at all (front matter, code, comments,
addresses) becomes NULs, which no citation crosses. A page parser would lose the offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPECIAL = re.compile(
    r"[*_\[\]\\{<]|`+|~~+|==+|https?://|&(?=[a-z#])|(?:^|(?<=\n))[ \t]{0,3}>[ \t>]*", re.MULTILINE
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_DASHES = {"&ndash;": "–", "&mdash;": "—", "&#8211;": "–"}
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|<[a-z][a-z0-9+.-]{1,20}:[^<>\s]{0,2000}>")
_RAW_TAG = re.compile(r"<(script|style|pre|code|sup|svg|textarea)\b[^<>]{0,400}>")
_SUP = re.compile(r"[\s\d()*,]{0,12}</sup>")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
_DEFINITION = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S+[^\n]{0,300}")
_LINK_END = re.compile(
    r"\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}"
    r"(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)|\[[^\]\n]{0,200}\])"
)
_ATTRIBUTES = re.compile(r"\{:?[ ]?[#.][^{}\n]{0,300}\}")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]|\"]{0,2000}")
_YAML = re.compile(r"\ufeff?---[ \t]*\r?\n\s{0,9}(?:#|[\"']?[\w-]{1,60}[\"']?[ \t]*:)")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t\r>]*\n")
_LONGEST_CODE_SPAN = 2000

_INDENTED = re.compile(r"(?:\A|\n[ \t\r]*\n)((?:(?: {4}|\t)[^\n]*(?:\n|\Z))+)")
_OPENS_BLOCK = re.compile(r"\s+\S|[-*+][ \t]|\d{1,9}[.)][ \t]|///|!!!|\?\?\?|===|\[\^|:[ \t]|>")


def mask(text: str, *, markdown: bool = True) -> str:
    """Return a text of the same length in which only what a reader sees is left.

    Plain text is treated alike, except that lines indented by four spaces are text there.
    """
    pieces: list[str] = []
    done = 0
    for start, end, filling in Masker(text).spans():
        if start > done:
            pieces.append(text[done:start])
        pieces.append(filling)
        done = max(done, end)
    pieces.append(text[done:])
    masked = "".join(pieces)
    return _without_indented_code(masked) if markdown and "    " in masked else masked


def blank(text: str, start: int, end: int, char: str) -> str:
    """Return the filling for a stretch: line breaks stay, so that lines still count."""
    if end - start == 1:
        return char
    if "\n" not in text[start:end]:
        return char * (end - start)
    return "".join(c if c == "\n" else char for c in text[start:end])


class Masker:
    """Walks over the marks of one text; each search that fails is not tried again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._missing: set[str] = set()
        self._longest_fence = {"`": 10**9, "~": 10**9}

    def spans(self) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, filling) in order, without overlaps."""
        text, special = self.text, _SPECIAL
        pos = self._front_matter()
        if pos:
            yield 0, pos, blank(text, 0, pos, "\0")
        match = special.search(text, pos)
        while match is not None:
            char = text[match.start()]
            if char in "*[":
                end, filling = match.end(), " "
                if char == "[":
                    end, filling = self._bracket(match.start())
            else:
                end, filling = self._dispatch(char, match)
            if filling:
                yield match.start(), end, filling
            match = special.search(text, end)

    def _dispatch(self, char: str, match: re.Match[str]) -> tuple[int, str]:
        start = match.start()
        if char == "_":
            return start + 1, "" if self._inside_word(start) else " "
        if char == "]":
            return self._whole(_LINK_END, start) or (start + 1, " ")
        if char in "`~":
            return self._ticks(match)
        if char == "<":
            return self._tag(start)
        if char == "\\":
            after = self.text[start + 1 : start + 2]
            return (start + 2, " " + after) if after and after in "()[].*_-#\\`" else (start + 1, "")
        if char == "{":
            return self._whole(_ATTRIBUTES, start) or (start + 1, "")
        if char == "&":
            return self._entity(start)
        if char == "h":
            return self._whole(_ADDRESS, start, "\0") or (start + 1, "")
        return match.end(), blank(self.text, start, match.end(), " ")

    def _front_matter(self) -> int:
        if not self.text.startswith(("---", "\ufeff---")) or not _YAML.match(self.text):
            return 0
        end = _YAML_END.search(self.text, 5)
        return end.end() if end is not None else 0

    def _whole(self, pattern: re.Pattern[str], start: int, char: str = " ") -> tuple[int, str] | None:
        match = pattern.match(self.text, start)
        return None if match is None else (match.end(), blank(self.text, start, match.end(), char))

    def _inside_word(self, pos: int) -> bool:
        before, after = self.text[pos - 1 : pos], self.text[pos + 1 : pos + 2]
        return bool(before) and (before.isalnum() or before == "_") and (after.isalnum() or after == "_")

    def _bracket(self, start: int) -> tuple[int, str]:
        if self.text.startswith("[^", start):
            found = self._whole(_FOOTNOTE, start)
            if found is not None:
                return found
        line = self.text.rfind("\n", max(0, start - 4), start) + 1
        if line or start < 4:
            definition = _DEFINITION.match(self.text, start)
            if definition is not None and not self.text[line or 0 : start].strip():
                return definition.end(), "\0" * (definition.end() - start)
        return start + 1, " "

    def _entity(self, start: int) -> tuple[int, str]:
        match = _ENTITY.match(self.text, start)
        if match is None:
            return start + 1, ""
        return match.end(), _DASHES.get(match[0].lower(), " ").ljust(len(match[0]))

    def _find(self, what: str, start: int) -> int:
        """Find a literal; remember if there is none, because then there is none further on."""
        if what in self._missing:
            return -1
        found = self.text.find(what, start)
        if found < 0:
            self._missing.add(what)
        return found

    def _tag(self, start: int) -> tuple[int, str]:
        text = self.text
        if text.startswith("<!--", start):
            end = self._find("-->", start + 4)
            end = len(text) if end < 0 else end + 3
            return end, blank(text, start, end, "\0")
        raw = _RAW_TAG.match(text, start)
        if raw is not None and raw[1] == "sup":
            note = _SUP.match(text, raw.end())
            if note is not None:
                return note.end(), blank(text, start, note.end(), " ")
        elif raw is not None:
            end = self._find(f"</{raw[1]}>", raw.end())
            if end >= 0:
                return end, blank(text, start, end, "\0")
        return self._whole(_TAG, start) or (start + 1, "")

    def _ticks(self, match: re.Match[str]) -> tuple[int, str]:
        start, end, text = match.start(), match.end(), self.text
        char, count = text[start], end - start
        line = text.rfind("\n", max(0, start - 40), start) + 1
        if count >= 3 and (line or start < 40) and not text[line:start].strip(" \t>"):
            close = self._close_fence(char, count, end)
            if close:
                return close, blank(text, start, close, "\0")
        if char == "~":
            return end, " " * count
        limit = min(len(text), end + _LONGEST_CODE_SPAN)
        gap = _BLANK_LINE.search(text, end, limit)
        stop = gap.start() if gap is not None else limit
        close_at = text.find("`" * count, end, stop)
        while close_at >= 0:
            after = close_at + count
            while text[after : after + 1] == "`":
                after += 1
            if after - close_at == count:
                return after, blank(text, start, after, "\0")
            close_at = text.find("`" * count, after, stop)
        return end, ""

    def _close_fence(self, char: str, count: int, pos: int) -> int:
        if count >= self._longest_fence[char]:
            return 0
        close = re.compile(rf"^[ \t>]*{char}{{{count},}}[ \t\r]*$", re.MULTILINE).search(self.text, pos)
        if close is None:
            self._longest_fence[char] = count
            return 0
        return close.end()


def _without_indented_code(masked: str) -> str:
    """Blot out blocks indented by four spaces that belong to no list and to no block."""
    pieces: list[str] = []
    done, last_end, verdict = 0, -1, False
    for match in _INDENTED.finditer(masked):
        start, end = match.span(1)
        if last_end < 0 or masked[last_end:start].strip():
            before = masked[:start].rstrip() if last_end < 0 else masked[last_end:start].rstrip()
            line = before[before.rfind("\n") + 1 :]
            verdict = not _OPENS_BLOCK.match(line)
        if verdict:
            pieces += [masked[done:start], blank(masked, start, end, "\0")]
            done = end
        last_end = end
    pieces.append(masked[done:])
    return "".join(pieces)
