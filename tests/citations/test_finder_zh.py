"""Chinese citations: as the authentic text, UN documents and laws write them, and what is none.

A row is a text and what it names: the written citation and its provisions, in the order of naming.
A provision that is there stands as its id; any other answer is written before it or instead of it.
"""

from __future__ import annotations

import re

import pytest

from portal.citations import find_citations
from portal.citations.grammars.chinese_text import read_number
from portal.convention import load_treaty
from portal.han_numerals import write_han

Named = tuple[tuple[str, str], ...]

WHOLE: tuple[tuple[str, str], ...] = (
    # 数字：汉字、全角、半角
    ("第十条", "art_10"),
    ("第二十条第二款", "art_20__para_2"),
    ("第三十五条", "art_35"),
    ("第二十一条第一款", "art_21__para_1"),
    ("第４条第６款", "art_4__para_6"),
    ("附件B第II部分", "annex_b__part_2"),
    # 项、目
    ("第三条第六款（一）项", "art_3__para_6__subpara_a"),
    ("第三条第六款第(一)项第(二)目", "art_3__para_6__subpara_a__item_ii"),
    ("第22条第3款(d)项", "art_22__para_3__subpara_d"),
    ("第22条第3款(d)", "art_22__para_3__subpara_d"),
    ("第3条第6款(a)(ii)", "art_3__para_6__subpara_a__item_ii"),
    ("第3条第6款(a)项(ii)", "art_3__para_6__subpara_a__item_ii"),
    ("第3条第6款(a)(ii)项", "art_3__para_6__subpara_a__item_ii"),
    ("第3条第6款(a)项（ⅱ）目", "art_3__para_6__subpara_a__item_ii"),
    ("第八条第五款（三）", "art_8__para_5__subpara_c"),
    ("第二条（十一）", "art_2__subpara_k"),
    ("第2条(k)", "art_2__subpara_k"),
    ("第2条(k)款", "art_2__subpara_k"),
    ("第7条(3)", "art_7__para_3"),
    ("第7条(3)(a)", "art_7__para_3__subpara_a"),
    ("第7.3条", "art_7__para_3"),
    ("第7.3(a)条", "art_7__para_3__subpara_a"),
    ("第3条第(6)款", "art_3__para_6"),
    ("第(3)条", "art_3"),
    ("第九條第五款(a)項", "art_9__para_5__subpara_a"),
    ("第四条第十一款", "unknown art_4__para_11"),
    ("第9条第5款（ａ）项", "art_9__para_5__subpara_a"),
    ("附件A（第一部分）", "annex_a__part_1"),
    ("附件A之第一部分", "annex_a__part_1"),
    ("附件“C”第1款", "annex_c__para_1"),
    ("附件E第Ⅱ部分第6条第2款", "annex_e__part_2__art_6__para_2"),
    # 插入的词
    ("第九条的第五款", "art_9__para_5"),
    ("第七条第三款中的(a)项", "art_7__para_3__subpara_a"),
    ("第九条（释放）第5款", "art_9__para_5"),
    ("第11条“汞废物”第3款(a)项", "art_11__para_3__subpara_a"),
    ("附件C（第1款(b)项）", "annex_c__para_1__subpara_b"),
    ("序言第七段", "preamble__rec_7"),
)  # fmt: skip
"""Texts that are one citation from end to end."""

