"""How the United Nations name provisions in each of the six languages, as data.

en, fr, es, ru: the forms of the resolutions, `paragraph 3 (a)` against `paragraphe 3 a)`. Russian
letters and annexes are Latin, as in the UN text («приложение D»); the Cyrillic В would be read as
B by some and as C by others. zh: articles in Han numerals as in the treaty's own headings,
paragraphs in Arabic ones and letters in Latin, as the Secretariat's documents write them, so that
(a) is (a) in every language; 条, 款, 项, 目 are the treaty's words. ar: letters in the abjad order,
items as ‘1’, ‘2’, annexes by the names of their letters (المرفق ألف). The symbol of a decision
stays MC-5/12 everywhere: it is what readers can search for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from portal.han_numerals import write_han


class Naming(NamedTuple):
    """The patterns of one language; `{n}` is the number in that language's own writing."""

    article: str
    annex: str
    part: str
    paragraph: str
    subparagraph: str
    """Straight behind a paragraph or a row."""
    lone_subparagraph: str
    """Where there is no paragraph before it: `Article 2, subparagraph (k)`."""
    item: str
    lone_item: str
    recital: str
    preamble: str
    decision: str
    decision_paragraph: str
    separator: str
    row: str
    """What joins a row's title to its part."""
    numbers: Mapping[tuple[str, str], str]
    """Numbers that are not written as in the id, by unit and number: `("annex", "a")`."""

    def number(self, unit: str, number: str) -> str:
        """Write a unit's number in this language."""
        return self.numbers.get((unit, number), number)


_LATIN = {
    **{("annex", letter): letter.upper() for letter in "abcde"},
    ("part", "1"): "I",
    ("part", "2"): "II",
}

_ARABIC = {
    ("annex", "a"): "ألف",
    ("annex", "b"): "باء",
    ("annex", "c"): "جيم",
    ("annex", "d"): "دال",
    ("annex", "e"): "هاء",
    ("part", "1"): "الأول",
    ("part", "2"): "الثاني",
    **{("subpara", "abcdefghijk"[place]): letter for place, letter in enumerate("أبجدهوزحطيك")},
    **{
        ("item", roman): str(number)
        for number, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"), 1)
    },
}

NAMING: Mapping[str, Naming] = {
    "en": Naming(
        article="Article {n}",
        annex="Annex {n}",
        part="Part {n}",
        paragraph="paragraph {n}",
        subparagraph=" ({n})",
        lone_subparagraph="subparagraph ({n})",
        item=" ({n})",
        lone_item="item ({n})",
        recital="paragraph {n}",
        preamble="Preamble",
        decision="Decision {n}",
        decision_paragraph="paragraph {n}",
        separator=", ",
        row=": ",
        numbers=_LATIN,
    ),
    "fr": Naming(
        article="Article {n}",
        annex="Annexe {n}",
        part="{n} partie",
        paragraph="paragraphe {n}",
        subparagraph=" {n})",
        lone_subparagraph="alinéa {n})",
        item=" {n})",
        lone_item="point {n})",
        recital="alinéa {n}",
        preamble="Préambule",
        decision="Décision {n}",
        decision_paragraph="paragraphe {n}",
        separator=", ",
        row="\u00a0: ",
        numbers={
            **_LATIN,
            ("art", "1"): "premier",
            ("part", "1"): "première",
            ("part", "2"): "deuxième",
        },
    ),
    "es": Naming(
        article="Artículo {n}",
        annex="Anexo {n}",
        part="parte {n}",
        paragraph="párrafo {n}",
        subparagraph=" {n})",
        lone_subparagraph="apartado {n})",
        item=" {n})",
        lone_item="inciso {n})",
        recital="párrafo {n}",
        preamble="Preámbulo",
        decision="Decisión {n}",
        decision_paragraph="párrafo {n}",
        separator=", ",
        row=": ",
        numbers=_LATIN,
    ),
    "ru": Naming(
        article="Статья {n}",
        annex="Приложение {n}",
        part="часть {n}",
        paragraph="пункт {n}",
        subparagraph=" {n})",
        lone_subparagraph="подпункт {n})",
        item=" {n})",
        lone_item="подпункт {n})",
        recital="пункт {n}",
        preamble="Преамбула",
        decision="Решение {n}",
        decision_paragraph="пункт {n}",
        separator=", ",
        row=": ",
        numbers=_LATIN,
    ),
    "zh": Naming(
        article="第{n}条",
        annex="附件{n}",
        part="第{n}部分",
        paragraph="第{n}款",
        subparagraph="({n})项",
        lone_subparagraph="({n})项",
        item="({n})目",
        lone_item="({n})目",
        recital="第{n}段",
        preamble="序言",
        decision="第{n}号决定",
        decision_paragraph="第{n}段",
        separator="",
        row="：",
        numbers={
            **_LATIN,
            **{("art", str(number)): write_han(number) for number in range(1, 36)},
            ("part", "1"): "一",
            ("part", "2"): "二",
        },
    ),
    "ar": Naming(
        article="المادة {n}",
        annex="المرفق {n}",
        part="الجزء {n}",
        paragraph="الفقرة {n}",
        subparagraph=" ({n})",
        lone_subparagraph="الفقرة الفرعية ({n})",
        item=" ‘{n}’",
        lone_item="البند ‘{n}’",
        recital="الفقرة {n}",
        preamble="الديباجة",
        decision="المقرر {n}",
        decision_paragraph="الفقرة {n}",
        separator="، ",
        row=": ",
        numbers=_ARABIC,
    ),
}
