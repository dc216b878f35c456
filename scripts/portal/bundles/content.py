"""The content of a page for paper and e-readers: its one content root, without what needs a screen.

Reads what any theme would have to give: one `<article>` a page, blocks as `section` or `details`,
questions with their answers in a `details`.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import html as markup

from portal.bundles.printed_test import print_test
from portal.bundles.scope import Scope, resolve
from portal.bundles.tree import TreePage
from portal.errors import BuildError
from portal.languages import Labels, Language
from portal.pages import on_one_line

Element = Any
"""An lxml element: the library has no types."""

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_SIGHT = (
    ".//script|.//style|.//link|.//button|.//nav|.//template|.//form|.//input"
    "|.//*[@hidden]|.//p[contains(@class,'facilitator-switch')]"
    "|.//details[contains(@class,'contents')]|.//img[contains(@class,'sign')]"
    "|.//*[contains(@class,'notice')]//a|.//ul[contains(@class,'page-end')]"
    "|.//p[contains(@class,'slides-way')]|.//span[@class='badge']/span[@aria-hidden]"
)
"""What is there for a screen: scripts, menus, switches, signs, letters that words say, too."""
COLOURS = (
    "<style>svg{{color:#1c2a30}}text{{font-family:{family}}}.box>rect{{fill:#f5f2ea;stroke:#857f72}}"
    ".use>rect{{fill:#e4f0f4;stroke:#0b5c78}}.end>rect{{fill:#fdfcf9;stroke:#857f72}}</style>"
)
"""A drawing takes its colours from the site's styles; alone it brings them along."""
_HOLDERS = frozenset({"article", "aside", "details", "div", "header", "section"})
"""What may hold an English part and words of the book's language side by side."""
_WAYS = ".//p[@class='to-tests' or @class='to-cards']"
"""Lines of nothing but links."""
SANS = "'Noto Sans','Noto Sans CJK SC',sans-serif"
NASKH = "'Noto Naskh Arabic',sans-serif"
"""Has brackets of its own: Typst's drawings lose Arabic letters beside brackets of another font."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that stands alone."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page as a chapter; `root` holds `<img src="drawing:0">` where drawings stand."""

    page: TreePage
    root: Element
    drawings: tuple[Drawing, ...]
    language: Language
    """Of the words: English where the page is not translated."""


def read_chapter(
    scope: Scope,
    page: TreePage,
    *,
    words: Labels,
    frame: Language,
    beside: Container[str],
) -> Chapter:
    """Return one page as a chapter, questions first and answers last; raise BuildError.

    `words` are those of the page's language, `frame` is the language of the book, and `beside` the
    files of all pages of the book.
    """
    found = _ARTICLE.search(scope.tree.read(page))
    if found is None:
        message = "The page has no <article>. Build the site again."
        raise BuildError(message, path=str(scope.tree.folder / page.file))
    drawings: list[Drawing] = []

    def cut(match: re.Match[str]) -> str:
        if "figure-drawing" not in match[0]:
            return ""
        drawing = _alone(match[0], NASKH if words.language.direction == "rtl" else SANS)
        drawings.append(drawing)
        return f'<img src="drawing:{len(drawings) - 1}">'

    root = markup.fragment_fromstring(_DRAWING.sub(cut, found[0]))
    print_test(root, words)
    for element in root.xpath(_SIGHT):
        # drop_tree keeps the text that follows.
        if element.getparent() is not None:
            element.drop_tree()
    for way in root.xpath(_WAYS):
        if not any(resolve(link.get("href"), page.file) in beside for link in way.iter("a")):
            way.drop_tree()
    for place in root.xpath(".//img[starts-with(@src,'drawing:')]"):
        place.set("alt", drawings[int(place.get("src").partition(":")[2])].alt)
    if page.language != scope.tree.code:
        _mark_frame(root, frame)
    _answers_last(root, words("bundle.answers"), page)
    return Chapter(page, root, tuple(drawings), words.language)


def target_key(address: str, page: TreePage) -> tuple[str, str] | None:
    """Return the file and anchor that a link names inside the tree; None if it leads out."""
    file, _, anchor = address.partition("#")
    target = page.file if not file else resolve(address, page.file)
    return None if target is None else (target, anchor)


def _mark_frame(element: Element, frame: Language) -> None:
    """Say of what stands around an English text that it is in the book's own language."""
    for child in element:
        if not isinstance(child.tag, str) or child.get("lang"):
            continue
        if child.tag in _HOLDERS and child.xpath(".//*[@lang]"):
            _mark_frame(child, frame)
        else:
            child.attrib.update({"lang": frame.code, "dir": frame.direction})


def _alone(svg: str, family: str) -> Drawing:
    words = re.findall(r"<(?:title|desc)\b[^>]*>(.*?)</", svg, re.DOTALL)
    alt = " – ".join(unescape(re.sub(r"<[^>]+>", "", word)).strip() for word in words)
    head, _, body = svg.partition(">")
    return Drawing(f"{head}>{COLOURS.format(family=family)}{body}", alt)


def _answers_last(root: Element, title: str, page: TreePage) -> None:
    """Move the answers of questions below the page: who reads on paper tries first."""
    found = root.xpath(".//details[contains(@class,'question-answers')]")
    if not found:
        return
    block = root.xpath(".//div[@class='words']")
    last = markup.Element("section", {"class": "answers"})
    heading = markup.Element("h2", {"id": "bundle-answers"})
    heading.text = title
    last.append(heading)
    for number, details in enumerate(found, 1):
        question = details.getparent()
        name = markup.Element("p", {"class": "answer-to"})
        strong = markup.Element("strong")
        asked = question.xpath(".//*[contains(@class,'block-name')]")
        strong.text = f"{number}. {_text(asked[0]) if asked else page.title}"
        name.append(strong)
        last.append(name)
        for summary in details.xpath("./summary"):
            summary.drop_tree()
        details.drop_tree()
        details.tail = None
        details.tag = "div"
        details.attrib.clear()
        last.append(details)
    (block[-1] if block else root).append(last)


def _text(element: Element) -> str:
    return on_one_line(str(element.text_content()))
