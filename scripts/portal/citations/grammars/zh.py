"""Chinese: the authentic text's numerals, the UN's letters, and the way laws are cited."""

from __future__ import annotations

import re
from collections.abc import Container

from portal.citations.grammar import SPACE, Grammar, Style, Unit
from portal.citations.grammars.chinese_groups import read_group
from portal.citations.grammars.chinese_lists import JOINTS, NO_HIT
from portal.citations.grammars.chinese_text import NUMBER, STEMS, read_letter, read_number
from portal.citations.letters import roman_value
from portal.han_numerals import write_han

_ABOUT = "(?:关于|關於)汞的"
_OURS = (
    f"《(?:{_ABOUT})?(?:水[俣俁])?公[约約]》|《汞公[约約]》"
    f"|(?:本|水[俣俁]|{_ABOUT}水[俣俁]|汞)?公[约約]"
)
_PLACES = (
    "巴塞尔|斯德哥尔摩|鹿特丹|维也纳|蒙特利尔|日内瓦|巴黎|京都|伦敦|奥胡斯|巴马科|东京|框架|多样性|海洋法|权利|儿童"
    "|濒危|贸易|湿地|荒漠化|烟草控制|污染物|劳工|职业安全|废物|变化"
)
_PAPERS = (
    "报告|文件|准则|导则|指南|手册|说明|备忘录|战略|计划|方案|议程|公告|通告|通知|公报|纪要|草案|提案|白皮书"
    "|大纲|教材|讲义|来文|信函"
)
"""Documents that are no laws."""
_NAME = (
    f"《(?!(?:{_ABOUT})?(?:水[俣俁])?公[约約]》|汞公[约約]》)"
    "[^《》]{1,60}》[^《》。！？\0]{0,80}该(?:公约|法|条例|议定书)"
    "|《[^《》]{1,60}》(?:第\\d{1,3}章)?|(?:GB|HJ|HG|AQ|ISO)(?:/T)?\\s?\\d[\\d.]*(?:[-—–:：]\\d{4})?"
    f"|(?:{_PLACES})[^《》。，；！？\0]{{0,12}}?(?:公约|条约)"
    "|(?:巴塞尔|斯德哥尔摩|鹿特丹)(?=[)）])"
    "|(?:[本该該此]|上述|前述)(?:[办辦]法|[规規]定)"
    "|(?<![(（])(?:条约|法律|意见稿|文[书書]|修正案|司法解释|[细細][则則]|[规規][则則程]|[办辦]法(?<=[行理施罚励督收护]..)|第\\d{3,4}[A-Z]?章|[议議]定[书書]|[协協]定|[条條]例|指令|法规|规章|章程|宪章|法典|决议"
    "|(?<=[^\\W\\d_])(?<![方办做合依立执司无非说看用想违书语算手疗])法(?=[\\s(（，]|\\Z)"
    "|[决決][定议議]的?附件|[号號](?:令|公告|[决決]定|[决決][议議]|文件|[条條]例|法律|法令|批示|通知|指令|法)?|令"
    "|最高人民[^《》，。；！？\0]{2,40}?解释|标准|合同|协议|附录"
    f"|(?:{_PAPERS})(?!\\s?[(（]\\Z))"
)
"""Other instruments and documents; those without book marks only right before a citation.

In a bracket behind a report, 报告（第七条）, stands what obliges to it: the treaty's article.
"""
_LETTERED = "\\d{1,2}[A-J]条"
"""An article such as the Montreal Protocol's 2H, behind the number of which others stand."""
_AFTER_UNIT = "(?<![条條款项項目段分]\\s)(?<![条條款项項目段分]\\s\\s)"
"""Behind an article stands its title: 第二十一条 报告."""

_BEGINS = f"[第附本同该該此序〇零一二三四五六七八九十百廿卅两各{STEMS}前\\dIVXⅠ-ⅫA-Z(（「“《\"'«]"
"""What a unit, its title or a name begins with."""
_CHAIN = (
    f"\\s{JOINTS.replace('-', '')}\\-0123456789〇零一二三四五六七八九十百两()（）abcdefghijklmnoivx"
    "条條款项項目段部分份附件ABCDE以第"
)
_NTH = "第(?:[一二三四五六七八九十]{1,3}|\\d{1,2})"
_LETTER = "[(（](?:[a-z]|[ivx]{1,4})[)）]"
_WHOLE = (
    f"(?:附件[A-E]|{_NTH}(?:{_LETTER})?(?:条|款|段|部分)|{_LETTER}[项目]?"
    "|第?MC-\\d{1,2}/\\d{1,3}(?!\\d)(?:号决定)?)"
)
_KNOWN = (
    f"(?<!程序)(?<!程序[的中])(?<![该該]公[约約])(?:(?<![{_CHAIN}])|(?<=[^{_CHAIN}][{_CHAIN}])"
    f"|(?<=[\\s(（])){_WHOLE}"
    f"(?:(?:[、和及至]|以及)?{_WHOLE}){{0,9}}+"
)
"""What stands by itself: it follows on no list, and is made of whole units alone."""


def prepare(text: str) -> str:
    """Return a text of the same length in which 第 is what text recognition takes for it, too."""
    return text.replace("笫", "第").replace("苐", "第")


_WIDE = {code: code + 0xFEE0 for code in (*range(48, 58), *range(65, 91), *range(97, 123), 40, 41)}
"""ASCII digits, letters and brackets -> their full-width forms."""
_ALL = frozenset(("art", "para", "subpara", "item"))


