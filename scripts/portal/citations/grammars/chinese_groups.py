"""Reading one Chinese unit: pointers, annexes, decisions, and the lists of the other module."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.citations.antecedents import named_another
from portal.citations.grammar import RANK, SPACE
from portal.citations.grammars.chinese_lists import (
    JOINTS,
    LEVELS,
    MOST_ITEMS,
    NEVER,
    SIMPLE,
    make_group,
    read_list,
)
from portal.citations.grammars.chinese_text import NUMBER, STEMS
from portal.citations.written import Group, Item, Step

if TYPE_CHECKING:
    from portal.citations.reader import Reader

_AS_IN_LAWS = "(?=[一二两三]?[条條款项項](?:之?的?[规規]定|[所中第]|\\W|\\Z))"
"""What shows that 上条 is the article before and not the end of a word and the head of another."""
_POINTER = re.compile(
    f"(?:(?:本[条條](?=前))?(?P<previous>前|上{_AS_IN_LAWS})(?P<count>[一二两三])?|(?P<this>本)"
    "|(?P<one>同一)|同|该|該|此)"
    f"(?P<unit>[条條](?![约約例款件文目形码纹])(?(count)(?!{NEVER['[条條]']}))(?(one)(?!{NEVER['[条條]']}))"
    f"|款(?![项式待]|产品|汽车|手机|车型)(?(count)(?!{NEVER['款']}))|附件(?!夹)|部分(?=第)"
    "|[项項](?=[第(（]|所[述列指载称稱]|(?<=前.)之?[规規]定))"
)
_COUNTS = {"二": 2, "两": 2, "三": 3}
_INSIDE_WORD = re.compile(
    "(?:[基资日文根版原标样课剧书成]本|[不相共合雷如]同|[应應]该|[如因由从]此|[目以之提空先]前|以上)\\Z"
)
_LETTER = f"[A-ZＡ-ＺАВЕСΑΒΕ{STEMS[:5]}]"
_ANNEX = re.compile(
    f'附件{SPACE}(?:[“"「(（](?P<quoted>{_LETTER}|[a-zａ-ｚ])[”"」)）]|(?P<label>{_LETTER})(?![A-Za-z0-9]|[类方])'
    f"|(?P<number>{NUMBER}|[IVX]{{1,5}}|[Ⅰ-Ⅻ])"
    "(?!(?![A-Z]\\d)[A-Za-z]|[份页个]|般|览|致|律|样|起|同|并|次|些|切|定|共|张|幅|则))"
)
_ANNEX_NEXT = re.compile(f"{SPACE}(?P<again>附件)?{SPACE}(?P<label>{_LETTER})(?![A-Za-z0-9])")
_NTH = re.compile(f"{SPACE}第?")
_SYMBOL_AHEAD = re.compile(f"{SPACE}第?{SPACE}(?:[A-ZＡ-Ｚ]{{1,5}}|МС|\\d{{1,4}}/|[IVXLC]{{1,6}}/)")
_DECIDED = re.compile(
    f"{SPACE}[号號]{SPACE}(?P<word>[决決]定|[决決][议議])|{SPACE}(?:[号號]|[决決]定)"
)
_ITS_ANNEX = re.compile(f"{SPACE}的?附件(?={SPACE}第)")
"""An annex without a letter, whose paragraphs are another body's, too."""
_SHORT_SYMBOL = re.compile(f"{SPACE}(?P<cop>\\d{{1,2}})/(?P<dec>\\d{{1,3}})(?!\\d)")
_OUR_MEETING = re.compile(
    "水[俣俁]公[约約]》?的?(?:第.{1,4}[届次])?缔约方大会[^。；，、（()《]{0,14}\\Z"
)
_TITLE = re.compile(
    f"{SPACE}[(（“「]{{1,2}}(?=[^\\d()（）]{{2}})[^()（）“”「」《》\n\x1d]{{2,40}}[)）”」]{{1,2}}{SPACE}(?=第)"
)
_GENITIVE = re.compile(
    f"{SPACE}(?:(?:(?P<each>各自的?|分别的|各)|中?的|中|之|下的?|内的?|项下的?|执行部分|[·・/／])(?={SPACE}(?:[第(（]|前[一二两三]))"
    f"|[：:](?={SPACE}第[()（）\\w]{{1,5}}(?:[款项項]|部[分份])))"
)
_CHAIN = (
    f"{JOINTS}第0123456789〇零一二三四五六七八九十百两()（）abcdefghijklmnoivx"
    "条條款项項目段部分份附件ABCDE以"
)
_REACH = 48
_CLAUSE_GOES_ON = re.compile("[\u4e00-\u9fff](?<![第和及与至到或以的之中所、各均都规])")
"""What shows that an article is the subject of its clause and no member of a list."""
_PROCEDURE = re.compile("(?:(?P<arbitration>仲裁)|[调調]解|和解)程序[的中]?\\Z")
_PROCEDURE_REACH = 6
_THAT_CONVENTION = re.compile("[该該]公[约約][的中]?\\Z")


