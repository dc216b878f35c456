"""Files that come by pull request beside the pages: nothing that runs is published."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from small_site import Check, shown

from portal.addresses import load_addresses
from portal.checks.svg_shapes import drawing_faults
from portal.checks.untrusted_files import LARGEST
from portal.errors import BuildError, DataError, PortalError
from portal.site import refuse_untrusted

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'

REFUSED = {
    # A page or a script of its own on our address.
    "docs/en/waste/form.html": b"<script>alert(1)</script>",
    "docs/assets/form.htm": b"<script>alert(1)</script>",
    "docs/assets/form.xhtml": b"",
    "docs/assets/form.xml": b"",
    "docs/assets/x.js": b"alert(1)",
    # MkDocs lets these take the place of the theme's own.
    "docs/assets/javascripts/portal.js": b"alert(1)",
    "docs/assets/stylesheets/portal.css": b"*{display:none}",
    # MkDocs builds these, and no rule for pages would see them.
    "docs/en/waste/more.markdown": b"<script>alert(1)</script>",
    "docs/en/waste/more.mkd": b"<script>alert(1)</script>",
    "docs/en/waste/more.mdown": b"<script>alert(1)</script>",
    "docs/en/waste/more.MD": b"<script>alert(1)</script>",
    "docs/more.md": b"<script>alert(1)</script>",
    "docs/assets/more.md": b"<script>alert(1)</script>",
    "docs/data/form.html": b"",
    "docs/assets/data.yaml": b"",
    "docs/en/waste/article-07.txt": b"",
    # Names that are paths, markup or lines elsewhere.
    "docs/assets/a\\..\\..\\flask.png": PNG,
    'docs/assets/a"onerror=x.png': PNG,
    "docs/assets/a\nb.png": PNG,
    "docs/assets/Flask.png": PNG,
    "docs/assets/my flask.png": PNG,
    # What the ending says it is not, and what no phone wants to load.
    "docs/assets/page.png": b"<script>alert(1)</script>",
    "docs/assets/sound.webp": b"RIFF\x24\x00\x00\x00WAVEfmt ",
    "docs/assets/large.png": PNG + b"0" * LARGEST,
    "docs/data/large.yaml": b"#" + b"0" * LARGEST,
}


def test_a_file_that_is_no_page_no_image_and_no_data_is_refused(check: Check) -> None:
    found = check(REFUSED, select="SEC").findings
    assert {(one.rule, one.place.path) for one in found} == {("SEC012", path) for path in REFUSED}


FINE = {
    "docs/assets/tracks/lamp-box_2.png": PNG,
    "docs/en/waste/lamp.jpg": b"\xff\xd8\xff\xe0",
    "docs/fr/waste/lamp.webp": b"RIFF....WEBP",
    "docs/data/workshops/2027-03-01-sn.yaml": b"",
    "docs/fr/convention/authentic/article-07.txt": b"",
    "docs/assets/.gitkeep": b"",
    "docs/assets/flask.svg": SVG.format(
        '<title>Flask: a drawing</title><defs><linearGradient id="a"><stop offset="0.5" '
        'stop-color="#0b5c78"/></linearGradient></defs><g fill="url(#a)" font-family="Noto, serif" '
        'transform="translate(1, -2.5) scale(2)"><path d="M1 2c3-4 5e-1 6z"/></g>'
        '<use xlink:href="#a" href="#a"/><text xml:space="preserve" x="1">15 mg</text>'
    ).encode(),
}


def test_images_data_and_supplied_texts_are_accepted(check: Check) -> None:
    assert shown(check(FINE, select="SEC").findings) == []


ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>',
    '<a href="https://x.example/"><text>x</text></a>',
    '<image href="https://x.example/x.png"/>',
    '<use href="https://x.example/x.svg#a"/>',
    '<use xlink:href="x.svg#a"/>',
    '<use href="data:image/svg+xml;base64,PHN2Zz4="/>',
    "<style>@import '//x.example/x.css';</style>",
    '<rect style="fill:url(//x.example)"/>',
    '<rect fill="url(https://x.example/#a)"/>',
    '<rect fill="url(//x.example/#a)"/>',
    '<rect fill="u\\72l(//x.example)"/>',
    '<rect cursor="image-set(x)"/>',
    '<rect onload="alert"/>',
    '<rect ONLOAD="alert"/>',
    '<rect onclick="alert`1`"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    "<?xml-stylesheet href='//x.example/x.css'?>",
    "<feImage href='//x.example/x.png'/>",
    "<handler>alert(1)</handler>",
    "<iframe src='//x.example'/>",
]


@pytest.mark.parametrize("inner", ACTIVE)
def test_a_drawing_that_could_do_something_has_a_fault(inner: str) -> None:
    assert {line for line, *_ in drawing_faults(b"\n" + SVG.format(inner).encode())} == {2}


def test_such_a_drawing_is_found_wherever_it_stands(check: Check) -> None:
    paths = ("docs/assets/flask.svg", "docs/fr/waste/flask.svg")
    found = check(dict.fromkeys(paths, SVG.format(ACTIVE[0])), select="SEC").findings
    assert [(one.rule, one.place.path) for one in found] == [("SEC013", path) for path in paths]


WHOLE = [
    b"",
    b"no drawing",
    b"<svg",
    b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
    b"<?xml-stylesheet href='x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
    b"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg'/>",
    b"<!DOCTYPE s [<!ENTITY a '" + b"a" * 999 + b"'><!ENTITY b '" + b"&a;" * 999 + b"'>]>"
    b"<svg xmlns='http://www.w3.org/2000/svg'><title>" + b"&b;" * 999 + b"</title></svg>",
    b"<g>" * 100_000,
    "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".encode("utf-16"),
]


@pytest.mark.parametrize("raw", WHOLE, ids=range(len(WHOLE)))
def test_what_is_no_plain_drawing_has_a_fault(raw: bytes) -> None:
    assert next(drawing_faults(raw), None)


def test_the_drawings_of_the_project_have_none(root: Path) -> None:
    drawings = [*root.glob("docs/assets/**/*.svg")]
    assert len(drawings) > 4
    assert [(path, *drawing_faults(path.read_bytes())) for path in drawings] == [
        (path,) for path in drawings
    ]


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("docs/assets/x.js", "x", "SEC012"),
        ("docs/assets/x.svg", SVG.format("<script/>"), "SEC013"),
    ],
)
def test_no_site_is_built_with_such_a_file(
    check: Check, tmp_path: Path, path: str, text: str, rule: str
) -> None:
    check({path: text})
    with pytest.raises(BuildError, match=rf"{path}:1: {rule}"):
        refuse_untrusted(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize(
    "path", ["docs/assets/x.png", "docs/en/x.md", "docs/en/waste", "docs/data/labels/fr.yaml"]
)
def test_no_site_is_built_with_a_link(check: Check, tmp_path: Path, path: str) -> None:
    check()
    link = tmp_path / path
    if link.exists():
        link.rename(tmp_path / "moved")
    link.symlink_to("/etc/passwd")
    with pytest.raises(PortalError, match=rf"{path}:.*symbolic link"):
        refuse_untrusted(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_docs_that_is_itself_a_link_is_refused(check: Check, tmp_path: Path) -> None:
    check()
    (tmp_path / "docs").rename(tmp_path / "elsewhere")
    (tmp_path / "docs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildError, match="docs:1: SEC005"):
        refuse_untrusted(tmp_path)


ADDRESSES = "docs/data/addresses.yaml"


@pytest.mark.parametrize(
    "line",
    [
        '"../../x": index',
        "/etc/x: index",
        "waste/../../x: index",
        '"a\\\\..\\\\x": index',
        "old: ../../x",
        "old: /x",
        'old: "javascript:alert(1)"',
        "old: //x.example",
        "old: index#",
    ],
)
def test_a_redirect_leads_from_the_site_into_the_site(
    check: Check, tmp_path: Path, line: str
) -> None:
    report = check({ADDRESSES: f"published: [index]\nredirects:\n  {line}\n"}, select="LNK")
    assert any(str(error).startswith(f"{ADDRESSES}:3: ") for error in report.errors)
    with pytest.raises(DataError, match="is no page key"):
        load_addresses(tmp_path)
