"""What comes by pull request: whatever would run in a reader's browser has a finding.

Pages are rendered with the site's own Markdown extensions; the HTML is judged by a parser.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.checks import untrusted_addresses, untrusted_characters, untrusted_html
from portal.checks.rule import Rule
from portal.errors import PageError
from portal.languages import load_languages
from portal.pages import LazyPages, Listing, Site, parse_page

EXTENSIONS = [
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "pymdownx.betterem",
    "pymdownx.superfences",
    "pymdownx.blocks.details",
    "pymdownx.blocks.tab",
    "pymdownx.tasklist",
    "toc",
]
HARMLESS = {
    *[
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "em",
        "strong",
        "code",
        "pre",
    ],
    *[
        "blockquote",
        "hr",
        "br",
        "sub",
        "sup",
        "abbr",
        "bdi",
        "kbd",
        "span",
        "wbr",
        "img",
        "div",
        "details",
        "summary",
        "label",
        "input",
    ],
}
ATTRIBUTES = {
    *[
        "href",
        "src",
        "alt",
        "title",
        "id",
        "class",
        "lang",
        "dir",
        "style",
        "start",
        "width",
        "height",
        "loading",
        "name",
        "open",
    ],
    *[
        "type",
        "checked",
        "disabled",
        "for",
        "data-md-state",
        "data-tabs",
        "rowspan",
        "colspan",
        "align",
        "role",
    ],
    *("markdown",),
}
RULES = [
    rule
    for module in (untrusted_html, untrusted_addresses, untrusted_characters)
    for rule in vars(module).values()
    if isinstance(rule, Rule) and rule.page_check is not None
]


class _Judge(HTMLParser):
    """Collects what could run or load something."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in HARMLESS:
            self.bad.append(tag)
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", address)
            fine = {
                "style": address.startswith("text-align:"),
                "href": scheme is None or scheme[0] in {"https:", "http:", "mailto:", "tel:"},
                "src": scheme is None and not address.startswith("//"),
            }
            if name not in ATTRIBUTES or not fine.get(name, True):
                self.bad.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        if data.startswith((">", "->")) or "--!>" in data:
            self.bad.append("comment that browsers end elsewhere")


def dangers(text: str, rendered_text: str | None = None) -> list[str]:
    """Return what is dangerous in the HTML of a page."""
    judge = _Judge()
    judge.feed(markdown.markdown(rendered_text or text, extensions=EXTENSIONS))
    judge.close()
    return judge.bad


def found(text: str, site: Site) -> list[str]:
    """Return the codes that the rules against hostile pages give."""
    try:
        page = parse_page(text.encode("utf-8"), path="docs/en/a.md", language="en", key="a")
    except PageError:
        return ["CFG001"]
    return [finding.rule for rule in RULES for finding in rule.check_page(page, site)]


@pytest.fixture(scope="module")
def empty_site(root: Path) -> Site:
    listing = Listing({}, frozenset(), frozenset(), frozenset())
    return Site(root, load_languages(root), listing, LazyPages(root, listing))


def test_the_extensions_judged_here_are_those_of_the_site(root: Path) -> None:
    """None of them reads a file that a page names, as snippets and includes do."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    listed = text[text.index("markdown_extensions:") :].partition("\nvalidation:")[0]
    names = re.findall(r"^  - ([\w.]+)", listed, re.MULTILINE)
    assert names == [*EXTENSIONS, "portal.extension"]


VECTORS = (
    (Path(__file__).parent / "tricks.txt").read_text("utf-8").removesuffix("\n").split("\n%%\n")
)


@pytest.mark.parametrize("text", VECTORS)
def test_every_known_trick_has_a_finding(text: str, empty_site: Site) -> None:
    assert found(text, empty_site)


PIECES = [
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b onclick=x>", "</div>"),
    *("<div markdown=1>", "[x](javascript:alert(1))", "[x](data:text/html,x)", "{: onclick=x }"),
    *(
        "{ onclick=x }",
        "`",
        "``",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "| ",
        "|---|",
    ),
    *(
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "\\",
        "[",
        "](",
        ")",
        "x",
        "# ",
        "/// details\n",
        "///",
        "[^1]",
    ),
    *(
        "[^1]: ",
        ": ",
        "*",
        "**",
        "&lt;",
        "&#60;",
        "![a](//h/i.png)",
        "<",
        ">",
        '"',
        "'",
        "=",
        "*[x]: ",
        "---\n",
    ),
]


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(parts=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
@example(parts=["- ` ` `\n", "- <img src=x onerror=alert(1)> `"])
def test_a_page_without_a_finding_renders_nothing_that_runs(
    parts: list[str], empty_site: Site
) -> None:
    text = "".join(parts)
    bad = dangers(text)
    assert not bad or found(text, empty_site), (text, bad)


FINE = [
    "15 < 50 and 50 > 15, a <- b.",
    'H<sub>2</sub>O, <bdi>x</bdi>, <br>, <abbr title="x">y</abbr>.',
    "`<script>` is a tag.",
    "```html\n<script>alert(1)</script>\n```",
    "See <https://example.org/> and <name@example.org>.",
    "[x](https://example.org/), [y](mailto:a@example.org), [z](tel:+41), [a](b.md).",
    "## Heading { #heading .wide }",
    "![Image](i.svg){ width=300 loading=lazy }",
    "<!-- A comment. -->",
    "The data: 15 mg/kg.",
    "Write javascript without a colon.",
    "\u2068Name\u2069 and \u200f.",
    "Set {a, b} and {count}.",
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_harmless_has_no_finding(text: str, empty_site: Site) -> None:
    assert found(text, empty_site) == []
    assert dangers(text) == []
