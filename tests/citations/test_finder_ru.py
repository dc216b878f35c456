"""Russian citations beyond the phrases of `phrases/ru.yaml`: what a text says, and what it names.

A row is: text, then one `written -> ids` per citation. An id alone is valid; `!id` does not exist,
`foreign` belongs to another instrument, `relative` lacks a context, `ambiguous` a decision.
"""

from __future__ import annotations

import pytest

from portal.citations import find_citations, list_styles, render
from portal.convention import load_treaty

Row = tuple[str, list[str]]

CASES: list[Row] = [
    ("из статей 3 и 10—12", ["статей 3 и 10—12 -> art_3 art_10 art_11 art_12"]),
    ("статьёю 21 и статьей 22", ["статьёю 21 -> art_21", "статьей 22 -> art_22"]),
    ("к пунктам 6 и 8 статьи 3", ["пунктам 6 и 8 статьи 3 -> art_3__para_6 art_3__para_8"]),
    ("подпунктов (a) и (b) пункта 2 статьи 25",
     ["подпунктов (a) и (b) пункта 2 статьи 25 -> "
      "art_25__para_2__subpara_a art_25__para_2__subpara_b"]),
    ("статьей 6, пунктами 5, 6 и 9",
     ["статьей 6, пунктами 5, 6 и 9 -> art_6__para_5 art_6__para_6 art_6__para_9"]),
    ("СТАТЬИ 4 И 5", ["СТАТЬИ 4 И 5 -> art_4 art_5"]),
    ("ПОДПУНКТ C) ПУНКТА 5 СТАТЬИ 8",
     ["ПОДПУНКТ C) ПУНКТА 5 СТАТЬИ 8 -> art_8__para_5__subpara_c"]),
]  # fmt: skip

CHAINS: list[Row] = [
    ("в пунктах 5 a), b) и c) статьи 8",
     ["пунктах 5 a), b) и c) статьи 8 -> "
      "art_8__para_5__subpara_a art_8__para_5__subpara_b art_8__para_5__subpara_c"]),
    ("пункты 3–6 и 8 статьи 7",
     ["пункты 3–6 и 8 статьи 7 -> art_7__para_3 art_7__para_4 "
      "!art_7__para_5 !art_7__para_6 !art_7__para_8"]),
    ("подпункт 5 b) статьи 9", ["подпункт 5 b) статьи 9 -> art_9__para_5__subpara_b"]),
    ("подпункт 3 пункта 5 статьи 8", ["подпункт 3 пункта 5 статьи 8 -> art_8__para_5__subpara_c"]),
    ("Статья 8 в пункте 5 называет меры", ["Статья 8 в пункте 5 -> art_8__para_5"]),
    ("статью 3 (п. 6)", ["статью 3 (п. 6) -> art_3__para_6"]),
    ("статья 3, пункт 6, подпункт a), подпункт ii)",
     ["статья 3, пункт 6, подпункт a), подпункт ii) -> art_3__para_6__subpara_a__item_ii"]),
    ("подпункты i)–iii) пункта 1 b) приложения C",
     ["подпункты i)–iii) пункта 1 b) приложения C -> annex_c__para_1__subpara_b__item_i "
      "annex_c__para_1__subpara_b__item_ii annex_c__para_1__subpara_b__item_iii"]),
    ("пункт 3 статьи 7, пункт 5 статьи 8 и пункт 1 статьи 9 соответственно",
     ["пункт 3 статьи 7 -> art_7__para_3", "пункт 5 статьи 8 -> art_8__para_5",
      "пункт 1 статьи 9 -> art_9__para_1"]),
    ("как статья 8, так и статья 9", ["статья 8 -> art_8", "статья 9 -> art_9"]),
    ("со статьей 8 по статью 10", ["статьей 8 по статью 10 -> art_8 art_9 art_10"]),
    ("статьи с 8 по 10", ["статьи с 8 по 10 -> art_8 art_9 art_10"]),
    ("пункт 2 статьи 4 в сочетании с пунктом 3",
     ["пункт 2 статьи 4 -> art_4__para_2", "пунктом 3 -> art_4__para_3"]),
    ("статья 9 («Высвобождения»), пункт 5",
     ["статья 9 («Высвобождения»), пункт 5 -> art_9__para_5"]),
]  # fmt: skip

