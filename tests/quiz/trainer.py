"""A trainer who hands results to the page and fills in the record of a workshop."""

from __future__ import annotations

import json
import math
import zlib
from pathlib import Path

from playwright.sync_api import Page

PATH = "facilitators/results/index.html"


def waste(page: Page) -> dict:
    """Return what the page knows of the track's questions; tracks grow."""
    return json.loads(page.locator("#results-data").text_content() or "")["tracks"]["waste"]


def some(page: Page, kind: str) -> str | None:
    """Return right and wrong answers: `first` or `none` or `all` right, or all but the `last`."""
    count = len(waste(page)["questions"])
    return {
        "first": "1" + "0" * (count - 1),
        "none": "0" * count,
        "all": "1" * count,
        "last": "1" * (count - 1) + "0",
    }.get(kind, kind or None)


def cell(right: int, of: int) -> str:
    return f"{right} / {of} ({percent(right / of)})"


def percent(share: float) -> str:
    """Round as the browser does: half a per cent upwards."""
    return f"{math.floor(share * 100 + 0.5)}%"


def result(
    page: Page,
    name: str,
    pre: str | None,
    post: str | None,
    *,
    track: str = "waste",
    old: bool = False,
) -> bytes:
    """Return the file of a result, with a right checksum."""
    mark = "00000000" if old or track != "waste" else waste(page)["draw"]
    rights = [some(page, kind or "") for kind in (pre, post)]
    halves = [right and {"draw": mark, "day": "2027-03-01", "right": right} for right in rights]
    row = [track, name, *([*half.values()] if half else [] for half in halves)]
    raw = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    data = {
        "format": "minamata-training-result",
        "version": 1,
        "track": track,
        "name": name,
        "pre": halves[0] or None,
        "post": halves[1] or None,
        "check": f"{zlib.crc32(raw):08x}",
    }
    return json.dumps(data).encode()


def give(page: Page, **files: bytes) -> list[str]:
    """Hand files to the page; return what it says."""
    page.evaluate("document.querySelector('[data-messages]').textContent = ''")
    page.set_input_files("#results-files", [
        {"name": f"{name}.json", "mimeType": "application/json", "buffer": raw}
        for name, raw in files.items()
    ])  # fmt: skip
    page.wait_for_selector("[data-messages] li")
    return [plain(text) for text in page.locator("[data-messages] li").all_inner_texts()]


def plain(text: str) -> str:
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None})


def people(page: Page) -> list[list[str]]:
    rows = page.locator("[data-tables] table").first.locator("tbody tr, tfoot tr").all()
    return [row.locator("th, td").all_inner_texts()[:3] for row in rows]


def saved(page: Page, selector: str) -> str:
    with page.expect_download() as download:
        page.locator(selector).press("Enter")
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def fill(page: Page, **fields: object) -> None:
    """Fill in the record's form, as far as the fields do not say otherwise, and send it."""
    page.fill("[name=date]", str(fields.get("date", "2027-03-01")))
    page.fill("[name=country]", str(fields.get("country", "no")))
    if not page.locator("[data-module]").first.is_checked():
        page.locator("[data-module]").first.press("Space")
    for name in ("women", "men"):
        page.fill(f"[data-group=sex][data-name={name}]", str(fields.get(name, 12)))
    page.fill("[data-group=function][data-name=customs]", str(fields.get("customs", "")))
    page.locator("[data-record] [type=submit]").press("Enter")
