"""The text as a reader of the page sees it, at the offsets of the raw file.

Markup that stands inside a sentence (emphasis, link brackets and targets, footnote marks, tags,
marks of block quotes) becomes blanks; what is no text at all (front matter, code, comments,
addresses) becomes NULs, which no citation crosses. A page parser would lose the offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.citations.emphasis import blank_emphasis
from portal.citations.hard_breaks import end_headings, start_entries
from portal.citations.survey import USUAL_BLANKS, Survey, look_over

_LINE_MARK = re.compile(r"\n[ \t]{0,3}(?:>[ \t>]*|\[(?=[^\]\n]{1,200}\]:))")
_TICKS = re.compile("`+|~+")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_DASHES = {"&ndash;": "–", "&mdash;": "—", "&#8211;": "–"}
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|<[a-z][a-z0-9+.-]{1,20}:[^<>\s]{0,2000}>")
_RAW_TAG = re.compile(r"<(script|style|pre|code|sup|svg|textarea)\b[^<>]{0,400}>")
_SUP = re.compile(r"[\s\d()*,]{0,12}</sup>")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
_NOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:")
_DEFINITION = re.compile(r"\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S+[^\n]{0,300}")
_LINK_END = re.compile(
    r"\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}"
    r"(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)|\[[^\]\n]{0,200}\])"
)
_ATTRIBUTES = re.compile(r"\{:?[ ]?[#.][^{}\n]{0,300}\}")
_ADDRESS = re.compile(r"://[^\s<>()\[\]|\"]{0,2000}")
_YAML = re.compile(r"\ufeff?---[ \t]*\r?\n\s{0,9}(?:#|[\"']?[\w-]{1,60}[\"']?[ \t]*:)")
_YAML_END = re.compile(r"\n(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t\r>]*\n")
_LONGEST_CODE_SPAN = 2000

_STAR_ENTRY = re.compile(r"(\n[ \t]*)\*(?= )")
_INDENTED = re.compile(r"(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
_OPENS_BLOCK = re.compile(r"\s+\S|[-*+][ \t]|\d{1,9}[.)][ \t]|///|!!!|\?\?\?|===|\[\^|:[ \t]|>")


def mask(text: str, *, markdown: bool = True, survey: Survey | None = None) -> str:
    """Return a text of the same length in which only what a reader sees is left.

    Plain text is treated alike, except that lines indented by four spaces are text there. Whoever
    has looked the text over already hands in the survey.
    """
    survey = survey or look_over(text)
    pieces: list[str] = []
    done = 0
    for start, end, filling in Masker(text, survey.marks).spans():
        if start > done:
            pieces.append(text[done:start])
        pieces.append(filling)
        done = max(done, end)
    pieces.append(text[done:])
    masked = "".join(pieces)
    if "\n*" in masked or " * " in masked or "\t* " in masked:
        masked = _STAR_ENTRY.sub("\\1-", masked)
    masked = masked.replace("*", " ").replace("[", " ").replace("]", " ")
    masked = masked.replace("\\\n", " \n")  # A hard line break.
    if "#" in masked:
        masked = end_headings(masked)
    for odd in (*USUAL_BLANKS, *survey.blanks):
        masked = masked.replace(odd, " ")
    masked = blank_emphasis(masked)
    if markdown and "    " in masked:
        masked = _without_indented_code(masked, text)
    masked = masked.replace("\t", " ").replace("\r", " ")
    return start_entries(masked)


def blank(text: str, start: int, end: int, char: str) -> str:
    """Return the filling for a stretch: line breaks stay, so that lines still count."""
    if end - start == 1:
        return char
    if "\n" not in text[start:end]:
        return char * (end - start)
    return "\n".join(char * len(line) for line in text[start:end].split("\n"))


class Masker:
    """Walks over the marks of one text; each search that fails is not tried again."""

    def __init__(self, text: str, marks: list[int]) -> None:
        self.text = text
        self._marks = marks
        self._missing: set[str] = set()
        self._longest_fence = {"`": 10**9, "~": 10**9}

    def spans(self) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, filling) in order, without overlaps."""
        pos = self._front_matter()
        if pos:
            yield 0, pos, blank(self.text, 0, pos, "\0")
        definition = _DEFINITION.match(self.text) if not pos else None
        if definition is not None:
            pos = definition.end()
            yield 0, pos, "\0" * pos
        elif not pos and self.text.startswith("[^"):
            pos, filling = self._note(0)
            yield 0, pos, filling
        for mark in self._marks:
            if mark >= pos:
                pos, filling = self._dispatch(mark)
                if filling:
                    yield mark, pos, filling

    def _dispatch(self, start: int) -> tuple[int, str]:
        char = self.text[start]
        if char == "]":
            return self._whole(_LINK_END, start) or (start + 1, "")
        if char in "`~":
            return self._ticks(start)
        if char == ":":
            return self._whole(_ADDRESS, start, "\0") or (start + 1, "")
        if char == "\n":
            return self._line(start)
        if char == "<":
            return self._tag(start)
        if char == "[":
            return self._whole(_FOOTNOTE, start) or (start + 1, "")
        if char == "\\":
            after = self.text[start + 1 : start + 2]
            return (
                (start + 2, " " + after) if after and after in "()[].*_-#\\`" else (start + 1, "")
            )
        if char == "{":
            return self._whole(_ATTRIBUTES, start) or (start + 1, "")
        return self._entity(start)

    def _line(self, pos: int) -> tuple[int, str]:
        """Blank the mark of a quotation, blot out the definition of a link, start a footnote."""
        match = _LINE_MARK.match(self.text, pos)
        if match is None:
            return pos + 1, ""
        start, end = match.span()
        if self.text[end - 1] != "[":
            return end, "\n" + " " * (end - start - 1)
        if self.text[end : end + 1] == "^":
            pos, filling = self._note(end - 1)
            return pos, "\n" + " " * (end - start - 2) + filling
        definition = _DEFINITION.match(self.text, end - 1)
        if definition is None:
            return end, ""
        return definition.end(), "\n" + "\0" * (definition.end() - start - 1)

    def _note(self, start: int) -> tuple[int, str]:
        """Mark a footnote's text as an entry of its own; a note's mark alone is blank."""
        note = _NOTE.match(self.text, start)
        if note is None:
            return self._whole(_FOOTNOTE, start) or (start + 1, " ")
        return note.end(), "-".ljust(note.end() - start)

    def _front_matter(self) -> int:
        if not self.text.startswith(("---", "\ufeff---")) or not _YAML.match(self.text):
            return 0
        end = _YAML_END.search(self.text, 4)
        return end.end() if end is not None else 0

    def _whole(
        self, pattern: re.Pattern[str], start: int, char: str = " "
    ) -> tuple[int, str] | None:
        match = pattern.match(self.text, start)
        return None if match is None else (match.end(), blank(self.text, start, match.end(), char))

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

    def _ticks(self, start: int) -> tuple[int, str]:
        run = _TICKS.match(self.text, start)
        end, text = run.end() if run is not None else start + 1, self.text
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
        close = re.compile(rf"^[ \t>]*{char}{{{count},}}[ \t\r]*$", re.MULTILINE).search(
            self.text, pos
        )
        if close is None:
            self._longest_fence[char] = count
            return 0
        return close.end()


