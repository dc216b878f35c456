"""A page that tells every unit of an article or annex needs no list of its units below the text."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from portal.anchor_pages import anchored, anchors
from portal.convention import load_treaty
from portal.languages import SOURCE_LANGUAGE
from portal.pages import open_site

PROJECT = Path(__file__).resolve().parents[2]
EXTENSIONS = ["attr_list", "toc", "portal.extension"]


def rendered(text: str, *, key: str, language: str = "en") -> BeautifulSoup:
    options = {"language": language, "page": key}
    html = markdown.markdown(
        text, extensions=EXTENSIONS, extension_configs={"portal.extension": options}
    )
    return BeautifulSoup(html, "html.parser")


def told(unit: str, *, without: int = 0) -> str:
    """Return a page with an anchor for every unit but the last few."""
    names = anchors(load_treaty(), unit)[1:]
    named = names[: len(names) - without]
    return "# Title\n\n" + "\n\n".join(f"Words.\n{{: #{name} }}" for name in named)


def test_a_page_that_tells_all_has_jumps_and_no_list_of_units() -> None:
    page = rendered(told("art_7"), key="convention/article-07")
    assert page.select(".provision-units") == []
    assert [(link["href"], link.text) for link in page.select(".provision-jumps a")] == [
        (f"#art_7__para_{number}", str(number)) for number in range(1, 5)
    ]
    assert page.select(".provision-verbs")


def test_a_page_that_leaves_one_unit_out_keeps_the_list() -> None:
    page = rendered(told("art_7", without=1), key="convention/article-07")
    assert page.select_one(".provision-units #art_7__para_4__subpara_f") is not None
    assert page.select(".provision-jumps") == []


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ("annex_b__part_1__row_chlor-alkali", "(last year: 2025)"),
        ("annex_b__part_1__row_polyurethane", "(last year: 2025; added by MC-5/4)"),
        ("annex_b__part_2__row_methylate-or-ethylate", "(amended by MC-5/4)"),
    ],
)
def test_years_and_amendments_come_from_the_treatys_data(row: str, note: str) -> None:
    page = rendered(told("annex_b"), key="convention/annex-b")
    place = page.find(id=row)
    assert place is not None
    assert place.text.split("Words.")[1].split("\n")[0].strip() == note


def test_a_note_stands_before_the_list_below_a_unit() -> None:
    names = anchors(load_treaty(), "annex_a")[1:]
    row = "annex_a__part_1__row_linear-fluorescent-lamps"
    below = (f"{row}__subpara_a", f"{row}__subpara_b")
    others = [name for name in names if name not in (row, *below)]
    text = "# Title\n\n" + "\n\n".join(f"Words.\n{{: #{name} }}" for name in others)
    text += f"\n\n- Lamps.\n  {{: #{row} }}\n    - One.\n      {{: #{below[0]} }}\n"
    text += f"    - Two.\n      {{: #{below[1]} }}\n"
    place = rendered(text, key="convention/annex-a").find(id=row)
    assert place is not None
    assert " ".join(place.text.split()) == "Lamps. (last year: 2020) One. Two."


@pytest.mark.parametrize("language", [SOURCE_LANGUAGE, "fr"])
def test_every_article_and_annex_and_both_mandates_are_told(language: str) -> None:
    treaty, site = load_treaty(), open_site(PROJECT)
    wanted = {
        key: unit
        for key, unit in anchored(treaty).items()
        if unit.kind in ("article", "annex") or unit.id in ("dec_mc-1-21", "dec_mc-5-12")
    }
    assert len(wanted) == 35 + 5 + 2
    for key, unit in wanted.items():
        page = site.get(language, key)
        assert page is not None, key
        assert page.ids.issuperset(anchors(treaty, unit.id)[1:]), key
