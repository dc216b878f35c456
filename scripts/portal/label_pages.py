"""The Markdown of a page whose words are labels; its template adds what else it shows."""

from __future__ import annotations

import json

from portal.languages import Labels


def label_page(labels: Labels, name: str) -> str:
    """Return the page made of the labels `<name>.title`, `<name>.summary` and `<name>.text`."""
    return page_of(*(labels(f"{name}.{part}") for part in ("title", "summary", "text")))


def page_of(title: str, summary: str, *lines: str) -> str:
    """Return a page of a title, a summary and lines; words come by pull request."""
    # A JSON text is a YAML text as well.
    head = [f"{name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in (("title", title), ("summary", summary))]  # fmt: skip
    return "\n".join(["---", *head, "---", "", f"# {title}", "", *lines, ""])
