"""Material's own search on the same pages, for comparison: its worker, run in Chromium."""

from __future__ import annotations

import functools
import importlib.util
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from portal.search.page_text import read_sections

_SEPARATORS = {"zh": r"[\s​　\-、。，．？！；]+"}
_PIPELINES = {"zh": ["stemmer"], "ar": [" "]}
_LANGUAGES = {"zh": "en", "ar": "en"}
"""What its plugin chooses where a site is built for this one language (9.8.1)."""
_SCRIPT = """async ([address, index]) => {
  const worker = new Worker(address);
  window.tell = (type, data, until) => new Promise(resolve => {
    worker.onmessage = event => { if (event.data.type === until) resolve(event.data.data); };
    worker.postMessage({type, data});
  });
  await window.tell(0, index, 1);
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Be quiet."""


class MaterialSearch:
    """The worker, set up with the sections of one language's tree."""

    def __init__(self, chromium: Any, tree: Path, code: str) -> None:
        self._chromium = chromium
        self.documents = list(_documents(tree))
        self.index = {
            "config": {
                "lang": [_LANGUAGES.get(code, code)],
                "separator": _SEPARATORS.get(code, r"[\s\-]+"),
                "pipeline": _PIPELINES.get(code, ["stopWordFilter"]),
                "fields": {
                    "title": {"boost": 1000.0},
                    "text": {"boost": 1.0},
                    "tags": {"boost": 1e6},
                },
            },
            "docs": self.documents,
            "options": {"suggest": False},
        }

    def __enter__(self) -> MaterialSearch:
        """Serve the theme's scripts and set the worker up."""
        spec = importlib.util.find_spec("material")
        places = list(spec.submodule_search_locations or ()) if spec else []
        folder = Path(places[0]) / "templates" / "assets" / "javascripts"
        worker = next((folder / "workers").glob("search.*.js"))
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{self._server.server_port}/workers/"
        self._page = self._chromium.new_page()
        self._page.goto(base)
        self._page.evaluate(_SCRIPT, [base + worker.name, self.index])
        return self

    def __exit__(self, *_: object) -> None:
        """Stop serving."""
        self._page.close()
        self._server.shutdown()
        self._server.server_close()

    def ask(self, query: str) -> list[str]:
        """Return the files found, best first."""
        answer = self._page.evaluate("query => window.tell(2, query, 3)", query)
        return [group[0]["location"].partition("#")[0] for group in answer["items"]]


def _documents(tree: Path) -> list[dict[str, str]]:
    found = []
    for path in sorted(tree.rglob("*.html")):
        html, file = path.read_text("utf-8"), path.relative_to(tree).as_posix()
        title = html.partition("<title>")[2].partition("</title>")[0].partition(" – ")[0]
        if f'lang="{tree.name}"' not in html.partition(">")[2].partition(">")[0] or file.startswith(
            "search/"
        ):
            continue
        if 'name="robots"' in html or "/slides/" in file:
            # An English page in the place of a translation; slides repeat their module.
            continue
        found.append({"location": file, "title": title, "text": ""})
        for section in read_sections(html, units={}):
            if not section.notes:
                location = f"{file}#{section.anchor}" if section.anchor else file
                text = " ".join(section.sentences)
                found.append(
                    {"location": location, "title": section.heading or title, "text": text}
                )
    return found
