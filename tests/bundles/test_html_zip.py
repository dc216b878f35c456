"""The HTML zips: searched, answered and walked from the disk, in six languages."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html as markup
from opened_alone import LANGUAGES, OpenAlone
from shared_frames import frame_html

from portal.bundles.frames import PAGE
from portal.bundles.scope import resolve

READY = "() => window.portalSearch && portalSearch.ready"
WASTE = "waste/what-is-mercury-waste"
WORDS = {
    # Three each; with four Chinese characters, inflected in Russian, without article in Arabic.
    "ar": {"زئبق": WASTE, "نفايات": WASTE, "الحمأة": WASTE},
    "zh": {"水俣公约": "about", "汞废物": WASTE, "浸出液": WASTE},
    "en": {"sludge": WASTE, "leachate": WASTE, "thermometers": WASTE},
    "fr": {"boue": WASTE, "lixiviat": WASTE, "déchets": WASTE},
    "ru": {"отходами": WASTE, "шлам": WASTE, "вытяжка": WASTE},
    "es": {"lodo": WASTE, "lixiviado": WASTE, "desechos": WASTE},
}


def dead_links(names: frozenset[str], pages: dict[str, bytes]) -> list[str]:
    """Return the links that name no file of the bundle, or no anchor of it.

    The frames are given as pages of the folder that their addresses start from.
    """
    ids = {name: set(markup.fromstring(raw).xpath("//@id")) for name, raw in pages.items()}
    found = []
    for name, raw in pages.items():
        for address in markup.fromstring(raw).xpath("//*/@href | //*/@src"):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or (not parts.path and "/frame-" in name):
                continue
            here = posixpath.join(posixpath.dirname(name), unquote(parts.path))
            target = posixpath.normpath(here) if parts.path else name
            anchor = unquote(parts.fragment)
            if target not in names or (anchor and target in ids and anchor not in ids[target]):
                found.append(f"{name}: {address}")
    return found


def read_pages(path: Path) -> tuple[frozenset[str], dict[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        names = frozenset(archive.namelist())
        pages = {name: archive.read(name) for name in names if name.endswith(".html")}
        for name in names:
            if "/frame-" in name:
                code, _, file = name.partition("/")
                script = archive.read(name).decode()
                html = frame_html(script).replace(PAGE, "index.html")
                pages[f"{code}/{file.rpartition('/')[2]}"] = html.encode()
        return names, pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_disk_three_words_are_found_and_a_question_is_answered(
    language: str, unpacked: Path, open_alone: OpenAlone
) -> None:
    page = open_alone(unpacked / language / "index.html", within=unpacked)
    page.click("#search-opener")
    page.wait_for_function(READY)
    for word, key in WORDS[language].items():
        page.fill("#search input[type=text]", word)
        page.wait_for_selector(f'#search-list a[href*="{key}/"]')
    page.goto((unpacked / language / WASTE / "index.html").as_uri())
    question = page.locator('.is-quiz[data-kind="single"]').first
    right = question.get_attribute("data-right")
    question.locator("input").nth(int(right or 0)).check()
    question.locator(".quiz-button").first.click()
    assert "right" in (question.locator(".quiz-verdict").get_attribute("class") or "")


def test_the_start_page_leads_into_each_language(unpacked: Path, open_alone: OpenAlone) -> None:
    page = open_alone(unpacked / "index.html", within=unpacked)
    links = page.eval_on_selector_all("section .go", "all => all.map(one => one.href)")
    assert len(links) == len(LANGUAGES)
    for language, link in zip(LANGUAGES, links, strict=True):
        page.goto(link)
        assert page.locator("html").get_attribute("lang") == language


def test_no_link_of_the_six_languages_leads_nowhere(six_languages: Path) -> None:
    names, pages = read_pages(six_languages)
    assert len(pages) > 500
    assert dead_links(names, pages) == []


def test_no_link_of_a_track_leads_nowhere_and_addresses_are_printed(dist: Path) -> None:
    names, pages = read_pages(dist / "minamata-ar-waste.zip")
    assert dead_links(names, pages) == []
    evidence = markup.fromstring(pages[f"ar/{WASTE}/index.html"]).xpath(
        "//details[@class='evidence']//a[starts-with(@href, 'http')]"
    )
    assert evidence
    assert all(link.getnext().text == link.get("href") for link in evidence)


def test_shared_menus_stand_on_each_page_as_on_the_site(
    site: Path, unpacked: Path, open_alone: OpenAlone
) -> None:
    own = f"{WASTE}/index.html"
    page = open_alone(unpacked / "fr" / own, within=unpacked)
    there = markup.parse(site / "fr" / own)
    here = markup.fromstring(page.content())
    for links in (
        "//*[@aria-current]/@href",
        "//nav[@id='site-nav']//a/@href",
        "//header//details[@class='languages']//a/@href",
    ):
        found = [resolve(address, f"fr/{own}") for address in here.xpath(links)]
        assert found == [resolve(address, f"fr/{own}") for address in there.xpath(links)] != []
    opened = "//nav[@id='site-nav']//*[@open]/summary"
    assert here.xpath(f"count({opened})") == there.xpath(f"count({opened})") > 0
    assert here.xpath("//*[@id='kept']/@data-module") == [WASTE]
    past = "//a[@class='md-skip']/@href"
    assert here.xpath(past) == there.xpath(past) != []
    assert here.xpath("//link[@id='dark-colours']/@media")
    assert not here.xpath("//script[contains(@src, '/frame-')]"), "each took itself out"


def test_links_have_the_titles_that_they_have_on_the_site(
    site: Path, unpacked: Path, open_alone: OpenAlone
) -> None:
    own = f"en/{WASTE}/index.html"
    page = open_alone(unpacked / own, within=unpacked)
    cited = "//a[@class='provision' or @class='term']"
    # The script that shows them takes them over.
    shown = markup.fromstring(page.content()).xpath(f"{cited}/@data-title")
    assert shown == markup.parse(site / own).xpath(f"{cited}/@title") != []
    titled = re.findall(r"<a [^>]*title=", (unpacked / own).read_text("utf-8"))
    assert len(titled) < len(shown) / 2, "most stand once for all pages"


def test_english_slides_of_what_is_not_translated_come_once(
    site: Path, unpacked: Path, six_languages: Path
) -> None:
    pages = json.loads((site / "ar/portal.json").read_text("utf-8"))["pages"]
    names, html = read_pages(six_languages)
    for page in pages:
        slides = page["file"].replace("index.html", "slides/index.html")
        if f"en/{slides}" in names:
            assert (f"ar/{slides}" in names) == (page["language"] == "ar")
    foreign = [one for one in pages if one["language"] == "en" and one["key"].startswith("asgm/")]
    assert b'href="../../../en/asgm/' in html[f"ar/{foreign[0]['file']}"]


def test_a_dead_link_would_be_seen() -> None:
    assert dead_links(frozenset({"a.html"}), {"a.html": b'<a href="b.html">b</a>'}) == [
        "a.html: b.html"
    ]


def test_slides_come_along(unpacked: Path, open_alone: OpenAlone) -> None:
    page = open_alone(unpacked / "fr" / WASTE / "slides/index.html", within=unpacked)
    assert page.locator(".frame.is-shown").count() == 1


def test_a_track_searches_its_own_pages_only(
    dist: Path, tmp_path: Path, open_alone: OpenAlone
) -> None:
    with zipfile.ZipFile(dist / "minamata-ar-waste.zip") as archive:
        archive.extractall(tmp_path)
    page = open_alone(tmp_path / "ar/waste/index.html", within=tmp_path)
    page.click("#search-opener")
    page.wait_for_function(READY)
    page.fill("#search input[type=text]", "زئبق")
    page.wait_for_selector(f'#search-list a[href*="{WASTE}/"]')
    found = page.locator("#search-list a").evaluate_all("all => all.map(a => a.href)")
    assert [url for url in found if not Path(unquote(urlsplit(url).path)).is_file()] == []


BOUNDS = {
    "minamata-six-languages.zip": 12_000_000,
    "minamata-ar-waste.zip": 600_000,
    # The largest track in English: ten modules with their slides, and nearly all of the Convention.
    "minamata-en-obligations.zip": 600_000,
}


@pytest.mark.parametrize("name", BOUNDS)
def test_sizes_stay_within_what_old_phones_and_sticks_hold(name: str, whole: Path) -> None:
    assert (whole / name).stat().st_size <= BOUNDS[name]


def test_nothing_that_only_servers_need_is_packed(dist: Path) -> None:
    names, pages = read_pages(dist / "minamata-ar-waste.zip")
    assert not [name for name in names if name.endswith((".map", "sitemap.xml", "agenda.js"))]
    assert b"verify.py" not in pages["index.html"]
    text = pages[f"ar/{WASTE}/index.html"].decode()
    assert not re.search(r'ld\+json|rel="canonical"|rel="alternate"|__config', text)


def test_commit_and_date_stand_in_one_file(whole: Path, site: Path) -> None:
    commit = json.loads((site / "ar/portal.json").read_text("utf-8"))["commit"]
    with zipfile.ZipFile(whole / "minamata-ar-waste.zip") as archive:
        holders = [name for name in archive.namelist() if commit.encode() in archive.read(name)]
    assert holders == ["about.json"]


def test_the_unpacked_six_languages_verify_themselves_with_python_alone(
    six_languages: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(six_languages) as archive:
        archive.extractall(tmp_path)
    assert (tmp_path / "index.html").read_text("utf-8").count("python3 verify.py") == 6
    run = [sys.executable, "-I", str(tmp_path / "verify.py")]
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0
    changed = tmp_path / "fr/index.html"
    changed.write_bytes(changed.read_bytes() + b" ")
    said = subprocess.run(run, capture_output=True, check=False, text=True, encoding="utf-8")
    assert (said.returncode, said.stdout) == (1, "fr/index.html: changed.\n")
