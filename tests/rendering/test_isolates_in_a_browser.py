"""What must run left to right is drawn left to right in Arabic text, measured letter by letter."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.extension import PortalExtension
from portal.rendering.isolates import isolate_text

PLACES = """word => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), letters = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      letters.push([node.data[at], range.getBoundingClientRect().left]);
    }
  const seen = letters.filter(([letter]) => !/[\\u2066\\u2069]/.test(letter));
  const start = seen.map(([letter]) => letter).join("").indexOf(word);
  return seen.slice(start, start + word.length).map(([, left]) => left);
}"""

WORDS = [
    ("تدعو الفقرة 8 من المقرر MC-5/12 الأطراف إلى المشاركة.", "MC-5/12"),
    ("المقرر MC-5/12", "MC-5/12"),
    ("(المقرر MC-3/5، الفقرة 2)", "MC-3/5"),
    ("المقرران MC-1/21 وMC-5/12.", "MC-1/21"),
    ("المقرران MC-1/21 وMC-5/12.", "MC-5/12"),
    ("انظر **المقرر MC-5/12** و*MC-4/3*.", "MC-4/3"),
    ("الوثيقة UNEP/MC/COP.3/5.", "UNEP/MC/COP.3/5"),
    ("في الدورة COP-6 وبعدها.", "COP-6"),
    ("من 2020–2025.", "2020–2025"),
    ("الحد 15 mg/kg هنا.", "15 mg/kg"),
    ("أكثر من 2\u00a0800 m³ من الهواء.", "2\u00a0800 m³"),
    ("مركّب HgCl₂ سامّ.", "HgCl₂"),
]


@pytest.fixture(scope="module")
def as_html(root: Path):
    import markdown

    extension = PortalExtension(language="ar", edition="ar", page="about/index", root=str(root))
    return lambda text: markdown.markdown(text, extensions=[extension])


def test_letters_stand_in_the_order_in_which_they_are_read(browser: Browser, as_html) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 200})
    for text, word in WORDS:
        for body in (as_html(text), html.escape(isolate_text(text.replace("*", "")))):
            page.set_content(f'<html lang="ar" dir="rtl"><body>{body}')
            places = page.evaluate(PLACES, word)
            assert len(places) == len(word), body
            assert places == sorted(places), body
    page.close()


WRAPPED = """() => [...document.querySelectorAll('bdi')].filter(
  one => one.getClientRects().length > 1).map(one => one.textContent)"""
SYMBOLS = {
    "ar": ("المقرر MC-5/12 والوثيقة UNEP/MC/COP.3/5.", ["MC-5/12", "UNEP/MC/COP.3/5"]),
    "zh": ("第MC-5/12号决定和COP-6。", ["MC-5/12", "COP-6"]),
    "en": ("See decision MC-5/12, paragraph 8, of 2020-2025.", ["MC-5/12"]),
    "fr": ("Voir *la décision* MC-5/12 (COP-5).", ["MC-5/12", "COP-5"]),
    "ru": ("См. решение MC-5/12.", ["MC-5/12"]),
    "es": ("La **decisión MC-5/12** y `MC-5/12`.", ["MC-5/12"]),
}


@pytest.mark.parametrize("language", SYMBOLS)
def test_no_line_ends_within_a_symbol(browser: Browser, root: Path, language: str) -> None:
    import markdown

    text, symbols = SYMBOLS[language]
    options = {"language": language, "edition": language, "page": "about/index", "root": str(root)}
    made = markdown.markdown(f"# {text}\n\n{text}", extensions=[PortalExtension(**options)])
    styles = [
        (root / path).read_text("utf-8")
        for path in (
            "overrides/assets/stylesheets/portal.css",
            "scripts/portal/bundles/templates/book.css",
        )
    ]
    page = browser.new_page(viewport={"width": 320, "height": 400})
    for style in styles:
        # As narrow as can be: a line ends wherever it may.
        frame = f'<div class="md-typeset" style="inline-size: 1px">{made}</div>'
        page.set_content(f'<html lang="{language}"><style>{style}</style><body>{frame}')
        written = page.locator("bdi").all_inner_texts()
        assert [word for word in written if word in symbols] == symbols * 2
        assert page.evaluate(WRAPPED) == []
    page.close()


def test_the_measure_sees_a_line_that_ends_within_a_symbol(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 400})
    page.set_content('<body><p style="inline-size: 1px"><bdi dir="ltr">MC-5/12</bdi>')
    assert page.evaluate(WRAPPED) == ["MC-5/12"]
    page.close()


def test_the_measure_sees_a_symbol_a_symbol_that_is_taken_apart(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 200})
    page.set_content('<html lang="ar" dir="rtl"><body>المقرر MC-<bdi dir="ltr">5/12</bdi>')
    places = page.evaluate(PLACES, "MC-5/12")
    page.close()
    assert places != sorted(places)