SHORT: list[Row] = [
    ("ст.9 п.5 пп.b", ["ст.9 п.5 пп.b -> art_9__para_5__subpara_b"]),
    ('ст.9,п.5,пп."b"', ['ст.9,п.5,пп."b" -> art_9__para_5__subpara_b']),
    ("ст. ст. 8, 9 и 10", ["ст. ст. 8, 9 и 10 -> art_8 art_9 art_10"]),
    ("п.п. 1 и 2 ст. 7", ["п.п. 1 и 2 ст. 7 -> art_7__para_1 art_7__para_2"]),
    ("пп. 1-3 ст. 7", ["пп. 1-3 ст. 7 -> art_7__para_1 art_7__para_2 art_7__para_3"]),
    ("прил. С, п. 1", ["прил. С, п. 1 -> annex_c__para_1"]),
    ("§ 3 статьи 7", ["§ 3 статьи 7 -> art_7__para_3"]),
    ("ст. 7(3)(a)–(c)",
     ["ст. 7(3)(a)–(c) -> "
      "art_7__para_3__subpara_a art_7__para_3__subpara_b art_7__para_3__subpara_c"]),
    ("ч. 3 ст. 7 Минаматской конвенции", ["ч. 3 ст. 7 -> art_7__para_3"]),
    ("п. 2 ч. 3 ст. 7", ["п. 2 ч. 3 ст. 7 -> art_7__para_3__subpara_b"]),
    ("п. «а» ч. 3 ст. 7", ["п. «а» ч. 3 ст. 7 -> art_7__para_3__subpara_a"]),
    ("ст. 7, ч. 3", ["ст. 7, ч. 3 -> art_7__para_3"]),
]  # fmt: skip

ORDINALS: list[Row] = [
    ("пунктом 3-м статьи 7-й", ["пунктом 3-м статьи 7-й -> art_7__para_3"]),
    ("5-го пункта 8-й статьи", ["5-го пункта 8-й статьи -> art_8__para_5"]),
    ("в третьем пункте седьмой статьи", ["третьем пункте седьмой статьи -> art_7__para_3"]),
    ("первый и второй пункты статьи 4",
     ["первый и второй пункты статьи 4 -> art_4__para_1 art_4__para_2"]),
    ("статья двадцать первая", ["статья двадцать первая -> art_21"]),
    ("в двадцать первой статье Конвенции", ["двадцать первой статье -> art_21"]),
    ("в первой части приложения А", ["первой части приложения А -> annex_a__part_1"]),
    ("абзац 7 преамбулы", ["абзац 7 преамбулы -> preamble__rec_7"]),
    ("в седьмом абзаце преамбулы", ["седьмом абзаце преамбулы -> preamble__rec_7"]),
    ("второй абзац пункта 3 статьи 7", ["пункта 3 статьи 7 -> art_7__para_3"]),
    ("абзац третий пункта 3 статьи 7", ["пункта 3 статьи 7 -> art_7__para_3"]),
]  # fmt: skip

LETTERS: list[Row] = [
    ("подпункт к) статьи 2", ["подпункт к) статьи 2 -> ambiguous"]),
    ("подпункты а), б) и к) статьи 2",
     ["подпункты а), б) и к) статьи 2 -> art_2__subpara_a art_2__subpara_b art_2__subpara_j"]),
    ("подпункт е) пункта 2 статьи 8 и подпункт б) пункта 3 статьи 7",
     ["подпункт е) пункта 2 статьи 8 -> art_8__para_2__subpara_f",
      "подпункт б) пункта 3 статьи 7 -> art_7__para_3__subpara_b"]),
    ("подпункт е) пункта 2 статьи 8 и подпункт b) пункта 3 статьи 7",
     ["подпункт е) пункта 2 статьи 8 -> art_8__para_2__subpara_e",
      "подпункт b) пункта 3 статьи 7 -> art_7__para_3__subpara_b"]),
    ("пункт 1 и) приложения C", ["пункт 1 и) приложения C -> annex_c__para_1__subpara_i"]),
    ("подпункты «а» и «б» пункта 3 статьи 7",
     ["подпункты «а» и «б» пункта 3 статьи 7 -> "
      "art_7__para_3__subpara_a art_7__para_3__subpara_b"]),
    ("подпункты а, б и в пункта 3 статьи 7",
     ["подпункты а, б и в пункта 3 статьи 7 -> "
      "art_7__para_3__subpara_a art_7__para_3__subpara_b art_7__para_3__subpara_c"]),
    ("пункт «а» статьи 2", ["пункт «а» статьи 2 -> art_2__subpara_a"]),
    ("приложения Б, В, Г", ["приложения Б, В, Г -> annex_b annex_c annex_d"]),
    ("приложении В (процессы), приложении С (план)",
     ["приложении В -> annex_b", "приложении С -> annex_c"]),
    ("приложения А и В", ["приложения А и В -> annex_a ambiguous"]),
    ("ПРИЛОЖЕНИЕ Б. ПРИЛОЖЕНИЕ В.", ["ПРИЛОЖЕНИЕ Б -> annex_b", "ПРИЛОЖЕНИЕ В -> annex_c"]),
    ("приложения А–Е", ["приложения А–Е -> annex_a annex_b annex_c annex_d annex_e"]),
]  # fmt: skip