def read_group(reader: Reader, pos: int) -> Group | None:
    """Read the unit at an offset; None if there is none that a citation could name."""
    text, last, each = reader.text, _before(reader.text, pos), False
    begin = reader.skip(pos)
    if last in "条條款项項定分份" or last.isascii():
        title = _TITLE.match(text, pos)
        begin = title.end() if title is not None else begin
        genitive = _GENITIVE.match(text, begin)
        begin = reader.skip(genitive.end()) if genitive is not None else begin
        each = genitive is not None and genitive["each"] is not None
    char = text[begin : begin + 1]
    if char == "附":
        group = _read_annex(reader, begin)
    elif char and char in "本同该該此前上":
        group = _read_pointer(text, begin, last)
    elif text.startswith("序言", begin):
        step = Step("preamble", ("",), begin, begin, numeric=False)
        end = begin + (4 if text.startswith("部分", begin + 2) else 2)
        group = make_group("preamble", begin, end, [Item([step])])
        group.weak = True
    else:
        symbol = _SYMBOL_AHEAD.match(text, begin) is not None
        group = _read_decision(reader, begin) if symbol else None
        group = group or read_list(reader, begin, last)
    # The engine sets `outer_plural` while it reads on after a group; a hit of its own starts anew.
    if group is None or (reader.outer_plural and _begins_anew(text, begin, group)):
        return None
    group.each = each
    if group.level == "art" and last in "序的中约約" and not group.pointer:
        group.parent = _procedure_before(text, pos)
        that = _THAT_CONVENTION.search(text, max(0, pos - _PROCEDURE_REACH), pos)
        if that is not None and named_another(text, that.start(), reader.lexicon):
            group.items[0].steps[0].foreign = True
    return group


def _procedure_before(text: str, pos: int) -> Group | None:
    """Return Annex E's part that stands before its article by name: 仲裁程序第三条."""
    named = _PROCEDURE.search(text, max(0, pos - _PROCEDURE_REACH), pos)
    if named is None:
        return None
    part = "1" if named["arbitration"] else "2"
    steps = [
        Step("annex", ("e",), pos, pos, numeric=False),
        Step("part", (part,), pos, pos, numeric=True),
    ]
    return make_group("part", pos, pos, [Item(steps)])


def _before(text: str, pos: int) -> str:
    """Return the last character before white space, a full stop where there is none."""
    return text[max(0, pos - 8) : pos].rstrip()[-1:] or "。"


def _begins_anew(text: str, pos: int, group: Group) -> bool:
    """Tell whether a unit that follows a smaller one belongs to no chain: 第五款、第九条."""
    if group.level == "art" and text[pos - 1] == "，" and _CLAUSE_GOES_ON.match(text, group.end):
        return True  # 不同于《巴塞尔公约》第六条，第十一条未规定……
    before = text[max(0, pos - _REACH) : pos]
    word = before.rstrip(JOINTS)[-1:]
    level = "part" if word in ("分", "份") else LEVELS.get(SIMPLE.get(word, word))
    if level is None or group.rank >= RANK[level] or group.pointer:
        return False
    if group.level == "dec":
        return before.rstrip()[-1:] == word
    chain = before[len(before.rstrip(_CHAIN)) :]
    return before.rstrip()[-1:] == word or not any(head in chain for head in "条條件")


