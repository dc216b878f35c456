"""Reading Chinese units: the numbers stand before the unit word, and nothing parts the words.

A list shares one unit word at its end (第四、第七和第十一条), letters stand with or without one
(第5款(c)项, 第5(c)款, 第5款(c)), and a unit word is as often a measure word (第三条生产线).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from portal.citations.grammar import RANK, SPACE
from portal.citations.letters import roman_value
from portal.citations.written import Group, Item, Step

if TYPE_CHECKING:
    from portal.citations.reader import Reader

NUMBER = "(?:[〇零一二三四五六七八九十百廿卅]{1,7}|\\d{1,3}(?![\\d/%％‰]|[.．]\\d{3}))"
_ITEM = re.compile(
    f"{SPACE}(?P<nth>第)?{SPACE}(?:(?P<number>{NUMBER})(?P<path>(?:\\.\\d{{1,2}}(?!\\d))*)"
    "|(?P<roman>[IVX]{1,5}|[Ⅰ-Ⅻ]{1,3})(?![A-Za-z]))"
)
_BRACKET = re.compile(
    f"{SPACE}第?[(（]{SPACE}(?P<label>[ivxⅰ-ⅻ]{{1,5}}|[a-zａ-ｚа-я]|{NUMBER}){SPACE}[)）]", re.IGNORECASE
)
_NEVER = {
    "[条條]": "约|約|例|件|目|形|码|框|幅|纹|款(?![(（第一二三四五六七八九十\\d])"
    "|(?:生产|流水|装配|铁|公|航|热|主|支|干)线|(?:道|马|公|铁)?路|河|鱼|船|狗|腿|裤|鱿|沟|街|隧|管|消息|新闻"
    "|短信|微博|信息|建议|意见|评论|经验|教训|理由|标准|途径|渠道|证据|线索|定律|防线|战线|措施|原因|问题|提示|主张",
    "款": "项(?![(（第一二三四五六七八九十\\d])|式|待|产品|汽车|手机|车型|游戏|软件|设备|灯|电池|温度计",
    "[项項]": "目|链|圈|工作|任务|活动|议程|目标|成果|指标|研究|计划|建议|要求(?!的)|条件|议题|讨论|练习|技术|标准"
    "|职能|工程|测试|决定|原则|内容|措施|议案|提案|服务|培训|调查|试验|实验|挑战|因素|好处|优势|改革|政策|协议",
    "目": "标|的|录|次|前|睹|光|击|测|镜",
    "段": "落|时|位|录|视|音|话|路|经|距|文字",
    "部分": "讲座|课程|练习|讨论|培训|演示|工作|时间|人|地区|国家|企业|费用",
}
"""What makes a unit word a measure word (第三条生产线) or the head of another word (项目)."""
_LEVELS = {"条": "art", "款": "para", "项": "subpara", "目": "item", "段": "para", "部分": "part"}
_SIMPLE = {"條": "条", "項": "项"}
_UNIT = re.compile(
    f"{SPACE}[两各]?(?P<unit>{'|'.join(f'{word}(?!{SPACE}(?:{never}))' for word, never in _NEVER.items())})"
)
_BIS = re.compile("之[一二三四五六七八九十](?![项項款])")
_STRONG = re.compile(f"{SPACE}(?:所[述列指载規规]|中[所的]|的?规定|之规定|[(（第])")
_POINTER = re.compile(
    "(?:(?P<this>本)|(?:同一?|该|該|此))(?P<unit>[条條](?![约約例款件文目形码纹])"
    "|款(?![项式待]|产品|汽车|手机|车型)|附件(?!夹)|部分(?=第)|[项項](?=[第(（]|所[述列指载]))"
)
_INSIDE_WORD = re.compile("(?:[基资日文根版原标样课剧书成]本|[不相共合雷如]同|[应應]该|[如因由从]此)\\Z")
_ANNEX = re.compile(
    f"附件{SPACE}(?:[“\"「(（](?P<quoted>[A-Za-zＡ-Ｚａ-ｚАВЕС])[”\"」)）]|(?P<label>[A-ZＡ-ＺАВЕС])(?![A-Za-z0-9]|类)"
    f"|(?P<number>{NUMBER}|[IVX]{{1,5}}|[Ⅰ-Ⅻ])(?![A-Za-z份页个]|般|致|律|样|起|同|并|次|些|切|定|共|张|幅|则))"
)
_ANNEX_NEXT = re.compile(f"{SPACE}(?P<again>附件)?{SPACE}(?P<label>[A-ZＡ-ＺАВЕС])(?![A-Za-z0-9])")
_NTH = re.compile(f"{SPACE}第?")
_DECIDED = re.compile(f"{SPACE}[号號]{SPACE}(?P<word>决定|決定|决议|決議)|{SPACE}(?:[号號]|决定|決定)")
_SHORT_SYMBOL = re.compile(f"{SPACE}(?P<cop>\\d{{1,2}})/(?P<dec>\\d{{1,3}})(?!\\d)")
_OUR_MEETING = re.compile("水俣公约》?的?(?:第.{1,4}[届次])?缔约方大会[^。；，、（()《]{0,14}\\Z")
_TITLE = re.compile(f"{SPACE}[(（“「](?=[^\\d()（）]{{2}})[^()（）“”「」《》\n]{{2,40}}[)）”」]{SPACE}(?=第)")
_GENITIVE = re.compile(f"{SPACE}(?:中?的|之|下的?|内的?|项下的?)(?={SPACE}第|{SPACE}[(（])")
_FOLLOWS = re.compile(f"{SPACE}(?:[^\\w\\s]|\\Z|[的所中规和及与或之均])")
_JOINTS = "，,、和及与與或至到-–—~～ \t\r\n\u00a0"
_CHAIN = f"{_JOINTS}第0123456789〇零一二三四五六七八九十百两()（）abcdefghijklmnoivx条條款项項目段部分附件ABCDE以"
_MOST = 200
_REACH = 48


def read_number(text: str) -> int | None:
    """Read digits of any width or Chinese numerals below 1000; None for "三五" (three to five)."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, -1
    for char in text.replace("廿", "二十").replace("卅", "三十"):
        place = "〇一二三四五六七八九".find("〇" if char == "零" else char)
        if place >= 0:
            if digit > 0:
                return None
            digit = place
        else:
            total += (1 if digit < 0 else digit) * (10 if char == "十" else 100)
            digit = -1
    return total + max(digit, 0)


