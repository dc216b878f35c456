"""The supplied text stands beside our words, is checked, and is no page. All texts are made up."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup, Tag
from made_up import ARTICLE_7, HEADER, replaced

from portal.checks.registry import read_selection
from portal.checks.running import Report, Scope, run_rules
from portal.errors import DataError
from portal.languages import forget
from portal.pages import open_site

EXTENSIONS = ["attr_list", "footnotes", "toc", "portal.extension"]
OURS = """# Article 7

Our opening.

## Paragraph 1 { #art_7__para_1 }

Our words on one.

### An example { #example }

More on one.

## Paragraph 2 { #art_7__para_2 }

Our words on two.[^1]

## Practice { #practice }

Not about a paragraph.

[^1]: A note.
"""


def write(
    project: Path, text: str | bytes, *, name: str = "en/convention/authentic/article-07.txt"
) -> Path:
    file = project / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    forget()
    return file


def page(
    project: Path, text: str, *, language: str = "en", key: str = "article-07"
) -> BeautifulSoup:
    options = {"language": language, "page": f"convention/{key}", "root": str(project)}
    html = markdown.markdown(
        text, extensions=EXTENSIONS, extension_configs={"portal.extension": options}
    )
    return BeautifulSoup(html, "html.parser")


def words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def pairs(soup: BeautifulSoup) -> list[tuple[str, str]]:
    found = []
    for pair in soup.select("div.beside"):
        ours, text = pair.select_one(".beside__ours"), pair.select_one(".beside__text")
        assert ours is not None
        assert text is not None
        found.append((words(ours), words(text)))
    return found


def test_each_section_stands_beside_its_paragraph_and_the_rest_follows(project: Path) -> None:
    write(project, ARTICLE_7)
    soup = page(project, OURS)
    assert pairs(soup) == [
        ("Our opening.", "Article 7 Made-up title"),
        ("Paragraph 1 Our words on one. An example More on one.", "1. Words of one."),
        (
            "Paragraph 2 Our words on two. 1",
            "2. Words of two, broken over two lines. A second paragraph of two.",
        ),
        (
            "Article 7, paragraph 3",
            "3. Words of three: (a) three a; (b) three b; (c) three c.",
        ),
        (
            "Article 7, paragraph 4",
            "4. (a) Words of four a; (b) stays inside the line, because no line begins with it. "
            "(b) four b. (c) four c. (d) four d. (e) four e. (f) four f.",
        ),
    ]
    headings = [h["id"] for h in soup.select("h2")]
    assert headings[:5] == [
        "art_7__para_1",
        "art_7__para_2",
        "practice",
        "authentic-text",
        "structure",
    ]
    link = soup.select_one("#authentic-text + .beside a")
    assert link is not None
    assert soup.select_one(str(link["href"])) is not None


def test_publisher_date_and_source_are_named_once(project: Path) -> None:
    write(project, ARTICLE_7)
    soup = page(project, OURS)
    lines = soup.select("p.beside-source")
    said = "Authentic text in this language, as supplied by Office of Made-up Texts"
    assert [words(line) for line in lines] == [f"{said}, 1 September 2019 ."]
    link = lines[0].a
    assert link is not None
    assert link["href"] == "https://texts.example/7"


def test_a_page_without_a_supplied_text_is_as_it_was(project: Path) -> None:
    assert not page(project, OURS).select(".beside, .beside-source, #authentic-text")
    write(project, ARTICLE_7)
    assert not page(project, OURS, key="article-08").select(".beside")
    assert not page(project, OURS, language="fr").select(".beside")


def test_arabic_is_marked_as_arabic_from_right_to_left(project: Path) -> None:
    lines = HEADER + "1 - نص مختلق\n2 - نص مختلق\n3 - نص\n(أ) نص\n4 - نص"
    write(project, lines, name="ar/convention/authentic/article-07.txt")
    texts = page(project, "# المادة 7\n", language="ar").select(".beside__text")
    assert len(texts) == 4
    assert {(text["lang"], text["dir"]) for text in texts} == {("ar", "rtl")}


def test_markup_in_a_supplied_text_stays_text(project: Path) -> None:
    hostile = replaced("three b;", "<script>alert(1)</script> *b* [x](javascript:x) &lt;")
    hostile = hostile.replace("Office of", "<b onclick=x>Office</b> of")
    write(project, hostile.replace("https://texts.example/7", "javascript:alert(1)"))
    soup = page(project, OURS)
    assert not soup.select("script, b, [onclick], a[href^=javascript], [cite]")
    assert "<script>alert(1)</script> *b* [x](javascript:x)" in soup.get_text()


def test_a_text_that_does_not_fit_stops_the_page_with_its_line(project: Path) -> None:
    write(project, replaced("2019-09-01", "lately"))
    with pytest.raises(DataError, match=r"^docs/en/convention/authentic/article-07\.txt:2: "):
        page(project, OURS)


def check(project: Path) -> Report:
    scope = Scope()
    selection = read_selection("REF080,REF081,REF082,REF083", None)
    return run_rules(open_site(project), selection=selection, scope=scope)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("2. Words of two,", "Words of two,", ["REF080:8 Article 7, paragraph 2 is missing"]),
        ("(b) three b;\n", "", ["REF080:14 Article 7, paragraph 3 (b) is missing"]),
        (
            "(f) four f.",
            "(f) four f.\n(g) four g.",
            ["REF081:23 “(g)” would be Article 7, paragraph 4 (g)"],
        ),
        ("(f) four f.", "5. five.", ["REF080:21 Article 7, paragraph 4 (f)", "REF081:22 “5.”"]),
        (
            "(a) three a;\n(b) three b;",
            "(b) three b;\n(a) three a;",
            ["REF082:15 Article 7, paragraph 3 (a) stands too late"],
        ),
    ],
)
def test_the_structure_is_that_of_the_data(
    project: Path, old: str, new: str, expected: list[str]
) -> None:
    write(project, replaced(old, new) if old else ARTICLE_7)
    report = check(project)
    assert report.errors == ()
    shown = [f"{f.rule}:{f.place.line} {f.message}" for f in report.findings]
    assert len(shown) == len(expected), shown
    assert all(
        line.startswith(start) for line, start in zip(sorted(shown), expected, strict=True)
    ), shown


def test_one_unreadable_text_does_not_hide_the_findings_in_others(project: Path) -> None:
    write(project, b"\xff", name="ar/convention/authentic/annex-c.txt")
    write(project, replaced("(b) three b;\n", ""))
    report = check(project)
    assert [finding.rule for finding in report.findings] == ["REF080"]
    assert [str(error).partition(" ")[0] for error in report.errors] == [
        "docs/ar/convention/authentic/annex-c.txt:1:"
    ]


@pytest.mark.parametrize("name", ["Article 7.txt", "article-36.txt", "README.md", "preamble.txt"])
def test_a_file_with_another_name_is_found(project: Path, name: str) -> None:
    write(project, ARTICLE_7, name=f"en/convention/authentic/{name}")
    assert [f.rule for f in check(project).findings] == ["REF083"]


def test_the_built_page_shows_it_and_the_folder_is_not_published(
    project: Path, tmp_path: Path
) -> None:
    from portal.site import build_site

    write(project, ARTICLE_7)
    site = tmp_path / "site"
    build_site(project, site, languages=["en"], site_url="https://portal.example/")
    built = BeautifulSoup(
        (site / "en/convention/article-07/index.html").read_text("utf-8"), "html.parser"
    )
    assert len(built.select("div.beside")) == 5
    assert not list(site.rglob("authentic"))
    assert "authentic" not in (site / "en/sitemap.xml").read_text("utf-8")


def test_two_numbers_on_one_line_stay_on_one_line(project: Path) -> None:
    write(project, ARTICLE_7)
    lines = page(project, OURS).select(".beside")[-1].select("blockquote p")
    assert words(lines[0]).startswith("4. (a) Words of four a;")
    assert lines[0]["class"] == lines[1]["class"] == ["beside__unit-2"]