def _without_indented_code(masked: str, text: str) -> str:
    """Blot out blocks indented by four spaces that belong to no list and to no block.

    A tag or a mark at the start of a line has become blanks, but indents nothing.
    """
    pieces: list[str] = []
    done, last_end, verdict = 0, -1, False
    for start in _indented_starts(masked):
        if text[start : start + 4].strip(" \t>"):
            continue
        match = _INDENTED.match(masked, start)
        if match is None or start < last_end:
            continue
        if last_end < 0 or masked[last_end:start].strip():
            before = masked[max(0, last_end) : start].rstrip()
            verdict = not _OPENS_BLOCK.match(before, before.rfind("\n") + 1)
        if verdict:
            pieces += [masked[done:start], blank(masked, start, match.end(), "\0")]
            done = match.end()
        last_end = match.end()
    pieces.append(masked[done:])
    return "".join(pieces)


def _indented_starts(masked: str) -> list[int]:
    """Return the starts of lines indented by four spaces or a tab after a blank line."""
    found = [0] if masked.startswith(("    ", "\t")) else []
    for indent in ("    ", "\t"):
        pos = masked.find("\n" + indent)
        while pos >= 0:
            if not masked[masked.rfind("\n", 0, pos) + 1 : pos].strip():
                found.append(pos + 1)
            pos = masked.find("\n" + indent, pos + 1)
    return sorted(found)
