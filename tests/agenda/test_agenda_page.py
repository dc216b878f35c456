"""The planner page in Chromium, from the disk and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, quote

import pytest
import yaml
from axe_findings import axe_findings
from icalendar import Calendar
from pages_from_disk import OpenPage, pages_from_disk
from playwright.sync_api import Browser, Page, expect

WASTE = "waste/what-is-mercury-waste"
PRODUCTS = "obligations/mercury-added-products"
GOLD = "asgm/choosing-a-mercury-free-method"
GENDER = "gender-trade/who-is-exposed-and-who-decides"
LINKS = {
    "one module": f"modules={WASTE}",
    "a day in Dakar": f"modules={WASTE},{PRODUCTS},{GOLD}&date=2027-03-01&timezone=Africa/Dakar",
    "two long days": f"modules={GENDER},{PRODUCTS},{WASTE}&date=2027-12-31&days=2&opening=45"
    "&closing=45&practice=120&prayer=13:05,16:10&timezone=Asia/Kathmandu",
    "moved": f"modules={GOLD},{GENDER}&date=2027-06-01&move=1.1:-20&lunch=11:40&break-minutes=20",
    "sections on days": f"modules={GOLD}&days=4&date=2027-03-26&timezone=Europe/Paris&lunch=none",
    "too long": f"modules={WASTE},{GOLD}&practice=240&start=10:00&end=16:00",
}
PAGE = "facilitators/agenda/index.html"


@pytest.fixture
def planner(site: Path, browser: Browser) -> Iterator[OpenPage]:
    """Open the planner from the disk: `planner("fr", "modules=…")`."""
    with pages_from_disk(browser, site) as open_page:

        def open_planner(language: str, fragment: str = "", **options: object) -> Page:
            return open_page(f"{language}/{PAGE}#{fragment}", **options)

        yield open_planner


def saved(page: Page, form: str) -> str:
    """Return what the page saves in a format."""
    with page.expect_download() as download:
        page.click(f"[data-save={form}]")
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def as_words(fragment: str) -> list[str]:
    """Turn a link into the command's arguments."""
    words: list[str] = []
    for name, value in parse_qsl(fragment):
        if name == "modules":
            words += value.split(",")
        else:
            many = value.split(",") if name in {"prayer", "move"} else [value]
            words += [f"--{name}={one}" for one in many]
    return words


@pytest.mark.parametrize(
    ("language", "name"),
    [*(("en", name) for name in LINKS), ("fr", "sections on days"), ("ar", "two long days")],
)
def test_page_and_command_give_the_same_agenda(planner, portal, language, name):
    fragment = LINKS[name]
    page = planner(language, fragment)
    for form in ("csv", "md"):
        _, out, said = portal("agenda", *as_words(fragment), "--lang", language, "--format", form)
        assert saved(page, form) == out
    warned = [line for line in said.splitlines() if "not translated" not in line]
    assert page.locator("[data-warnings] li").count() == len(warned)
    if language == "en":
        assert page.locator("[data-warnings] li").all_inner_texts() == warned


@pytest.mark.parametrize("language", ["zh", "ru", "es"])
def test_the_other_languages_write_dates_and_times_alike(planner, portal, language):
    fragment = LINKS["two long days"]
    page = planner(language, fragment)
    _, out, _ = portal("agenda", *as_words(fragment), "--lang", language, "--format", "md")
    assert saved(page, "md") == out


@pytest.mark.parametrize("name", ["a day in Dakar", "two long days", "moved", "sections on days"])
def test_both_calendars_hold_the_same_events(planner, portal, name):
    page = planner("fr", LINKS[name])
    _, out, _ = portal("agenda", *as_words(LINKS[name]), "--lang", "fr", "--format", "ics")

    def events(text: str) -> list[tuple[str, ...]]:
        found = Calendar.from_ical(text).walk("VEVENT")
        stamps = [tuple(e.start.utctimetuple()) + tuple(e.end.utctimetuple()) for e in found]
        names = ("UID", "SUMMARY", "TRANSP", "DESCRIPTION")
        words = [tuple(str(e.get(name, "")) for name in names) for e in found]
        return [one + other for one, other in zip(stamps, words, strict=True)]

    text = saved(page, "ics")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert events(text) == events(out)


def test_the_link_of_the_page_opens_the_same_agenda_again(planner):
    page = planner("en")
    page.click("[data-example=two-days-customs-and-environment]")
    page.fill("[name=date]", "2027-03-01")
    page.fill("[name=timezone]", "Africa/Dakar")
    page.fill("[name=prayer]", "09:20، 16:10")
    page.press("[name=prayer]", "Tab")
    days = page.inner_text("[data-days]")
    assert "1 March 2027" in days
    assert "Prayer" in days
    link = page.input_value("[data-link]")
    assert page.url == link
    assert planner("en", link.partition("#")[2]).inner_text("[data-days]") == days


def test_a_button_gives_what_the_command_gives_for_a_ready_workshop(planner, root: Path):
    register = yaml.safe_load((root / "docs/data/workshops.yaml").read_text("utf-8"))["workshops"]
    page = planner("ar", "date=2027-03-01&start=11:00")
    buttons = page.locator("[data-example]")
    here = [entry for entry in register if set(entry["modules"]) & {WASTE, GOLD, GENDER, PRODUCTS}]
    assert buttons.all_inner_texts() == [entry["title"]["ar"] for entry in here]
    page.get_by_role("button", name=here[0]["title"]["ar"]).press("Enter")
    assert page.input_value("[name=start]") == here[0]["wishes"]["start"]
    assert page.input_value("[name=lunch]") == ""
    assert page.input_value("[name=date]") == "2027-03-01"
    assert page.locator("[data-days] table").count() == 1


