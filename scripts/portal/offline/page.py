"""The page on which a reader asks for the pages to be kept: nothing is kept without it."""

from __future__ import annotations

PAGE = "offline"
"""Key of the page."""
