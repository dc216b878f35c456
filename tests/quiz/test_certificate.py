"""The certificate: one sheet, whatever name is typed, and no proof of identity."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from babel.dates import format_date
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from portal.languages import load_labels

A4 = (842, 595)
NAMES = {
    "plain": "Awa Diop",
    "markup": '<img src=x onerror="alert(1)"></bdi><script>alert(1)</script>',
    "arabic": "فاطمة الزهراء بنت محمد",
    "override": "\u202eAwa Diop\u202d & \u2067Zoé",
    "long": "Maria da Conceição " * 6,
    "one long word": "W" * 120,
    "empty": "",
}


def with_result(open_file, language: str, *, day: str = "2027-03-01") -> Page:
    """Open the waste tests as a learner who has taken both."""
    page = open_file(f"{language}/waste/test/index.html")
    page.evaluate(
        """day => {
          const draw = JSON.parse(document.getElementById("track-test-data").textContent).draw;
          const [pre, post] = ["0100", "1110"].map(right => ({draw, day, right}));
          const tracks = {waste: {pre, post}};
          localStorage.setItem("portal.tests", JSON.stringify({version: 1, tracks}));
        }""",
        day,
    )
    page.reload()
    return page


def printed(page: Page) -> PdfReader:
    """Return what the button prints: the page's own print is taken for the printer's."""
    page.evaluate("window.print = () => {}")
    page.locator("[data-print]").press("Enter")
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_one_sheet_whatever_the_name(open_file, language):
    page = with_result(open_file, language)
    for kind, name in NAMES.items():
        page.locator("#result-name").fill(name)
        sheet = printed(page)
        assert len(sheet.pages) == 1, kind
        box = sheet.pages[0].mediabox
        assert (round(box.width), round(box.height)) == A4, kind
        shown = page.locator("[data-certificate] [data-name]").inner_text()
        assert "".join(shown.split()) == "".join(name.split())[:120], kind
        assert page.locator("[data-certificate] :is(img, script)").count() == 0
        wide = page.evaluate("""() => {
          const sheet = document.querySelector("[data-certificate]");
          return sheet.scrollWidth - sheet.clientWidth;
        }""")
        assert wide <= 1, kind


def test_after_printing_the_page_is_as_before(open_file):
    page = with_result(open_file, "en")
    printed(page)
    assert page.locator(".print-alone").count() == 0
    assert page.evaluate("'print' in document.documentElement.dataset") is False
    expect(page.locator(".md-header")).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_it_names_track_time_score_and_day_as_the_language_does(open_file, root, language):
    page = with_result(open_file, language)
    labels = load_labels(root, language)
    text = page.locator("[data-certificate]").inner_text()
    assert labels("certificate.title") in text
    assert format_date(date(2027, 3, 1), "long", locale=labels.language.babel) in text
    post = labels("test.score", test=labels("workshop.post-test"), right=3, total=4)
    assert post in text
    assert re.search(re.escape(labels("certificate.time", time="")) + r"\d", text)
    assert labels("workshop.trainer-signature") in text
    assert labels("certificate.no-proof") in text
    assert page.locator(".certificate__track").inner_text() in page.locator("h1").inner_text()


def test_on_a_narrow_phone_it_stays_within_the_screen(open_file):
    page = with_result(open_file, "ar")
    page.set_viewport_size({"width": 320, "height": 640})
    page.locator("#result-name").fill(NAMES["one long word"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
