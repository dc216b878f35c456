"""The search: does it find what it should, how large is its index, how soon does it answer."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.benchmarks.figures import Figures, StartUp
from portal.benchmarks.material_search import MaterialSearch
from portal.edition import open_edition
from portal.errors import ConfigError, DataError
from portal.glossary_files import words_file
from portal.languages import load_languages
from portal.page_context import file_of
from portal.search.index import searched_keys
from portal.search.writing import FOLDER, compressed
from portal.translations.site_pages import STATUS_PAGE

QUERIES = "tests/search/queries"
SLOW_DOWN = 4
"""How many times slower than this machine the processor is made."""
FIRST_ANSWER = 0.150
"""Seconds that the first answer may take once the index is there."""
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the pages that must come among the first ten."""

    text: str
    files: tuple[str, ...]
    held: bool = False
    """Whether nobody looked at it while the ranking was worked on."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a list of queries was answered."""

    recall: float
    """Share of the pages wanted that came among the first ten."""
    precision: float
    """Share of wanted pages among as many first results as are wanted, mean of the queries."""


def measure(root: Path, *, megabytes: float = 10.0, runs: int = 5) -> Figures:  # noqa: ARG001
    """Build the site and ask its search in Chromium; needs playwright and a Chromium.

    Raises ConfigError where they are missing, PortalError where the site cannot be built.
    """
    from portal.site import build_site

    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(root, site)
        with _Browser() as browser:
            codes = [code for code in load_languages(root).codes if _list(root, code).is_file()]
            measured = [_measure(browser, root, site, code, runs=runs) for code in codes]
    return Figures(
        title="Search",
        facts=(
            "Recall: pages wanted that come among the first ten. Precision: wanted pages among as"
            " many first results as are wanted.",
            f"{'':<6}{'QUERIES':>8}{'RECALL':>8}{'HELD OUT':>10}{'PRECISION':>11}{'INDEX kB':>10}"
            f"{'% OF MARKDOWN':>15}{'% OF TEXT':>11}"
            f"{'MATERIAL: RECALL':>18}{'PRECISION':>11}{'INDEX kB':>10}",
            *(line for line, _ in measured),
            "Held out: recall of the queries that nobody looked at while the ranking was worked on."
            " Index: gzip, everything that is loaded. Markdown: of the pages that the index holds,"
            " those made of data too, and the glossary's file; text: what the index holds of them."
            " Material's worker got the same sections and the settings that its plugin chooses.",
        ),
        start_ups=tuple(start_up for _, start_up in measured),
    )


def read_queries(path: Path) -> tuple[Query, ...]:
    """Read a list of queries; raise DataError where it is broken."""
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))["queries"]
        return tuple(
            Query(str(e["query"]), tuple(map(file_of, e["pages"])), e.get("held") is True)
            for e in entries
        )
    except (yaml.YAMLError, TypeError, KeyError) as error:
        message = f"This is no list of queries: {error}. Give each `query` and `pages`."
        raise DataError(message, path=str(path)) from None


def score(queries: Sequence[Query], answers: Sequence[Sequence[str]]) -> Score:
    """Compare answers (files, best first) with what was wanted.

    >>> score([Query("a", ("x", "y"))], [["x", "z", "y"]])
    Score(recall=1.0, precision=0.5)
    """
    wanted = sum(len(query.files) for query in queries)
    found = 0
    shares = []
    for query, answer in zip(queries, answers, strict=True):
        found += len(set(query.files) & set(answer[:SHOWN]))
        first = answer[: len(query.files)]
        shares.append(len(set(query.files) & set(first)) / len(query.files))
    return Score(found / wanted, sum(shares) / len(shares))