LISTS: tuple[tuple[str, Named], ...] = (
    ("第4、5和7条", (("第4、5和7条", "art_4 art_5 art_7"),)),
    ("第五条第一、二款", (("第五条第一、二款", "art_5__para_1 art_5__para_2"),)),
    ("第四、五、七条", (("第四、五、七条", "art_4 art_5 art_7"),)),
    ("第3至5条", (("第3至5条", "art_3 art_4 art_5"),)),
    ("第3条到第5条", (("第3条到第5条", "art_3 art_4 art_5"),)),
    ("第3—5条", (("第3—5条", "art_3 art_4 art_5"),)),
    ("第八条第五至第七款", (("第八条第五至第七款", "art_8__para_5 art_8__para_6 art_8__para_7"),)),
    ("第7条第3款和第4款", (("第7条第3款和第4款", "art_7__para_3 art_7__para_4"),)),
    ("第三条第三款、第四款及第六款",
     (("第三条第三款、第四款及第六款", "art_3__para_3 art_3__para_4 art_3__para_6"),)),
    ("第9条第5款(a)和(c)",
     (("第9条第5款(a)和(c)", "art_9__para_5__subpara_a art_9__para_5__subpara_c"),)),
    (
        "第9条第5款(a)、(b)和(c)项",
        (
            (
                "第9条第5款(a)、(b)和(c)项",
                "art_9__para_5__subpara_a art_9__para_5__subpara_b art_9__para_5__subpara_c",
            ),
        ),
    ),
    (
        "第9条第5(a)至(c)款",
        (
            (
                "第9条第5(a)至(c)款",
                "art_9__para_5__subpara_a art_9__para_5__subpara_b art_9__para_5__subpara_c",
            ),
        ),
    ),
    (
        "第3条第6款(b)项(i)目和(ii)目",
        (
            (
                "第3条第6款(b)项(i)目和(ii)目",
                "art_3__para_6__subpara_b__item_i art_3__para_6__subpara_b__item_ii",
            ),
        ),
    ),
    (
        "第七条第三款第一项至第三项",
        (
            (
                "第七条第三款第一项至第三项",
                "art_7__para_3__subpara_a art_7__para_3__subpara_b art_7__para_3__subpara_c",
            ),
        ),
    ),
    ("第4条第1款、第5条第2款和第7条",
     (("第4条第1款", "art_4__para_1"), ("第5条第2款", "art_5__para_2"), ("第7条", "art_7"))),
    ("第9条第5款(a)和(b)两项",
     (("第9条第5款(a)和(b)两项", "art_9__para_5__subpara_a art_9__para_5__subpara_b"),)),
    ("第四、五两条", (("第四、五两条", "art_4 art_5"),)),
    ("第四条至六条。", (("第四条至六条", "art_4 art_5 art_6"),)),
    ("第四条第一款和第二款以及第五条",
     (("第四条第一款和第二款", "art_4__para_1 art_4__para_2"), ("第五条", "art_5"))),
    ("第1条和第2条(a)项", (("第1条", "art_1"), ("第2条(a)项", "art_2__subpara_a"))),
    ("第五款（a）项、（b）项和（c）项",
     (("第五款（a）项、（b）项和（c）项", "relative relative relative"),)),
    ("第7条第3款, 第8条", (("第7条第3款", "art_7__para_3"), ("第8条", "art_8"))),
    ("附件A、B、C", (("附件A、B、C", "annex_a annex_b annex_c"),)),
    ("附件A至附件C", (("附件A至附件C", "annex_a annex_b annex_c"),)),
    ("附件A至D", (("附件A至D", "annex_a annex_b annex_c annex_d"),)),
    (
        "附件E第一部分第3至5条",
        (
            (
                "附件E第一部分第3至5条",
                "annex_e__part_1__art_3 annex_e__part_1__art_4 annex_e__part_1__art_5",
            ),
        ),
    ),
    ("附件E第一、第二部分", (("附件E第一、第二部分", "annex_e__part_1 annex_e__part_2"),)),
    ("第五款、第九条", (("第五款", "relative"), ("第九条", "art_9"))),
    ("第4条第2款\n第6条", (("第4条第2款", "art_4__para_2"), ("第6条", "art_6"))),
    ("第一，第三条规定了供应来源。", (("第三条", "art_3"),)),
)  # fmt: skip

OTHERS: tuple[tuple[str, Named], ...] = (
    ("第9条（(释放)）", (("第9条", "art_9"),)),
    ("根据本公约第七条", (("第七条", "art_7"),)),
    ("《巴塞尔公约》第四条和第六条", (("第四条", "foreign"), ("第六条", "foreign"))),
    ("巴塞尔公约第4条第2款", (("第4条第2款", "foreign"),)),
    ("《巴塞尔公约》（第四条）", (("第四条", "foreign"),)),
    ("《固体废物污染环境防治法》（2020年修订）第三十六条", (("第三十六条", "foreign"),)),
    ("《巴塞尔公约》附件一和附件八", (("附件一", "foreign"), ("附件八", "foreign"))),
    ("《蒙特利尔议定书》第2A条，《公约》第8条", (("第2A条", "foreign"), ("第8条", "art_8"))),
    ("海关法第五条", (("第五条", "foreign"),)),
    ("国务院令第709号第十条", (("第十条", "foreign"),)),
    ("第七条之二", (("第七条之二", "foreign"),)),
    ("与《巴塞尔公约》不同，第十一条第2款", (("第十一条第2款", "art_11__para_2"),)),
    ("《巴塞尔公约》和《水俣公约》第十一条", (("第十一条", "art_11"),)),
    ("《关于汞的水俣公约》（以下简称《公约》）第七条", (("第七条", "art_7"),)),
    ("水俣公约第七条，刑法第三百三十八条", (("第七条", "art_7"), ("第三百三十八条", "foreign"))),
    ("MC-1/21号决定第1段和第2段",
     (("MC-1/21号决定第1段和第2段", "dec_mc-1-21__para_1 unknown dec_mc-1-21__para_2"),)),
    ("依法适用第七条的方法第一", (("第七条", "art_7"),)),
    ("该条例第十条", (("第十条", "foreign"),)),
    ("《维也纳条约法公约》规定，依照该公约第三十一条解释", (("第三十一条", "foreign"),)),
    ("《水俣公约》生效后，根据该公约第三十一条", (("第三十一条", "art_31"),)),
    ("报告第3段和《公约》第21条", (("第3段", "foreign"), ("第21条", "art_21"))),
    ("第二十一条 （报告）", (("第二十一条", "art_21"),)),
    ("第四条 （《巴塞尔公约》）", (("第四条", "foreign"),)),
    ("见本报告附件二", (("附件二", "foreign"),)),
    ("MC-5/12号决定", (("MC-5/12号决定", "dec_mc-5-12"),)),
    ("MC第5/12号决定", (("MC第5/12号决定", "dec_mc-5-12"),)),
    ("第MC-5/12和5/4号决定", (("第MC-5/12和5/4号决定", "dec_mc-5-12 dec_mc-5-4"),)),
    ("《水俣公约》缔约方大会第5/12号决定第3段", (("第5/12号决定第3段", "dec_mc-5-12__para_3"),)),
    ("联合国环境大会第2/7号决议第4段", (("第2/7号决议第4段", "foreign"),)),
    ("欧盟第2017/852号条例", ()),
)  # fmt: skip

