"""What goes from the pages and styles of a bundle, and what must not."""

from __future__ import annotations

import pytest
from shared_frames import frame_html

from portal.bundles.frames import UP, share_frames
from portal.bundles.heads import share_heads
from portal.bundles.lean import without_server_data
from portal.bundles.link_titles import NAME, share_titles
from portal.bundles.rewriting import is_whole
from portal.bundles.tree import TreePage
from portal.bundles.used_styles import used_rules, words_of

PAGE = """<html><head></head><body><a href="#{key}">S</a>
<header><a href="{up}index.html">A</a></header>
<nav class="side"><li class="entry{active}"><a href="{up}a/index.html"{mark}>B</a></li></nav>
<article id="{key}"><nav>within</nav><p>Text</p></article>
<footer data-module="{key}">C</footer></body></html>"""


START = TreePage("a", "a/index.html", "en", "Start & more", None, None)


def pages() -> dict[str, str]:
    """Return four pages that differ by their place and their marks alone."""
    own = {"active": " is-active", "mark": ' aria-current="page"'}
    no = {"active": "", "mark": ""}
    return {
        f"{key}/index.html": PAGE.format(up="../", key=key, **(own if key == "a" else no))
        for key in "abcd"
    }


def test_frames_of_many_pages_stand_once() -> None:
    shared, scripts = share_frames(pages(), start=START)
    assert len(scripts) == 3
    frames = sorted(frame_html(raw.decode()) for raw in scripts.values())
    assert [frame[:7] for frame in frames] == ["<a>S</a", "<footer", "<nav cl"]
    assert "<header>" in frames[0], "with what stands above it"
    assert 'href="a/index.html"' in frames[2]
    for html in shared.values():
        assert "<nav>within</nav><p>Text</p>" in html
        assert html.count("<nav") == 1
        assert html.count("/frame-") == 3
        assert 'index.html" lang="en">Start &amp; more</a></p></noscript>' in html


def test_what_is_a_pages_own_stays_with_it() -> None:
    shared, _ = share_frames(pages(), start=START)
    assert '[[1,"class","entry is-active"],[2,"aria-current","page"]]' in shared["a/index.html"]
    assert '[[0,"href","#a"]]' in shared["a/index.html"], "the way past the frame"
    assert "aria-current" not in shared["b/index.html"]
    assert '[[0,"data-module","b"]]' in shared["b/index.html"]


def test_a_header_of_its_own_leads_to_the_start_where_the_menu_went() -> None:
    four = {
        file: html.replace('class="side"', 'id="side"').replace("C</footer>", "</footer>")
        for file, html in pages().items()
    }
    own = '<header><a href="#side">Menu</a><a href="#b">b</a>'
    four["b/index.html"] = four["b/index.html"].replace("<header>", own)
    shared, _ = share_frames(four, start=START)
    assert '<a href="../a/index.html">Menu</a><a href="#b">b</a>' in shared["b/index.html"]


def test_a_frame_of_few_pages_is_left() -> None:
    two = dict(list(pages().items())[:2])
    assert share_frames(two, start=START) == (two, {})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", True),
        ("<input><p>a<br></p>\n<div></div>", True),
        ("<div><p></p>", False),
        ("</div><div>", False),
        ("<b><i></b></i>", False),
    ],
)
def test_only_whole_elements_are_moved(html: str, expected: bool) -> None:
    assert is_whole(html) is expected


LINK = '<a class="term" href="{}" title="{}">x</a>'


def test_titles_that_pages_share_stand_once_in_a_script() -> None:
    party, own = LINK.format("../g.html#party", "A &amp; B"), LINK.format("#here", "of a alone")
    other = LINK.format("../g.html#party", "in other words")
    here = LINK.format("#party", "A &amp; B")
    wrap = "<article>{}</article><footer></footer>"
    files = {"a/i.html": wrap.format(party + own), "b/i.html": wrap.format(party),
             "c/i.html": wrap.format(other), "g.html": wrap.format(here)}  # fmt: skip
    lean, scripts = share_titles(files)
    bare = '<a class="term" href="../g.html#party">x</a>'
    script = f'<script src="../{NAME}"></script><footer>'
    assert lean["a/i.html"] == f"<article>{bare}{own}</article>{script}</footer>"
    assert lean["c/i.html"] == files["c/i.html"], "its own words stay with it"
    assert 'href="#party">' in lean["g.html"]
    assert b'{"g.html":{"party":"A & B"}}' in scripts[NAME]


