"""The rules on how sentences are set: a line for each, and French marks that never stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule
from portal.findings import Edit, Severity
from portal.pages import Page, Site, without_code_spans

_ABBREVIATIONS = {
    "en": "art arts para paras subpara e.g i.e etc cf no nos vs dr mr mrs ms prof st fig figs vol "
    "ed eds al approx ca p pp incl dept govt jan feb mar apr jun jul aug sept oct nov dec u.s u.n",
    "fr": "art par al p.ex ex cf etc env éd vol chap p pp fig m mm dr pr no n° janv févr juil sept "
    "oct nov déc",
    "es": "art arts párr párrs núm núms pág págs p.ej ej etc cf sr sra dr dra fig vol aprox ee uu "
    "ee.uu p pp ed inc lit apdo",
    "ru": "ст п пп пар т е д г гг рис см стр табл тыс млн млрд руб ул им проф др напр т.е т.д т.п "
    "т.н и.о ч подп разд прил с долл",
    "ar": "د م ص هـ ق أ ب ج",
    "zh": "no e.g i.e etc vs dr",
}
_WIDE_END = re.compile(r"[。！？][」』”’）)*_]*(?=[^」』”’）)*_\s])")
_END = re.compile(r"(?P<stop>[.!?؟])[\"'»”’)\]*_]*(?P<gap>[ \t\u00a0]+)")
_WORD = re.compile(r"[^\s!?؟(\[\"«“„*_]{0,30}$")
_SKIPPED = re.compile(r"^\s*(?:\||#|\[\^?[^\]]+\]:)")
_MARKER = re.compile(r"^(?P<marker>\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)*)")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|\{[^}]*\}|<https?:[^>]*>|https?://\S+")
_LOOSE_MARK = re.compile(r"(?<=[^\s|{]) (?=[?!;:»](?:[\s*_)\]\"]|$))|(?<=«) (?=\S)")
_OPENING = "\"'«“„¿¡([*_‘"


@page_rule("TRN010", "several-sentences", Severity.WARNING)
def one_sentence_per_line(page: Page, _site: Site) -> Iterator[Hit]:
    """A line holds more than one sentence.

    One sentence per line makes differences small, and lets the sentences of two languages be laid
    side by side. Readers see no difference.

    Wrong: `Count the lamps. Then weigh them.` on one line. Right: two lines.

    Mend it: break the line behind the first sentence.
    """
    lines = page.prose.lines
    plain = without_code_spans(lines)
    rows = _table_rows(lines)
    for number, line in enumerate(plain, 1):
        if number in page.fence_lines or number in rows or _SKIPPED.match(line):
            continue
        masked = _ADDRESS.sub(lambda match: "x" * len(match[0]), line)
        marker = _MARKER.match(masked)
        begin = marker.end() if marker else 0
        for end, start in _ends(masked, begin, page.language):
            place = page.place(number, start + 1)
            message = "Another sentence begins here."
            fix = _break(page, number, begin, end, start)
            yield Hit(place, message, "Begin a new line with it.", fix=fix)


@page_rule("TRN012", "loose-french-mark", Severity.WARNING)
def french_marks_hold_to_their_word(page: Page, _site: Site) -> Iterator[Hit]:
    """A French mark is parted from its word by a space that a line may break at.

    French sets a space before `? ! ; : »` and behind `«`. A plain one lets the mark begin a line of
    its own on a phone; a no-break space (U+00A0) does not.

    Wrong: `Qui paie ?` with a plain space. Right: the same with a no-break space.

    Mend it: `portal check --fix` does, and changes nothing else.
    """
    if page.language != "fr":
        return
    lines = [*page.lines[: page.body_line - 1], *page.prose.lines[page.body_line - 1 :]]
    for number, line in enumerate(without_code_spans(lines), 1):
        for match in _LOOSE_MARK.finditer(line):
            at = page.source.offset(number, 1) + match.start()
            message = "A plain space stands between a French mark and its word."
            place = page.place(number, match.start() + 1)
            yield Hit(place, message, "Write a no-break space.", fix=Edit(at, at + 1, "\u00a0"))


def _table_rows(lines: tuple[str, ...]) -> frozenset[int]:
    """Return the lines of tables without outer bars; the others begin with one."""
    rule = re.compile(r"^\s*:?-{3,}:?\s*(?:\|\s*:?-+:?\s*)+$")
    rows: set[int] = set()
    for number, line in enumerate(lines, 1):
        if rule.match(line):
            rows.update((number - 1, number))
            following = number
            while following < len(lines) and "|" in lines[following]:
                following += 1
                rows.add(following)
    return frozenset(rows)


def _ends(line: str, begin: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence ends and the next one begins, as offsets into the line."""
    for match in _WIDE_END.finditer(line, begin):
        yield match.end(), match.end()
    known = frozenset(_ABBREVIATIONS.get(language, _ABBREVIATIONS["en"]).split())
    for match in _END.finditer(line, begin):
        rest, is_point = line[match.end() :], match["stop"] == "."
        before = _WORD.search(line[max(begin, match.start() - 30) : match.start()])
        word = before[0].lower().lstrip("'’") if before else ""
        initial = len(word) < 2 and not word.isdigit()
        if is_point and (word in known or initial):
            continue
        if rest and _begins_sentence(rest, after_number=is_point and word.isdigit()):
            yield match.start("gap"), match.end()


def _begins_sentence(rest: str, *, after_number: bool) -> bool:
    first = rest.lstrip(_OPENING)[:1]
    # Arabic and Chinese have no capitals: any letter may begin a sentence.
    caseless = first.isalpha() and first.lower() == first.upper()
    return first.isupper() or caseless or (first.isdigit() and not after_number)


def _break(page: Page, number: int, begin: int, end: int, start: int) -> Edit | None:
    """Return the line break, where it cannot make a list, heading or block of the sentence."""
    line = page.lines[number - 1]
    if line.lstrip().startswith(">") or start == end or not re.match(r"[^\W\d_]", line[start:]):
        return None
    offset = page.source.offset(number, 1)
    return Edit(offset + end, offset + start, "\n" + " " * begin)
