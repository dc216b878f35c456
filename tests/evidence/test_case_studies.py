"""Cases: a wrong unit, place, source or certainty fails at its line; the pages show the facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence_project import CASE, change, findings, with_cases
from markdown import Markdown

from portal.countries import countries
from portal.evidence.case_studies import SECTORS, TOPICS, read_cases
from portal.evidence.case_wording import figure_text
from portal.evidence.places import LARGER, members, regions_of, subregions
from portal.languages import load_labels
from portal.pages import open_site, parse_page

FAULTS = [
    # what stands there, what stands there now, rule, beginning of the message
    ('unit: "t"', 'unit: "tonnes"', "MOD001", "`figures.mercury.unit` is not valid"),
    ('places: ["PE"]', 'places: ["XX"]', "EVI010", "There is no country or region `XX`."),
    ('places: ["PE"]', 'places: ["999"]', "EVI010", "There is no country or region `999`."),
    ('places: ["PE"]', 'places: ["Peru"]', "MOD001", "`places.0` is not valid"),
    ('publisher: "Associated Press", ', "", "MOD001", "`sources.0.publisher` is missing."),
    ('url: "https://www.my', 'url: "ftp://www.my', "MOD001", "`sources.0.url` is not valid"),
    ("seen: 2026-11-22", "seen: 22 Nov", "MOD001", "`sources.0.seen` is not valid"),
    ("certainty: high", "certainty: sure", "MOD001", "`certainty` is not valid"),
    ("certainty: high\n", "", "MOD001", "`certainty` is missing."),
    ("topic: c", "topic: d", "MOD001", "`topic` is not valid"),
    ('value: "20"', 'value: "a lot"', "MOD001", "`figures.gravel.value` is not valid"),
    ("source_kind: press", "source_kind: blog", "MOD001", "`source_kind` is not valid"),
]


@pytest.fixture(scope="module")
def cases_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from evidence_project import ROOT
    from trimmed_project import copy_trimmed

    copy = tmp_path_factory.mktemp("cases") / "project"
    copy_trimmed(ROOT, copy)
    return with_cases(copy)


@pytest.mark.parametrize(("old", "new", "rule", "message"), FAULTS)
def test_a_fault_in_a_case_is_told_at_its_line(
    cases_project: Path, old: str, new: str, rule: str, message: str
) -> None:
    before = (cases_project / CASE).read_text("utf-8")
    line = change(cases_project, CASE, old, new)
    try:
        found = [hit for hit in findings(cases_project, rule) if hit[0] == CASE]
    finally:
        (cases_project / CASE).write_text(before, "utf-8")
    assert len(found) == 1, found
    assert found[0][2].startswith(message), found
    assert found[0][1] == line or message.endswith("is missing.")


def test_a_case_without_sources_is_refused(cases_project: Path) -> None:
    before = (cases_project / CASE).read_text("utf-8")
    start, end = before.index("sources:"), before.index("mandate:")
    (cases_project / CASE).write_text(before[:start] + before[end:], "utf-8")
    try:
        messages = [said for path, _, said in findings(cases_project, "MOD001") if path == CASE]
    finally:
        (cases_project / CASE).write_text(before, "utf-8")
    assert messages == ["`sources` is missing."]


def test_a_translation_names_the_figures_of_english_and_no_facts(cases_project: Path) -> None:
    path = CASE.replace("/en/", "/fr/")
    before = (cases_project / path).read_text("utf-8")
    line = change(cases_project, path, "  gravel: ", "  stones: ")
    change(cases_project, path, "technology: ", "topic: c\ntechnology: ")
    try:
        own = [hit for hit in findings(cases_project, "EVI011", "MOD003") if hit[0] == path]
    finally:
        (cases_project / path).write_text(before, "utf-8")
    assert (path, line + 1, "The English page has no figure `stones`.") in own
    assert any(said == "The figure `gravel` has no words here." for _, _, said in own)
    assert any("`topic` stands in the English page only" in said for _, _, said in own)


def test_two_cases_of_one_source_are_a_finding(cases_project: Path) -> None:
    second = cases_project / CASE.replace("callao", "zz")
    second.write_bytes((cases_project / CASE).read_bytes())
    try:
        found = findings(cases_project, "EVI012")
    finally:
        second.unlink()
    assert [path for path, _, _ in found] == [CASE.replace("callao", "zz")]


def test_there_are_cases_of_each_topic_in_english_and_french(root: Path) -> None:
    english, french = (read_cases(open_site(root), code) for code in ("en", "fr"))
    assert len(english) >= 25
    assert [case.key for case in english] == [case.key for case in french]
    assert {case.language for case in french} == {"fr"}
    assert {case.topic for case in english} == set(TOPICS)
    assert {case.sector for case in english} == set(SECTORS)
    assert all(case.shows for case in english)


def test_a_page_shows_facts_contested_figures_and_whose_claim_they_are(root: Path) -> None:
    def html(language: str, key: str) -> str:
        page = parse_page(
            (root / f"docs/{language}/cases/{key}.md").read_bytes(),
            path=f"docs/{language}/cases/{key}.md",
            language=language,
            key=f"cases/{key}",
        )
        options = {"language": language, "page": f"cases/{key}", "root": str(root)}
        extensions = ["attr_list", "tables", "portal.extension"]
        md = Markdown(extensions=extensions, extension_configs={"portal.extension": options})
        return md.convert(page.text.partition("\n---\n")[2])

    raids = html("fr", "indonesia-seized-and-stored")
    assert "34,9 t (une autre source dit\u00a0: 40,04 t)" in raids
    assert raids.index("40,04") < raids.index('id="what-it-shows"')
    claim = load_labels(root, "en")("case.claim")
    assert html("en", "nicaragua-old-tailings").count(claim) == 3
    assert claim not in html("en", "uganda-equal-lots")


WORDS = [
    ({"value": "1.0", "unit": "g"}, "en", "1.0 g"),
    ({"value": "12500", "unit": "count", "qualifier": "more-than"}, "en", "more than 12,500"),
    ({"value": "10", "of": "36", "unit": "count"}, "fr", "10 sur 36"),
    ({"value": "12–40", "unit": "%"}, "fr", "12–40 %"),
    ({"value": "2025", "unit": "year"}, "en", "2025"),
    ({"value": "10", "unit": "USD/t"}, "en", "US$ 10 / t"),
    ({"value": "4", "unit": "t", "qualifier": "about", "also": "20"}, "en",
     "about 4 t (another source says: 20 t)"),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "language", "text"), WORDS)
def test_a_figure_is_said_with_unit_and_doubt(
    root: Path, figure: dict[str, str], language: str, text: str
) -> None:
    assert figure_text(figure, load_labels(root, language)) == text


def test_every_country_is_in_one_subregion() -> None:
    found = [code for region in subregions() for code in members(region)]
    assert len(found) == len(set(found))
    # Antarctica and Taiwan: M49 gives them no subregion.
    assert set(countries()) - set(found) <= {"AQ", "TW"}
    assert set(found) <= set(countries())
    assert {code for group in LARGER.values() for code in group} <= set(subregions())
    assert regions_of("PE") == ("005",)
