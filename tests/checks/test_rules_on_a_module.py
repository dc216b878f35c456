"""One change to a good module, one finding: each row is a fault and the line it is found on."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import (
    GOOD_MODULE,
    GOOD_TRANSLATION,
    MODULE_PATH,
    SHORT_TRANSLATION,
    TRANSLATION_PATH,
    Check,
    good_files,
    shown,
)

from portal.checks.generated_anchors import generated_anchors
from portal.checks.registry import FAMILIES

FAULTS = [
    # code, text in the good module, what stands there now, beginning of the line found
    ("MOD001", "minutes: 15\n", "minutes: about 15\n", "minutes:"),
    ("MOD001", "level: introductory\n", "level: easy\n", "level:"),
    ("MOD001", "objectives:\n", "checked: [{what: x, against: y}]\nobjectives:\n", "checked:"),
    ("MOD001", "summary: Sort three piles and say why.\n", "", "---"),
    ("MOD001", "seen: 2026-11-22", "seen: lately", "  - {title"),
    ("MOD001", "  status: draft", "  status: reviewed", "review:"),
    ("MOD002", "level: introductory", "level: introductory\nlevl: x", "levl:"),
    ("MOD002", "year: 2023,", "year: 2023, pages: 5,", "  - {title"),
    ("MOD004", "  kinds: 5\n", "  kinds: 6\n", "minutes: 15"),
    ("MOD005", "safety: [handling]", "safety: [handlin]", "safety:"),
    ("MOD005", "## Kinds { #kinds }", "## Kinds { #sorts }", ("  kinds: 5", "## Kinds")),
    ("MOD006", "requires: []", "requires: [waste/nothing]", "requires:"),
    ("MOD007", "requires: []", "requires: [waste/piles]", "requires:"),
    ("MOD009", "    objective: handle\n", "    objective: handel\n", "    objective: handel"),
    ("MOD010", "- [x] 15 mg/kg.", "- [ ] 15 mg/kg.", "/// question | Which number?"),
    ("MOD011", "- [x] Dust.\n    - Yes.\n", "- [x] Dust.\n", "- [x] Dust."),
    ("MOD012", "- [x] Dust.\n    - Yes.\n", "- [x] Dust.\n    - Yes.\n  - No.\n", "  - No."),
    ("MOD014", "/// facilitator\nAsk", "/// law | Article 1\nAsk", "# Sorting"),
    ("MOD018", "    minutes: 4\n", "    minutes: 8\n", "  handling: 7"),
    ("MOD018", "/// facilitator\nAsk", "/// facilitator\n    minutes: 4\n\nAsk", "  handling: 7"),
    ("MOD015", "- [ ] A lamp in use.", "- [x] A lamp in use.", "/// question | Which is waste?"),
    ("MOD020", "/// law | Article 11", "/// laws | Article 11", "/// laws"),
    ("MOD020", "/// law | Article 11", "/// law: Article 11", "/// law:"),
    ("MOD021", "    kind: single", "    sort: single", "    sort: single"),
    ("MOD022", "    kind: single", "    kind: double", "    kind: double"),
    ("MOD022", "    minutes: 5\n", "    minutes: five\n", "    minutes: five"),
    ("MOD022", "    minutes: 5\n", "    minutes: 5\n    minutes: 5\n", "    minutes: 5"),
    ("MOD022", "    minutes: 5\n", "    minutes: [5\n", "    minutes: [5"),
    ("MOD022", "/// question | Which number?\n", "/// question\n", "/// question"),
    ("MOD022", "/// objectives\n///", "/// objectives\nText.\n///", "Text."),
    ("MOD022", "    objective: handle\n", "", "/// exercise"),
    ("MOD023", "Bring three boxes.\n///", "Bring three boxes.", "/// facilitator"),
    ("MOD023", "Bring three boxes.\n///", "Bring three boxes.\n///\n\n///", "///"),
    ("MOD023", "Write three steps.", "Write three steps.\n\n```", "```"),
    ("MOD024", "Write three steps.", "//// law | A law\n\n////", "//// law"),
    ("MOD024", "Air, gloves, jar.", "### In a block { #in-a-block }", "### In a block"),
    ("MOD024", "/// solution\nAir, gloves, jar.\n///\n", "", "/// exercise"),
    ("MOD024", "Bring three boxes.", "- Bring\n\n    /// law | x\n", "    /// law"),
    ("MOD025", "/// objectives\n///\n", "", "# Sorting"),
    ("MOD030", "### A closer look { #closer-look }", "# A closer look", "# A closer look"),
    ("MOD031", "### A closer look", "#### A closer look", "#### A closer look"),
    ("LNK001", "[the track](index.md)", "[the track](../waste/)", "See [how"),
    ("LNK001", "[the track](index.md)", "[the track](index)", "See [how"),
    ("LNK002", "(#handling)", "(#handlin)", "See [how"),
    ("LNK002", "(index.md)", "(index.md#no)", "See [how"),
    ("LNK003", "(index.md)", "(/en/waste/)", "See [how"),
    ("LNK003", "(index.md)", "(https://portal.example/en/waste/)", "See [how"),
    ("LNK004", "(index.md)", "(http://example.org/)", "See [how"),
    ("LNK005", "assets/flask.svg", "assets/flasks.svg", "![A steel"),
    ("LNK006", "![A steel flask]", "![ ]", "![ ]"),
    ("LNK020", "### A closer look { #closer-look }", "### A closer look", "### A closer"),
    ("LNK021", "#closer-look", "#kinds", "### A closer"),
    ("LNK022", "#closer-look", "#Closer_look", "### A closer"),
    ("SEC001", "Three piles", "Three <div>piles", "Three <div>"),
    ("SEC001", "Three piles", 'Three <br class="x">piles', "Three <br"),
    ("SEC001", "Three piles", "Three <!--> piles", "Three <!-->"),
    ("SEC001", "summary: Sort three", "summary: <b>Sort</b> three", "summary:"),
    ("SEC002", "Three piles", "Three <b onclick=x>piles", "Three <b"),
    ("SEC002", "Three piles", "Three\n<script>x()</script>", "<script>"),
    ("SEC003", "(index.md)", "(data:text/html,x)", "See [how"),
    ("SEC003", "(index.md)", "(JaVa&#115;cript:x)", "See [how"),
    ("SEC003", "(index.md)", "(<java\tscript:x>)", "See [how"),
    ("SEC003", "(index.md)", "(//example.org/x)", "See [how"),
    ("SEC004", "../../assets/flask.svg", "https://example.org/flask.svg", "![A steel"),
    ("SEC006", "(#handling)", "(#handling){ style=x }", "See [how"),
    ("SEC006", "    kind: single", "    attrs: {onclick: x}", "    attrs"),
    ("SEC007", "Three piles", "Three \u202epiles", "Three"),
    ("SEC007", "Three piles", "Three \u2067piles", "Three"),
    ("SEC007", "Three piles", "Three \x1b[31mpiles", "Three"),
    ("SEC008", "(index.md)", "(../../../mkdocs.yml)", "See [how"),
    ("TRN010", "a yard.", "a yard. One is grey.", "Three piles"),
    ("TRN010", "- Three kinds.", "- Three kinds! Four?", "- Three kinds!"),
]

# Where one slip has two sides, the other finding belongs to it.
COMPANIONS = {
    "MOD005": {"TRN002"},
    "MOD009": {"MOD008"},
    "MOD020": {"MOD014", "MOD023"},
    "MOD022": {"MOD008", "MOD014", "MOD010"},
    "MOD023": {"MOD024", "MOD014"},
    "MOD024": {"LNK020", "TRN002"},
    "MOD030": {"TRN002"},
    "MOD031": {"TRN002"},
    "LNK020": {"TRN002"},
    "LNK021": {"TRN002"},
    "LNK022": {"TRN002"},
    "SEC003": {"SEC001"},
    "SEC006": {"MOD021"},
}


def test_a_good_site_has_no_finding(check: Check) -> None:
    report = check(select=",".join(FAMILIES), ignore=SHORT_TRANSLATION)
    assert (shown(report.findings), report.errors, report.pages) == ([], (), 9)


@pytest.mark.parametrize(("code", "old", "new", "line"), FAULTS)
def test_each_fault_is_found_on_its_line(
    check: Check, tmp_path: Path, code: str, old: str, new: str, line: str | tuple[str, ...]
) -> None:
    assert GOOD_MODULE.count(old) >= 1, "the good module has changed"
    report = check({MODULE_PATH: GOOD_MODULE.replace(old, new, 1)})
    lines = (tmp_path / MODULE_PATH).read_text("utf-8").split("\n")
    found = [f for f in report.findings if f.rule == code and f.place.path == MODULE_PATH]
    assert found, shown(report.findings)
    assert all(lines[f.place.line - 1].startswith(line) for f in found), shown(report.findings)
    others = {f.rule for f in report.findings} - {code}
    assert others <= COMPANIONS.get(code, set()), shown(report.findings)


TRANSLATION_FAULTS = [
    ("MOD001", "summary: Trier trois tas et dire pourquoi.\n", "", 1),
    ("MOD002", "review:\n", "revue: x\nreview:\n", 7),
    ("MOD003", "review:\n", "minutes: 15\nreview:\n", 7),
    ("TRN002", "## Sortes { #kinds }", "## Sortes { #sortes }", 20),
    ("TRN002", "## Points clés { #key-points }\n", "", 40),
    ("LNK020", " { #closer-look }", "", 29),
]


@pytest.mark.parametrize(("code", "old", "new", "line"), TRANSLATION_FAULTS)
def test_each_fault_of_a_translation_is_found_on_its_line(
    check: Check, code: str, old: str, new: str, line: int
) -> None:
    assert old in GOOD_TRANSLATION
    report = check({TRANSLATION_PATH: GOOD_TRANSLATION.replace(old, new, 1)})
    places = [(f.rule, f.place.line) for f in report.findings if f.rule == code]
    assert places == [(code, line)], shown(report.findings)


def test_a_translation_without_its_english_page_is_an_orphan(check: Check) -> None:
    report = check({"docs/fr/waste/tas.md": GOOD_TRANSLATION}, ignore=SHORT_TRANSLATION)
    assert shown(report.findings) == [
        "TRN001 docs/fr/waste/tas.md:1:1 There is no English page docs/en/waste/tas.md."
    ]


def test_an_anchor_that_is_generated_is_accepted(check: Check) -> None:
    def generated(_language: str, key: str) -> frozenset[str] | None:
        return frozenset({"art_4__para_1"}) if key == "convention/article-04" else None

    link = "[the law](../convention/article-04.md#art_4__para_1)"
    text = GOOD_MODULE.replace("[the track](index.md)", link)
    assert [f.rule for f in check({MODULE_PATH: text}).findings] == ["LNK001"]
    assert check({MODULE_PATH: text}, extra_anchors=generated).findings == ()
    wrong = text.replace("art_4__para_1)", "art_4__para_9)")
    report = check({MODULE_PATH: wrong}, extra_anchors=generated)
    assert [f.rule for f in report.findings] == ["LNK002"]


def test_a_circle_names_the_way_round(check: Check) -> None:
    there = GOOD_MODULE.replace("requires: []", "requires: [waste/heaps]")
    back = GOOD_MODULE.replace("requires: []", "requires: [waste/piles]")
    report = check({MODULE_PATH: there, "docs/en/waste/heaps.md": back}, select="MOD007")
    assert [f.message for f in report.findings] == [
        "Prerequisites form a circle: waste/heaps → waste/piles → waste/heaps.",
        "Prerequisites form a circle: waste/piles → waste/heaps → waste/piles.",
    ]


@pytest.mark.parametrize("count", [3, 4])
def test_a_module_needs_four_questions(check: Check, count: int) -> None:
    start = GOOD_MODULE.index("/// question | Which number?")
    end = GOOD_MODULE.index("/// facilitator\nAsk")
    text = GOOD_MODULE if count == 4 else GOOD_MODULE[:start] + GOOD_MODULE[end:]
    codes = [f.rule for f in check({MODULE_PATH: text}).findings]
    assert codes == ([] if count == 4 else ["MOD013"])


def test_an_objective_without_a_question_is_named_in_the_front_matter(check: Check) -> None:
    text = GOOD_MODULE.replace("  handle: Handle", "  third: Do a third thing.\n  handle: Handle")
    report = check({MODULE_PATH: text})
    assert [(f.rule, f.place.line) for f in report.findings] == [("MOD008", 19)]


def test_the_pages_of_the_convention_need_not_be_written(check: Check) -> None:
    link = "[the law](../convention/article-11.md#{})"
    for anchor, codes in (("art_11__para_2", []), ("art_11__para_9", ["LNK002"])):
        text = GOOD_MODULE.replace("[the track](index.md)", link.format(anchor))
        report = check({MODULE_PATH: text}, extra_anchors=generated_anchors)
        assert [f.rule for f in report.findings] == codes
    assert generated_anchors("en", "convention/index") == frozenset()
    assert generated_anchors("en", "convention/article-99") is None
    assert generated_anchors("en", "waste/index") is None


@pytest.mark.parametrize(
    ("code", "line", "broken"),
    [
        ("ru", "Партия стоит 5 долл. США.", False),
        ("ru", "Партия стоит 5 рублей. США платят.", True),
        ("en", "The pile weighs approx. 5 kg.", False),
        ("fr", "Le tas pèse env. 5 kg.", False),
        ("es", "EE. UU. paga.", False),
    ],
)
def test_an_abbreviation_ends_no_sentence(
    check: Check, code: str, line: str, *, broken: bool
) -> None:
    path = f"docs/{code}/index.md"
    report = check({path: good_files()[path] + f"\n{line}\n"}, select="TRN010")
    assert bool(report.findings) is broken


@pytest.mark.parametrize(
    ("code", "line", "loose"),
    [
        ("fr", "Qui paie ?", 1),
        ("fr", "Qui paie\u00a0? Le fonds\u202f; on compte\u00a0: « lampe »", 2),
        ("fr", "**Attention :** une *faute !*", 2),
        ("fr", "| Colonne : | Quoi ? |", 2),
        ("fr", "`refs --lang fr : texte`, https://example.org/?a=1;b:2, 10:30", 0),
        ("fr", "Une classe { : .grande } et :ceci", 0),
        ("en", "Who pays ?", 0),
    ],
)
def test_french_marks_hold_to_their_word(check: Check, code: str, line: str, loose: int) -> None:
    path = f"docs/{code}/index.md"
    report = check({path: good_files()[path] + f"\n{line}\n"}, select="TRN012")
    assert len(report.findings) == loose