def test_modules_and_breaks_move_by_keyboard(planner):
    page = planner("en", f"modules={WASTE},{PRODUCTS},{GOLD}")
    down = page.get_by_role("button", name="Move down: What is mercury waste?")
    down.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-order] li").first.inner_text().startswith("Mercury-added products")
    expect(down).to_be_focused()
    assert page.inner_text("[data-said]") == "What is mercury waste? now stands at place 2."
    before = page.locator(".planner__pause td").first.inner_text()
    earlier = page.get_by_role("button", name="Earlier: Break").first
    earlier.focus()
    page.keyboard.press("Enter")
    after = page.locator(".planner__pause td").first.inner_text()
    assert after < before
    assert "move=1.1" in page.url
    assert page.evaluate("document.activeElement.textContent") == "Earlier"


def test_lunch_and_prayers_move_too(planner):
    page = planner(
        "en", f"modules={','.join((WASTE, PRODUCTS, GOLD, GENDER))}&practice=30&prayer=15:00"
    )
    for name in ("Lunch", "Prayer"):
        row = page.locator("tr", has=page.get_by_role("button", name=f"Later: {name}"))
        before = row.locator("td").first.inner_text()
        row.get_by_role("button", name=f"Later: {name}").press("Enter")
        assert row.locator("td").first.inner_text() > before


HOSTILE = {
    "markup": "modules=<img src=x onerror=alert(1)>",
    "an unknown module": "modules=waste/nothing,../../etc",
    "a day that does not exist": "date=2027-02-30",
    "times": "start=25:99&lunch=<b>&prayer=1,2,3",
    "numbers": "days=999999&practice=-1&opening=1e9",
    "zones": "timezone=../../etc/passwd",
    "names": "__proto__=1&constructor=2&toString=3",
    "moves": "move=__proto__:5,1.1:x",
    "broken escapes": "modules=%E0%A4%A&date=%00",
    "length": "x=" + "9" * 20000,
}


@pytest.mark.parametrize("fragment", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_link_gives_a_plain_message_and_keeps_the_rest(planner, fragment):
    rest = "" if len(fragment) > 1000 else f"&modules={WASTE}" * ("modules" not in fragment)
    page = planner(
        "en", quote(fragment + rest, safe="/=&%,:.") if "%" not in fragment else fragment
    )
    assert page.inner_text("[data-left]").startswith("The link holds what is not understood")
    assert page.locator("#planner img, #planner b").count() == 0
    if rest:
        assert "What is mercury waste?" in page.inner_text("[data-days]")
    else:
        assert page.inner_text("[data-facts]") == "Choose at least one module."


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("timezone", "Africa/Nowhere", "There is no time zone of this name."),
        ("days", "99", "Days: this is not possible."),
        ("practice", "", "Minutes on own cases after each module: this is not possible."),
        ("prayer", "noon", "Prayers not before, such as 13:05, 16:10: this is not possible."),
    ],
)
def test_a_wrong_field_says_so_and_the_agenda_stays(planner, name, value, message):
    page = planner("en", f"modules={WASTE}")
    days = page.inner_text("[data-days]")
    page.fill(f"[name={name}]", value)
    page.press(f"[name={name}]", "Tab")
    assert page.inner_text("[data-wrong]") == message
    assert page.get_attribute(f"[name={name}]", "aria-invalid") == "true"
    assert page.inner_text("[data-days]") == days


def test_what_cannot_be_planned_is_said(planner):
    page = planner("en", f"modules={WASTE}&start=23:45")
    assert "after midnight" in page.inner_text("[data-facts]")
    page = planner("en", f"modules={WASTE}&date=2027-03-28&timezone=Europe/Paris&start=02:30")
    assert "the clocks of Europe/Paris change" in page.inner_text("[data-facts]")
    page = planner("en", f"modules={WASTE}")
    page.click("[data-save=ics]")
    assert "needs a date" in page.inner_text("[data-wrong]")


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_and_nothing_overflows(planner, language, width):
    page = planner(language, LINKS["two long days"], width=width)
    assert axe_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_print_shows_the_agenda_and_nothing_to_press(planner):
    page = planner("ar", LINKS["two long days"])
    page.emulate_media(media="print")
    expect(page.locator("[data-days] table").first).to_be_visible()
    for part in (".planner__form", "[data-actions]", ".planner__tools >> nth=0"):
        expect(page.locator(part)).to_be_hidden()


def test_the_trainers_door_leads_here(planner, site: Path):
    page = planner("fr")
    page.goto((site / "fr/index.html").as_uri())
    page.click(".door a >> nth=0")
    assert page.url.endswith("/fr/facilitators/agenda/index.html")
    expect(page.locator("#planner")).to_be_visible()


def test_without_a_script_the_page_names_the_command(planner):
    page = planner("en", script=False)
    assert "portal agenda" in page.locator(".without-script.notice").inner_text()
    expect(page.locator("#planner")).to_be_hidden()