def test_titles_of_single_pages_stay() -> None:
    pages = {"a/i.html": f"<article>{LINK.format('#a', 'A')}</article>", "b/i.html": "<p>"}
    assert share_titles(pages) == (pages, {})


HEAD = """<head><title>T</title>
<link rel="icon" href="../logo.svg">
<link rel="stylesheet" href="../s/a.css">
<link rel="stylesheet" href="b.css">
<link rel="stylesheet" href="../dark.css" media="screen" id="dark">
<script src="../s/own.js"></script>
<style>p{a:b}</style></head><style>i{a:b}</style>"""


def test_a_head_has_one_link_and_one_script() -> None:
    lean, files = share_heads({"a/i.html": HEAD}, {"s/own.js": b"own()"})
    sheet, script = files
    assert lean["a/i.html"] == (
        f'<head><title>T</title>\n<link rel="stylesheet" href="../{sheet}">\n'
        f'<script src="../{script}"></script>\n</head><style>i{{a:b}}</style>'
    )
    assert files[sheet].decode().splitlines() == [
        '@import "../../s/a.css";',
        '@import "../../a/b.css";',
        '@import "../../dark.css" screen and (scripting: none);',
        "p{a:b}",
    ]
    for written in (rf"href=\"{UP}logo.svg\"", rf"href=\"{UP}dark.css\" media", "own()"):
        assert written in files[script].decode()


def test_a_head_without_switched_sheets_stays() -> None:
    page = '<head><link rel="icon" href="data:,"><link rel="stylesheet" href="a.css"></head>'
    assert share_heads({"i.html": page}, {}) == ({"i.html": page}, {})


def test_words_for_scripts_stand_once_even_if_they_stand_in_the_text() -> None:
    words = '<div class="w" data-again="Again" hidden="hidden"></div>'
    json = '<script type="application/json" id="j">[]</script>'
    page = f"<body><article>{{}}{words}</article><nav>{json}</nav></body>"
    shared, scripts = share_frames({f"{n}.html": page.format(n) for n in "abc"}, start=START)
    assert {frame_html(raw.decode()) for raw in scripts.values()} == {words, f"<nav>{json}</nav>"}
    assert shared["a.html"].count("<script src=") == 2
    assert json not in shared["a.html"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a\n   <b>b</b>\n\n\n</p>", "<p>a\n<b>b</b>\n</p>"),
        ("<pre>a\n   b\n\n</pre>\n  <p>", "<pre>a\n   b\n\n</pre>\n<p>"),
        ("<textarea>\n  a</textarea>", "<textarea>\n  a</textarea>"),
        ('<meta name="description" content="x"><p>', "<p>"),
        ('<link rel="canonical" href="x"><link rel="icon" href="y">', '<link rel="icon" href="y">'),
    ],
)
def test_white_space_goes_where_it_does_not_count(html: str, expected: str) -> None:
    assert without_server_data(html) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".used{a:b}.gone{a:b}", ".used{a:b}"),
        (".gone,.used:hover,p{a:b}", ".used:hover,p{a:b}"),
        (".used .gone{a:b}#named{a:b}", "#named{a:b}"),
        (".used:not(.gone){a:b}", ".used:not(.gone){a:b}"),
        ("@media print{.gone{a:b}}@media screen{.used{a:b}}", "@media screen{.used{a:b}}"),
        ("@keyframes k{from{a:b}}", "@keyframes k{from{a:b}}"),
        (":is(.gone,.used){a:b}.a\\:b{a:b}", ":is(.gone,.used){a:b}.a\\:b{a:b}"),
        ("[data-md=x],html{a:b}", "[data-md=x],html{a:b}"),
    ],
)
def test_rules_for_what_no_page_has_go(css: str, expected: str) -> None:
    words = words_of(['<p class="used" id="named">', "add('other')"])
    assert used_rules(css, words) == expected
