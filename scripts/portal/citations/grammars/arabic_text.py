"""Arabic script for the finder: one spelling, ordinal words, letters and their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from portal.citations.letters import Letter, read_latin_letter

_VARIANTS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"))
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0670"
"""Vowel signs; tatweel takes their place, so that every offset stays what it was."""
_INNER_TATWEEL = re.compile("ـ[ء-ي]++")


def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for the raw text, in which a space stands for any one blank."""
    return re.compile(pattern.replace(" ", "[ \u00a0\u202f\n]"))


_QUOTED_ITEM = re.compile("['‘’′`‹](\\*{0,2}(?:\\d{1,2}|[ivx]{1,4})\\*{0,2})['‘’′`›]")
_ITEM_IN_DOUBLE_MARKS = _compile('\\)( {0,2})["“«](\\d{1,2})["”»]')
_FORMS = {code: unicodedata.normalize("NFKC", chr(code))[0] for code in range(0xFE80, 0xFEFD)}
"""The letters as they are drawn within a word -> the letters; a text copied from a PDF has them."""
_FORM_HINTS = ("\ufedf", "\ufee3", "\ufe8e", "\ufeeb", "\ufef7", "\ufefb")
"""Lam, mim, alef, ha and the ligatures of lam and alef as drawn: a text copied so has one of them.

A ligature becomes a lam: its alef has no place of its own.
"""
_SWAPPED = ("املاد", "املواد", "املرفق", "املقرر", "االتفاقية", "األول")
"""What text extraction makes of المادة and الأولى, which begin with a ligature of three letters."""
_SWAPPED_ARTICLE = re.compile("(?<![ء-ي])([وفبك]{0,2})ا([مأإآا])ل")
END = "ـ*+(?!\\w)"
"""The end of a word, its vowel signs included."""


def fold(text: str) -> str:
    """Return a text of the same length with one alef, one ya and one kaf."""
    for variant, usual in _VARIANTS:
        if variant in text:
            text = text.replace(variant, usual)
    return text


def fragment(words: str) -> str:
    """Return a grammar's fragment in the spelling that `prepare` gives to texts."""
    return fold(words).replace(" ", "ـ*+ ")


def prepare(text: str) -> str:
    """Return a text of the same length in one spelling.

    Vowel signs and tatweel move to the end of their word as tatweel; items between quotation marks
    ('2') come to stand in brackets; a unit's numbers lose their brackets (المادة (7)).
    """
    if any(form in text for form in _FORM_HINTS):
        text = text.translate(_FORMS)
    if any(map(text.__contains__, _SWAPPED)):
        text = _SWAPPED_ARTICLE.sub("\\1ال\\2", text)
    text = fold(text)
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, "ـ")
    if "ـ" in text:
        text = _INNER_TATWEEL.sub(_move_tatweel, text)
    text = _QUOTED_ITEM.sub("(\\1)", text)
    text = _ITEM_IN_DOUBLE_MARKS.sub(")\\1(\\2)", text)
    if " ف " in text or "\u00a0ف\u00a0" in text:
        text = _NOTE.sub("م.", text)
    text = _LETTERED.sub("\\1/", text)
    if "/" in text:
        if _BY_ADVERB.search(text) is not None:
            text = _ADVERBS_BELOW.sub(_number_adverb, text)
        text = _SLASHED.sub(_dotted, text)
        text = _IN_ONE_BRACKET.sub(_dotted_bracket, text)
    return _BRACKETED.sub(_drop_brackets, text)


def _move_tatweel(match: re.Match[str]) -> str:
    bare = match[0].replace("ـ", "")
    return bare + "ـ" * (len(match[0]) - len(bare))


