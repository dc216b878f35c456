"""English citations as a jurist reads them: (text, what each names, in order)."""

from __future__ import annotations

import pytest

from portal.citations import find_citations

CASES: dict[str, list[tuple[str, str]]] = {
    # text -> (written citation, ids or statuses)
    "Article 7 bis of that law": [("Article 7 bis", "foreign")],
    "article 26 and 27": [("article 26 and 27", "art_26 art_27")],
    "Articles 4(7) and 5(9)": [("Articles 4(7) and 5(9)", "art_4__para_7 art_5__para_9")],
    "Article 3.6.a.i": [("Article 3.6.a.i", "art_3__para_6__subpara_a__item_i")],
    "Article 4.1-4.3": [("Article 4.1-4.3", "art_4__para_1 art_4__para_2 art_4__para_3")],
    "Articles 7,8,9 and 10 apply": [("Articles 7,8,9 and 10", "art_7 art_8 art_9 art_10")],
    "Articles 7,8,9 apply": [("Articles 7,8,9", "art_7 art_8 art_9")],
    "Articles 7,9,8 mg": [("Articles 7", "art_7")],
    "from Article 4 to Article 7": [("Article 4 to Article 7", "art_4 art_5 art_6 art_7")],
    "Articles 7/8": [("Articles 7/8", "art_7 art_8")],
    "Article seven, paragraph two": [("Article seven, paragraph two", "art_7__para_2")],
    "Article 7’s third paragraph": [("Article 7’s third paragraph", "art_7__para_3")],
    "paragraph 3 (Article 7)": [("paragraph 3 (Article 7)", "art_7__para_3")],
    "subparagraph (a), paragraph 3, Article 7": [
        ("subparagraph (a), paragraph 3, Article 7", "art_7__para_3__subpara_a")
    ],
    "Articles 8, 9 and 11, paragraph 3": [
        ("Articles 8, 9 and 11, paragraph 3", "art_8 art_9 art_11__para_3")
    ],
    "Article 8(2)(c)(ii) and (d)": [
        (
            "Article 8(2)(c)(ii) and (d)",
            "art_8__para_2__subpara_c__item_ii art_8__para_2__subpara_d",
        )
    ],
    "Article 3, paragraph 5 (a) to paragraph 6 (b)": [
        (
            "Article 3, paragraph 5 (a) to paragraph 6 (b)",
            "art_3__para_5__subpara_a art_3__para_6__subpara_b",
        )
    ],
    "Article 1 of Annex E, Part II": [("Article 1 of Annex E, Part II", "annex_e__part_2__art_1")],
    "Article 14 of Annex E": [("Article 14 of Annex E", "annex_e__part_1__art_14")],
    "Annex A, Part II (iii)": [("Annex A, Part II (iii)", "annex_a__part_2__item_iii")],
    "Annex B, Part II (i)": [("Annex B, Part II (i)", "ambiguous")],
    "Annex C, 1 (b) (iii)": [("Annex C, 1 (b) (iii)", "annex_c__para_1__subpara_b__item_iii")],
    "annex II to that report": [("annex II", "foreign")],
    "third preambular paragraph": [("third preambular paragraph", "preamble__rec_3")],
    "Decision MC-5/12 (2023) is recent": [("Decision MC-5/12", "dec_mc-5-12")],
    "UNEP/MC/COP.5/Dec.12, paragraph 3": [
        ("UNEP/MC/COP.5/Dec.12, paragraph 3", "dec_mc-5-12__para_3")
    ],
    "Article 4, paragraph 6, of and Annex A to the Convention": [
        ("Article 4, paragraph 6", "art_4__para_6"),
        ("Annex A", "annex_a"),
    ],
    "Article 5 of the Stockholm Convention and Article 7 of the Minamata Convention": [
        ("Article 5", "foreign"),
        ("Article 7", "art_7"),
    ],
    "Articles 4, 7 and 11 of the Minamata Convention and Article 6 of the Stockholm Convention": [
        ("Articles 4, 7 and 11", "art_4 art_7 art_11"),
        ("Article 6", "foreign"),
    ],
    "Article 11 and Article 4 of the Basel Convention": [
        ("Article 11", "foreign"),
        ("Article 4", "foreign"),
    ],
    "The Basel Convention, in particular its Article 4, and our Article 11": [
        ("Article 4", "foreign"),
        ("Article 11", "art_11"),
    ],
    "The Basel Convention binds many, and Article 4 of that Convention says so": [
        ("Article 4", "foreign")
    ],
    "Unlike the Basel Convention, Article 11 covers mercury alone": [("Article 11", "art_11")],
    "Under national law, Article 7 asks for a plan": [("Article 7", "art_7")],
    "under Article 12 and your mining law": [("Article 12", "art_12")],
    "Minamata Convention, Article 7": [("Article 7", "art_7")],
    "Council Regulation (EC) No 1102/2008, Article 2": [("Article 2", "foreign")],
    "Directive 2011/65/EU (Article 4)": [("Article 4", "foreign")],
    "section 5 of the Act": [("section 5", "foreign")],
    "Section 3 of Article 7": [("Section 3 of Article 7", "art_7__para_3")],
    "item (ii) of paragraph 6 (a) of Article 3": [
        ("item (ii) of paragraph 6 (a) of Article 3", "art_3__para_6__subpara_a__item_ii")
    ],
    "paragraph 4 of the report": [("paragraph 4", "foreign")],
    "Article 7 asks for a plan, and the same article for reviews; paragraph 3 thereof": [
        ("Article 7", "art_7"),
        ("same article", "art_7"),
        ("paragraph 3", "art_7__para_3"),
    ],
    "# Article 9\nParagraph 5 (a) allows limits": [
        ("Article 9", "art_9"),
        ("Paragraph 5 (a)", "art_9__para_5__subpara_a"),
    ],
    "# Article 9\n\nBy decision MC-5/12 it was agreed. Paragraph 5 stands.": [
        ("Article 9", "art_9"),
        ("decision MC-5/12", "dec_mc-5-12"),
        ("Paragraph 5", "relative"),
    ],
    "# Annex E\n\n## Part I\n\n### Article 3\n\nSee paragraph 2 and Article 25.": [
        ("Annex E", "annex_e"),
        ("Part I", "annex_e__part_1"),
        ("Article 3", "annex_e__part_1__art_3"),
        ("paragraph 2", "annex_e__part_1__art_3__para_2"),
        ("Article 25", "art_25"),
    ],
    "- Article 7\n- 3 years": [("Article 7", "art_7")],
    "Article 4, Basel Convention.\n\nArticle 7": [("Article 4", "foreign"), ("Article 7", "art_7")],
    "Article 4, Basel Convention\n \nArticle 7": [("Article 4", "foreign"), ("Article 7", "art_7")],
    "Article 4,\n\nparagraph 3": [("Article 4", "art_4"), ("paragraph 3", "relative")],
    "Article 4,\n> paragraph\n> 3": [("Article 4,\n> paragraph\n> 3", "art_4__para_3")],
    "| Article 7 | paragraph 3 |": [("Article 7", "art_7"), ("paragraph 3", "relative")],
    "Under Article 7:\n(a) plans\n(b) reviews": [("Article 7", "art_7")],
    "Article&nbsp;7, paragraph&nbsp;3": [("Article&nbsp;7, paragraph&nbsp;3", "art_7__para_3")],
    "Article <em>7</em>(3)": [("Article <em>7</em>(3)", "art_7__para_3")],
    "Article 7<sup>1</sup>, paragraph 3": [("Article 7<sup>1</sup>, paragraph 3", "art_7__para_3")],
    "the first 22 articles, the first paragraph, this part, 5 Parties to the Convention": [],
    "https://example.org/Article 7 and <https://example.org/article-8>": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_a_citation_names_its_provisions(text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (
            text[c.start : c.end],
            " ".join(t.id if t.status == "valid" and t.id else t.status for t in c.targets),
        )
        for c in find_citations(text, language="en")
    ]
    assert found == expected
