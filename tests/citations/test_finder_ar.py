"""Arabic citations: as UN documents, national laws and good prose write them, and what is none.

A row is a text and what it names: the written citation and its provisions, in the order of naming.
A provision that is there stands as its id; any other answer is written before it or instead of it.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.citations import find_citations
from portal.citations.grammars.arabic_text import prepare, read_number, write_ordinal
from portal.convention import load_treaty

Named = tuple[tuple[str, str], ...]

WHOLE: tuple[tuple[str, str], ...] = (
    # السوابق
    ("للمادة 7", "art_7"),
    ("وللفقرة 3 من المادة 7", "art_7__para_3"),
    ("بالمادتين 8 و9", "art_8 art_9"),
    ("كالمادة 12", "art_12"),
    ("بالمرفق جيم", "annex_c"),
    ("مادة 7", "art_7"),
    # الأعداد
    ("المادة (7)", "art_7"),
    ("المادة (7) (3) (ب)", "art_7__para_3__subpara_b"),
    ("الفقرة (3) من المادة (7)", "art_7__para_3"),
    ("المادة ۱۱، الفقرة ۳", "art_11__para_3"),
    ("المادة التاسعة عشرة", "art_19"),
    ("المادة العشرون", "art_20"),
    ("المادة الحادية والعشرين", "art_21"),
    ("المادة الخامسة والثلاثون", "art_35"),
    ("الفقرة الثانية عشرة من المادة الثالثة", "art_3__para_12"),
    ("الماده الاولى", "art_1"),
    # الحروف والبنود
    ("الفقرة 5(ه) من المادة 8", "art_8__para_5__subpara_e"),
    ("الفقرة 3 (ا) من المادة 7", "art_7__para_3__subpara_a"),
    ("الفقرة 3 أ) من المادة 7", "art_7__para_3__subpara_a"),
    ("الفقرة 3(a) من المادة 7", "art_7__para_3__subpara_a"),
    ("الفقرة الفرعية 3 (أ) من المادة 7", "art_7__para_3__subpara_a"),
    ("الفقرة 6 (أ) ’2‘ من المادة 3", "art_3__para_6__subpara_a__item_ii"),
    ("المادة 3، الفقرة 6 (ب) '1'", "art_3__para_6__subpara_b__item_i"),
    ("المادة 2 (ب) '٣'", "art_2__subpara_b__item_iii"),
    ("المادة 7.3", "art_7__para_3"),
    # علامات لا ترى
    ("الْمَادَّةُ 9", "art_9"),
    ("المــادة 9", "art_9"),
    ("المادة \u200e9\u200e (5)", "art_9__para_5"),
    ("الفقرة (أ) من المادة 2", "art_2__subpara_a"),
    ("المادة 9 فقرة 5", "art_9__para_5"),
    ("المادة 9 الفقرة 5", "art_9__para_5"),
    ("المادة 8 (الانبعاثات)، الفقرة 3", "art_8__para_3"),
    ("المادة 3(6)(أ)'1'", "art_3__para_6__subpara_a__item_i"),
    ("المادة 7 (أ)", "unknown art_7__subpara_a"),
    # مرفقات وديباجة
    ("المرفق «ألف»", "annex_a"),
    ("المرفق (ألف)", "annex_a"),
    ("القسم الثاني من المرفق هاء", "annex_e__part_2"),
    ("للمرفق دال", "annex_d"),
    ("المرفق الف", "annex_a"),
    ("المرفق \"ألف\"، الجزء الأول", "annex_a__part_1"),
    ("الجزء 2 من المرفق (أ)", "annex_a__part_2"),
    ("المرفق C", "annex_c"),
    ("الفقرة السابعة من الديباجة", "preamble__rec_7"),
)  # fmt: skip
"""Texts that are one citation from end to end."""

LISTS: tuple[tuple[str, Named], ...] = (
    ("المواد 4 و5 و7", (("المواد 4 و5 و7", "art_4 art_5 art_7"),)),
    ("المواد 4، 5، و7", (("المواد 4، 5، و7", "art_4 art_5 art_7"),)),
    ("المواد ٤ و٥ و٧", (("المواد ٤ و٥ و٧", "art_4 art_5 art_7"),)),
    ("المادتين (7) و(9)", (("المادتين (7) و(9)", "art_7 art_9"),)),
    ("المواد 3–6", (("المواد 3–6", "art_3 art_4 art_5 art_6"),)),
    ("المواد من 3 إلى 5", (("المواد من 3 إلى 5", "art_3 art_4 art_5"),)),
    ("المواد من الثالثة إلى الخامسة", (("المواد من الثالثة إلى الخامسة", "art_3 art_4 art_5"),)),
    ("من المادة 3 إلى المادة 5", (("المادة 3 إلى المادة 5", "art_3 art_4 art_5"),)),
    (
        "الفقرات الفرعية من (أ) إلى (ج) من الفقرة 5 من المادة 9",
        (
            (
                "الفقرات الفرعية من (أ) إلى (ج) من الفقرة 5 من المادة 9",
                "art_9__para_5__subpara_a art_9__para_5__subpara_b art_9__para_5__subpara_c",
            ),
        ),
    ),
    ("الفقرتان الأولى والثانية من المادة الخامسة",
     (("الفقرتان الأولى والثانية من المادة الخامسة", "art_5__para_1 art_5__para_2"),)),
    ("الفقرة 5 (أ) أو (ب) من المادة 9",
     (("الفقرة 5 (أ) أو (ب) من المادة 9", "art_9__para_5__subpara_a art_9__para_5__subpara_b"),)),
    (
        "الفقرة 6 (أ) '1' و'2' من المادة 3",
        (
            (
                "الفقرة 6 (أ) '1' و'2' من المادة 3",
                "art_3__para_6__subpara_a__item_i art_3__para_6__subpara_a__item_ii",
            ),
        ),
    ),
    (
        "الفقرة 3 من المادة 7 والفقرتين 4 و5 من المادة 8",
        (
            ("الفقرة 3 من المادة 7", "art_7__para_3"),
            ("والفقرتين 4 و5 من المادة 8", "art_8__para_4 art_8__para_5"),
        ),
    ),
    ("المادة 4 والمادة 7", (("المادة 4", "art_4"), ("والمادة 7", "art_7"))),
    ("المرفقين ألف وباء والمادة 4",
     (("المرفقين ألف وباء", "annex_a annex_b"), ("والمادة 4", "art_4"))),
    ("المرفقات ألف إلى جيم", (("المرفقات ألف إلى جيم", "annex_a annex_b annex_c"),)),
    ("المادتان 4 و5 والمرفقان ألف وباء",
     (("المادتان 4 و5", "art_4 art_5"), ("والمرفقان ألف وباء", "annex_a annex_b"))),
    ("من المادة الأولى إلى المادة الثالثة",
     (("المادة الأولى إلى المادة الثالثة", "art_1 art_2 art_3"),)),
    ("الفقرة 3 (ب) و(د) من المادة 22",
     (("الفقرة 3 (ب) و(د) من المادة 22", "art_22__para_3__subpara_b art_22__para_3__subpara_d"),)),
    ("الفقرات ١-٣ من المادة ٢٦",
     (("الفقرات ١-٣ من المادة ٢٦", "art_26__para_1 art_26__para_2 art_26__para_3"),)),
    ("الفقرتين الثالثة والرابعة من المادة (7)",
     (("الفقرتين الثالثة والرابعة من المادة (7)", "art_7__para_3 art_7__para_4"),)),
    ("المرفق ألف أو باء", (("المرفق ألف أو باء", "annex_a annex_b"),)),
    (
        "المادتان 3 و4 من الجزء الأول من المرفق هاء",
        (
            (
                "المادتان 3 و4 من الجزء الأول من المرفق هاء",
                "annex_e__part_1__art_3 annex_e__part_1__art_4",
            ),
        ),
    ),
)  # fmt: skip

OTHERS: tuple[tuple[str, Named], ...] = (
    ("وفي المادة 21", (("المادة 21", "art_21"),)),
    ("عملاً بأحكام المادة 8 من الاتفاقية", (("المادة 8", "art_8"),)),
    ("المادة 11 بشأن نفايات الزئبق", (("المادة 11", "art_11"),)),
    ("المرفق واو من الاتفاقية", (("المرفق واو", "unknown annex_f"),)),
    ("المادة 4 من اتفاقية بازل بشأن التحكم في نقل النفايات والمادة 11 من اتفاقية ميناماتا",
     (("المادة 4", "foreign"), ("والمادة 11", "art_11"))),
    ("تنص اتفاقية بازل في المادة 4 منها", (("المادة 4", "foreign"),)),
    ("وفقاً لاتفاقية استكهولم بشأن الملوثات العضوية الثابتة، المادة 6",
     (("المادة 6", "foreign"),)),
    ("المادة 5 من اتفاقية الأمم المتحدة الإطارية بشأن تغير المناخ", (("المادة 5", "foreign"),)),
    ("المادة 7 من هذه الاتفاقية", (("المادة 7", "art_7"),)),
    ("المادة 7 من اتفاقية الزئبق", (("المادة 7", "art_7"),)),
    ("المادة 12 من قانون التعدين", (("المادة 12", "foreign"),)),
    ("المادتين 3 و4 من اللائحة التنفيذية", (("المادتين 3 و4", "foreign foreign"),)),
    ("المادة 19 من اللائحة (الاتحاد الأوروبي) 2017/852", (("المادة 19", "foreign"),)),
    ("المادة 8 من المرسوم الملكي رقم 5 لعام 2020", (("المادة 8", "foreign"),)),
    ("المادة 15 من النظام الأساسي", (("المادة 15", "foreign"),)),
    ("المادة 7 مكرراً من القانون", (("المادة 7", "foreign"),)),
    ("القانون رقم 4 لسنة 1994، المادة 29", (("المادة 29", "foreign"),)),
    ("القانون رقم 4 لسنة 1994 (المادة 29)", (("المادة 29", "foreign"),)),
    ("صدر القانون رقم 4 لسنة 1994، وتنص المادة 29 منه على الحظر", (("المادة 29", "foreign"),)),
    ("دخلت الاتفاقية حيز النفاذ وفقاً للمادة 31 منها", (("للمادة 31", "art_31"),)),
    ("المادة 3 من العهد الدولي الخاص بالحقوق المدنية", (("المادة 3", "foreign"),)),
    ("المادة 36 من بروتوكول مونتريال والمادة 8 من هذه الاتفاقية",
     (("المادة 36", "foreign"), ("والمادة 8", "art_8"))),
    ("تنفيذ المادة 7 في القانون الوطني", (("المادة 7", "art_7"),)),
    ("الفقرة 12 من تقرير الأمانة", (("الفقرة 12", "foreign"),)),
    ("المرفق الأول لاتفاقية بازل", (("المرفق الأول", "foreign"),)),
    ("المقرر ا م-5/12", (("المقرر ا م-5/12", "dec_mc-5-12"),)),
    ("بالمقرر أ م-1/21", (("بالمقرر أ م-1/21", "dec_mc-1-21"),)),
    ("الفقرتين 3 و4 من المقرر MC-5/12",
     (("الفقرتين 3 و4 من المقرر MC-5/12", "dec_mc-5-12__para_3 dec_mc-5-12__para_4"),)),
    ("الفقرة 3 من القرار 2/7", (("الفقرة 3 من القرار 2/7", "foreign"),)),
    ("المادة 36 من القانون، والمادة 7 من الاتفاقية",
     (("المادة 36", "foreign"), ("والمادة 7", "art_7"))),
)  # fmt: skip

NO_CITATION = (
    "مادة الزئبق مادة خطرة", "المواد الكيميائية الخطرة", "3 مواد و5 منتجات",
    "المواد الأولية والمادة الخام", "الفقرة التالية من النص", "الأجزاء الثلاثة", "بنود العقد",
    "قررت الأمانة", "الجزء الأكبر من النفايات", "(أ) أولاً؛ (ب) ثانياً", "الصفحة 12 والجدول 3",
    "في عام 2013 و5 أطراف", "المرفقات الأخرى", "مرافق التخزين", "البند 3 من جدول الأعمال",
    "المادة المدرسية", "من 3 إلى 6 سنوات", "مواد البناء 7 أنواع",
)  # fmt: skip

IN_CONTEXT: tuple[tuple[str, str, Named], ...] = (
    ("art_9", "لأغراض هذه المادة", (("هذه المادة", "art_9"),)),
    ("art_9", "وفقاً لهذه المادة", (("لهذه المادة", "art_9"),)),
    ("art_9", "الفقرة الخامسة من هذه المادة",
     (("الفقرة الخامسة من هذه المادة", "art_9__para_5"),)),
    ("art_9", "المشار إليها في الفقرتين 5 و6 أعلاه",
     (("الفقرتين 5 و6", "art_9__para_5 art_9__para_6"),)),
    ("art_9__para_5", "الفقرة الفرعية (ب)", (("الفقرة الفرعية (ب)", "art_9__para_5__subpara_b"),)),
    ("annex_a", "الجزء الثاني من هذا المرفق",
     (("الجزء الثاني من هذا المرفق", "annex_a__part_2"),)),
    ("dec_mc-5-12", "الفقرة 3", (("الفقرة 3", "dec_mc-5-12__para_3"),)),
    ("art_4", "المادة 7، ولا سيما الفقرة 3 منها",
     (("المادة 7", "art_7"), ("الفقرة 3", "art_7__para_3"))),
    ("art_4", "المادة 7 والفقرة 2 من نفس المادة",
     (("المادة 7", "art_7"), ("والفقرة 2 من نفس المادة", "art_7__para_2"))),
)  # fmt: skip


def named(text: str, context: str | None = None) -> list[tuple[str, str]]:
    """Return (written, provisions) per citation."""
    found = []
    for citation in find_citations(text, language="ar", context=context):
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
def test_substances_and_plain_words_are_no_citation(text: str) -> None:
    assert [status for _, status in named(text) if status != "foreign"] == []


@pytest.mark.parametrize(
    ("context", "text", "expected"), IN_CONTEXT, ids=[row[1] for row in IN_CONTEXT]
)
def test_a_context_completes_what_the_text_leaves_out(
    context: str, text: str, expected: Named
) -> None:
    assert named(text, context) == list(expected)


def test_a_title_behind_an_article_is_no_part_of_it() -> None:
    for number in range(1, 36):
        article = load_treaty().get(f"art_{number}")
        title = article.title("ar") if article is not None else None
        heading = f"المادة {number}: {title.text if title is not None else ''}"
        assert named(heading) == [(f"المادة {number}", f"art_{number}")]


def test_ordinal_words_read_back_as_they_are_written() -> None:
    written = [prepare(write_ordinal(number)) for number in range(1, 100)]
    assert [read_number(text) for text in written] == list(range(1, 100))
    genitive = [prepare(write_ordinal(number).replace("ون", "ين")) for number in range(1, 100)]
    assert [read_number(text) for text in genitive] == list(range(1, 100))


@pytest.mark.parametrize(
    ("raw", "prepared"),
    [
        ("الفِقْرة 5", "الفقرةــ 5"),
        ("المـادّة", "المادةــ"),
        ("الإطلاقات إلى", "الاطلاقات الي"),
        ("(أ) '2' من", "(ا) (2) من"),
        ("المادتين (7) و(9)", "المادتين  7ـ و 9ـ"),
        ("الفقرة (7)", "الفقرة (7)"),
        ("No '2' here", "No (2) here"),
        ("المواد (3، 4)", "المواد  3، 4ـ"),
        ("الفقرة (3/أ)", "الفقرة  3/اـ"),
        ("المادة 7/3 في 7/3/2020", "المادة 7.3 في 7/3/2020"),
        ('(ب) "2" و«2»', "(ب) (2) و«2»"),
        ("اﻟﻤﺎدة 4", "المادة 4"),
    ],
)
def test_a_text_comes_into_one_spelling_of_the_same_length(raw: str, prepared: str) -> None:
    assert prepare(raw) == prepared


@given(st.text(st.sampled_from("المادةفقر أإآىـ\u064b\u064e\u0651'‘’()12i،و\n")))
def test_preparing_keeps_every_offset(text: str) -> None:
    once = prepare(text)
    assert len(once) == len(text)
    for citation in find_citations(text, language="ar"):
        assert text[citation.start : citation.end].strip()
