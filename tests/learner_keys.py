"""A learner who has nothing but a keyboard."""

from __future__ import annotations

import base64
import json

from playwright.sync_api import Page


def solution(page: Page) -> list[list[int]]:
    """Return the places of the right options of each question, as the page's data has them."""
    data = json.loads(page.locator("#track-test-data").text_content() or "")
    answers = json.loads(base64.b64decode(data["answers"]))
    return [[place for place, option in enumerate(item) if option[0]] for item in answers]


def total(page: Page) -> int:
    """Count the questions of the track's tests."""
    return page.locator("[data-item]").count()


def skip_through(page: Page, test: str) -> None:
    """Finish a test without an answer."""
    page.locator(f"[data-start={test}]").press("Enter")
    page.locator(".test-form [type=submit]").press("Enter")
    page.locator(".test-form [type=submit]").press("Enter")


def tab_to(page: Page, selector: str) -> None:
    """Move the focus forward with the Tab key until it is there."""
    for _ in range(250):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def answer(page: Page, *, right: int) -> None:
    """Answer by keyboard, in the order on the screen: the first `right` rightly, others wrongly."""
    solved = solution(page)
    order = page.eval_on_selector_all(
        "[data-item]", "all => all.map(one => Number(one.dataset.item))"
    )
    for place, item in enumerate(order):
        if place >= right and len(solved[item]) > 1:
            wanted = solved[item][:1]
        elif place >= right:
            wanted = [next(n for n in range(2) if n not in solved[item])]
        else:
            wanted = solved[item]
        for option in wanted:
            box = f"[data-item='{item}'] input[value='{option}']"
            radio = page.locator(box).get_attribute("type") == "radio"
            # A group of radio buttons is one stop of Tab; arrows choose in it.
            tab_to(page, f"[data-item='{item}'] input" if radio else box)
            for _ in range(8):
                if page.locator(box).is_checked():
                    break
                page.keyboard.press("Space")
                if not page.locator(box).is_checked():
                    page.keyboard.press("ArrowDown")


def take(page: Page, test: str, *, right: int) -> None:
    tab_to(page, f"[data-start={test}]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "test-heading"
    answer(page, right=right)
    tab_to(page, ".test-form [type=submit]")
    page.keyboard.press("Enter")
