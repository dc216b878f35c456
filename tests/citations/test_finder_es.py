"""Spanish citations as a jurist reads them: (text, what each names, in order)."""

from __future__ import annotations

import pytest

from portal.citations import find_citations

CASES: dict[str, list[tuple[str, str]]] = {
    "el apartado a) i) del párrafo 6 del artículo 3": [
        ("apartado a) i) del párrafo 6 del artículo 3", "art_3__para_6__subpara_a__item_i")
    ],
    "literales a) y b) del numeral 3 del artículo 7": [
        (
            "literales a) y b) del numeral 3 del artículo 7",
            "art_7__para_3__subpara_a art_7__para_3__subpara_b",
        )
    ],
    "inciso a), párrafo 3, artículo 7": [
        ("inciso a), párrafo 3, artículo 7", "art_7__para_3__subpara_a")
    ],
    "artículo 7.º, numeral 3, literal c": [
        ("artículo 7.º, numeral 3, literal c", "art_7__para_3__subpara_c")
    ],
    "apartado 3 a) del artículo 7": [("apartado 3 a) del artículo 7", "art_7__para_3__subpara_a")],
    "los artículos 4 al 6": [("artículos 4 al 6", "art_4 art_5 art_6")],
    "en el anexo A, parte I, y el anexo B": [
        ("anexo A, parte I", "annex_a__part_1"),
        ("anexo B", "annex_b"),
    ],
    "el artículo 5 del Convenio de Estocolmo y el artículo 7 del Convenio de Minamata": [
        ("artículo 5", "foreign"),
        ("artículo 7", "art_7"),
    ],
    "los artículos 8 y 9 de la Convención sobre el Mercurio": [("artículos 8 y 9", "art_8 art_9")],
    "artículo 3 de la Ley 1892 de 2018; artículo 5 del tratado": [
        ("artículo 3", "foreign"),
        ("artículo 5", "art_5"),
    ],
    "la Convención de Basilea, en su artículo 4,": [("artículo 4", "foreign")],
    "según el texto del tratado, el párrafo 3 anterior": [("párrafo 3", "relative")],
    "el párrafo 3 a más tardar, el artículo 7 a fin de año": [
        ("párrafo 3", "relative"),
        ("artículo 7", "art_7"),
    ],
    "el párrafo mismo no lo dice; punto 6 h) del orden del día; numeral 3": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_a_citation_names_its_provisions(text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (
            text[c.start : c.end],
            " ".join(t.id if t.status == "valid" and t.id else t.status for t in c.targets),
        )
        for c in find_citations(text, language="es")
    ]
    assert found == expected