def read_group(reader: Reader, pos: int) -> Group | None:
    """Read the unit at an offset; None if there is none that a citation could name."""
    text, last = reader.text, _before(reader.text, pos)
    begin = reader.skip(pos)
    if last in "条條款项項" or last.isascii():
        title = _TITLE.match(text, pos)
        begin = title.end() if title is not None else begin
        genitive = _GENITIVE.match(text, begin)
        begin = reader.skip(genitive.end()) if genitive is not None else begin
    char = text[begin : begin + 1]
    if char == "附":
        group = _read_annex(reader, begin)
    elif char and char in "本同该該此":
        group = _read_pointer(text, begin)
    elif text.startswith("序言", begin):
        step = Step("preamble", ("",), begin, begin, numeric=False)
        group = _group("preamble", begin, begin + 2, [Item([step])])
    else:
        group = _read_decision(reader, begin) or _read_list(reader, begin, last)
    # The engine sets `outer_plural` while it reads on after a group; a hit of its own starts anew.
    return None if group is None or (reader.outer_plural and _begins_anew(text, begin, group)) else group


def _group(level: str, start: int, end: int, items: list[Item]) -> Group:
    return Group(level, start, end, items, capital=True, plural=True)


def _before(text: str, pos: int) -> str:
    """Return the last character before white space, a comma where there is none."""
    return text[max(0, pos - 8) : pos].rstrip()[-1:] or "。"


def _begins_anew(text: str, pos: int, group: Group) -> bool:
    """Tell whether a unit that follows a smaller one belongs to no chain: 第五款、第九条."""
    before = text[max(0, pos - _REACH) : pos]
    word = before.rstrip(_JOINTS)[-1:]
    level = "part" if word == "分" else _LEVELS.get(_SIMPLE.get(word, word))
    if level is None or group.rank >= RANK[level] or group.pointer:
        return False
    chain = before[len(before.rstrip(_CHAIN)) :]
    return before.rstrip()[-1:] == word or not any(head in chain for head in "条條件")


