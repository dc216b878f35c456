"""Reading Chinese lists: numbers and letters that share the unit word behind them.

`第四、第七和第十一条`, `第5(a)、6和8款`, `(a)至(c)项`; letters stand with or without a unit word
(第5款(c)项, 第5(c)款, 第5款(c)), and a unit word is as often a measure word (第三条生产线).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from portal.citations.grammar import SPACE
from portal.citations.grammars.chinese_text import BRANCHES, NUMBER, NUMERALS, STEMS, read_number
from portal.citations.hard_breaks import ENTRY_START
from portal.citations.letters import roman_value
from portal.citations.written import Group, Item, Step

if TYPE_CHECKING:
    from portal.citations.reader import Reader

_ITEM = re.compile(
    f"{SPACE}(?P<nth>第)?{SPACE}(?:(?P<number>{NUMBER})"
    f"(?P<branch>(?-i:[A-Z]{{1,2}})(?={SPACE}[条條款(（]))?(?P<path>(?:\\.\\d{{1,2}}(?!\\d))*)"
    "|(?P<roman>[IVX]{1,5}|[Ⅰ-Ⅻ]{1,3})(?![A-Za-z]))"
)
_LABEL = f"(?:[ivxｉｖｘⅰ-ⅻ]{{1,5}}|[a-zａ-ｚаеорсхіј{STEMS}{BRANCHES}]|{NUMBER})"
_BRACKET = re.compile(f"{SPACE}第?[(（]{SPACE}(?P<label>{_LABEL}){SPACE}[)）]", re.IGNORECASE)
_LETTER = f"[a-zａ-ｚ{STEMS}]"
_BARE = re.compile(
    f"{SPACE}第?(?P<label>{_LETTER}|[ivx]{{1,4}})(?:(?<!\\s[a-z])[)）]|[)）](?={SPACE}[项項目])"
    f"|(?={SPACE}(?:[、和及与至]{SPACE}{_LETTER}{SPACE})*[项項目](?!目)))"
)
NO_HIT = (
    "[本同该該此前上](?![一二两三]?[条條款项項]|附件|部分)"
    f"|[(（](?!{SPACE}{_LABEL}{SPACE}[)）])(?![^()（）“”「」《》\\n\x1d]{{2,40}}[)）”」]{SPACE}第)"
    f'|附件(?!{SPACE}[“"「(（A-ZＡ-ＺАВЕСΑΒΕⅠ-Ⅻ{STEMS}{NUMERALS}\\d])'
    f"|第{SPACE}[{NUMERALS}\\d]{{1,9}}(?=[\u4e00-\u9fff])"
    f"(?![条條款项項目段部两各以和及与與或并至到第{NUMERALS}])"
)
"""A pointer to no unit, a bracket with no label or title, a number that counts something else."""
_ORDER = "[(（第一二三四五六七八九十\\d]"
NEVER = {
    "[条條]": f"约(?!定)|約(?!定)|例|件|目(?![标的])|形|码|框|幅|纹|款(?!{_ORDER})"
    "|(?:生产|流水|装配|[铁公航热主支干])?线(?!性)|高速|地铁|[道马公铁]?路|河|鱼|船|狗|腿|裤|鱿|沟|街|隧|管道|消息|新闻|短信|微博|建议|意见"
    "|评论|经验|教训|理由|途径|渠道|线索|定律|防线|战线|措施|原因|提示|主张"
    "|原则(?!上)|准则|纪律",
    "款": f"项(?!{_ORDER})|式|待|产品|汽车|手机|车型|游戏|软件|设备|灯|电池|温度计",
    "[项項]": "目|链|圈",
    "目": "标|的|录|次|前|睹|光|击|测|镜",
    "段": "课|落|河|江|管|公路|时|位|录|视|音|话|路|经|距|文字",
    "部[分份]": "讲座|课程|练习|讨论|培训|演示|工作|时间|人|地区|国家|企业|费用",
}
"""What makes a unit word a measure word (第三条生产线) or the head of another word (项目)."""
LEVELS = {"条": "art", "款": "para", "项": "subpara", "目": "item", "段": "para", "部分": "part"}
SIMPLE = {"條": "条", "項": "项", "部份": "部分"}
_UNIT = re.compile(
    f"{SPACE}[两各]?(?P<unit>{'|'.join(f'{word}(?!{never})' for word, never in NEVER.items())})"
)
_PARA_BELOW = re.compile(f"{SPACE}第{SPACE}{NUMBER}{SPACE}款")
"""A 款 right below a 项: laws of Taiwan count 條, 項, 款, 目."""
_BIS = re.compile("之[一二三四五六七八九十](?![项項款])")
_STRONG = re.compile(f"{SPACE}(?:所[述列指载規规]|中[所的]|的?规定|之规定|[(（第])")
_FOLLOWS = re.compile(f"{SPACE}(?:[^\\w\\s]|\\Z|[的所中规和及与或之均])")
JOINTS = "，,、和及与與或至到-–—－~～ \t\r\n\u00a0"
_LIST_AHEAD = re.compile(
    "[第\\d〇零一二三四五六七八九十百千廿卅IVXⅠ-Ⅻⅰ-ⅻ()（）a-zａ-ｚа-я,，、和及其与與或者至到以./~～∼－\\s"
    "\\u2010-\\u2015-]{1,240}+[两各]?[条條款项項目段部]",
    re.IGNORECASE,
)
"""A quick look: what lists are made of, up to a unit word."""
_EVENT = re.compile(
    "(?:培训班?|课程?|会议?|讲座|讲习班|研讨[会班]|工作坊|练习|活动|视频|演示文稿|幻灯片|考试|测验|节目|电影|书)的?\\Z"
)
"""What has parts that no citation names, right before them: 培训班的第一部分."""
_EVENT_REACH = 6
_PAGE = re.compile("[页頁节節栏欄]\\s?\\Z")
"""What a paragraph counted from it belongs to, and not to a provision: 第3页第2段."""
_AFTER_ANNEX = re.compile("附件\\s*[A-E]\\s*\\Z")
MOST_ITEMS = 200


def make_group(level: str, start: int, end: int, items: list[Item]) -> Group:
    """Make a group; Chinese has neither small letters nor a singular."""
    return Group(level, start, end, items, capital=True, plural=True)


def read_list(reader: Reader, pos: int, last: str) -> Group | None:
    """Read a list at an offset, `last` being the character before it, or return None."""
    text = reader.text
    if last not in "条條款项項段分份ABCDE" and _LIST_AHEAD.match(text, pos) is None:
        return None
    items = _read_items(reader, pos)
    if not items:
        return None
    end = items[-1].steps[-1].end
    unit = _UNIT.match(text, end)
    numbered = not items[0].steps[0].bracketed
    if unit is None:
        return None if numbered else _without_unit(text, pos, items, last)
    joined = last in JOINTS and _FOLLOWS.match(text, unit.end()) is not None
    below = last in "条條款段" or (last in "项項" and unit["unit"] == "目")
    if numbered and text[pos] != "第" and not below and not joined:
        return None
    word = SIMPLE.get(unit["unit"], unit["unit"])
    level = _read_level(text, items, unit, last)
    if level == "part" and _EVENT.search(text, max(0, pos - _EVENT_REACH), pos) is not None:
        return None
    if word == "段" and _PAGE.search(text, max(0, pos - 2), pos) is not None:
        return None
    end = unit.end() if level == "art" else _add_same(reader, items, unit)
    if not _settle(items, level):
        return None
    bis = _BIS.match(text, end) if level == "art" else None
    if bis is not None:
        # The treaty has no 第七条之二: that is another law's.
        items[-1].steps[0].foreign, end = True, bis.end()
    if word == "段" and text[max(0, pos - 2) : pos] == "附件":
        # The treaty's annexes have letters: one without is a decision's or a document's.
        for item in items:
            item.steps[0].foreign = True
    group = make_group(level, pos, end, items)
    group.weak = word in "项目" and numbered and not _STRONG.match(text, end)
    before = text[max(0, pos - 2) : pos]
    group.above = before in ("上文", "下文", "前文")
    group.its = before.endswith("其") or (before == "其中" and level != "art")
    return group


def _read_level(text: str, items: list[Item], unit: re.Match[str], last: str) -> str:
    """Return what a unit word means, `last` being the character before its list."""
    level = LEVELS[SIMPLE.get(unit["unit"], unit["unit"])]
    numbered = not items[0].steps[0].bracketed
    if level == "para" and last in "项項" and numbered:
        return "subpara"
    if level == "subpara" and numbered and _PARA_BELOW.match(text, unit.end()) is not None:
        return "para"
    if level == "subpara" and last in "项項" and all(_is_roman(item.steps[-1]) for item in items):
        return "item"
    return level


def _add_same(reader: Reader, items: list[Item], unit: re.Match[str]) -> int:
    """Add what repeats the unit word, as in (b)项和(c)项, and return where the list ends."""
    end = unit.end()
    while len(items) < MOST_ITEMS:
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


def _is_numeral(text: str, item: Item) -> bool:
    return not text[item.steps[0].start].isdecimal() and not item.steps[0].bracketed


def _without_unit(text: str, pos: int, items: list[Item], last: str) -> Group | None:
    """Take brackets that stand right behind a unit: 第5款(c), 第7条(3)(a), 第二条（十一）."""
    behind = text[max(0, pos - 8) : pos]
    if "\n" in behind or ENTRY_START in behind:
        return None
    first = items[0].steps[0]
    chinese = first.numeric and not text[first.start : first.end].strip("第(（） )").isdecimal()
    if last in "项項":
        level = "item"
    elif last in "条條" or (last in "ABCDE" and _AFTER_ANNEX.search(text, max(0, pos - 8), pos)):
        level = "subpara" if chinese or not first.numeric else "para"
    elif last in "款段" and (chinese or not first.numeric):
        level = "subpara"
    elif last in "分份" and _is_roman(first):
        level = "item"
    else:
        return None
    if chinese or level == "item":
        _settle(items, level)
    return make_group(level, pos, items[-1].steps[-1].end, items)


def _read_items(reader: Reader, pos: int) -> list[Item]:
    """Read numbers or brackets and what lists join to them; a unit word ends the list."""
    text, items, to = reader.text, list[Item](), False
    while len(items) < MOST_ITEMS:
        item = _read_item(reader, pos, items)
        if item is None:
            break
        item.to = to
        items.append(item)
        end = item.steps[-1].end
        if _UNIT.match(text, end):
            break
        link = reader.lexicon.link.match(text, end)
        if link is None and items[0].steps[0].bracketed and text[end : end + 1] in ("(", "（"):
            pos, to = end, False
            continue
        if link is None or (
            link["comma"] in ("，", ",") and not text[item.steps[0].start].isdecimal()
        ):
            break
        pos, to = link.end(), link["to"] is not None
    return items


def _read_item(reader: Reader, pos: int, items: list[Item]) -> Item | None:
    match = _ITEM.match(reader.text, pos)
    if match is None or (items and items[0].steps[0].bracketed):
        steps = _read_brackets(reader, pos) or _read_bare_letter(reader, pos)
        outer = reader._inherit(items[-1], steps) if steps and items else []
        return Item(outer + steps) if steps else None
    if match["roman"] and not (match["nth"] or (items and _is_numeral(reader.text, items[-1]))):
        return None
    label = match["number"] or unicodedata.normalize("NFKC", match["roman"]).lower()
    value = read_number(label) if match["number"] else roman_value(label)
    if not value:
        return None
    start = match.start("number") if match["number"] else match.start("roman")
    end = match.end() - len(match["path"] or "")
    # The treaty has no article 20A: that is another law's.
    foreign = match["branch"] is not None
    level = "art" if match["path"] else ""
    steps = [Step(level, (str(value),), start, end, numeric=True, foreign=foreign)]
    for part in (match["path"] or "").split(".")[1:]:
        end += 1 + len(part)
        steps.append(Step("", (str(int(part)),), end - len(part), end, numeric=True))
    below = _read_brackets(reader, end)
    if below and len(steps) == 1 and reader.is_said_twice(steps[0], below[0]):
        below = below[1:]
    return Item(steps + below)


def _read_bare_letter(reader: Reader, pos: int) -> list[Step]:
    """Read the b of 第3款b项."""
    match = _BARE.match(reader.text, pos)
    if match is None:
        return []
    label = unicodedata.normalize("NFKC", match["label"])
    values = reader.lexicon.grammar.read_letter(label, "subpara", frozenset()).values
    return [Step("", values, match.start("label"), match.end(), numeric=False, bracketed=True)]


def _is_beside(before: Step, written: str, label: str) -> bool:
    """Tell whether a bracket stands beside the one before it, as in (a)(b)项 and (一)(二)项."""
    if before.numeric:
        return written.strip("第(（） )")[:1] in NUMERALS and label[:1] in NUMERALS
    return label.isalpha() and label[:1] not in NUMERALS and roman_value(label) is None


def _read_brackets(reader: Reader, pos: int) -> list[Step]:
    text, steps = reader.text, list[Step]()
    while len(steps) < 5:
        match = _BRACKET.match(text, pos)
        if match is None or (steps and "第" in match[0]):
            break
        label = unicodedata.normalize("NFKC", match["label"])
        if steps and _is_beside(steps[-1], text[steps[-1].start : steps[-1].end], label):
            break
        pos = match.end()
        start = pos - len(match[0].lstrip())
        number = read_number(label) if label[0].isdecimal() or label[0] in NUMERALS else None
        if number:
            steps.append(Step("", (str(number),), start, pos, numeric=True, bracketed=True))
            continue
        letter = reader.lexicon.grammar.read_letter(label, "subpara", frozenset())
        steps.append(
            Step(
                "",
                letter.values,
                start,
                pos,
                numeric=False,
                look_alike=letter.look_alike,
                bracketed=True,
            )
        )
    return steps
