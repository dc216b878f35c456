"""References to the Convention: existing ones pass, others are named with what there is."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from small_site import GOOD_MODULE, MODULE_PATH, OTHER_PAGE, Check, shown

from portal.checks.running import Scope

PARAGRAPH = "The store is an interim one."


def with_sentence(sentence: str) -> dict[str, str]:
    return {MODULE_PATH: GOOD_MODULE.replace("\n## ", f"\n{sentence}\n\n## ", 1)}


@pytest.mark.parametrize(
    ("sentence", "code", "said"),
    [
        ("See Article 36.", "REF001", "The Convention has Articles 1 to 35"),
        ("See Article 7, paragraph 9.", "REF002", "Article 7 has paragraphs 1 to 4"),
        ("See Article 7, paragraph 3 (d).", "REF003", "has subparagraphs (a) to (c)"),
        ("See Annex F.", "REF004", "Annexes A to E"),
        ("See Annex C, Part II.", "REF004", "Annex C"),
        ("See decision MC-5/12, paragraph 12.", "REF005", "has paragraphs 1 to 9"),
        ("See decision MC-6/99.", "REF006", "no such decision is recorded"),
        ("See paragraphs 5 to 3 of Article 8.", "REF010", "ends before it begins"),
        ("Then paragraph 3 applies.", "REF011", "not said of which article"),
        ("See Article 3, paragraph 6 (а).", "REF041", "U+0430"),
    ],
)
def test_a_faulty_reference_is_one_finding_that_says_what_there_is(
    check: Check, sentence: str, code: str, said: str
) -> None:
    findings = check(with_sentence(sentence), select="REF0").findings
    ours = [f for f in findings if f.rule not in {"REF030", "REF031", "REF050"}]
    assert [f.rule for f in ours] == [code], shown(findings)
    assert said in ours[0].message
    line = with_sentence(sentence)[MODULE_PATH].split("\n")[ours[0].place.line - 1]
    assert line == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "See Article 7, paragraph 3 (c), and Annex C, paragraph 1 (b) (iv).",
        "See Article 4 of the Basel Convention.",
        "See `Article 36`.",
        "<!-- Article 36 -->",
        "See decision MC-5/12, paragraph 3.",
        "See Article 7; the same article asks for a plan in its paragraph 3.",
    ],
)
def test_a_sound_or_foreign_reference_is_no_finding(check: Check, sentence: str) -> None:
    findings = check(with_sentence(sentence), select="REF0", ignore="REF03").findings
    assert shown(findings) == []


def test_a_suppressed_reference_is_silent_and_an_unused_suppression_is_not(check: Check) -> None:
    silent = "See Article 36. <!-- portal: ignore REF001 -->"
    assert check(with_sentence(silent), select="REF001").findings == ()
    unused = "See Article 3. <!-- portal: ignore REF001 -->"
    findings = check(with_sentence(unused), select="REF001,CFG").findings
    assert len(findings) == 1, shown(findings)


def test_front_matter_sentences_are_checked_too(check: Check) -> None:
    text = GOOD_MODULE.replace("summary:", "summary: As Article 36 says,", 1)
    findings = check({MODULE_PATH: text}, select="REF001").findings
    assert [f.place.line for f in findings] == [3]


def test_a_page_teaches_only_what_it_cites(check: Check) -> None:
    text = GOOD_MODULE.replace("teaches: [", "teaches: [art_20, ", 1)
    assert "art_20" in text
    findings = check({MODULE_PATH: text}, select="REF06").findings
    assert [f.rule for f in findings] == ["REF060"], shown(findings)
    text = GOOD_MODULE.replace("teaches: [", "teaches: [art_7__para_9, ", 1)
    findings = check({MODULE_PATH: text}, select="REF06").findings
    assert [f.rule for f in findings] == ["REF061"], shown(findings)


@pytest.mark.parametrize(
    ("what", "rules"), [("art_11__para_9", ["REF061"]), ("art_11__para_2", []), ("A figure", [])]
)
def test_what_was_checked_is_a_fact_or_a_provision_that_exists(
    check: Check, what: str, rules: list[str]
) -> None:
    entry = f"checked:\n  - {{what: {what}, against: The text, date: 2026-11-27}}\n"
    text = GOOD_MODULE.replace("objectives:\n", f"{entry}objectives:\n", 1)
    findings = check({MODULE_PATH: text}, select="MOD,REF06").findings
    assert [f.rule for f in findings] == rules, shown(findings)
    assert not rules or findings[0].place.line == text[: text.index(what)].count("\n") + 1


def test_a_page_on_an_article_carries_its_anchors_and_lends_its_context(check: Check) -> None:
    page = (
        "---\ntitle: Article 31\nsummary: Entry into force.\nreview: {status: draft}\n---\n\n"
        "# Article 31\n\n## Paragraph 1 { #art_31__para_1 }\n\nSee paragraph 2.\n\n"
        "## Paragraph 2 { #art_31__para_2 }\n\nSee paragraph 9.\n"
    )
    findings = check(
        {"docs/en/convention/article-31.md": page}, select="REF0", ignore="REF030"
    ).findings
    assert [(f.rule, f.place.line) for f in findings] == [("REF070", 6), ("REF002", 15)], shown(
        findings
    )


ENGLISH = "See Article 7, paragraph 3 (a), and Article 11."
FRENCH = "Voir le paragraphe 3 a) de l'article 7 et l'article 11."


@pytest.mark.parametrize(
    ("french", "codes"),
    [
        (FRENCH, []),
        ("Voir le paragraphe 3 b) de l'article 7 et l'article 11.", ["REF032"]),
        ("Voir le paragraphe 3 a) de l'article 8 et l'article 11.", ["REF003", "REF032"]),
        ("Voir le paragraphe 3 de l'article 7 et l'article 11.", ["REF033"]),
        ("Voir le paragraphe 3 a) de l'article 7.", ["REF030"]),
        ("Voir le paragraphe 3 a) de l'article 7, les articles 11 et 12.", ["REF031"]),
        ("Voir l'article 11 et le paragraphe 3 a) de l'article 7.", ["REF034"]),
        ("Voir le paragraphe 3 a) de l'article 7 et l'article 11 de la Convention de Bâle.", ["?"]),
    ],
)
def test_a_translation_cites_what_its_source_cites(
    check: Check, french: str, codes: list[str]
) -> None:
    changes = {
        "docs/en/about/x.md": OTHER_PAGE.format(title="X", more="") + f"\n{ENGLISH}\n",
        "docs/fr/about/x.md": OTHER_PAGE.format(title="X", more="") + f"\n{french}\n",
    }
    scope = Scope(frozenset({PurePosixPath("docs/fr/about/x.md")}))
    findings = check(changes, select="REF", scope=scope).findings
    if codes == ["?"]:
        # One name at the end governs both: English cites two provisions, French none of ours.
        assert {f.rule for f in findings} <= {"REF030"}
        assert findings
        return
    assert [f.rule for f in findings] == codes, shown(findings)
    parity = [f for f in findings if f.rule.startswith("REF03")]
    for finding in parity:
        assert finding.place.path == "docs/fr/about/x.md"
        assert [place.path for place, _ in finding.related] == ["docs/en/about/x.md"]
        assert changes["docs/en/about/x.md"].split("\n")[finding.related[0][0].line - 1] == ENGLISH