def _read_pointer(text: str, pos: int) -> Group | None:
    match = _POINTER.match(text, pos)
    if match is None or _INSIDE_WORD.search(text, max(0, pos - 1), pos + 1):
        return None
    unit = _SIMPLE.get(match["unit"], match["unit"])
    group = _group("annex" if unit == "附件" else _LEVELS[unit], pos, match.end(), [])
    group.pointer = "this" if match["this"] else "same"
    return group


def _read_annex(reader: Reader, pos: int) -> Group | None:
    match = _ANNEX.match(reader.text, pos)
    if match is None:
        return None
    if match["number"]:
        # The treaty's annexes have letters: a number is another text's.
        step = Step("annex", ("a",), match.start("number"), match.end(), numeric=True, foreign=True)
        return _group("annex", pos, match.end(), [Item([step])])
    items = [Item([_annex_step(reader, match, "quoted" if match["quoted"] else "label")])]
    end = match.end()
    while len(items) < _MOST:
        link = reader.lexicon.link.match(reader.text, end)
        further = _ANNEX_NEXT.match(reader.text, link.end()) if link is not None else None
        if link is None or further is None or (link["to"] is None and further["again"]):
            break
        items.append(Item([_annex_step(reader, further, "label")], to=link["to"] is not None))
        end = further.end()
    return _group("annex", pos, end, items)


def _annex_step(reader: Reader, match: re.Match[str], name: str) -> Step:
    letter = reader.lexicon.grammar.read_letter(match[name], "annex", frozenset())
    return Step("annex", letter.values, *match.span(name), numeric=False, look_alike=letter.look_alike)


def _read_decision(reader: Reader, pos: int) -> Group | None:
    text, start, end, worded = reader.text, pos, pos, False
    items: list[Item] = []
    while len(items) < _MOST:
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
    return _group("dec", pos, end, items)


def _read_symbol(reader: Reader, pos: int, items: list[Item]) -> Step | None:
    match = _SHORT_SYMBOL.match(reader.text, pos)
    if match is not None:
        ours = not items[0].steps[0].foreign if items else _OUR_MEETING.search(reader.text, max(0, pos - _REACH), pos - 1)
        if ours:
            value = f"mc-{int(match['cop'])}-{int(match['dec'])}"
            return Step("dec", (value,), match.start("cop"), match.end(), numeric=True)
    steps = reader._symbol(pos)
    return steps[0] if steps else None


def _read_list(reader: Reader, pos: int, last: str) -> Group | None:
    """Read `第4、5和7条`, `第5(a)、6和8款`, `(a)至(c)项`, or brackets without a unit word."""
    text = reader.text
    items = _read_items(reader, pos)
    if not items:
        return None
    end = items[-1].steps[-1].end
    unit = _UNIT.match(text, end)
    numbered = not items[0].steps[0].bracketed
    if unit is None:
        return None if numbered else _without_unit(text, pos, items, last)
    if numbered and text[pos] != "第" and not (last in "条條款段" or (last in _JOINTS and _FOLLOWS.match(text, unit.end()))):
        return None
    word = _SIMPLE.get(unit["unit"], unit["unit"])
    level = _LEVELS[word]
    if level == "subpara" and last in "项項" and all(_is_roman(item.steps[-1]) for item in items):
        level = "item"
    end = unit.end() if level == "art" else _add_same(reader, items, unit)
    if not _settle(items, level):
        return None
    bis = _BIS.match(text, end) if level == "art" else None
    if bis is not None:
        # The treaty has no 第七条之二: that is another law's.
        items[-1].steps[0].foreign, end = True, bis.end()
    group = _group(level, pos, end, items)
    group.weak = word in "项目" and numbered and not _STRONG.match(text, end)
    group.above = text[max(0, pos - 2) : pos] in ("上文", "下文", "前文")
    group.its = level != "art" and text[max(0, pos - 2) : pos].endswith(("其", "其中"))
    return group


