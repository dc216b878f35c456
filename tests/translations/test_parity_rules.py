"""What the check says where a translation and its English page part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lamp_site import CODES, change, page_path, write

from portal.checks.fixing import fix_files
from portal.checks.registry import read_selection
from portal.checks.running import Report, Scope, run_rules
from portal.languages import load_languages
from portal.pages import open_site
from portal.translations.number_words import babel_months, month_names
from portal.translations.numbers import quantities
from portal.translations.verb_strength import changed_strength


def check(root: Path, codes: str = "TRN,MOD017,REF03") -> Report:
    return run_rules(open_site(root), selection=read_selection(codes, "TRN010"), scope=Scope())


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(f.rule, str(f.severity), f.place.path.split("/")[1]) for f in report.findings]


def test_faithful_translations_are_left_in_peace(lamps: Path) -> None:
    report = check(lamps)
    assert (report.findings, report.errors) == ((), ())


EDITS = [
    ("TRN030", "fr", "pendant 15 minutes", "pendant 50 minutes"),
    ("TRN030", "ar", "لمدة ١٥ دقيقة", "لمدة ٥٠ دقيقة"),
    ("TRN030", "zh", "开窗15分钟", "开窗5分钟"),
    ("TRN033", "ru", "выше 15 мг/кг", "выше 15 г/кг"),
    ("TRN033", "zh", "15毫克/千克", "15微克"),
    ("TRN020", "es", "/// objectives\n///\n\n", ""),
    ("TRN020", "fr", "    objective: handle", "    objective: other"),
    ("MOD017", "fr", "- [x] La fenêtre", "- [ ] La fenêtre"),
    ("TRN021", "fr", "(index.md)", "(lamps.md)"),
    ("TRN021", "ru", "[отходы](index.md)", "отходы"),
    ("TRN022", "es", "Una lámpara está rota.", "![Una lámpara](lampara.svg)"),
    ("TRN023", "fr", "N'utilisez jamais d'aspirateur.", "N'utilisez jamais d'aspirateur[^1]."),
    ("TRN024", "zh", "| 旧 | 15毫克 |", "| 旧 | 15毫克 |\n| 新 | 无 |"),
    ("TRN024", "es", "| Lámpara | Mercurio |\n|:--|--:|", "| Lámpara | Mercurio | |\n|:--|--:|--|"),
    ("TRN042", "fr", "Ouvrez la fenêtre pendant 15 minutes.\nN'utilisez jamais d'aspirateur.",
     "Ouvrez la fenêtre pendant 15 minutes.\nIt is the miner's duty, use a vacuum cleaner never."),
    ("TRN043", "ru", "пылесос", "пылeсос"),
    ("TRN043", "ar", "المكنسة الكهربائية", "المکنسة الكهربائية"),
    ("TRN043", "fr", "jamais", "jаmais"),
    ("TRN002", "fr", "{ #handling }", "{ #manipulation }"),
    ("REF032", "fr", "article 11, paragraphe 2", "article 11, paragraphe 3"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "code", "old", "new"), EDITS)
def test_a_difference_is_found_and_names_both_places(
    lamps: Path, rule: str, code: str, old: str, new: str
) -> None:
    change(page_path(lamps, code), old, new)
    if rule == "TRN042":
        change(page_path(lamps, "en"), "Never use a vacuum cleaner.",
               "It is the miner's duty, never use a vacuum cleaner.")  # fmt: skip
    own = [f for f in check(lamps).findings if f.rule == rule and f"/{code}/" in f.place.path]
    assert own, found(check(lamps))
    if rule != "TRN043":
        assert own[0].related
        assert own[0].related[0][0].path == "docs/en/waste/lamps.md"


def test_the_place_is_that_of_the_number(lamps: Path) -> None:
    change(page_path(lamps, "fr"), "pendant 15 minutes", "pendant 50 minutes")
    (finding,) = check(lamps, "TRN030").findings
    line = page_path(lamps, "fr").read_text("utf-8").splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 : (finding.place.end_column or 0) - 1] == "50"
    assert finding.message == "The translation has 50; English has 15."
    assert finding.severity == "error"


def test_a_difference_weighs_less_while_english_has_moved_on(lamps: Path) -> None:
    change(page_path(lamps, "fr"), "paragraphe 2", "paragraphe 3")
    assert ("REF032", "error", "fr") in found(check(lamps))
    change(page_path(lamps, "en"), "A Party shall act", "Each Party shall act")
    report = check(lamps)
    assert ("REF032", "warning", "fr") in found(report)
    assert not any(f.severity == "error" for f in report.findings)


def test_a_new_english_section_stops_nobody(lamps: Path) -> None:
    page = page_path(lamps, "en")
    write(page, page.read_text("utf-8") + "\n## Afterwards { #afterwards }\n\nWash your hands.\n")
    report = check(lamps)
    assert {(rule, weight) for rule, weight, _ in found(report)} == {("TRN002", "warning")}


def test_no_fingerprints_are_a_note(new_site: Path) -> None:
    assert set(found(check(new_site))) == {("TRN004", "note", code) for code in CODES}


def test_a_stale_safety_section_says_so(lamps: Path) -> None:
    change(page_path(lamps, "en"), "Open the window", "Close the window")
    findings = check(lamps, "TRN003").findings
    assert len(findings) == len(CODES)
    assert all("It is about safety" in f.message for f in findings)


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("fr", "    objective: other", "    objective: handle"),
        ("fr", "(lamps.md)", "(index.md)"),
        ("ru", "пылeсос", "пылесос"),
    ],
)
def test_what_is_mechanical_is_mended(lamps: Path, code: str, old: str, new: str) -> None:
    page = page_path(lamps, code)
    good = page.read_bytes()
    change(page, new, old)
    assert fix_files(check(lamps).findings, root=lamps) == 1
    assert page.read_bytes() == good


def test_a_section_renamed_in_english_is_renamed_in_translations(lamps: Path) -> None:
    change(page_path(lamps, "en"), "{ #which-number }", "{ #threshold }")
    assert {f.rule for f in check(lamps, "TRN006").findings} == {"TRN006"}
    fix_files(check(lamps, "TRN006").findings, root=lamps)
    assert check(lamps).findings == ()


def test_a_fingerprint_of_a_section_that_never_was_is_named_and_removed(lamps: Path) -> None:
    page = page_path(lamps, "fr")
    good = page.read_bytes()
    change(page, "    handling:", "    never-was: 111111/222222\n    handling:")
    (finding,) = check(lamps, "TRN005").findings
    assert "never-was" in page.read_text("utf-8").splitlines()[finding.place.line - 1]
    fix_files([finding], root=lamps)
    assert page.read_bytes() == good


def test_a_section_much_too_short_is_suspicious(lamps: Path) -> None:
    sentences = "\n".join(f"Sentence {word} says one more thing." for word in "abcdefgh")
    change(page_path(lamps, "en"), "Never use", f"{sentences}\nNever use")
    assert [f.rule for f in check(lamps, "TRN041").findings] == ["TRN041"] * len(CODES)


def test_the_addresses_of_links_lengthen_no_section(lamps: Path) -> None:
    address = f"../waste/{'a-long-name-' * 9}.md"
    for code, lamp, quantity in (("en", "A longer lamp", "15 mg"), ("zh", "灯管", "15毫克")):
        text = page_path(lamps, code).read_text("utf-8")
        rows = f"| [{lamp}]({address}) | {quantity} |\n" * 6
        write(page_path(lamps, code), text.rstrip("\n") + f"\n{rows}")
    found_in = {f.place.path.split("/")[1] for f in check(lamps, "TRN041").findings}
    assert "zh" not in found_in
    assert "fr" in found_in


@pytest.mark.parametrize(
    ("link", "asked"),
    [("[waste](../waste/mercury-waste.md)", []), ("[mercury waste](index.md)", ["TRN071"])],
)
def test_a_term_is_asked_for_where_it_is_said_not_where_an_address_spells_it(
    lamps: Path, link: str, asked: list[str]
) -> None:
    for name, text in (
        ("concepts", "concepts:\n  w: {topic: waste, required: true}\n"),
        ("en", "terms:\n  w: {term: mercury waste, forms: [mercury-waste]}\n"),
        ("zh", "terms:\n  w: {term: 汞废物}\n"),
    ):
        write(lamps / f"docs/data/glossary/{name}.yaml", text)
    change(page_path(lamps, "en"), "[waste](index.md)", link)
    assert [f.rule for f in check(lamps, "TRN071").findings] == asked


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "In 2020, 1,000 kg and 2.5 %", ["2020", "1000", "2.5"]),
        ("fr", "En 2020, 1\u202f000 kg et 2,5 %", ["2020", "1000", "2.5"]),
        ("fr", "de 4,5 millions à 15 000", ["4500000", "15000"]),
        ("es", "1.000 kg, 14.507,74 y 0,473", ["1000", "14507.74", "0.473"]),
        ("ru", "1 000 кг, 2,5 млн", ["1000", "2500000"]),
        ("ar", "١٠٠٠ و ١٬٠٠٠ و 2.5 و ٢٫٥", ["1000", "1000", "2.5", "2.5"]),
        ("zh", "2025年有1,000吨、1.5万吨", ["2025", "1000", "15000"]),
        ("en", "At 09:00 and 10:30", ["9", "10", "30"]),
        ("en", "At 3 p.m., 4:00 pm and 12:30 pm, not at 3 a.m.", ["15", "16", "12", "30", "3"]),
        ("ar", "9:00 ص و12:30 م و3:05 م و4:00 م", ["9", "12", "30", "15", "5", "16"]),
        ("ar", "على بعد 3 م", ["3"]),
        ("en", "Decision XX-5/12 has 3", ["3"]),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(
    code: str, text: str, values: list[str]
) -> None:
    assert [q.value for q in quantities(text, code) if q.kind == "number"] == values


@pytest.mark.parametrize(
    ("code", "text", "month"),
    [
        ("en", "on 3 November 2025", "11"),
        ("fr", "le 3 novembre 2025", "11"),
        ("es", "el 3 de noviembre de 2025", "11"),
        ("ru", "в ноябре 2025 года", "11"),
        ("ru", "3 мая 2026 года", "5"),
        ("ru", "к 8 марта", "3"),
        ("ar", "3 تشرين الثاني/نوفمبر 2025", "11"),
        ("zh", "2025年11月3日", "11"),
    ],
)
def test_months_have_a_number_in_every_language(code: str, text: str, month: str) -> None:
    assert [q.value for q in quantities(text, code) if q.kind == "month"] == [month]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A Party may act in 2025"),
        ("fr", "les sept clauses de 2025"),
        ("ru", "от 25 % в Мали до 77 %"),
    ],
)
def test_other_words_are_no_months(code: str, text: str) -> None:
    assert not [q for q in quantities(text, code) if q.kind == "month"]


def test_substances_are_compared_sign_by_sign() -> None:
    text = "HgCl₂ (CAS 7487-94-7), CH₃Hg and Hg, not COP-5"
    assert {(q.kind, q.value) for q in quantities(text, "en") if q.kind != "number"} == {
        ("cas", "7487-94-7"), ("formula", "HgCl₂"), ("formula", "CH₃Hg"), ("formula", "Hg"),
    }  # fmt: skip


@pytest.mark.parametrize("code", ["fr", "es", "ru", "ar"])
def test_the_months_in_the_file_are_babel_s(code: str) -> None:
    assert month_names(code) == babel_months(code)


def test_every_language_has_its_words(root: Path) -> None:
    for code in load_languages(root).codes:
        assert len(list(quantities("15 mg/kg", code))) == 1


@pytest.mark.parametrize(
    ("english", "own", "code", "differs"),
    [
        ("Each Party shall act.", "Chaque Partie prend des mesures.", "fr", False),
        ("Each Party shall act.", "Chaque Partie peut agir.", "fr", True),
        ("Each Party shall act.", "Cada Parte podrá actuar.", "es", True),
        ("Each Party shall act.", "Сторона может действовать.", "ru", True),
        ("Each Party shall act.", "يجوز للطرف أن يتصرف.", "ar", True),
        ("Each Party shall act.", "缔约方可采取行动。", "zh", True),
        ("Each Party shall act.", "每一缔约方均应采取行动。", "zh", False),
        ("Each Party shall endeavour to act.", "Chaque Partie agit.", "fr", True),
        ("Each Party shall endeavour to act.", "Chaque Partie s'efforce d'agir.", "fr", False),
        ("The Conference shall seek to help.", "La Conférence s'emploie à aider.", "fr", False),
        ("Parties are encouraged to act.", "Сторонам рекомендуется действовать.", "ru", False),
        ("Parties are encouraged to act.", "Стороны обязаны действовать.", "ru", True),
        ("Each Party shall list miners.", "Сторона учитывает старателей.", "ru", False),
        ("They are encouraged.", "Le mot « encourage » dit un conseil.", "fr", False),
        ("A Party may refuse.", "Una Parte debe negarse.", "es", True),
        ("A Party unable to act shall say so.", "La Parte que no pueda lo dirá.", "es", False),
        ("It shall, within its capabilities, act.", "Según sus posibilidades, actúa.", "es", False),
        ("A Party may refuse.", "للطرف أن يرفض، إذ يجوز ذلك.", "ar", False),
        ("A Party shall act as soon as possible.", "La Partie agit si possible.", "fr", False),
    ],
)
def test_verbs_keep_their_strength(english: str, own: str, code: str, differs: bool) -> None:
    assert (changed_strength(english, own, code) is not None) is differs


def test_the_rules_explain_themselves(run: Any, lamps: Path) -> None:
    for code in ("TRN003", "TRN020", "TRN030", "TRN040"):
        answer = run(lamps, "--explain", code, command="check")
        assert answer.status == 0
        assert "Mend it:" in answer.out
