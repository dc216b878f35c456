"""A module presents itself: keys, swipes, a second window, paper; from a disk, storage refused."""

from __future__ import annotations

import io
import json
import re

import pytest
from axe_findings import axe_findings
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from untranslated_page import untranslated_module

MODULE = "waste/what-is-mercury-waste"
SLIDES = f"{MODULE}/slides/index.html"
UNTRANSLATED = f"{untranslated_module()}/slides/index.html"


def place(page: Page) -> int:
    """Return the number of the slide that is shown."""
    shown = page.locator(".frame.is-shown")
    assert shown.count() == 1
    return int((shown.get_attribute("id") or "").removeprefix("slide-"))


@pytest.mark.parametrize(
    ("language", "onwards", "back"),
    [("en", "ArrowRight", "ArrowLeft"), ("ar", "ArrowLeft", "ArrowRight")],
)
def test_keys_follow_the_direction_of_reading(open_slides, language, onwards, back):
    page = open_slides(f"{language}/{SLIDES}")
    last = page.locator(".frame").count()
    for key, expected in (
        (onwards, 2), (onwards, 3), (back, 2), ("Space", 3), ("PageDown", 4), ("PageUp", 3),
        ("Shift+Space", 2), ("ArrowDown", 3), ("ArrowUp", 2), ("End", last), (onwards, last),
        ("Home", 1), (back, 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert place(page) == expected, key


def test_p_shows_the_section_that_is_read_and_escape_goes_back_to_it(open_slides):
    page = open_slides(f"en/{MODULE}/index.html#mining-residues")
    page.keyboard.press("p")
    page.wait_for_url("**/slides/index.html*")
    expect(page.locator(".frame.is-shown")).to_have_attribute("data-section", "mining-residues")
    page.keyboard.press("Escape")
    page.wait_for_url(f"**/{MODULE}/index.html#mining-residues")


def test_each_slide_is_announced_and_only_one_is_seen(open_slides):
    page = open_slides(f"en/{SLIDES}")
    count = page.locator(".frame").count()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slides-message")).to_have_text(
        f"Slide 2 of {count}: What is mercury waste?"
    )
    assert page.locator(".frame:visible").count() == 1
    expect(page.locator("#slides-place")).to_have_text(f"2 / {count}")


def swipe(page: Page, along: int) -> None:
    page.evaluate(
        """along => {
          const at = x => [new Touch({identifier: 1, target: document.body, clientX: x,
                                      clientY: 200})];
          document.body.dispatchEvent(new TouchEvent("touchstart",
            {bubbles: true, touches: at(300), changedTouches: at(300)}));
          document.body.dispatchEvent(new TouchEvent("touchend",
            {bubbles: true, touches: [], changedTouches: at(300 + along)}));
        }""",
        along,
    )


@pytest.mark.parametrize(("language", "onwards"), [("en", -120), ("ar", 120)])
def test_a_swipe_turns_the_slide_and_a_touch_does_not(open_slides, language, onwards):
    page = open_slides(f"{language}/{SLIDES}", width=375, height=667, has_touch=True)
    for along, expected in ((onwards, 2), (onwards, 3), (20, 3), (-onwards, 2)):
        swipe(page, along)
        assert place(page) == expected


def test_the_overview_shows_all_slides_and_one_is_chosen_by_keyboard(open_slides):
    page = open_slides(f"en/{SLIDES}")
    page.keyboard.press("o")
    assert page.locator(".frame:visible").count() == page.locator(".frame").count()
    expect(page.locator("#slide-1 .frame-choose")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slide-3 .frame-choose")).to_be_focused()
    page.keyboard.press("Enter")
    assert place(page) == 3
    assert page.locator(".frame:visible").count() == 1
    page.keyboard.press("o")
    page.locator("#slide-5").click()
    assert place(page) == 5


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_second_window_shows_notes_next_slide_and_clock(open_slides, language):
    page = open_slides(f"{language}/{SLIDES}#what-paragraph-3-asks")
    with page.context.expect_page() as opened:
        page.keyboard.press("w")
    desk = opened.value
    assert desk.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    expect(desk.locator(".frame")).to_have_count(2)
    first = page.locator(".frame.is-shown .slide-notes > div")
    assert first.count() == 1
    expect(desk.locator(".desk-notes > div")).to_have_text(first.text_content() or "")
    expect(desk.locator("dd").nth(1)).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(desk.locator("dd").nth(2)).to_have_text(re.compile(r"^\d+:\d\d$"))
    data = json.loads(page.locator("#slides-data").text_content() or "")
    planned = data["planned"]["what-paragraph-3-asks"]
    assert 0 < planned < data["total"]
    expect(desk.locator("dd").nth(3)).to_have_text(re.compile(rf"^{planned} "))
    before = place(page)
    desk.keyboard.press("PageDown")
    assert place(page) == before + 1
    shown = page.locator(".frame.is-shown .slide-title").text_content() or ""
    expect(desk.locator(".frame .slide-title").first).to_have_text(shown)
    page.keyboard.press("PageDown")
    title = page.locator(".frame.is-shown .slide-title").text_content() or ""
    expect(desk.locator(".frame .slide-title").first).to_have_text(title)
    box = desk.locator(".frame").first.bounding_box()
    assert box is not None
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.03
    page.keyboard.press("End")
    expect(desk.locator(".frame")).to_have_count(1)
    page.close(run_before_unload=True)


def test_without_a_second_window_the_notes_stand_under_the_slide(open_slides):
    page = open_slides(f"en/{SLIDES}#three-kinds")
    page.evaluate("window.open = () => null")
    page.keyboard.press("w")
    expect(page.locator("#slides-notes")).to_be_visible()
    expect(page.locator("#slides-message")).to_contain_text("no second window")
    slide = page.locator(".frame.is-shown").bounding_box()
    notes = page.locator("#slides-notes").bounding_box()
    assert slide is not None
    assert notes is not None
    assert slide["y"] + slide["height"] <= notes["y"] + 1


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768), (667, 375)])
def test_the_slide_fills_the_window_and_is_never_cut(open_slides, width, height):
    page = open_slides(f"ar/{SLIDES}", width=width, height=height)
    box = page.locator(".frame.is-shown").bounding_box()
    assert box is not None
    assert box["x"] >= -1
    assert box["x"] + box["width"] <= width + 1
    assert box["y"] + box["height"] <= height
    assert box["width"] > 0.98 * width or box["height"] > 0.85 * height
    assert page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0