def _read_pointer(text: str, pos: int, last: str) -> Group | None:
    """Read 本条, 该款, 前两款; behind an article (`last`) the latter are its first two."""
    match = _POINTER.match(text, pos)
    if match is None or _INSIDE_WORD.search(text, max(0, pos - 1), pos + 1):
        return None
    unit = SIMPLE.get(match["unit"], match["unit"])
    group = make_group("annex" if unit == "附件" else LEVELS[unit], pos, match.end(), [])
    group.pointer = "this" if match["this"] else "previous" if match["previous"] else "same"
    group.count = _COUNTS.get(match["count"], 1)
    if match["count"] and match["previous"] == "前" and last in "条條" and group.level == "para":
        group.pointer, end = "", match.end()
        numbers = range(1, group.count + 1)
        steps = [Step(group.level, (str(n),), pos, end, numeric=True) for n in numbers]
        group.items = [Item([step]) for step in steps]
    return group


def _read_annex(reader: Reader, pos: int) -> Group | None:
    match = _ANNEX.match(reader.text, pos)
    if match is None:
        return None
    if match["number"]:
        # The treaty's annexes have letters: a number is another text's.
        step = Step("annex", ("a",), match.start("number"), match.end(), numeric=True, foreign=True)
        return make_group("annex", pos, match.end(), [Item([step])])
    items = [Item([_annex_step(reader, match, "quoted" if match["quoted"] else "label")])]
    end = match.end()
    while len(items) < MOST_ITEMS:
        link = reader.lexicon.link.match(reader.text, end)
        further = _ANNEX_NEXT.match(reader.text, link.end()) if link is not None else None
        if link is None or further is None or (link["to"] is None and further["again"]):
            break
        items.append(Item([_annex_step(reader, further, "label")], to=link["to"] is not None))
        end = further.end()
    return make_group("annex", pos, end, items)


def _annex_step(reader: Reader, match: re.Match[str], name: str) -> Step:
    letter = reader.lexicon.grammar.read_letter(match[name], "annex", frozenset())
    return Step(
        "annex", letter.values, *match.span(name), numeric=False, look_alike=letter.look_alike
    )


def _read_decision(reader: Reader, pos: int) -> Group | None:
    text, start, end, worded = reader.text, pos, pos, False
    items: list[Item] = []
    while len(items) < MOST_ITEMS:
        nth = _NTH.match(text, start)
        step = _read_symbol(reader, start if nth is None else nth.end(), items)
        if step is None or (items and step.foreign != items[0].steps[0].foreign):
            break
        items.append(Item([step]))
        decided = _DECIDED.match(text, step.end)
        end = step.end if decided is None else decided.end()
        worded = decided is not None and decided["word"] is not None
        link = reader.lexicon.link.match(text, end)
        if link is None or link["to"] is not None:
            break
        start = link.end()
    if not items or (items[0].steps[0].foreign and not worded):
        return None
    annex = _ITS_ANNEX.match(text, end) if items[0].steps[0].foreign else None
    return make_group("dec", pos, end if annex is None else annex.end(), items)


def _read_symbol(reader: Reader, pos: int, items: list[Item]) -> Step | None:
    match = _SHORT_SYMBOL.match(reader.text, pos)
    if match is not None:
        ours = (
            not items[0].steps[0].foreign
            if items
            else _OUR_MEETING.search(reader.text, max(0, pos - _REACH), pos - 1)
        )
        if ours:
            value = f"mc-{int(match['cop'])}-{int(match['dec'])}"
            return Step("dec", (value,), match.start("cop"), match.end(), numeric=True)
    steps = reader._symbol(pos)
    return steps[0] if steps else None
