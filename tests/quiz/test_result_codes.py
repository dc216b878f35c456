"""A result as file, text and QR code: read back as it was, or refused for what it is."""

from __future__ import annotations

import base64
import io
import json
import random
import zlib
from pathlib import Path

import pytest
import segno
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

SCRIPTS = "overrides/assets/javascripts"
TEST = {"draw": "1f0c9a2e", "day": "2027-03-01", "right": "1001"}
RESULTS = [
    {"track": "waste", "name": "Awa Diop", "pre": TEST, "post": {**TEST, "right": "1111"}},
    {"track": "asgm", "name": "", "pre": None, "post": TEST},
    {
        "track": "gender-trade",
        "name": "فاطمة <b>الزهراء</b> & 王小明 😀",
        "pre": TEST,
        "post": None,
    },
    {"track": "waste", "name": "ж" * 120, "pre": TEST, "post": TEST},
]


@pytest.fixture(scope="module")
def scripts(browser, root: Path) -> Page:
    """A page that holds nothing but the two scripts."""
    page = browser.new_page()
    for name in ("result-code", "qr-code"):
        page.add_script_tag(path=str(root / SCRIPTS / f"{name}.js"))
    return page


def read(page: Page, text: str) -> list[dict]:
    return page.evaluate("text => portalResult.read(text)", text)


def written(page: Page, result: dict) -> tuple[str, str]:
    """Return the file and the code of a result."""
    return tuple(page.evaluate("r => [portalResult.file(r), portalResult.code(r)]", result))


@pytest.mark.parametrize("result", RESULTS)
def test_both_forms_are_read_back_as_they_were(scripts, result):
    file, code = written(scripts, result)
    assert read(scripts, file) == read(scripts, code) == [{"result": result}]
    _, body, check = code.split(".")
    row = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    assert check == f"{zlib.crc32(row):08x}" == json.loads(file)["check"]


def test_a_code_survives_mail_and_messengers(scripts):
    codes = [written(scripts, result)[1] for result in RESULTS]
    wrapped = "\r\n> ".join(codes[0][n : n + 30] for n in range(0, len(codes[0]), 30))
    message = f"> Bonjour,\n> {wrapped}\n\u200e{codes[1]}. Merci!\n({codes[2]}) {codes[3]}"
    assert read(scripts, message) == [{"result": result} for result in RESULTS]


def forged(row: object, *, version: str = "1") -> str:
    """Return a code with a right checksum, whatever it says."""
    raw = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    body = base64.urlsafe_b64encode(raw).decode().rstrip("=")
    return f"MTR{version}.{body}.{zlib.crc32(raw):08x}"


GOOD = ["waste", "A", [], ["1f0c9a2e", "2027-03-01", "1001"]]
REFUSED = [
    ("", "not-ours"),
    ("Dear trainer, I have finished.", "not-ours"),
    ("{}", "not-ours"),
    ("null", "not-ours"),
    ("[1, 2", "not-ours"),
    ('{"format": "another", "version": 1}', "not-ours"),
    ('{"format": "minamata-training-result", "vers', "changed"),
    ("MTR1.abc", "changed"),
    ("MTR1.@@@.12345678", "changed"),
    (forged([]), "changed"),
    (forged(["waste", "A", [], []]), "not-ours"),
    (forged(["../x", "A", [], GOOD[3]]), "not-ours"),
    (forged(["waste", 7, [], GOOD[3]]), "not-ours"),
    (forged(["waste", "A", [], ["<img src=x>", "2027-03-01", "1001"]]), "not-ours"),
    (forged(["waste", "A", [], ["1f0c9a2e", "2027-03-01", "1" * 200]]), "not-ours"),
    (forged(["waste", "A" * 500, [], GOOD[3]]), "not-ours"),
    (forged(["waste", "A\nB", [], GOOD[3]]), "not-ours"),
    (forged(GOOD, version="2"), "later"),
    (forged(GOOD)[:-1] + "x", "changed"),
]


def test_what_is_no_result_is_refused_for_what_it_is(scripts):
    assert read(scripts, forged(GOOD))[0]["result"]["name"] == "A"
    for text, fault in REFUSED:
        assert read(scripts, text) == [{"fault": fault}], text
    file, code = written(scripts, RESULTS[0])
    data = json.loads(file)
    for change in ({"name": "Other"}, {"track": "asgm"}, {"check": "00000000"}, {"post": None}):
        assert read(scripts, json.dumps({**data, **change})) == [{"fault": "changed"}], change
    assert read(scripts, json.dumps({**data, "version": 2})) == [{"fault": "later"}]
    body = code.split(".")[1]
    flipped = code.replace(body, body[:40] + ("A" if body[40] != "A" else "B") + body[41:])
    assert read(scripts, flipped) == [{"fault": "changed"}]


CAPACITY = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560,
            624, 666, 711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628,
            1722, 1809, 1911, 1989, 2099, 2213, 2331)  # fmt: skip
"""Bytes that fill versions 1 to 40 at level M (ISO/IEC 18004, table 7)."""


def some_text(length: int) -> str:
    letters = random.Random(length)
    return "".join(letters.choice("MTR1abcXYZ-_.09") for _ in range(length))


def test_qr_codes_are_segnos_module_by_module(scripts):
    """Where the text fills the code; elsewhere segno adds a codeword that the standard has not."""
    texts = [some_text(length) for length in CAPACITY]
    ours = scripts.evaluate("texts => texts.map((t, n) => portalQr.modules(t, n % 8))", texts)
    for number, (text, rows) in enumerate(zip(texts, ours, strict=True)):
        theirs = segno.make(text, error="m", mode="byte", encoding="utf-8", boost_error=False,
                            micro=False, mask=number % 8)  # fmt: skip
        assert [list(row) for row in theirs.matrix] == rows, number + 1


def test_a_scanner_reads_the_codes_of_any_length(scripts):
    texts = ["A", "é汉字 مرحبا", *(some_text(length) for length in range(5, 900, 61))]
    drawn = scripts.evaluate("texts => texts.map(t => portalQr.modules(t))", texts)
    for text, rows in zip(texts, drawn, strict=True):
        size = len(rows) + 8
        image = Image.new("L", (size, size), 255)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                image.putpixel((x + 4, y + 4), 0 if dark else 255)
        found = zxingcpp.read_barcodes(image.resize((size * 4, size * 4), Image.Resampling.NEAREST))
        assert [one.text for one in found] == [text]


def test_a_text_too_long_for_any_code_is_an_error_and_no_wrong_code(scripts):
    assert (
        scripts.evaluate("""() => {
      try { portalQr.modules("x".repeat(2332)); } catch (error) { return error.name; }
    }""")
        == "RangeError"
    )


@pytest.mark.parametrize("dark", [False, True])
def test_a_scanner_reads_the_code_from_the_screen(open_file, dark):
    page = open_file("ar/waste/test/index.html", width=375, dark=dark)
    page.locator("[data-start=pre]").press("Enter")
    page.locator(".test-form [type=submit]").press("Enter")
    page.locator(".test-form [type=submit]").press("Enter")
    page.locator("#result-name").fill("فاطمة الزهراء")
    page.locator(".test-qr summary").press("Enter")
    picture = page.locator("[data-qr] svg").screenshot()
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert len(found) == 1
    assert found[0].text in page.locator("#result-text").input_value()
    taken = page.evaluate("text => portalResult.read(text)", found[0].text)
    assert taken[0]["result"]["name"] == "فاطمة الزهراء"
