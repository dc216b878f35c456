"""A track's tests for paper and e-readers: questions first, and at the end what is right and why.

The page marks its tests by script; without one nothing of them is left but their questions.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

from lxml import html as markup

from portal.languages import Labels

Element = Any
"""An lxml element: the library has no types."""


def print_test(root: Element, words: Labels) -> None:
    """Put the printed test in the place of the one that a script runs; other pages stay."""
    found = root.xpath(".//div[@id='track-test']")
    if not found:
        return
    data = json.loads(root.xpath("string(.//script[@id='track-test-data'])"))
    solutions = json.loads(base64.b64decode(data["answers"]))
    for screen in root.xpath(
        ".//*[contains(@class,'without-script')]|.//p[@class='lead']|.//div[@class='words']"
    ):
        screen.drop_tree()
    items = found[0].xpath(".//li[contains(@class,'test-item')]")
    letters = words("workshop.letters")
    test = markup.Element("div", {"class": "words"})
    test.append(_element("p", words("bundle.test")))
    for number, item in enumerate(items, 1):
        test.append(_question(number, item, letters, words.language.direction))
    answers = markup.Element("section", {"class": "answers"})
    answers.append(_element("h2", words("bundle.answers"), id="bundle-answers"))
    for number, (item, options) in enumerate(zip(items, solutions, strict=True), 1):
        answers.extend(_answer(number, item, options, letters, words("list.separator")))
    test.append(answers)
    test.tail = found[0].tail
    found[0].getparent().replace(found[0], test)


def _question(number: int, item: Element, letters: str, direction: str) -> Element:
    section = markup.Element("section", {"class": "block question", **_spoken(item)})
    asked = item.xpath(".//legend")[0]
    for counted in asked.xpath("./span[@data-number]"):
        counted.drop_tree()
    prompt = _element("p", f"{number}. ")
    strong = _take(asked, "strong")
    strong.text = (strong.text or "").lstrip()
    prompt.append(strong)
    section.append(prompt)
    for place, text in enumerate(item.xpath(".//li[@data-option]/label/span")):
        option = _element("p", "")
        # By itself: an Arabic letter would draw the number behind it to its other side.
        option.append(_element("bdi", f"{_letter(place, letters)}.", dir=direction))
        option[0].tail = " "
        option.append(_take(text, "span"))
        section.append(option)
    return section


def _answer(
    number: int, item: Element, options: list[list[Any]], letters: str, separator: str
) -> Iterator[Element]:
    right = [place for place, option in enumerate(options) if option[0]]
    name = _element("p", "", **{"class": "answer-to"})
    shown = separator.join(_letter(place, letters) for place in right)
    name.append(_element("strong", f"{number}. {shown}"))
    yield name
    for place in right:
        # Rendered by the build from the module's page, where raw HTML is switched off.
        reason = markup.fragment_fromstring(options[place][1], create_parent="p")
        for key, value in _spoken(item).items():
            reason.set(key, value)
        yield reason


def _letter(place: int, letters: str) -> str:
    return letters[place % len(letters)]


def _spoken(item: Element) -> dict[str, str]:
    """Return language and direction of a question that is not in the page's language."""
    return {name: item.get(name) for name in ("lang", "dir") if item.get(name)}


def _element(name: str, text: str, **attributes: str) -> Element:
    made = markup.Element(name, attributes)
    made.text = text
    return made


def _take(element: Element, name: str) -> Element:
    """Return an element under another name, without what it said of itself."""
    element.tag = name
    element.attrib.clear()
    element.tail = None
    return element