RELATIVE: list[Row] = [
    ("Статья 8 строга, при этом пункт 3 этой статьи мягче.",
     ["Статья 8 -> art_8", "пункт 3 этой статьи -> art_8__para_3"]),
    ("статья 9 и ее пункт 5", ["статья 9 -> art_9", "пункт 5 -> art_9__para_5"]),
    ("та же статья", ["та же статья -> relative"]),
    ("Стороны, подпадающие под пункт 3 статьи 7, готовят план (пункт 3 a))",
     ["пункт 3 статьи 7 -> art_7__para_3", "пункт 3 a) -> art_7__para_3__subpara_a"]),
    ("# Статья 7\n\nПодпункт b) пункта 3.\n\n## Приложение С\n\nПункт 1 b) называет действия.",
     ["Статья 7 -> art_7", "Подпункт b) пункта 3 -> art_7__para_3__subpara_b",
      "Приложение С -> annex_c", "Пункт 1 b) -> annex_c__para_1__subpara_b"]),
    ("# Статья 7\n\n## Задание\n\nЧто требует пункт 3?",
     ["Статья 7 -> art_7", "пункт 3 -> relative"]),
    ("# Статья 9\nПункт 5 a) допускает меры",
     ["Статья 9 -> art_9", "Пункт 5 a) -> art_9__para_5__subpara_a"]),
    ("См. приложение А. Пункт 1 задает срок.", ["приложение А -> annex_a", "Пункт 1 -> relative"]),
]  # fmt: skip

DECISIONS: list[Row] = [
    ("решений МК-4/3 и МК-5/4", ["решений МК-4/3 и МК-5/4 -> dec_mc-4-3 dec_mc-5-4"]),
    ("в решении МК‑5/12 (2023 год)", ["решении МК‑5/12 -> dec_mc-5-12"]),
    ("пункт 3 решения № МК-5/12", ["пункт 3 решения № МК-5/12 -> dec_mc-5-12__para_3"]),
    ("Решение МК-5/12: в пункте 3 этого решения секретариат",
     ["Решение МК-5/12 -> dec_mc-5-12", "пункте 3 этого решения -> dec_mc-5-12__para_3"]),
    ("пункт 3 решения БК-10/3", ["пункт 3 -> foreign"]),
    ("приложение I к решению МК-4/3", ["приложение I -> foreign", "решению МК-4/3 -> dec_mc-4-3"]),
]  # fmt: skip

FOREIGN: list[Row] = [
    ("пункт 1 статьи 11 Федерального закона от 24 июня 1998 г. № 89-ФЗ «Об отходах» "
     "и пункт 3 статьи 11 Конвенции",
     ["пункт 1 статьи 11 -> foreign", "пункт 3 статьи 11 -> art_11__para_3"]),
    ("в пункте 5 части 2 статьи 12 Экологического кодекса Республики Казахстан",
     ["пункте 5 части 2 статьи 12 -> foreign"]),
    ("статья 6 Стокгольмской и статья 4 Базельской конвенций",
     ["статья 6 -> foreign", "статья 4 -> foreign"]),
    ("статья 31 Венской конвенции о праве международных договоров", ["статья 31 -> foreign"]),
    ("Стокгольмская конвенция, статья 6", ["статья 6 -> foreign"]),
    ("Венская конвенция о праве международных договоров, статья 31", ["статья 31 -> foreign"]),
    ("ст. 4 Роттердамской конвенции о процедуре предварительного обоснованного согласия "
     "и статья 3 Минаматской конвенции", ["ст. 4 -> foreign", "статья 3 -> art_3"]),
    ("статья 5 Базельской, Роттердамской и Стокгольмской конвенций", ["статья 5 -> foreign"]),
    ("Базельская конвенция и её статья 11", ["статья 11 -> foreign"]),
    ("Базельская конвенция дополняет статью 11.", ["статью 11 -> art_11"]),
    ("В отличие от Базельской конвенции, статья 11 охватывает ртуть.", ["статья 11 -> art_11"]),
    ("статья 24 Конвенции о правах ребенка", ["статья 24 -> foreign"]),
    ("статья 8 Конвенции МОТ № 170", ["статья 8 -> foreign"]),
    ("ст. 19 Регламента (ЕС) 2017/852", ["ст. 19 -> foreign"]),
    ("п. 5 постановления Правительства Российской Федерации № 1242-р", ["п. 5 -> foreign"]),
    ("пункт 1.1 ГОСТ Р 52105-2003", ["пункт 1.1 -> foreign"]),
    ("ч. 1 ст. 8.2 КоАП РФ", ["ч. 1 ст. 8.2 -> foreign"]),
    ("пункты 1 и 2 доклада", ["пункты 1 и 2 -> foreign foreign"]),
    ("пункт 3 национального плана действий", ["пункт 3 -> foreign"]),
    ("В силу положений Конвенции статья 7 применяется", ["статья 7 -> art_7"]),
    ("Став Стороной Конвенции, статья 7", ["статья 7 -> art_7"]),
    ("секретариатом Конвенции (статья 24)", ["статья 24 -> art_24"]),
    ("обязательства по статье 7 Конвенции о планах", ["статье 7 -> art_7"]),
]  # fmt: skip

