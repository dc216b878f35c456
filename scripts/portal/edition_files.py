"""What stands beside the pages of a language: search index, slides, worksheet, the evidence."""

from __future__ import annotations

from pathlib import Path

from portal.edition import Edition
from portal.evidence.desk_study_files import write_study
from portal.evidence.register_downloads import write_downloads
from portal.search.writing import write_search
from portal.slides.site_files import write_slides
from portal.worksheet.site_files import write_worksheets


def write_beside(edition: Edition, tree: Path) -> None:
    """Write them into a language's tree, once its pages are built; raise PortalError."""
    write_search(edition, tree)
    write_slides(edition, tree)
    write_worksheets(edition, tree)
    write_downloads(edition.root, tree)
    write_study(edition, tree)
