"""Nothing comes from elsewhere, and little comes at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from jinja2 import Environment

MODULE = "waste/what-is-mercury-waste/index.html"
PAGES = ("index.html", "404.html", "en/index.html", "ar/waste/index.html", f"fr/{MODULE}")


def loaded(browser, url, *, width=1280):
    """Return addresses asked for, bodies by address, and script errors of a first visit."""
    context = browser.new_context(viewport={"width": width, "height": 812})
    responses, asked, errors = [], [], []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: responses.append(response))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url, wait_until="networkidle")
    bodies = {response.url: response.body() for response in responses if response.status == 200}
    context.close()
    return asked, bodies, errors


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_another_host_or_for_a_sitemap(browser, address, path):
    asked, _, errors = loaded(browser, address + path)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert [url for url in asked if "sitemap" in url] == []
    assert errors == []


def weights(bodies):
    """Return the compressed bytes of each address."""
    return {url: len(gzip.compress(body)) for url, body in bodies.items()}


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", [f"en/{MODULE}", f"ar/{MODULE}"])
def test_a_first_visit_weighs_at_most_65_kilobytes(browser, address, path, width):
    _, bodies, errors = loaded(browser, address + path, width=width)
    found = weights(bodies)
    assert errors == []
    assert sum(found.values()) <= 65_000, found


@pytest.mark.parametrize(
    ("content", "scripts"), [('<div class="tabbed-set">', 1), ("<p>no tabs</p>", 0), (None, 0)]
)
def test_only_pages_with_tabs_carry_the_script_that_opens_one(root: Path, content, scripts):
    partial = (root / "overrides/partials/javascripts/content.html").read_text("utf-8")
    page = Environment(autoescape=True).from_string(partial).render(page={"content": content})
    assert page.count("<script>") == scripts


def test_no_single_style_or_script_of_ours_is_large(root: Path):
    for path in (root / "overrides" / "assets").rglob("*.*"):
        assert len(gzip.compress(path.read_bytes())) < 10_000, path.name


def test_styles_name_no_left_or_right(root: Path):
    for path in (root / "overrides" / "assets").rglob("*.css"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for word in (
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                " left:",
                " right:",
            ):
                assert word not in line, f"{path.name}:{number}"


def test_the_tree_is_walked_from_a_disk(browser, site: Path):
    page = browser.new_context().new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.click("[data-language=fr]")
    page.click(".card--track.track-waste h3 a")
    page.click(".card h3 a")
    assert page.url == (site / "fr" / MODULE).as_uri()
    page.click(".brand")
    assert page.url == (site / "fr" / "index.html").as_uri()
    page.wait_for_timeout(300)
    assert errors == []
    page.context.close()