FALSE_FRIENDS = [
    "статья расходов бюджета на 2024 год",
    "в пункте приема ртутных ламп",
    "пункт пропуска 5",
    "в этой части семинара",
    "пункт 3 повестки дня",
    "пункт 3 предварительной повестки дня",
    "12 статей и 5 приложений",
    "и т. п. 5 стран",
    "Часть 2 курса, раздел 3, глава 5",
    "соответствующие статьи Конвенции",
    "данные приложения",
    "первый абзац страницы",
    "решение задачи, решение 5",
    "участие и участники, часто, статистика, результат",
]

QUANTITIES: list[Row] = [
    ("Согласно статье 7, 3 года спустя", ["статье 7 -> art_7"]),
    ("сроки статьи 7, 5 лет и 10 лет", ["статьи 7 -> art_7"]),
    ("в соответствии со статьей 7 до 31 декабря", ["статьей 7 -> art_7"]),
    ("обязательства по статье 7 стран с добычей", ["статье 7 -> art_7"]),
    ("статья 7 а также статья 8 с поправками", ["статья 7 -> art_7", "статья 8 -> art_8"]),
]  # fmt: skip


def found(text: str, context: str | None = None) -> list[str]:
    """Write what the finder makes of a text as a row's right side."""
    rows = []
    for citation in find_citations(text, language="ru", context=context):
        names = [
            f"{'!' if t.status == 'unknown' else ''}{t.id}" if t.id else t.status
            for t in citation.targets
        ]
        rows.append(f"{text[citation.start : citation.end]} -> {' '.join(names)}")
    return rows


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_every_case_and_number_of_a_unit_word_is_known(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_chains_lists_and_ranges_go_in_both_orders(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_abbreviations_are_read_like_the_words(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_ordinals_stand_before_or_after_the_unit(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_the_page_decides_how_a_cyrillic_letter_is_read(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_sentence_and_a_heading_lend_their_provision(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("пункты 4 и 5 настоящей статьи", "art_9",
         ["пункты 4 и 5 настоящей статьи -> art_9__para_4 art_9__para_5"]),
        ("в настоящем пункте", "art_9__para_5", ["настоящем пункте -> art_9__para_5"]),
        ("упомянутый выше пункт 3", "art_7", ["пункт 3 -> art_7__para_3"]),
        ("подпункт «в» предусматривает", "art_7__para_3",
         ["подпункт «в» -> art_7__para_3__subpara_c"]),
        ("подпункт в) выше", "art_7__para_3", ["подпункт в) -> art_7__para_3__subpara_c"]),
    ],
)  # fmt: skip
def test_a_given_context_completes_a_citation(text: str, context: str, expected: list[str]) -> None:
    assert found(text, context) == expected


@pytest.mark.parametrize(("text", "expected"), DECISIONS)
def test_decisions_have_cyrillic_and_latin_symbols(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), FOREIGN)
def test_provisions_of_other_instruments_are_foreign(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_ordinary_words_are_no_citation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_a_quantity_is_no_further_number_of_a_list(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_look_alike_is_reported_where_the_page_writes_latin_letters() -> None:
    citations = find_citations("подпункты b) и с) пункта 3 статьи 7", language="ru")
    assert [p.kind for c in citations for p in c.problems] == ["look-alike"]
    citations = find_citations("подпункты б) и в) пункта 3 статьи 7", language="ru")
    assert [p.kind for c in citations for p in c.problems] == []


@pytest.mark.parametrize("style", list_styles("ru"))
def test_every_provision_reads_back_as_it_was_written(style: str) -> None:
    written = {}
    for provision in load_treaty().provisions:
        text = render(provision, language="ru", style=style)
        if text is not None:
            written[provision] = text
    assert len(written) > 400
    wrong = {}
    for provision, text in written.items():
        (line,) = found(text) or [""]
        if line != f"{text} -> {provision}":
            wrong[provision] = line
    assert wrong == {}
