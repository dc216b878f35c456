"""French citations as a jurist reads them: (text, what each names, in order)."""

from __future__ import annotations

import pytest

from portal.citations import find_citations

CASES: dict[str, list[tuple[str, str]]] = {
    "l’alinéa a) i) du paragraphe 6 de l’article 3": [
        ("alinéa a) i) du paragraphe 6 de l’article 3", "art_3__para_6__subpara_a__item_i")
    ],
    "art. 3, al. 6, let. a, ch. i": [
        ("art. 3, al. 6, let. a, ch. i", "art_3__para_6__subpara_a__item_i")
    ],
    "le point c) de l'article 11, paragraphe 2": [
        ("point c) de l'article 11, paragraphe 2", "art_11__para_2__subpara_c")
    ],
    "les articles trois et quatre": [("articles trois et quatre", "art_3 art_4")],
    "article 7 §3": [("article 7 §3", "art_7__para_3")],
    "ARTICLE PREMIER": [("ARTICLE PREMIER", "art_1")],
    "l'article 4, paragraphe 2 a)-c)": [
        (
            "article 4, paragraphe 2 a)-c)",
            "art_4__para_2__subpara_a art_4__para_2__subpara_b art_4__para_2__subpara_c",
        )
    ],
    "annexe A, première partie, et annexe D": [
        ("annexe A, première partie", "annex_a__part_1"),
        ("annexe D", "annex_d"),
    ],
    "La décision MC-5/12 de la Conférence des Parties, en son paragraphe 3": [
        ("décision MC-5/12", "dec_mc-5-12"),
        ("paragraphe 3", "dec_mc-5-12__para_3"),
    ],
    "l'article 13, notamment le paragraphe 6 b)": [
        ("article 13", "art_13"),
        ("paragraphe 6 b)", "art_13__para_6__subpara_b"),
    ],
    "l'article 5 de la Convention de Stockholm et l'article 7 de la Convention de Minamata": [
        ("article 5", "foreign"),
        ("article 7", "art_7"),
    ],
    "La Convention de Bâle (art. 4) et l'article 11": [
        ("art. 4", "foreign"),
        ("article 11", "art_11"),
    ],
    "l'article 12 de la convention-cadre": [("article 12", "foreign")],
    "l'article 7 du Traité et l'article 3 de la loi n° 2019-12": [
        ("article 7", "art_7"),
        ("article 3", "foreign"),
    ],
    "alinéa 3 du préambule": [("alinéa 3 du préambule", "preamble__rec_3")],
    "deuxième alinéa du paragraphe 3 de l'article 7": [
        ("paragraphe 3 de l'article 7", "art_7__para_3")
    ],
    "l'article 7 a été adopté ; le paragraphe 3 a été modifié": [
        ("article 7", "art_7"),
        ("paragraphe 3", "art_7__para_3"),
    ],
    "la première partie du cours, le point 6 h) de l'ordre du jour, le numéro 3": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_a_citation_names_its_provisions(text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (
            text[c.start : c.end],
            " ".join(t.id if t.status == "valid" and t.id else t.status for t in c.targets),
        )
        for c in find_citations(text, language="fr")
    ]
    assert found == expected