_ONES = {
    "اول": 1, "اولي": 1, "ول": 1, "ولي": 1, "حادي": 1, "حادية": 1, "ثاني": 2, "ثانية": 2,
    "ثالث": 3, "ثالثة": 3,
    "رابع": 4, "رابعة": 4, "خامس": 5, "خامسة": 5, "سادس": 6, "سادسة": 6, "سابع": 7, "سابعة": 7,
    "ثامن": 8, "ثامنة": 8, "تاسع": 9, "تاسعة": 9, "عاشر": 10, "عاشرة": 10,
}  # fmt: skip
_ADVERB = "(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)"
"""Firstly and so on: how laws of Iraq number what is below an article, المادة 8/ثانيا/ب."""
_TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ONE = "(?:ا?ولي?|حادي[ةه]?|ثاني[ةه]?|عاشر[ةه]?|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)[ةه]?)"
_TEN = f"(?:{'|'.join(_TENS)})(?:ون|ين)"
ORDINAL = fragment(f"ال(?:{_ONE}(?: عشر[ةه]?{END}| ?و ?ال{_TEN})?|{_TEN}|م(?:ائ|ئ)[ةه]){END}")
_MEASURE = fold(
    "[%٪]|في الم(?:ائ|ئ)[ةه]|بالم(?:ائ|ئ)[ةه]|(?:(?:مي?ل+ي?|كيلو)?غرام\\w{0,3}"
    "|مل?غم?|ك?غم?|كجم|[مك]م|سم|مل|أطنان|طنا?|لترا?|دولار\\w{0,2}|دينار\\w{0,2}|درهما?|ريالا?|جنيها?|يورو)(?!\\w)"
)
"""What shows that a number measures a substance, which is a مادة, too."""
NUMBER = (
    f"(?:\\d{{1,4}}(?!\\d)(?!(?:[.,٫]\\d{{1,3}})? ?(?:{_MEASURE}))|{ORDINAL}"
    f"|(?<=[\\d)ـ،ة-][\\s]فقرة[\\s]){_ONE}{END}"
    "|(?:(?<=فقرة[\\s])|(?<=بند[\\s])|(?<=[اي]ن[\\s])|(?<=\\()|(?<=ا[\\s]و)|(?<=اـ[\\s]و))"
    f"{_ADVERB}{END})"
)
"""Digits of any script, or an ordinal word with its article: السادسة والعشرين."""


_AND = " ?(?:[،,] ?و?|و|او|الي|[-–]) ?"
_LABEL = f"(?:\\d{{1,2}}|[IVX]{{1,3}}|{ORDINAL})"
_NAMED = "(?:الف|باء|جيم|دال|هاء)"
_BRACKETED = _compile(
    f"\\((?:{_LABEL}\\)(?:{_AND}\\({_LABEL}\\))*+|(?P<list>{_LABEL}(?:{_AND}{_LABEL})++\\)"
    f"|{_NAMED}(?:{_AND}{_NAMED})++\\)|\\d{{1,2}}(?:[./][ء-ي\\d]{{1,2}}){{1,2}}\\)))"
)
"""Numbers in brackets, one by one or in one bracket: (7) و(9), (3 و4), (3/أ)."""
_UNIT_BEFORE = _compile(
    "(?:(?P<whole>ماد(?:[ةه]|ت[اي]ن)|مواد|جز[ءا]\\w{0,3}|قسم|مرفق(?:[اي]ن|ات))|فقر(?:[ةه]|ت[اي]ن|ات)|بند)"
    "ـ*:? *(?:رقمي? )?\\Z"
)
_REACH = 32
"""How far before a bracket or a stroke its unit's word may begin."""
_SLASHED = re.compile("/(?=\\d{1,2}(?:(?![\\d/])|/[ء-ي](?!\\w)))")
_LETTERED = _compile("(فقر[ةه]ـ* ?\\d{1,2})(?: |-)(?=[ا-ي]ـ* من |[ابجدهزحطيك]ـ*(?![\\w)]))")
"""A letter without brackets: الفقرة 5 ب, which is read as 5/ب; a lone و may be an "and"."""
_IN_ONE_BRACKET = _compile("(\\d{1,2})( ?)\\((\\d{1,2})/([ء-ي])(ـ*)\\)")
"""A paragraph with its letter in one bracket behind an article: المادة 8 (5/ج)."""
_NOTE = _compile("م(?<![^\\Wو]م)(?<!\\wوم) (?=\\(?\\d{1,2}\\)? ?[،,/-]? ?ف ?\\(?\\d)")
"""An article's sign without its point, م 7 ف 3: a paragraph's behind it shows it to be no metre."""
_BY_ADVERB = _compile(f"/ ?{_ADVERB}")
_ADVERBS_BELOW = _compile(f"(?<= )(\\(?\\d{{1,2}}) ?/ ?({_ADVERB})ـ*(?: ?/ ?([ء-ي])(?![^\\W\\d]))?")
_WORD_BEFORE = re.compile("(?:ماد[ةه]|مواد|فقر[ةه]|بند)ـ*\\Z")
_ARTICLE_BEFORE = _compile(
    f"(?:ماد[ةه]ـ* *(?:رقم )?|(?<!\\w)م\\. ?)\\(?(?:\\d{{1,2}}|{ORDINAL})\\Z"
)


