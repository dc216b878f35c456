"""A language kept by the browser: when asked, whole, renewed by what changed, and gone again."""

from __future__ import annotations

import hashlib
import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from axe_findings import axe_findings
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page, expect

from portal.languages import load_labels
from portal.offline.site_files import write_offline

KEEP, REMOVE = "[data-do=keep]", "[data-do=remove]"
WASTE = "waste/what-is-mercury-waste"
KNOWN = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).map(one => one.scope),
  caches: await caches.keys(),
})"""


@pytest.fixture
def words(root: Path):
    return load_labels(root, "ar")


@pytest.fixture
def few_pages(small_site: Path, tmp_path: Path, words) -> Path:
    """A portal with a few of the pages, which is downloaded in no time."""
    tree = tmp_path / "few/ar"
    for folder in ("about", "assets", "offline"):
        shutil.copytree(small_site / "ar" / folder, tree / folder)
    for name in ("index.html", "service-worker.js"):
        shutil.copyfile(small_site / "ar" / name, tree / name)
    write_offline(tree, words, state=None)
    return tree.parent


def keep(page: Page, words) -> None:
    page.locator(KEEP).click()
    expect(page.locator("[data-said]")).to_have_text(words("offline.kept"), timeout=60_000)


def kept_bytes(page: Page, file: str) -> str:
    """Return a file as the caches have it, whatever the server says."""
    return page.evaluate(
        """async file => {
             const found = await caches.match(new URL("../" + file, location.href).href);
             return found ? found.text() : "";
           }""",
        file,
    )


def test_what_was_asked_for_opens_when_the_server_is_gone(visit, words) -> None:
    server, page = visit(prefix="/a/folder/")
    expect(page.locator(KEEP)).to_be_visible()
    assert page.evaluate(KNOWN) == {"workers": [], "caches": []}
    asked = {name.rpartition("/")[2] for name in server.asked}
    assert not asked & {"files.json", "edition.txt", "service-worker.js", "manifest.webmanifest"}
    keep(page, words)
    assert page.evaluate(KNOWN)["workers"] == [f"{server.address}ar/"]
    server.stop()

    page.goto(f"{server.address}ar/")
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.click("#search-opener")
    page.wait_for_function("() => window.portalSearch && portalSearch.ready")
    page.fill("#search input[type=text]", "زئبق")
    page.locator(f'#search-list a[href*="{WASTE}/"]').first.click()
    page.wait_for_url(f"**/ar/{WASTE}/**")
    question = page.locator('.is-quiz[data-kind="single"]').first
    question.locator("input").nth(int(question.get_attribute("data-right") or 0)).check()
    question.locator(".quiz-button").first.click()
    assert "right" in (question.locator(".quiz-verdict").get_attribute("class") or "")
    page.reload()
    expect(page.locator(".is-quiz").first).to_be_visible()
    page.goto(f"{server.address}ar/no/such/page/")
    expect(page.locator("[data-more]")).to_contain_text(words("offline.not-looked"))


def test_before_the_download_its_size_is_told_to_everybody(visit, small_site: Path) -> None:
    _, page = visit()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe_findings(page) == []
    files = json.loads((small_site / "ar/offline/files.json").read_text("utf-8"))["files"]
    told = page.locator("[data-more]").inner_text()
    size, transfer = (sum(one[place] for one in files.values()) / 1e6 for place in (1, 2))
    assert f"{size:.1f}" in told
    assert f"{transfer:.1f}" in told
    assert f"{transfer:.1f}" in page.locator(KEEP).inner_text()


def test_an_update_fetches_what_changed_and_takes_the_place_of_the_old(
    visit, words, few_pages: Path, tmp_path: Path
) -> None:
    server, page = visit(few_pages)
    keep(page, words)
    before = page.evaluate(KNOWN)["caches"]
    server.site = renewed(few_pages, tmp_path, words)
    page.goto(f"{server.address}ar/index.html")
    expect(page.locator("#offline-link")).to_contain_text(words("offline.newer-short"))
    server.asked.clear()
    page.goto(f"{server.address}ar/offline/index.html")
    expect(page.locator("[data-more]")).to_contain_text(words("offline.newer", files=1))
    renew, gone = (page.locator(one).bounding_box() for one in (KEEP, REMOVE))
    assert renew
    assert gone
    assert gone["x"] + gone["width"] < renew["x"], "beside it, with a gap: nobody removes by chance"
    assert "renewed" not in kept_bytes(page, "about/index.html")
    keep(page, words)
    fetched = [name for name in server.asked if "offline/" not in name]
    assert [name for name in fetched if "service-worker" not in name] == ["ar/about/index.html"]
    after = page.evaluate(KNOWN)["caches"]
    assert len(after) == len(before)
    assert set(after) != set(before)
    server.stop()
    page.goto(f"{server.address}ar/about/index.html")
    assert "renewed" in page.content()


def test_pages_that_a_server_sends_on_to_their_folder_open_without_it(
    visit, words, few_pages: Path
) -> None:
    server, page = visit(few_pages)
    server.short = True
    keep(page, words)
    server.stop()
    for name in ("about/index.html", "about/"):
        page.goto(f"{server.address}ar/{name}")
        assert page.url.endswith(f"ar/{name}"), "not the page for what is not kept"
        assert page.locator("h1").is_visible()


def test_a_download_that_was_interrupted_goes_on_where_it_was(visit, words, few_pages) -> None:
    server, page = visit(few_pages)
    server.broken = {"ar/offline/index.html"}
    page.locator(KEEP).click()
    expect(page.locator("[data-said]")).to_have_text(words("offline.interrupted"), timeout=60_000)
    assert page.evaluate(KNOWN)["workers"] == []
    came = set(server.asked)
    server.broken = set()
    server.asked.clear()
    keep(page, words)
    again = set(server.asked) & came
    assert again == {"ar/offline/index.html", "ar/offline/files.json"}


def test_files_of_another_edition_are_not_mixed_in(visit, words, few_pages, tmp_path) -> None:
    site = renewed(few_pages, tmp_path, words)
    shutil.copyfile(few_pages / "ar/offline/files.json", site / "ar/offline/files.json")
    _, page = visit(site)
    page.locator(KEEP).click()
    expect(page.locator("[data-said]")).to_have_text(words("offline.changed"), timeout=60_000)
    assert page.evaluate(KNOWN)["workers"] == []


def test_what_is_removed_is_gone(visit, words, few_pages) -> None:
    server, page = visit(few_pages)
    keep(page, words)
    page.locator(REMOVE).click()
    expect(page.locator("[data-said]")).to_have_text(words("offline.removed"))
    assert page.evaluate(KNOWN) == {"workers": [], "caches": []}
    expect(page.locator(KEEP)).to_be_visible()
    server.asked.clear()
    page.goto(f"{server.address}ar/index.html")
    assert "ar/index.html" in server.asked


def test_from_a_disk_the_page_says_why_there_is_nothing_to_download(
    browser, small_site: Path, words
) -> None:
    page = browser.new_context(offline=True).new_page()
    page.goto((small_site / "ar/offline/index.html").as_uri())
    expect(page.locator("[data-said]")).to_have_text(words("offline.disk"))
    expect(page.locator(KEEP)).to_be_hidden()
    page.context.close()


def test_a_browser_that_refuses_storage_is_told_of_at_once(visit, words, few_pages: Path) -> None:
    _, page = visit(few_pages)
    page.add_init_script(
        """Object.defineProperty(window, "caches", {
             get() { throw new DOMException("Cache storage is disabled.", "SecurityError"); } })"""
    )
    page.reload()
    expect(page.locator("[data-said]")).to_have_text(words("offline.refused"))
    expect(page.locator(KEEP)).to_be_hidden()


def renewed(site: Path, folder: Path, words) -> Path:
    """Return a copy of the portal in which one page is another."""
    copy = Path(shutil.copytree(site, folder / "renewed"))
    about = copy / "ar/about/index.html"
    about.write_text(about.read_text("utf-8").replace("</h1>", " renewed</h1>", 1), "utf-8")
    write_offline(copy / "ar", words, state=None)
    return copy


def test_the_list_names_every_file_that_a_page_may_need(small_site: Path) -> None:
    tree = small_site / "ar"
    listed = json.loads((tree / "offline/files.json").read_text("utf-8"))["files"]
    for name, (digest, size, _) in listed.items():
        raw = (tree / name).read_bytes()
        assert (hashlib.sha256(raw).hexdigest(), len(raw)) == (digest, size), name
    names = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    assert names - listed.keys() == {
        "offline/files.json", "offline/edition.txt", "service-worker.js", "portal.json",
        "sitemap.xml",
    }  # fmt: skip


def test_the_home_screen_shows_our_own_sign(root: Path, small_site: Path, words) -> None:
    tree = small_site / "ar"
    manifest = json.loads((tree / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["lang"], manifest["dir"], manifest["name"]) == (
        "ar", "rtl", words("site.name"),
    )  # fmt: skip
    assert (tree / manifest["start_url"]).is_file()
    drawn = picture(logo(root))
    for icon in manifest["icons"]:
        shown = picture((tree / icon["src"]).read_bytes())
        assert "x".join(map(str, shown.size)) == icon["sizes"]
        # A launcher cuts the other one to its own shape.
        if icon["purpose"] == "any":
            difference = ImageChops.difference(shown, drawn.resize(shown.size))
            assert max(ImageStat.Stat(difference).mean) < 2


def picture(raw: bytes) -> Image.Image:
    with Image.open(BytesIO(raw)) as opened:
        return opened.convert("RGBA")


def logo(root: Path) -> bytes:
    import typst

    svg = (root / "docs/assets/logo.svg").read_text("utf-8")
    page = "#set page(width: 512pt, height: 512pt, margin: 0pt, fill: none)\n"
    source = f'{page}#image(bytes(sys.inputs.svg), format: "svg", width: 512pt)'
    return typst.compile(source.encode(), format="png", ppi=72, sys_inputs={"svg": svg})
