"""How a report speaks: words of the data in its language, else English marked as English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.evidence.documents import Run, Words
from portal.languages import SOURCE_LANGUAGE, Labels, load_labels
from portal.pages import Site

if TYPE_CHECKING:
    from portal.evidence.mandate_model import InWords


@dataclass(frozen=True, slots=True)
class Wording:
    """The site and a language."""

    site: Site
    labels: Labels

    @property
    def code(self) -> str:
        """The code of the language."""
        return self.labels.language.code

    def told(self, words: InWords) -> Words:
        """Return words of the data, marked where they are not in this language."""
        text, code = words.get(self.code)
        return (Run(text, language=None if code == self.code else code),)

    def english(self, text: str) -> Run:
        """Return English words of the data, marked in any other language."""
        return Run(text, language=None if self.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE)

    def name(self, label: str) -> Words:
        """Return a name that begins a line, with its colon."""
        colon = {"fr": "\u00a0: ", "zh": "："}.get(self.code, ": ")
        return (Run(f"{self.labels(label)}{colon}", strong=False),)

    def link(self, key: str) -> Run:
        """Return a link to a page with its title, in English where it is not translated."""
        page = self.site.shown(self.code, key)
        if page is None:
            made = MADE_TITLES.get(key)
            return Run(self.labels(made) if made else key, page=key)
        language = None if page.language == self.code else page.language
        return Run(page.title, language=language, page=key)

    def listed(self, runs: Sequence[Run]) -> Words:
        """Join runs with the language's separator."""
        separator = Run(self.labels("list.separator"))
        joined: list[Run] = []
        for run in runs:
            joined += [separator, run] if joined else [run]
        return tuple(joined)


MADE_TITLES = {
    "about/mandate": "mandate.title",
    "arrangements": "register.title",
    "cases/index": "cases.title",
    "committee": "committee.title",
    "desk-study": "desk.title",
    "modules/index": "modules.title",
}
"""Pages made from data and the labels with their titles."""


def wording(site: Site, code: str) -> Wording:
    """Return how a report speaks in a language; raise ConfigError for one that there is not."""
    return Wording(site, load_labels(site.root, code))