def _drop_brackets(match: re.Match[str]) -> str:
    """Blank the brackets behind a unit's word: those of its letters stay."""
    written, start = match[0], match.start()
    unit = _UNIT_BEFORE.search(match.string, max(0, start - _REACH), start)
    if unit is None or not (unit["whole"] or match["list"] or written[1:2] == "ا"):
        return written
    return written.replace("(", " ").replace(")", "ـ")


def _dotted(match: re.Match[str]) -> str:
    """Write Article 7/3, which is its paragraph 3, with a point, and Article/7 with a blank."""
    start = match.start()
    if _WORD_BEFORE.search(match.string, max(0, start - _REACH), start) is not None:
        return " "
    before = _ARTICLE_BEFORE.search(match.string, max(0, start - _REACH), start)
    return "/" if before is None else "."


def _dotted_bracket(match: re.Match[str]) -> str:
    """Write Article 8 (5/c) as 8.5/c; blanks before it keep the length."""
    article, _, paragraph, letter, tail = match.groups()
    start = match.start()
    if _WORD_BEFORE.search(match.string[max(0, start - _REACH) : start].rstrip()) is None:
        return match[0]
    return f"{article}.{paragraph}/{letter}{tail}".rjust(len(match[0]))


def _number_adverb(match: re.Match[str]) -> str:
    """Write Article 8/firstly/b with a digit; blanks before it keep the length."""
    article, adverb, letter = match.groups()
    short = f"{article}/{read_number(adverb)}" + (f"/{letter}" if letter else "")
    return short.rjust(len(match[0]))


def read_number(text: str) -> int | None:
    """Read what `NUMBER` matches."""
    bare = re.sub("[ـ\\s]", "", text).replace("ه", "ة")
    if bare.endswith("ا"):
        bare = bare[:-1]
    if bare.isdecimal():
        return int(bare)
    if not bare.startswith("ال"):
        return _ONES.get(bare)
    if bare in ("المائة", "المئة"):
        return 100
    head, _, tail = bare[2:].partition("وال")
    ten = _tens(tail or head)
    if ten and not tail:
        return ten
    teen = 10 if head.rstrip("ة").endswith("عشر") and head not in ("عاشر", "عاشرة") else 0
    one = _ONES.get(head.rstrip("ة").removesuffix("عشر") if teen else head)
    return None if one is None else one + ten + teen


def _tens(word: str) -> int:
    stem = word[:-2] if word.endswith(("ون", "ين")) else ""
    return (_TENS.index(stem) + 2) * 10 if stem in _TENS else 0


def write_ordinal(number: int) -> str:
    """Write 1 to 99 as a feminine ordinal with its article, as laws number articles."""
    if number == 1:
        return "الأولى"
    if number == 10:
        return "العاشرة"
    feminine = ("", "حادية", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة")
    tens, ones = divmod(number, 10)
    one = f"ال{feminine[ones]}" if ones else ""
    if tens == 0:
        return one
    if tens == 1:
        return f"{one} عشرة"
    ten = f"ال{_TENS[tens - 2]}ون".replace("اربع", "أربع")
    return f"{one} و{ten}" if one else ten


ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The letters in the order that numbers subparagraphs: a, b, c, …"""
LETTER_NAMES: Mapping[str, str] = {
    "ألف": "a", "باء": "b", "جيم": "c", "دال": "d", "هاء": "e", "واو": "f", "زاي": "g", "حاء": "h",
}  # fmt: skip
"""The names of letters, by which annexes are called."""
LETTER = (
    f"(?:[ء{ABJAD}]{END}|(?:{'|'.join(map(fold, LETTER_NAMES))}){END}"
    "|[a-zаеосрхіј](?![^\\W\\d_a-z]))"
)
_FIRSTLY = {"اولا": "i", "ثانيا": "ii", "ثالثا": "iii"}
"""Firstly and so on, as sections and now and then parts are numbered: الجزء أولا."""
_NAMES = {fold(name): letter for name, letter in LETTER_NAMES.items()}


def read_letter(written: str, level: str, evidence: frozenset[str]) -> Letter:
    """Read a letter of the abjad, the name of one, or a Latin letter."""
    bare = written.replace("ـ", "").replace("ء", "ا") if len(written) < 3 else written.rstrip("ـ")
    if level == "part" and bare in _FIRSTLY:
        return Letter((_FIRSTLY[bare],))
    if bare in _NAMES:
        return Letter((_NAMES[bare],))
    place = ABJAD.find(bare) if len(bare) == 1 else -1
    if place < 0:
        return read_latin_letter(written, level, evidence)
    return Letter((chr(97 + place),) if place < 26 else ())
