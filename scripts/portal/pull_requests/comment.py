"""The comment on a pull request: made from a checked report, in words that no report can bend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from portal.findings_output.safe_text import visible
from portal.pull_requests.report import EnglishChange, PageChange, Report, Suggestion

MARKER = "<!-- portal:pull-request -->"
"""By which our comment is found again."""
LONGEST = 60_000
"""Characters that GitHub takes, with room to spare."""
_WORDS = {
    "none": "not there",
    "missing": "not translated",
    "stale": "older than the English",
    "fresh": "up to date",
    "orphan": "without an English page",
    "source": "English",
    "unreadable": "cannot be read",
}


def comment_text(report: Report, *, repository: str, run: str) -> str:
    """Return the Markdown of the comment; `repository` and `run` are addresses on GitHub."""
    text = "\n".join([MARKER, *_lines(report, repository, run)])
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition("\n")[0] + "\n\nMore was left out: the pull request is large."


def _lines(report: Report, repository: str, run: str) -> Iterator[str]:
    yield "### What this does to the pages\n"
    if not report.pages:
        yield "It changes no page."
    else:
        yield from _pages(report.pages, repository, report.commit)
    found = f"{report.errors} errors, {report.warnings} warnings"
    yield f"\n`portal check` on these pages: {found}. They stand beside the changed lines."
    yield f"[The built site of this change]({run}#artifacts) can be downloaded and read offline."
    if report.english:
        yield "\n### What changes in English\n"
        for change in report.english:
            yield from _english(change)
    yield from _suggestions(report.suggestions, repository, report.commit)


def _pages(pages: Sequence[PageChange], repository: str, commit: str) -> Iterator[str]:
    yield "| Language | Page | Before | After | Review |"
    yield "|:--|:--|:--|:--|:--|"
    for page in pages:
        address = f"{repository}/blob/{commit}/docs/{page.language}/{page.key}.md"
        review = page.review_after
        if page.review_before != page.review_after:
            review = f"{page.review_before} → **{page.review_after}**"
        yield (
            f"| {page.language} | [{page.key}]({address}) | {_WORDS[page.before]} |"
            f" {_WORDS[page.after]} | {review} |"
        )


def _english(change: EnglishChange) -> Iterator[str]:
    stale = ", ".join(change.stale) or "no translation"
    yield f"<details><summary>{change.key}; becomes older than the English: {stale}</summary>\n"
    yield fenced(change.diff, "diff")
    yield "\n</details>"


def _suggestions(suggestions: Sequence[Suggestion], repository: str, commit: str) -> Iterator[str]:
    rest = [one for one in suggestions if not one.shown]
    if any(one.shown for one in suggestions):
        yield "\nThe renewed front matter stands as a suggested change beside the lines."
    if rest:
        yield "\n### Renewed front matter\n"
        yield "You worked on these pages. If the words are right, put in these lines:"
    for one in rest:
        address = f"{repository}/blob/{commit}/docs/{one.language}/{one.key}.md"
        yield f"\n[docs/{one.language}/{one.key}.md]({address}), lines {one.start} to {one.end}:\n"
        yield fenced("\n".join(one.lines), "yaml")


def suggestion_text(one: Suggestion) -> str:
    """Return the words of a suggested change."""
    words = "The fingerprints of the sections that you worked on. Commit it if the words are right."
    return f"{MARKER}\n{words}\n\n{fenced(chr(10).join(one.lines), 'suggestion')}"


def fenced(text: str, language: str) -> str:
    """Return a text as code: no mark, no mention, no address in it takes effect.

    >>> fenced("a ``` b", "diff").splitlines()[0]
    '````diff'
    """
    longest = max((len(found) for found in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(visible(line) for line in re.split(r"\r\n|\r|\n", text))
    return f"{fence}{language}\n{lines}\n{fence}"