def _add_same(reader: Reader, items: list[Item], unit: re.Match[str]) -> int:
    """Add what repeats the unit word, as in (b)项和(c)项, and return where the list ends."""
    end = unit.end()
    while len(items) < _MOST:
        link = reader.lexicon.link.match(reader.text, end)
        further = _read_items(reader, link.end()) if link is not None else []
        again = _UNIT.match(reader.text, further[-1].steps[-1].end) if further else None
        if link is None or again is None or again["unit"] != unit["unit"]:
            break
        start = reader.text[reader.skip(link.end())]
        if start != "第" and not further[0].steps[0].bracketed:
            break
        further[0].to = link["to"] is not None
        items += further
        end = again.end()
    return end


def _settle(items: list[Item], level: str) -> bool:
    """Give the first steps the level of their unit word; say no to letters that cannot have it."""
    for step in (item.steps[0] for item in items):
        if not step.level and (step.numeric or level in ("subpara", "item")):
            step.level = level
        elif not step.level and level != "para":
            return False
    return True


def _is_roman(step: Step) -> bool:
    return not step.numeric and roman_value(step.values[0]) is not None


def _without_unit(text: str, pos: int, items: list[Item], last: str) -> Group | None:
    """Take brackets that stand right behind a unit: 第5款(c), 第7条(3)(a), 第二条（十一）."""
    if "\n" in text[max(0, pos - 8) : pos]:
        return None
    first = items[0].steps[0]
    chinese = first.numeric and not text[first.start : first.end].strip("第(（） )").isdecimal()
    if last in "项項":
        level = "item"
    elif last in "条條" or (last in "ABCDE" and text[:pos].rstrip()[:-1].endswith("附件")):
        level = "subpara" if chinese or not first.numeric else "para"
    elif last in "款段" and (chinese or not first.numeric):
        level = "subpara"
    else:
        return None
    if chinese or level == "item":
        _settle(items, level)
    return _group(level, pos, items[-1].steps[-1].end, items)


def _read_items(reader: Reader, pos: int) -> list[Item]:
    """Read numbers or brackets and what lists join to them; a unit word ends the list."""
    text, items, to = reader.text, list[Item](), False
    while len(items) < _MOST:
        item = _read_item(reader, pos, items)
        if item is None:
            break
        item.to = to
        items.append(item)
        end = item.steps[-1].end
        if _UNIT.match(text, end):
            break
        link = reader.lexicon.link.match(text, end)
        if link is None or (link["comma"] in ("，", ",") and not text[item.steps[0].start].isdecimal()):
            break
        pos, to = link.end(), link["to"] is not None
    return items


def _read_item(reader: Reader, pos: int, items: list[Item]) -> Item | None:
    match = _ITEM.match(reader.text, pos)
    if match is None or (items and items[0].steps[0].bracketed):
        steps = _read_brackets(reader, pos)
        return Item(reader._inherit(items[-1], steps) + steps if items else steps) if steps else None
    if match["roman"] and not match["nth"]:
        return None
    label = match["number"] or unicodedata.normalize("NFKC", match["roman"]).lower()
    value = read_number(label) if match["number"] else roman_value(label)
    if not value:
        return None
    start = match.start("number") if match["number"] else match.start("roman")
    end = match.end() - len(match["path"] or "")
    steps = [Step("art" if match["path"] else "", (str(value),), start, end, numeric=True)]
    for part in (match["path"] or "").split(".")[1:]:
        end += 1 + len(part)
        steps.append(Step("", (str(int(part)),), end - len(part), end, numeric=True))
    return Item(steps + _read_brackets(reader, end))


def _read_brackets(reader: Reader, pos: int) -> list[Step]:
    steps: list[Step] = []
    while len(steps) < 5:
        match = _BRACKET.match(reader.text, pos)
        if match is None or (steps and "第" in match[0]):
            break
        pos = match.end()
        start = pos - len(match[0].lstrip())
        label = unicodedata.normalize("NFKC", match["label"])
        number = read_number(label) if not label.isalpha() or not label.isascii() else None
        if number:
            steps.append(Step("", (str(number),), start, pos, numeric=True, bracketed=True))
            continue
        letter = reader.lexicon.grammar.read_letter(label, "subpara", frozenset())
        look_alike = letter.look_alike
        steps.append(Step("", letter.values, start, pos, numeric=False, look_alike=look_alike, bracketed=True))
    return steps
