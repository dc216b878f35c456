"""What stands around the text of a page: it names what is there, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as markup

from portal.bundles.about import share_of_pages, start_page
from portal.bundles.book import pages_in_order
from portal.bundles.content import read_chapter
from portal.bundles.pages_alone import pages_alone
from portal.bundles.scope import Scope, one_track, resolve
from portal.bundles.tree import LanguageTree, TreePage, read_tree
from portal.languages import load_labels, load_languages

ENGLISH_PAGE = """<article><div class="sheet">
<aside class="notice"><p>الصفحة غير مترجمة. <a href="../translate/">ترجم</a></p></aside>
<header><p class="masthead__track">المسار</p><div lang="en" dir="ltr"><h1>Waste</h1></div>
<ul class="plain facts"><li>54 دقيقة</li></ul>
<p><span class="badge"><span aria-hidden="true">EN</span><span>(بالإنكليزية)</span></span></p>
</header>
<div class="words" lang="en" dir="ltr"><p>Count it.</p></div>
<details><summary>المصادر</summary><ul><li><cite lang="en">Toolkit</cite></li></ul></details>
</div></article>"""


@pytest.fixture(scope="module")
def french_waste(site: Path) -> Scope:
    """The waste track of the whole site, with the pages it leads to."""
    return one_track(read_tree(site, "fr"), "waste")


def _menu(html: str, file: str) -> dict[str | None, str]:
    links = markup.fromstring(html).xpath("//nav[@id='site-nav']//a")
    return {
        resolve(link.get("href"), file): " ".join(link.text_content().split()) for link in links
    }


def test_a_menu_names_what_each_entry_opens(root: Path, french_waste: Scope) -> None:
    file, words = french_waste.start.file, load_labels(root, "fr")
    titles = {page.file: page.title for page in french_waste.pages}
    named = _menu(pages_alone(french_waste)[file], file)
    cards, cases, glossary = "field-cards/index.html", "cases/index.html", "glossary/index.html"
    assert named[cards] == titles[cards], "not the section's name, whose page stayed behind"
    assert named[cases] == words("nav.evidence"), "the section's own page"
    assert named[glossary] == titles[glossary]


def test_a_section_has_one_overview_on_the_site(site: Path) -> None:
    tree = read_tree(site, "fr")
    page = tree.page("waste/index")
    assert page is not None
    sections = markup.fromstring(tree.read(page)).xpath("//nav[@id='site-nav']//details")
    overviews = [len(one.xpath("./ul/li/a[@class='overview']")) for one in sections]
    assert len(overviews) > 3
    assert set(overviews) <= {0, 1}
    assert _menu(tree.read(page), page.file)["field-cards/index.html"] == "Fiches de terrain"


def test_references_of_a_book_begin_with_the_treaty(root: Path, french_waste: Scope) -> None:
    pages = pages_in_order(root, french_waste, None, references=True)
    keys = [page.key for page in pages if not page.key.startswith("waste/")]
    articles = [key for key in keys if "article" in key]
    assert keys[0] == "convention/index"
    assert keys[1 : 1 + len(articles)] == articles
    assert keys[1 + len(articles)].startswith("convention/annex")
    assert keys[-1].startswith("about/")


def test_around_an_english_text_the_book_speaks_its_own_language(
    root: Path, tmp_path: Path
) -> None:
    page = TreePage("waste/x", "waste/x/index.html", "en", "Waste", None, None)
    (tmp_path / page.file).parent.mkdir(parents=True)
    (tmp_path / page.file).write_text(ENGLISH_PAGE, "utf-8")
    scope = Scope(LanguageTree(tmp_path, "ar", None, None, None, (page,)), "waste", (page,), page)
    chapter = read_chapter(
        scope, page, words=load_labels(root, "en"), frame=load_languages(root).get("ar"),
        beside=frozenset({page.file}),
    )  # fmt: skip
    spoken = {
        text: parent.xpath("string(ancestor-or-self::*[@dir][1]/@dir)")
        for parent in chapter.root.iter()
        if (text := (parent.text or "").strip())
    }
    assert spoken == {
        "الصفحة غير مترجمة.": "rtl", "المسار": "rtl", "Waste": "ltr", "54 دقيقة": "rtl",
        "Count it.": "ltr", "المصادر": "rtl", "Toolkit": "rtl", "(بالإنكليزية)": "rtl",
    }, "and what letters say for the eye is said in words once"  # fmt: skip
    assert not chapter.root.xpath(".//aside//a"), "nobody translates on paper"


@pytest.mark.parametrize(("own", "english"), [(44, False), (43, True)])
def test_only_what_is_not_whole_says_that_the_rest_is_english(
    root: Path, own: int, english: bool
) -> None:
    said = share_of_pages(load_labels(root, "fr"), own, 44)
    assert f"{own} sur 44" in said
    assert ("anglais" in said) == english


def test_french_has_a_space_before_the_colon_of_a_title(root: Path, french_waste: Scope) -> None:
    made = markup.fromstring(start_page(root, [french_waste]))
    assert made.xpath("string(//h1)") == "Formation Minamata\u00a0: Déchets de mercure"
