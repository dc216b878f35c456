"""The slides of one block: a provision, a case, an exercise, a question and its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from portal.figures.figure import make_figure
from portal.figures.wrapping import line_count
from portal.languages import Labels, load_labels
from portal.pages import Block as Fence
from portal.pages import Choice, Page, Question, Site
from portal.slides.cutting import cut
from portal.slides.deck import Block, Line, Run, Slide, Table, Words, plain, said
from portal.slides.layout import LONGEST_TITLE, MARGIN, PROMPT, WIDTH, Measure
from portal.slides.markup import Markup
from portal.slides.pictures import in_parts

_SHORT = 14
"""Characters of a feedback's first line that only says yes or no."""
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|(?<=[。！？])")


@dataclass(slots=True)
class BlockSlides:
    """Makes slides of the blocks of a page, in their order."""

    site: Site
    page: Page
    labels: Labels
    """The reader's words."""
    measure: Measure
    markup: Markup
    _exercise: str = field(default="", init=False)
    """Title of the last exercise: a solution takes it."""

    def slides(self, block: Fence, section: str) -> Iterator[Slide]:
        """Yield the slides of a block; `section` is the title where the block has none."""
        if block.name == "question":
            yield from self._question(block)
        elif block.name == "figure":
            yield from self._figure(block, section)
        elif block.name == "objectives":
            yield from self._objectives()
        else:
            yield from self._plain(block, section)
        for inner in self._inside(block):
            yield from self.slides(inner, section)

    def notes(self, block: Fence) -> tuple[Line, ...]:
        """Return what a facilitator block says."""
        lines = list(self.markup.lines(self._body(block)))
        minutes = block.options.data.get("minutes")
        title = [self._words(block.argument)] if block.argument else []
        if isinstance(minutes, int):
            title.append(said(self.labels("minutes", minutes)))
        for words in reversed(title):
            bold = tuple(Run(run.text, bold=True) for run in words)
            lines.insert(0, Line(bold, style="heading", opens=True))
        return tuple(lines)

    def _plain(self, block: Fence, section: str) -> Iterator[Slide]:
        label = self._label(block)
        title = plain(self._words(block.argument)) if block.argument else section
        if block.name == "exercise":
            self._exercise = title
        elif block.name == "solution" and not block.argument:
            title = self._exercise or section
        kind = block.name if block.name in _KINDS else "text"
        yield from cut(
            Slide(kind, title, label=label), self.markup.pieces(self._body(block)), self.measure
        )

    def _label(self, block: Fence) -> str:
        if block.name not in _KINDS:
            return ""
        label = self.labels(f"block.{block.name}")
        minutes = block.options.data.get("minutes")
        return f"{label} · {self.labels('minutes', minutes)}" if isinstance(minutes, int) else label

    def _objectives(self) -> Iterator[Slide]:
        objectives = self.page.front_matter.get("objectives")
        if not isinstance(objectives, Mapping):
            return
        lines = [
            Line(self._words(str(sentence)), style="item", marker="•", opens=True)
            for sentence in objectives.values()
        ]
        title = self._own("block.objectives")
        yield from cut(Slide("objectives", title), lines, self.measure)

    def _figure(self, block: Fence, section: str) -> Iterator[Slide]:
        name, language = str(block.options.data.get("name", "")), self.page.language
        figure = make_figure(self.site.root, name, language)
        if figure is None:
            return
        title = plain(self._words(block.argument)) if block.argument else figure.title.text
        alt = block.options.data.get("alt")
        rows = [[word.text for word in row if word] for row in figure.rows]
        notes = [Line(said(figure.in_words.text), style="heading", opens=True)]
        notes += [Line(said("; ".join(row)), style="item", marker="•") for row in rows]
        pictures = in_parts(figure, str(alt) if alt else figure.alt.text)
        notes += self.markup.lines(self._body(block))
        for number, picture in enumerate(pictures, 1):
            yield Slide(
                "figure",
                title or section,
                (picture,),
                label=self.labels("block.figure"),
                notes=tuple(notes),
                part=number,
                parts=len(pictures),
            )

    def _question(self, block: Fence) -> Iterator[Slide]:
        question = next((q for q in self.page.questions if q.line == block.line), None)
        if question is None:
            return
        title, rest = self._prompt(question)
        task = {"multiple": "choose-several", "order": "order", "match": "match"}.get(question.kind)
        asked: list[Block] = [Line(rest, opens=True)] if rest else []
        label = self.labels("block.question")
        if task:
            label = f"{label} · {self.labels(f'quiz.{task}')}"
        letters = self.labels("workshop.letters")
        if question.kind == "match":
            asked.append(self._matched(question, shown=False))
            offered = "; ".join(plain(self._words(answer)) for answer in question.answers)
            asked.append(Line(said(offered), style="small", opens=True))
        else:
            asked += [
                Line(self._words(question.choices[place].text), style="item", opens=True,
                     marker=_letter(letters, number))
                for number, place in enumerate(question.shown)
            ]  # fmt: skip
        yield from cut(Slide("question", title, label=label), asked, self.measure)
        slide = Slide("answer", title, label=self.labels("slides.answer"))
        yield from self._answer(question, slide, letters)

    def _answer(self, question: Question, slide: Slide, letters: str) -> Iterator[Slide]:
        if question.kind == "match":
            blocks: list[Block] = [self._matched(question, shown=True)]
            wrong: list[Line] = []
        elif question.kind == "order":
            blocks = []
            for number, choice in enumerate(question.choices, 1):
                blocks += self._explained(choice, f"{number}.")
            wrong = []
        else:
            blocks, wrong = [], []
            for number, choice in enumerate(question.choices):
                marker = _letter(letters, number)
                if choice.right:
                    blocks += self._explained(choice, marker)
                else:
                    wrong += self._explained(choice, marker)
        title = Line(said(self._own("block.wrong")), style="heading", opens=True)
        notes = [title, *wrong] if wrong else []
        made = cut(slide, blocks, self.measure)
        yield from (one.noted(notes) for one in made)

    def _explained(self, choice: Choice, marker: str) -> list[Line]:
        """Return a right answer and why it is right."""
        lines = [Line(self._words(choice.text), style="right", marker=marker, opens=True)]
        reason = _reason(choice.feedback)
        if reason:
            lines[0] = Line(lines[0].words, style="right", marker=marker, opens=True, holds=True)
            lines.append(Line(self._words(reason), style="item", marker="\u00a0"))
        return lines

    def _matched(self, question: Question, *, shown: bool) -> Table:
        """Return statements and what belongs to them as a table, the second column open or not."""
        head = (said(self._own("slides.statement")), said(self._own("slides.answer")))
        rows = tuple(
            (
                self._words(choice.text),
                self._words(choice.answer or "") if shown else said("?"),
            )
            for choice in question.choices
        )
        return Table(head, rows)

    def _prompt(self, question: Question) -> tuple[str, Words]:
        """Return what of a question stands as the title, and what is left for the body."""
        text = plain(self._words(question.prompt))
        ends = [match.start() for match in _SENTENCE_END.finditer(text)]
        for end in reversed([*ends, len(text)]):
            title, rest = text[:end].strip(), text[end:].strip()
            if line_count(title, WIDTH - 2 * MARGIN, PROMPT, bold=True) <= LONGEST_TITLE:
                return title, said(rest) if rest else ()
        return self._own("block.question"), said(text)

    def _own(self, key: str) -> str:
        """Return interface words that stand among the page's, in its language."""
        return load_labels(self.site.root, self.page.language)(key)

    def _inside(self, block: Fence) -> Iterator[Fence]:
        for inner in self.page.blocks:
            if inner.depth == block.depth + 1 and inner.line in block.body:
                yield inner

    def _body(self, block: Fence) -> str:
        """Return the Markdown inside a block, without the blocks inside it."""
        hidden = {n for inner in self._inside(block)
                  for n in range(inner.line, (inner.end or inner.body.stop) + 1)}  # fmt: skip
        return "\n".join(self.page.prose.lines[n - 1] for n in block.body if n not in hidden)

    def _words(self, text: str | None) -> Words:
        return self.markup.words(text or "")


_KINDS = frozenset({"law", "case", "exercise", "solution", "key-points"})


def _letter(letters: str, place: int) -> str:
    return letters[place] if place < len(letters) else "•"


def _reason(feedback: str | None) -> str:
    """Return a feedback without a first line that only says that the answer is right or wrong."""
    lines = (feedback or "").splitlines()
    return " ".join(lines[1:] if len(lines) > 1 and len(lines[0]) <= _SHORT else lines)
