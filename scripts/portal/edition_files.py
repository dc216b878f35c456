"""What stands beside the pages of a language: search index, slides, cards, worksheet, evidence."""

from __future__ import annotations

from pathlib import Path

from portal.cards.cards_page import write_cards
from portal.edition import Edition
from portal.evidence.desk_study_files import write_study
from portal.evidence.register_downloads import write_downloads
from portal.languages import load_labels
from portal.local.mark import write_logo
from portal.search.writing import write_search
from portal.slides.site_files import write_slides
from portal.worksheet.site_files import write_worksheets


def write_beside(edition: Edition, tree: Path) -> None:
    """Write them into a language's tree, once its pages are built; raise PortalError."""
    write_search(edition, tree)
    write_slides(edition, tree)
    write_cards(edition.root, load_labels(edition.root, edition.language.code), tree)
    write_worksheets(edition, tree)
    write_logo(edition.overlay, tree)
    write_downloads(edition.root, tree)
    write_study(edition, tree)