NO_CITATION = (
    "第三次会议通过了第一批资料", "第二条生产线", "第一项任务和第二项工作", "第一目标",
    "第三款手机", "第七项",
    "基本条件和基本条款", "不同条件下，该条约已生效", "本条例自公布之日起施行", "该项目已完成",
    "附件一般为表格", "共3条、5款", "第12页第3段落", "应该条理清楚", "第三方（见下文）",
    "临时议程项目6(h)", "（一）说明；（二）举例", "2013年第10期", "第5.5节", "第一部分课程",
    "第三条建议和第四条经验", "按照合同条款", "第一个五年",
)  # fmt: skip

IN_CONTEXT: tuple[tuple[str, str, Named], ...] = (
    ("art_9", "本条第五款和第六款", (("本条第五款和第六款", "art_9__para_5 art_9__para_6"),)),
    ("art_9", "上文第三款", (("第三款", "art_9__para_3"),)),
    ("art_9__para_5", "本款(b)项", (("本款(b)项", "art_9__para_5__subpara_b"),)),
    ("art_7__para_3", "第二项和第三项所述",
     (("第二项和第三项", "art_7__para_3__subpara_b art_7__para_3__subpara_c"),)),
    ("annex_a", "第一部分所列产品", (("第一部分", "annex_a__part_1"),)),
    ("annex_c", "本附件第1款", (("本附件第1款", "annex_c__para_1"),)),
    ("dec_mc-5-12", "第3段", (("第3段", "dec_mc-5-12__para_3"),)),
    ("art_4", "根据第五条第二款，上文第一款不适用",
     (("第五条第二款", "art_5__para_2"), ("第一款", "art_4__para_1"))),
)  # fmt: skip


def named(text: str, context: str | None = None) -> list[tuple[str, str]]:
    """Return (written, provisions) per citation."""
    found = []
    for citation in find_citations(text, language="zh", context=context):
        words = [
            target.id or ""
            if target.status == "valid"
            else f"{target.status} {target.id or ''}".strip()
            for target in citation.targets
        ]
        found.append((text[citation.start : citation.end], " ".join(words)))
    return found


@pytest.mark.parametrize(("text", "ids"), WHOLE, ids=[row[0] for row in WHOLE])
def test_every_way_of_writing_one_provision_is_read(text: str, ids: str) -> None:
    assert named(text) == [(text, ids)]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_lists_and_ranges_name_each_of_their_members(text: str, expected: Named) -> None:
    assert named(text) == list(expected)


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_other_texts_and_decisions_are_told_from_the_convention(text: str, expected: Named) -> None:
    assert named(text) == list(expected)


@pytest.mark.parametrize("text", NO_CITATION)
def test_measure_words_and_heads_of_other_words_are_no_citation(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("context", "text", "expected"), IN_CONTEXT, ids=[row[1] for row in IN_CONTEXT]
)
def test_a_context_completes_what_the_text_leaves_out(
    context: str, text: str, expected: Named
) -> None:
    assert named(text, context) == list(expected)


@pytest.mark.parametrize("gap", ["", " ", "　"])
def test_a_title_behind_an_article_is_no_measure_word(gap: str) -> None:
    for number in range(1, 36):
        article = load_treaty().get(f"art_{number}")
        title = article.title("zh") if article is not None else None
        heading = f"第{write_han(number)}条{gap}{title.text if title is not None else ''}"
        assert [ids for _, ids in named(heading)] == [f"art_{number}"], heading


def test_chinese_numerals_read_back_as_they_are_written() -> None:
    assert [read_number(write_han(number)) for number in range(1, 100)] == list(range(1, 100))
    assert [read_number(text) for text in ("一百", "一百零二", "廿一", "二百二十一", "三五")] == [
        100, 102, 21, 221, None,
    ]  # fmt: skip


@pytest.mark.parametrize("text", [row[0] for row in WHOLE])
def test_spaces_and_emphasis_between_the_words_change_nothing(text: str) -> None:
    spaced = re.sub(
        "(?<=第)(?=[\\d〇一二三四五六七八九十])|(?<=[\\d〇一二三四五六七八九十])(?=[条款项目])",
        " ",
        text,
    )
    assert [ids for _, ids in named(f"**{spaced}**")] == [ids for _, ids in named(text)]
