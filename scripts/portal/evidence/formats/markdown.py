"""A report as Markdown: as a page of the portal, or as a file that stands alone."""

from __future__ import annotations

import json
import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Sequence
from html import escape

from portal.evidence.documents import (
    Block,
    Chart,
    Heading,
    Items,
    Paragraph,
    Report,
    Run,
    Table,
    Words,
)
from portal.pages import on_one_line

Target = Callable[[str], str | None]
"""Key of a page to the link to it, None where only its key can be said."""


def page_text(report: Report, *, key: str) -> str:
    """Return the report as a page of the portal, with links to other pages."""

    def target(page: str) -> str:
        return posixpath.relpath(f"{page}.md", posixpath.dirname(key) or ".")

    # A JSON text is a YAML text as well; words come by pull request.
    head = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in
            (("title", report.title), ("summary", report.summary))]  # fmt: skip
    body = _body(report, target, on_page=True)
    return "\n".join(["---", *head, "---", "", f"# {_plain(report.title)}", "", *body])


def file_text(report: Report) -> str:
    """Return the report as a file: pages are named by their keys, charts told in words."""
    body = _body(report, lambda _: None, on_page=False)
    return "\n".join([f"# {_plain(report.title)}", "", _plain(report.summary), "", *body])


def _body(report: Report, target: Target, *, on_page: bool) -> Iterator[str]:
    for block in report.blocks:
        yield from _block(block, target, on_page=on_page)
        yield ""


def _block(block: Block, target: Target, *, on_page: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        anchor = f" {{ #{block.anchor} }}" if on_page else ""
        yield f"{'#' * block.level} {_plain(block.text)}{anchor}"
    elif isinstance(block, Paragraph):
        yield _said(block.words, target, on_page=on_page)
    elif isinstance(block, Items):
        yield from (f"- {_said(item, target, on_page=on_page)}" for item in block.items)
    elif isinstance(block, Table):
        yield from _table(block, target, on_page=on_page)
    else:
        yield from _chart(block, on_page=on_page)


def _table(table: Table, target: Target, *, on_page: bool) -> Iterator[str]:
    yield _row([_plain(name) for name in table.head])
    yield _row([":--"] * len(table.head))
    for row in table.rows:
        yield _row([_said(cell, target, on_page=on_page) for cell in row])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _chart(chart: Chart, *, on_page: bool) -> Iterator[str]:
    caption = _plain(chart.caption)
    if not on_page:
        colon = "" if caption.endswith((".", "。")) else ":"
        yield f"{caption}{colon} {_plain(chart.alternative)}"
        return
    svg = chart.drawing.svg()
    svg.set("role", "img")
    svg.set("aria-label", chart.alternative)
    drawn = etree.tostring(svg, encoding="unicode")
    figure = f'<figure class="{chart.drawing.name}">'
    yield f"{figure}<figcaption>{escape(chart.caption)}</figcaption>{drawn}</figure>"


def _said(words: Words, target: Target, *, on_page: bool) -> str:
    return "".join(_run(run, target, on_page=on_page) for run in words)


def _run(run: Run, target: Target, *, on_page: bool) -> str:
    text = _plain(run.text)
    if run.strong:
        text = f"**{text}**"
    link = run.url if run.url else target(run.page) if run.page else None
    mark = f"lang={run.language}" + (" dir=ltr" if run.language == "en" else "")
    if link:
        shown = f"[{text}]({link.replace(')', '%29').replace('(', '%28').replace(' ', '%20')})"
        return f"{shown}{{ {mark} }}" if run.language and on_page else shown
    if run.page:
        return f"{text} (`{run.page}`)"
    if run.language and on_page:
        direction = ' dir="ltr"' if run.language == "en" else ""
        return f'<span lang="{run.language}"{direction}>{text}</span>'
    return text


def _plain(text: str) -> str:
    """Take their meaning from the signs that would begin markup: words come by pull request."""
    for sign in "\\`*_[]|":
        text = text.replace(sign, f"\\{sign}")
    text = escape(text, quote=False)
    return on_one_line(text) if text.strip() == text else _keep_ends(text)


def _keep_ends(text: str) -> str:
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() else ""
    return f"{start}{on_one_line(text)}{end}"
