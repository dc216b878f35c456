"""Markdown files, front matter, sections and block fences as Page objects, line numbers kept."""

from portal.pages.fences import Block, Blocks, OptionFault, read_blocks
from portal.pages.front_matter import Span, YamlData, YamlDataError, read_yaml
from portal.pages.headings import AttributeList, Heading, read_headings
from portal.pages.inline import Link
from portal.pages.page import PAGE_SECTION, Page, Section, parse_page
from portal.pages.questions import (
    Choice,
    Question,
    named_objectives,
    question_ids,
    read_questions,
    shuffled,
    split_match,
)
from portal.pages.site import (
    DOCS,
    ExtraAnchors,
    LazyPages,
    Listing,
    Site,
    no_extra_anchors,
    open_site,
    read_page,
    read_site,
)
from portal.pages.text import COMMENT, SourceText, blank, decode, on_one_line, without_code_spans

__all__ = [
    "COMMENT",
    "DOCS",
    "PAGE_SECTION",
    "AttributeList",
    "Block",
    "Blocks",
    "Choice",
    "ExtraAnchors",
    "Heading",
    "LazyPages",
    "Link",
    "Listing",
    "OptionFault",
    "Page",
    "Question",
    "Section",
    "Site",
    "SourceText",
    "Span",
    "YamlData",
    "YamlDataError",
    "blank",
    "decode",
    "named_objectives",
    "no_extra_anchors",
    "on_one_line",
    "open_site",
    "parse_page",
    "question_ids",
    "read_blocks",
    "read_headings",
    "read_page",
    "read_questions",
    "read_site",
    "read_yaml",
    "shuffled",
    "split_match",
    "without_code_spans",
]
