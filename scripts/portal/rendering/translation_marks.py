"""What a translation says of itself on the page: its age, marks on stale sections, credits."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from datetime import date
from html import escape

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from portal.languages import SOURCE_LANGUAGE, Labels
from portal.page_context import file_of
from portal.pages import PAGE_SECTION
from portal.translations.notice import Notice

EnglishSection = Callable[[str], list[etree.Element]]
"""Id of a section to its English text as elements."""


class TranslationMarks(Treeprocessor):
    """Adds the notice below the title, a mark below each stale heading, credits at the end."""

    def __init__(
        self, md: Markdown, *, notice: Notice, labels: Labels, key: str, english: EnglishSection
    ) -> None:
        super().__init__(md)
        self.notice, self.labels, self.key, self.english = notice, labels, key, english

    def run(self, root: etree.Element) -> None:
        """Add everything to the page; nothing where it is fresh and nobody is named."""
        headings = {h.get("id", ""): h for h in root.findall("h2")}
        names = {name: "".join(h.itertext()) for name, h in headings.items()}
        for name in self.notice.stale:
            if name in headings:
                self._mark(root, headings[name], name)
        if self.notice.outdated:
            title = root.find("h1")
            place = 0 if title is None else list(root).index(title) + 1
            root.insert(place, self._page_notice(names))
        self._credits(root)

    def _page_notice(self, names: dict[str, str]) -> etree.Element:
        """Say how old the page is and which sections are concerned."""
        box = etree.Element("div", {"class": "translation-notice", "role": "note"})
        first = etree.SubElement(box, "p")
        etree.SubElement(first, "strong").text = self.labels("translation.page-stale")
        if self.notice.changed and self.notice.english_changed:
            first[-1].tail = " " + self.labels(
                "translation.dates",
                own=self._date(self.notice.changed),
                english=self._date(self.notice.english_changed),
            )
        introduction = self.labels("translation.introduction")
        self._list(box, "translation.older", self.notice.stale, names | {"page": introduction})
        english = dict(self.notice.headings or {})
        self._list(box, "translation.only-english", self.notice.missing, english, foreign=True)
        return box

    def _list(
        self,
        box: etree.Element,
        label: str,
        ids: tuple[str, ...],
        names: dict[str, str],
        *,
        foreign: bool = False,
    ) -> None:
        if not ids:
            return
        etree.SubElement(box, "p").text = self.labels(label)
        items = etree.SubElement(box, "ul")
        for name in ids:
            item = etree.SubElement(items, "li")
            mark = ' lang="en" dir="ltr"' if foreign else ""
            item.text = self._link(name, names.get(name, name), mark)

    def _mark(self, root: etree.Element, heading: etree.Element, name: str) -> None:
        """Mark a stale section; below one that could hurt somebody put its English text."""
        mark = etree.Element("p", {"class": "translation-mark", "role": "note"})
        link = self._link(name, self.labels("translation.read-english"), "")
        mark.text = f"{self.labels('translation.section-stale')} {link}"
        place = list(root).index(heading)
        root.insert(place + 1, mark)
        if name not in self.notice.at_risk:
            return
        below = list(root)[place + 1 :]
        end = next((n for n, e in enumerate(below) if e.tag == "h2"), len(below))
        box = etree.Element("div", {"class": "translation-safety"})
        etree.SubElement(box, "p").text = self.labels("translation.safety")
        text = etree.SubElement(box, "div", {"lang": SOURCE_LANGUAGE, "dir": "ltr"})
        text.extend(self.english(name))
        root.insert(place + 1 + end, box)

    def _credits(self, root: etree.Element) -> None:
        said = list(self._people())
        if said:
            note = etree.SubElement(root, "p", {"class": "page-credits"})
            note.text = " ".join(said)

    def _people(self) -> Iterator[str]:
        separator = self.labels("list.separator")
        for label, names in (
            ("credits.translated", self.notice.translators),
            ("credits.reviewed", self.notice.reviewers),
        ):
            if names:
                yield self.labels(label, names=separator.join(names))

    def _link(self, section: str, words: str, mark: str) -> str:
        """Return a link into the English tree as finished HTML: MkDocs knows only one tree."""
        anchor = "" if section == PAGE_SECTION else f"#{section}"
        here = posixpath.dirname(file_of(self.key)) or "."
        path = posixpath.relpath(f"../{SOURCE_LANGUAGE}/{file_of(self.key)}", here)
        href = escape(path + anchor)
        html = f'<a href="{href}" hreflang="{SOURCE_LANGUAGE}"{mark}>{escape(words)}</a>'
        return str(self.md.htmlStash.store(html))

    def _date(self, day: date) -> str:
        from babel.dates import format_date

        return str(format_date(day, "long", locale=self.labels.language.babel))
