"""The page on which a reader asks for the pages to be kept: nothing is kept without it."""

from __future__ import annotations

from portal.assessment.track_tests import page_text
from portal.languages import Labels

PAGE = "offline"
"""Key of the page."""


def offline_page_text(labels: Labels) -> str:
    """Return the Markdown of the page; the template adds the buttons."""
    texts = (labels(f"offline.{name}") for name in ("title", "summary", "text"))
    return page_text(*texts)