def _write(
    steps: list[tuple[str, str]], *, han: Container[str] = (), inside: bool = False
) -> str | None:
    """Write a provision outermost first, the levels of `han` in Chinese numerals.

    `inside` puts letters before the unit word: 第5(c)款.
    """
    written, above = "", ""
    for level, value in steps:
        number = write_han(int(value)) if value.isdigit() and level in han else value
        if level == "annex":
            written += f"附件{value}"
        elif level == "part":
            written += f"第{write_han(roman_value(value.lower()) or 0)}部分"
        elif level == "dec":
            written += f"第{value}号决定"
        elif level == "art":
            written += f"第{number}条"
        elif level == "para":
            written += f"第{number}{'段' if above == 'dec' else '款'}"
        elif level in ("subpara", "item") and inside and written[-1] in "条款段":
            written = f"{written[:-1]}({value}){written[-1]}"
        elif level in ("subpara", "item"):
            written += _write_letter(level, value, han=level in han)
        else:
            return None
        above = level
    return written


def _write_letter(level: str, value: str, *, han: bool) -> str:
    place = roman_value(value) if level == "item" else ord(value[0]) - 96
    word = "项" if level == "subpara" else "目"
    return f"第{write_han(place or 0)}{word}" if han else f"({value}){word}"


def _write_as_law(steps: list[tuple[str, str]]) -> str | None:
    """Write letters as laws number them: 第七条第三款第（一）项."""
    written = _write(steps, han=_ALL)
    return written and re.sub("第([一二三四五六七八九十]+)(?=[项目])", "第（\\1）", written)


def _write_wide(steps: list[tuple[str, str]]) -> str | None:
    """Write full-width digits, letters and brackets, but not in a decision's symbol."""
    written = _write(steps)
    if written is None:
        return None
    head, mark, rest = written.rpartition("号决定")
    return head + mark + rest.translate(_WIDE)


def _write_bare(steps: list[tuple[str, str]]) -> str | None:
    """Write letters without their unit's word: 第7条第3款(a)."""
    written = _write(steps)
    return written and re.sub("(?<=[)])[项目]", "", written)


GRAMMAR = Grammar(
    language="zh",
    stems=(
        "第", "附件", "本", "同", "该", "該", "此", "前", "上",
        "序言", "(", "（", "UNEP/MC", "MC-", "MC\u2010", "MC\u2011", "MC\u2013", "MC第", "MC 第",
        "MC－", "ＭＣ", "МС", "BC-", "SC-", "RC-",
    ),
    units=(Unit("art", "条"), Unit("para", "款")),
    of="(?!)",
    and_="以及|[和及与]/或|和|及其|及|与|與|或者|或|并|、?以及",
    to="起?(?:至|到)",
    whole_words=False,
    prepare=prepare,
    read_group=read_group,
    ours=_OURS,
    foreign=f"{_AFTER_UNIT}(?:{_NAME})(?!\\s*(?:第(?!{_LETTERED})|附件|MC))",
    that_treaty="(?:[该該此]|同一)(?:公[约約]|[条條][约約]|[议議]定[书書]|[协協]定)",
    foreign_hints=(
        "》", "GB", "HJ", "HG", "AQ", "ISO", "公约", "条约", "定", "条例", "令", "法", "规", "章",
        "则", "則", "程", "议", "号", "號", "例", "書", "告", "文", "南", "手册", "说明",
        "录", "战略", "计划", "案", "标准", "通知", "公报", "合同", "纪要", "书", "纲", "教材",
        "讲义", "信函", "稿", "释",
    ),
    only="仅限?于?|只限?于?|仅",
    excepted="除|不包括|不含",
    excepted_after="除外|以外|之外|外",
    bridge=(
        "(?<=[》法例约約书書])[，：]|(?<=》中)，|在?其"
        "|的|中的|中|共同|之|下|下的|项下的|所载的?|所述的?|规定的|特别是|尤其是|即|在"
        "|[(（][^()（）]{1,30}[)）]"
        f"|第{_LETTERED}[、和及与至]"
    ),
    papers=f"(?:{_PAPERS}|标准|附录|合同|协议|文书|文書|法律|法规|规章|规则|细则)\\Z",
    subject="(?:说明|报告|计划)\\Z",
    contrast="(?:不同于|有别于|除)",
    number=NUMBER,
    read_number=read_number,
    letter="[a-zａ-ｚ]",
    read_letter=read_letter,
    continuation=(
        f"(?<=\\s)(?:{_OURS}|{_NAME})|{_BEGINS}|(?:以及|及其|或者|[和及其与與或并、，,/起至到\\u2010-\\u2015\\u2212\\u223c－~～-])"
        f"{{1,2}}+{SPACE}{_BEGINS}|(?:各自的?|分别的|中?的|中|之|下的?|内的?|项下的?|执行部分|[·・：:/／]){SPACE}[第(（前]"
    ),
    known_run=_KNOWN,
    no_hit=NO_HIT,
    symbol=(
        "(?:MC|ＭＣ|МС)(?:[-\\u2010-\\u2015\\u2212－]| ?第) ?(?P<cop>\\d{1,2}) ?[/／] ?"
        "(?P<dec>\\d{1,3})(?!\\d)"
    ),
    sentence_end="[。！？!?][”’」』）)]*+",
    abbreviations="",
    styles={
        "un": Style(units={}, write=lambda steps: _write(steps, han=("art",))),
        "authentic": Style(units={}, write=lambda steps: _write(steps, han=_ALL)),
        "digits": Style(units={}, write=_write),
        "law": Style(units={}, write=_write_as_law),
        "wide": Style(units={}, write=_write_wide),
        "bare": Style(units={}, write=_write_bare),
        "inside": Style(units={}, write=lambda steps: _write(steps, inside=True)),
    },
)  # fmt: skip