def test_on_a_phone_held_upright_words_stay_readable(open_slides):
    page = open_slides(f"en/{SLIDES}#three-kinds", width=375, height=667)
    page.keyboard.press("PageDown")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.is-shown .line')]"
        ".map(line => parseFloat(getComputedStyle(line).fontSize))"
    )
    assert sizes
    assert min(sizes) >= 16
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_it_prints_one_slide_a_sheet(open_slides):
    page = open_slides(f"ar/{SLIDES}")
    raw = page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(io.BytesIO(raw)).pages
    assert len(sheets) == page.locator(".frame").count()
    assert round(float(sheets[0].mediabox.width) / float(sheets[0].mediabox.height), 2) == 1.78


def test_without_a_script_all_slides_and_notes_are_there(open_slides):
    page = open_slides(f"fr/{MODULE}/index.html", script=False)
    page.locator("#slides-link").click()
    assert page.url.endswith(f"/fr/{SLIDES}")
    assert page.locator(".frame:visible").count() > 30
    assert page.locator(".slide-notes:visible").count() > 3
    assert page.locator(".tools:visible").count() == 0
    page.locator(".slides-back a").click()
    assert page.url.endswith(f"/fr/{MODULE}/index.html")


def test_an_untranslated_module_is_english_with_labels_of_the_reader(open_slides):
    page = open_slides(f"ar/{UNTRANSLATED}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]
    languages = page.evaluate(
        "[...document.querySelectorAll('.slide')].map(s => s.lang + ' ' + s.dir)"
    )
    assert set(languages[:-1]) == {"en ltr"}
    assert languages[-1] == "ar rtl"
    labels = page.locator(".slide-label").evaluate_all(
        "labels => labels.map(l => [l.textContent, l.lang, l.dir])"
    )
    assert {tuple(label[1:]) for label in labels} == {("ar", "rtl")}
    assert any("سؤال" in label[0] for label in labels)
    page.keyboard.press("ArrowLeft")
    assert place(page) == 2


@pytest.mark.parametrize(
    ("language", "width", "height", "dark"),
    [("en", 1280, 720, False), ("ar", 1280, 720, True), ("en", 375, 667, True)],
)
def test_axe_finds_nothing_on_any_kind_of_slide(open_slides, language, width, height, dark):
    page = open_slides(f"{language}/{SLIDES}", width=width, height=height, dark=dark)
    page.evaluate("delete document.documentElement.dataset.mode")
    found = axe_findings(page)
    page.keyboard.press("o")
    assert found + axe_findings(page) == []


def test_colours_follow_the_system_and_paper_is_light(open_slides):
    page = open_slides(f"en/{SLIDES}#slide-2", dark=True)
    ground = "getComputedStyle(document.querySelector('.is-shown .slide')).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 25, 28)"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(253, 252, 249)"
