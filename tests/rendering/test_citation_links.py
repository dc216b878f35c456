"""Citations become links, across emphasis, and only where they are ours and valid."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

EXTENSIONS = ["attr_list", "footnotes", "tables", "portal.extension"]


def links(text: str, root: Path, *, language: str = "en", page: str = "waste/x") -> list[list[str]]:
    from bs4 import BeautifulSoup

    options = {"portal.extension": {"language": language, "page": page, "root": str(root)}}
    html = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=options)
    page_soup = BeautifulSoup(html, "html.parser")
    found = page_soup.select("a.provision")
    return [[link.decode_contents(), str(link["href"]).rpartition("/")[2]] for link in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Article 7, paragraph 3 (a).", [["Article 7, paragraph 3 (a)", "7#3a"]]),
        (
            "See **Article 7**, paragraph 3 (a).",
            [["<strong>Article 7</strong>, paragraph 3 (a)", "7#3a"]],
        ),
        (
            "See *Article 7, paragraph 3 (a)*, now.",
            [["Article 7, paragraph 3 (a)", "7#3a"]],
        ),
        (
            "See Article 7,\n**paragraph 3** (a).",
            [["Article 7,\n<strong>paragraph 3</strong> (a)", "7#3a"]],
        ),
        (
            "**See Article 7**, paragraph 3 (a).",
            [["Article 7", "7#3a"], [", paragraph 3 (a)", "7#3a"]],
        ),
        (
            "Paragraphs 3 (a) and 4 of Article 7.",
            [["Paragraphs 3 (a)", "7#3a"], ["4", "7#4"]],
        ),
        ("Article 4 of the Basel Convention.", []),
        ("Article 7, paragraph 9.", []),
        ("`Article 7` and [Article 7](https://example.org/).", []),
        ("- Article 7\n- no", [["Article 7", "article-07.md"]]),
        ("# Article 7\n\nIts text.", []),
        ("## What Article 7 asks {: #x }", [["Article 7", "article-07.md"]]),
        (
            "Article 7 & Article 8 < x.",
            [["Article 7", "article-07.md"], ["Article 8", "article-08.md"]],
        ),
        (
            "Decision MC-5/12, paragraph 3.",
            [['Decision <bdi dir="ltr">MC-5/12</bdi>, paragraph 3', "dec3"]],
        ),
    ],
)
def test_a_valid_citation_is_one_link_to_its_anchor(
    root: Path, text: str, expected: list[list[str]]
) -> None:
    short = {
        "7#3a": "article-07.md#art_7__para_3__subpara_a",
        "7#4": "article-07.md#art_7__para_4",
        "dec3": "mc-5-12.md#dec_mc-5-12__para_3",
    }
    wanted = [[inside, short.get(target, target)] for inside, target in expected]
    assert links(text, root) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Article 7, paragraph 3 (a)"),
        ("fr", "article 7, paragraphe 3 a)"),
        ("es", "artículo 7, párrafo 3 a)"),
        ("ru", "статья 7, пункт 3 a)"),
        ("zh", "第七条第3款(a)项"),
        ("ar", "الفقرة 3 (أ) من المادة 7"),
    ],
)
def test_each_language_links_its_own_form(root: Path, language: str, text: str) -> None:
    found = links(f"x {text}.", root, language=language)
    assert found == [[text, "article-07.md#art_7__para_3__subpara_a"]]


def test_the_provision_title_is_there_for_hover_focus_and_screen_readers(root: Path) -> None:
    html = markdown.markdown("Article 4, paragraph 1", extensions=EXTENSIONS)
    assert 'title="Article 4, paragraph 1 - Mercury-added products"' in html


def test_a_link_on_the_provisions_own_page_stays_on_the_page(root: Path) -> None:
    assert links("See Article 7, paragraph 1.", root, page="convention/article-07") == [
        ["Article 7, paragraph 1", "#art_7__para_1"],
        *links("", root, page="convention/article-07"),
    ]


def test_a_language_without_a_grammar_keeps_its_text(project: Path) -> None:
    languages = project / "docs/data/languages.yaml"
    line = (
        "  - {code: id, iso639_3: ind, babel: id, name: Bahasa Indonesia, english: Indonesian,"
        " direction: ltr, required: false}\n"
    )
    languages.write_text(languages.read_text("utf-8") + line, "utf-8")
    (project / "docs/data/labels/id.yaml").write_text("nav.about: Tentang\n", "utf-8")
    assert links("Pasal 7 ayat 3", project, language="id") == []


def test_a_heading_that_is_the_anchor_links_not_to_itself(root: Path) -> None:
    text = "# Article 7\n\n## Paragraph 1 {: #art_7__para_1 }\n\nSee paragraph 2."
    found = links(text, root, page="convention/article-07")
    assert found[:1] == [["paragraph 2", "#art_7__para_2"]]
