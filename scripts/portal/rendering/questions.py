"""Arranges a question's list: options first, answers with feedback in a closed disclosure.

What stands here is whole without a script. `quiz.js` makes controls of it: it reads `data-kind`,
`data-page` and `data-question` of the section, `data-item` (the place of an option in the page's
own order) and `data-answer` (the place of a statement's answer among `.question-choices`), and the
words of `.question-words`, so that it works wherever this extension renders.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.languages import Labels
from portal.pages import question_ids, shuffled, split_match

_MARK = re.compile(r"\s*\[([ xX])\]\s+")
_LISTS = {"order": "ol", "match": "ul"}
WORDS = (
    "choose-one",
    "choose-several",
    "order",
    "match",
    "check",
    "again",
    "empty",
    "partly",
    "missing",
    "pick",
    "up",
    "down",
    "moved",
)
"""The words that the script needs: `quiz.…` in the labels, `data-…` on `.question-words`."""


@dataclass(frozen=True, slots=True)
class _Answer:
    element: etree.Element
    """The item of the disclosure."""
    text: str
    """What is to be chosen, moved or matched; inline Markdown still in it."""
    right: bool
    belongs: str | None = None
    """What a statement belongs to."""


class QuestionOptions(Treeprocessor):
    """Runs before inline patterns, while `[x]` still stands in the text."""

    def __init__(self, md: Markdown, labels: Labels, *, page: str) -> None:
        super().__init__(md)
        self.labels = labels
        self.page = page

    def run(self, root: etree.Element) -> None:
        """Arrange every question of the page."""
        sections = root.iter("section")
        found = [s for s in sections if "block-question" in s.get("class", "").split()]
        names = question_ids(block.get("data-objective", "").split() for block in found)
        for block, name in zip(found, names, strict=True):
            block.set("id", f"question-{name}")
            block.set("data-page", self.page)
            block.set("data-question", name)
            self._arrange(block, name)
        if found:
            words = etree.SubElement(root, "div", {"class": "question-words", "hidden": "hidden"})
            for word in WORDS:
                words.set(f"data-{word}", self.labels(f"quiz.{word}"))
            for word in ("right", "wrong"):
                words.set(f"data-{word}", self.labels(f"block.{word}"))

    def _arrange(self, block: etree.Element, name: str) -> None:
        kind = block.get("data-kind")
        tag = _LISTS.get(kind or "", "ul")
        source = block.find(tag)
        if source is None:
            return
        answers = [self._answer(item, kind) for item in source.findall("li")]
        if kind is None:
            several = sum(answer.right for answer in answers) > 1
            block.set("data-kind", "multiple" if several else "single")
        block.set("data-right", str(sum(answer.right for answer in answers)))
        closed = etree.Element("details", {"class": "question-answers"})
        etree.SubElement(closed, "summary").text = self.labels("block.answers")
        etree.SubElement(closed, tag).extend(answer.element for answer in answers)
        position = list(block).index(source)
        block.remove(source)
        shown = [*self._options(answers, kind, name), closed]
        for offset, element in enumerate(shown):
            block.insert(position + offset, element)

    def _options(self, answers: list[_Answer], kind: str | None, name: str) -> list[etree.Element]:
        """Return the list of what is to be chosen, moved or matched, and what to match it with."""
        options = etree.Element("ul", {"class": "question-options"})
        count = len(answers)
        for place in shuffled(name, count) if kind == "order" else range(count):
            option = etree.SubElement(options, "li", {"data-item": str(place)})
            option.text = answers[place].text
        if kind != "match":
            return [options]
        given = list(dict.fromkeys(a.belongs for a in answers if a.belongs is not None))
        offered = [given[place] for place in shuffled(name, len(given))]
        for option, answer in zip(options, answers, strict=True):
            if answer.belongs is not None:
                option.set("data-answer", str(offered.index(answer.belongs)))
        title = etree.Element("p", {"class": "question-offer"})
        title.text = self.labels("quiz.offer")
        choices = etree.Element("ul", {"class": "question-choices"})
        for choice in offered:
            etree.SubElement(choices, "li").text = choice
        return [options, title, choices]

    def _answer(self, item: etree.Element, kind: str | None) -> _Answer:
        """Return an option with its verdict and feedback."""
        holder = item if item.find("p") is None else item.find("p")
        assert holder is not None  # noqa: S101 - one of the two branches above
        text = holder.text or ""
        element = etree.Element("li")
        said = etree.SubElement(element, "p", {"class": "option"})
        belongs = None
        if kind == "match":
            text, belongs = split_match(text)
            answer = _Answer(element, text, belongs is not None, belongs)
            if belongs is not None:
                self._pair(said, text, belongs)
        elif kind == "order":
            text = text.strip()
            answer = _Answer(element, text, right=True)
        else:
            mark = _MARK.match(text)
            text = text[mark.end() :] if mark else text
            answer = _Answer(element, text, mark is not None and mark[1] in "xX")
            verdict = etree.SubElement(element, "p", {"class": "verdict"})
            verdict.text = self.labels("block.right" if answer.right else "block.wrong")
        if belongs is None:
            said.text = text
        element.set("class", "right" if answer.right else "wrong")
        _feedback(element, item, holder)
        return answer

    def _pair(self, said: etree.Element, text: str, belongs: str) -> None:
        """Write a statement and, after a colon that needs no direction, what it belongs to."""
        statement = etree.SubElement(said, "span")
        statement.text, statement.tail = text, self.labels("list.named", name="", words="")
        etree.SubElement(said, "strong").text = belongs


def _feedback(element: etree.Element, item: etree.Element, holder: etree.Element) -> None:
    nested = item.find("ul")
    element.extend(child for child in item if child is not holder and child is not nested)
    for feedback in nested.findall("li") if nested is not None else ():
        if feedback.find("p") is None:
            paragraph = etree.SubElement(element, "p", {"class": "feedback"})
            paragraph.text = feedback.text
            paragraph.extend(list(feedback))
        else:
            element.extend(list(feedback))
