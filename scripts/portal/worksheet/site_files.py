"""Writes the worksheet beside its module, in each language."""

from __future__ import annotations

from pathlib import Path

from portal.edition import Edition
from portal.languages import SOURCE_LANGUAGE, load_labels
from portal.page_context import WORKSHEET_FILE
from portal.pages import Site
from portal.worksheet.evidence import MODULE, read_worksheet


def worksheet_of(site: Site, language: str) -> bytes | None:
    """Return the file for readers of a language, None where there is no module; raise PageError."""
    sheet = read_worksheet(site, language)
    if sheet is None:
        return None
    # The packages that write Office files take a second to load.
    from portal.slides.powerpoint.package import file_date
    from portal.worksheet.document import write_worksheet

    labels = load_labels(site.root, language)
    kind = "page" if sheet.language == SOURCE_LANGUAGE else "translation"
    notices = [] if sheet.reviewed else [labels(f"notice.draft-{kind}")]
    if sheet.language != language:
        notices.append(labels("notice.fallback", language=labels.language.name))
    return write_worksheet(
        sheet,
        labels,
        content=site.languages.get(sheet.language),
        notices=notices,
        date=file_date(site.root, sheet.path),
    )


def write_worksheets(edition: Edition, tree: Path) -> None:
    """Write the worksheet into a language's tree, beside the page of its module."""
    raw = worksheet_of(edition.site, edition.language.code)
    if raw is not None:
        path = tree / MODULE / WORKSHEET_FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
