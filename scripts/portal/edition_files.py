"""What stands beside the pages of a language: its search index, slides, the register as data."""

from __future__ import annotations

from pathlib import Path

from portal.edition import Edition
from portal.evidence.arrangements import write_downloads
from portal.search.writing import write_search
from portal.slides.site_files import write_slides


def write_beside(edition: Edition, tree: Path) -> None:
    """Write them into a language's tree, once its pages are built; raise PortalError."""
    write_search(edition, tree)
    write_slides(edition, tree)
    write_downloads(edition.root, tree)
