"""Arranges a question's task list: options first, answers with feedback in a closed disclosure."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.languages import Labels

_MARK = re.compile(r"\s*\[([ xX])\]\s+")


class QuestionOptions(Treeprocessor):
    """Runs before inline patterns, while `[x]` still stands in the text."""

    def __init__(self, md: Markdown, labels: Labels) -> None:
        super().__init__(md)
        self.labels = labels

    def run(self, root: etree.Element) -> None:
        """Arrange every question of the page."""
        for block in root.iter("section"):
            if "block-question" in block.get("class", "").split():
                self._arrange(block)

    def _arrange(self, block: etree.Element) -> None:
        source = block.find("ul")
        if source is None:
            return
        options = etree.Element("ul", {"class": "question-options"})
        answers = etree.Element("details", {"class": "question-answers"})
        etree.SubElement(answers, "summary").text = self.labels("block.answers")
        listed = etree.SubElement(answers, "ul")
        right = 0
        for item in source.findall("li"):
            answer, is_right = self._answer(item)
            listed.append(answer)
            right += is_right
            option = etree.SubElement(options, "li")
            option.text = answer[0].text
        block.set("data-right", str(right))
        position = list(block).index(source)
        block.remove(source)
        block.insert(position, options)
        block.insert(position + 1, answers)

    def _answer(self, item: etree.Element) -> tuple[etree.Element, bool]:
        """Return the option with its verdict and feedback, and whether it is right."""
        holder = item if item.find("p") is None else item.find("p")
        assert holder is not None  # noqa: S101 - one of the two branches above
        text = holder.text or ""
        mark = _MARK.match(text)
        is_right = mark is not None and mark[1] in "xX"
        answer = etree.Element("li", {"class": "right" if is_right else "wrong"})
        said = etree.SubElement(answer, "p", {"class": "option"})
        said.text = text[mark.end() :] if mark else text
        verdict = etree.SubElement(answer, "p", {"class": "verdict"})
        verdict.text = self.labels("block.right" if is_right else "block.wrong")
        nested = item.find("ul")
        answer.extend(child for child in item if child is not holder and child is not nested)
        for feedback in nested.findall("li") if nested is not None else ():
            if feedback.find("p") is None:
                paragraph = etree.SubElement(answer, "p", {"class": "feedback"})
                paragraph.text = feedback.text
                paragraph.extend(list(feedback))
            else:
                answer.extend(list(feedback))
        return answer, is_right
