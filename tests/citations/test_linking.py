"""Links: a whole citation for one provision, a link per number for several."""

from __future__ import annotations

import pytest

from portal.citations import find_citations, link_citations

CASES = {
    "see **Article 9**, paragraph 5 (a).": ["Article 9**, paragraph 5 (a)"],
    "Articles 4, 7 and 11": ["Articles 4", "7", "11"],
    "paragraphs 1 to 3 of Article 7": ["paragraphs 1", "3"],
    "Articles 35 and 36": ["Articles 35"],
    "Article 4 of the Basel Convention and paragraph 3": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_what_becomes_a_link(text: str, expected: list[str]) -> None:
    links = list(link_citations(find_citations(text, language="en"), lambda id_: f"#{id_}"))
    assert [text[link.start : link.end] for link in links] == expected


def test_no_address_no_link() -> None:
    assert list(link_citations(find_citations("Article 7", language="en"), lambda _: None)) == []