def markdown_size(root: Path, code: str) -> int:
    """Return the bytes of Markdown that a language's index is made from.

    Where little is translated, most of an index comes from data: provisions, glossary, register.
    Of pages made of data, HTML is not counted, nor is the state of the translations, whose table is
    not in the index.
    """
    edition = open_edition(root, code, site_url=None, repository=None, nav=None)
    keys = [k for k in searched_keys(edition) if k != STATUS_PAGE and not edition.fallback(k)]
    made = "".join(edition.page(key).text for key in keys if key in edition.generated)
    written = sum(len(edition.page(k).text.encode()) for k in keys if k not in edition.generated)
    glossary = (root / words_file(code)).stat().st_size
    return written + glossary + len(re.sub(r"<[^>]*>", "", made).encode())


def _list(root: Path, code: str) -> Path:
    return root / QUERIES / f"{code}.yaml"


def _measure(
    browser: _Browser, root: Path, site: Path, code: str, *, runs: int
) -> tuple[str, StartUp]:
    queries = read_queries(_list(root, code))
    tree = site / code
    answers = browser.ask(tree, [query.text for query in queries])
    ours = score(queries, answers)
    held = [(query, answer) for query, answer in zip(queries, answers, strict=True) if query.held]
    unseen = score(*zip(*held, strict=True)).recall if held else 0.0
    size = sum(compressed(path.read_text("utf-8")) for path in (tree / FOLDER).glob("*.js"))
    markdown = markdown_size(root, code)
    with MaterialSearch(browser.chromium, tree, code) as material:
        theirs = score(queries, [material.ask(query.text) for query in queries])
        their_size = compressed(json.dumps(material.index, ensure_ascii=False))
        text = sum(len(f"{doc['title']}\n{doc['text']}".encode()) for doc in material.documents)
    line = (
        f"{code:<6}{len(queries):>8}{ours.recall:>8.1%}{unseen:>10.1%}{ours.precision:>11.1%}"
        f"{size / 1000:>10.1f}{size / markdown:>15.1%}{size / text:>11.1%}"
        f"{theirs.recall:>18.1%}{theirs.precision:>11.1%}{their_size / 1000:>10.1f}"
    )
    seconds = tuple(browser.first_answer(tree, queries[0].text) for _ in range(runs))
    name = f"first answer, {code}, processor {SLOW_DOWN} times slower"
    return line, StartUp(name, seconds, FIRST_ANSWER)


class _Browser:
    """Chromium, in which each question is put to a tree opened from the disk."""

    def __enter__(self) -> _Browser:
        """Start Chromium, or raise ConfigError."""
        import shutil

        names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
        path = next(filter(None, map(shutil.which, names)), None)
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            path = None
        if path is None:
            raise ConfigError("The search is measured in Chromium with playwright. Install both.")
        self._playwright = sync_playwright().start()
        flags = ["--no-sandbox", "--disable-gpu"]
        self.chromium: Any = self._playwright.chromium.launch(executable_path=path, args=flags)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop Chromium."""
        self.chromium.close()
        self._playwright.stop()

    def ask(self, tree: Path, queries: Sequence[str]) -> list[list[str]]:
        """Return the files found for each query."""
        page = self.chromium.new_page()
        self._open(page, tree)
        found: list[list[str]] = page.evaluate(
            "queries => queries.map(q => portalSearch.find(q).results.map(r => r.file))",
            list(queries),
        )
        page.close()
        return found

    def first_answer(self, tree: Path, query: str) -> float:
        """Return the seconds of the first query after the index is there."""
        page = self.chromium.new_page()
        page.context.new_cdp_session(page).send(
            "Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN}
        )
        self._open(page, tree)
        milliseconds: float = page.evaluate(
            "q => { const start = performance.now(); portalSearch.find(q);"
            " return performance.now() - start; }",
            query,
        )
        page.close()
        return milliseconds / 1000

    def _open(self, page: Any, tree: Path) -> None:
        page.goto((tree / "index.html").as_uri())
        page.click("#search-opener")
        page.wait_for_function("() => window.portalSearch && portalSearch.complete")
