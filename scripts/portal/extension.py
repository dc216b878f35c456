"""Python-Markdown extension: everything that readers see of our own syntax.

It needs no MkDocs: Zensical, or a plain `markdown.markdown(...)`, runs it as well.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from portal.anchor_pages import AUTHENTIC_TEXTS, anchored
from portal.authentic import read_supplied
from portal.checks.kinds import is_case_key
from portal.citations import has_grammar
from portal.convention import Provision, load_treaty
from portal.evidence.case_studies import read_case
from portal.glossary import load_glossary
from portal.glossary.page import GLOSSARY
from portal.languages import Labels, load_labels, load_languages
from portal.modules import taught_provisions, teachers
from portal.pages import open_site, read_page
from portal.rendering.apparatus import Apparatus, Teacher
from portal.rendering.case_facts import CaseFacts
from portal.rendering.citation_links import CitationLinks
from portal.rendering.english_text import english_section
from portal.rendering.glossary_entries import GlossaryEntries
from portal.rendering.glossary_terms import GlossaryTerms
from portal.rendering.isolates import Isolates
from portal.rendering.line_breaks import JoinedLines
from portal.rendering.questions import QuestionOptions
from portal.rendering.side_by_side import SideBySide
from portal.rendering.tables import ScrollingTables
from portal.rendering.teaching_blocks import PageFacts, TeachingBlocks
from portal.rendering.translation_marks import TranslationMarks
from portal.translations.notice import read_notice

_PROJECT = Path(__file__).resolve().parents[2]


class PortalExtension(Extension):
    """Blocks, questions, scrolling tables and left-to-right isolates."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "language of the page"],
            "page": ["", "key of the page, whose front matter the blocks show"],
            "edition": ["", "language of the reader, if it is another"],
            "root": [str(_PROJECT), "the project's folder"],
            "quoted": [False, "whether the text stands inside a page that speaks for itself"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register everything for one page."""
        root, code, key = Path(self.getConfig("root")), *map(self.getConfig, ("language", "page"))
        labels = load_labels(root, code)
        facts = PageFacts(labels, _objectives(root, code, key), root)
        TeachingBlocks(facts).extendMarkdown(md)
        # 26: before the task lists (25) and inline patterns (20) take `[x]` away.
        md.treeprocessors.register(QuestionOptions(md, labels, page=key), "portal-questions", 26)
        unit = anchored(load_treaty()).get(key)
        if unit is not None:
            # 7: after the inline patterns, before the table of contents (5).
            md.treeprocessors.register(_apparatus(md, unit, labels, root, key), "portal-unit", 7)
            # 7.5: before the structure is added, after attribute lists (8) have given ids.
            text = read_supplied(root, code, key, treaty=load_treaty())
            if text is not None:
                beside = SideBySide(md, text=text, treaty=load_treaty(), labels=labels)
                md.treeprocessors.register(beside, "portal-beside", 7.5)
        case = read_case(open_site(root), key, code) if is_case_key(key) else None
        if case is not None:
            # 7: before the tables (4) are made to scroll.
            md.treeprocessors.register(CaseFacts(md, case=case, labels=labels), "portal-case", 7)
        edition = self.getConfig("edition") or code
        if has_grammar(code):
            links = CitationLinks(md, treaty=load_treaty(), language=code, edition=edition, key=key)
            # 6: the sections that `portal-unit` adds name provisions, too.
            md.treeprocessors.register(links, "portal-citations", 6)
        _register_glossary(md, labels, root, key, edition)
        if code.partition("-")[0] in {"zh", "ja"}:
            # 8: after the inline patterns have made elements of emphasis and links.
            md.treeprocessors.register(JoinedLines(md), "portal-lines", 8)
        md.treeprocessors.register(ScrollingTables(md, labels), "portal-tables", 4)
        rtl = load_languages(root).get(code).direction == "rtl"
        md.treeprocessors.register(Isolates(md, rtl=rtl), "portal-isolates", 3)
        if not self.getConfig("quoted"):
            _tell_state(md, root, labels, key, edition)


def _tell_state(md: Markdown, root: Path, labels: Labels, key: str, edition: str) -> None:
    """Tell readers how old a translation is, and who made and reviewed the page."""
    notice, source = read_notice(root, labels.language.code, key)

    def english(section: str) -> list[etree.Element]:
        if source is None:
            return []
        return english_section(md, source, section, root=root, edition=edition)

    marks = TranslationMarks(md, notice=notice, labels=labels, key=key, english=english)
    # 2: below the table of contents (5), in which the English headings have no place, and before
    # MkDocs resolves links (0).
    md.treeprocessors.register(marks, "portal-translation", 2)


def _register_glossary(md: Markdown, labels: Labels, root: Path, key: str, edition: str) -> None:
    glossary, code = load_glossary(root), labels.language.code
    if key == GLOSSARY:
        entries = GlossaryEntries(
            md, glossary=glossary, labels=labels, languages=load_languages(root)
        )
        # 7: the links to provisions (6) come after, the table of contents (5) as well.
        md.treeprocessors.register(entries, "portal-glossary", 7)
    elif glossary.words.get(code):
        terms = GlossaryTerms(md, glossary=glossary, language=code, edition=edition)
        # 5.5: links to provisions stand already, and no term is explained inside them.
        md.treeprocessors.register(terms, "portal-terms", 5.5)


def _apparatus(md: Markdown, unit: Provision, labels: Labels, root: Path, key: str) -> Apparatus:
    code = labels.language.code
    names = teachers(taught_provisions(root), unit.id)
    return Apparatus(
        md,
        treaty=load_treaty(),
        unit=unit,
        key=key,
        labels=labels,
        teachers=[_teacher(root, code, name) for name in names],
        authentic=AUTHENTIC_TEXTS,
    )


def _teacher(root: Path, code: str, key: str) -> Teacher:
    page = open_site(root).shown(code, key)
    return Teacher(key, page.title if page else key, page.language if page else code)


def _objectives(root: Path, code: str, key: str) -> dict[str, str]:
    path = root / "docs" / code / f"{key}.md"
    if not key or not path.is_file():
        return {}
    objectives = read_page(path, root=root).front_matter.get("objectives")
    return {str(k): str(v) for k, v in objectives.items()} if isinstance(objectives, dict) else {}


def makeExtension(**options: Any) -> PortalExtension:  # noqa: N802 - Python-Markdown's name
    """Return the extension, as `markdown_extensions: [portal.extension]` asks for it."""
    return PortalExtension(**options)
