"""Joins finished language trees: language chooser, 404 page, sitemaps."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from portal.addresses import load_addresses
from portal.catalogue import (
    CATALOGUE,
    CATALOGUE_SCHEMA,
    SCHEMA_FILE,
    catalogue_data,
    read_catalogue,
)
from portal.edition import Edition
from portal.errors import BuildError, ConfigError
from portal.history import last_changes, last_commit
from portal.languages import Labels, load_labels, load_languages
from portal.learning_paths import load_paths
from portal.offline.site_files import write_offline
from portal.page_context import directory_of, file_of
from portal.pages import open_site
from portal.redirects import write_redirects
from portal.whole_folders import filled_beside
from portal.written_dates import written_date

MANIFEST = "portal.json"
"""Stands in each language's tree and at the root; marks a folder as ours to replace."""


def finish_language(edition: Edition, tree: Path) -> None:
    """Write what a language's tree says of itself: its pages (manifest) and its sitemap."""
    changes = last_changes(edition.root)
    pages = []
    for key in edition.shown_keys():
        page, day = edition.page(key), changes.get(edition.page(key).path)
        pages.append({
            "key": key,
            "file": file_of(key),
            "language": page.language,
            "title": page.title,
            "changed": day.isoformat() if day else None,
            "review": edition.review(key),
        })  # fmt: skip
    code = edition.language.code
    redirects, labels = load_addresses(edition.root).redirects, load_labels(edition.root, code)
    write_redirects(redirects, tree, labels)
    commit = last_commit(edition.root)
    about = {
        "language": code,
        "site_url": edition.site_url,
        "commit": commit[0] if commit else None,
        "date": commit[1].isoformat() if commit else None,
    }
    _write_json(tree / MANIFEST, about | {"pages": pages})
    if edition.site_url:
        own = [page for page in pages if page["language"] == code]
        entries = [(edition.site_url + code + "/" + directory_of(str(page["key"])), page["changed"])
                   for page in own]  # fmt: skip
        (tree / "sitemap.xml").write_text(_sitemap("urlset", "url", entries), "utf-8")
    state = written_date(commit[1] if commit else None, edition.language.babel)
    write_offline(tree, labels, state=state)


def write_root(root: Path, site: Path) -> None:
    """Write the files above the language trees in `site`; raise BuildError if there is no tree."""
    codes = [c for c in load_languages(root).codes if (site / c / MANIFEST).is_file()]
    if not codes:
        raise BuildError(
            "No finished language tree here. Run `portal build` first.", path=str(site)
        )
    manifests = {code: read_manifest(site / code) for code in codes}
    site_url = next(iter(manifests.values())).get("site_url")
    base = urlsplit(site_url).path if site_url else "/"
    words = [load_labels(root, code) for code in codes]
    for name in ("index.html", "404.html"):
        (site / name).write_text(_render(root, name, words=words, base=base), "utf-8")
    if site_url:
        dates = {code: _newest(manifests[code]) for code in codes}
        maps = [(f"{site_url}{code}/sitemap.xml", dates[code]) for code in codes]
        (site / "sitemap.xml").write_text(_sitemap("sitemapindex", "sitemap", maps), "utf-8")
        (site / "robots.txt").write_text(
            f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", "utf-8"
        )
    _write_catalogue(root, site, words=words, site_url=site_url)
    # GitHub Pages would drop files whose names begin with an underscore.
    (site / ".nojekyll").touch()
    _write_json(site / MANIFEST, {"languages": codes, "site_url": site_url})


def _write_catalogue(
    root: Path, site: Path, *, words: Sequence[Labels], site_url: str | None
) -> None:
    """Write what other programs need to list the modules, and the schema that says how."""
    modules, paths = read_catalogue(open_site(root)), load_paths(root)
    data = catalogue_data(modules, paths, labels=words, site_url=site_url)
    _write_json(site / CATALOGUE, data)
    shutil.copyfile(root / SCHEMA_FILE, site / CATALOGUE_SCHEMA)


def assemble(root: Path, parts: Sequence[Path], site_dir: Path) -> None:
    """Join language trees built elsewhere into `site_dir`.

    Each part is a language's tree, or a folder that holds such trees. Raises BuildError.
    """
    trees = {code: tree for part in parts for code, tree in _trees(part)}
    known = load_languages(root).codes
    for code, tree in trees.items():
        if code not in known:
            raise BuildError(f"Language {code!r} is not ours.", path=str(tree / MANIFEST))
    addresses = {read_manifest(tree).get("site_url") for tree in trees.values()}
    if len(addresses) > 1:
        shown = ", ".join(sorted(map(str, addresses)))
        message = f"The trees were built for different sites: {shown}. Build them for one."
        raise BuildError(message)
    with site_folder(site_dir) as workshop:
        for code, tree in trees.items():
            shutil.copytree(tree, workshop / code)
        write_root(root, workshop)


def _trees(part: Path) -> Iterator[tuple[str, Path]]:
    folders = [part, *sorted(part.iterdir())] if part.is_dir() else []
    found = [folder for folder in folders if (folder / MANIFEST).is_file()]
    trees = [(read_manifest(folder).get("language"), folder) for folder in found]
    own = [(str(code), folder) for code, folder in trees if code]
    if not own:
        message = "No language tree here. Give folders that `portal build` made."
        raise BuildError(message, path=str(part))
    yield from own


def read_manifest(tree: Path) -> dict[str, Any]:
    """Read what a finished tree says of itself; raise BuildError if it is damaged."""
    path = tree / MANIFEST
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise BuildError(
            "The manifest cannot be read. Build the tree again.", path=str(path)
        ) from None
    if not isinstance(data, dict):
        raise BuildError("The manifest is no object. Build the tree again.", path=str(path))
    return data


@contextmanager
def site_folder(site_dir: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of the last site when all went well.

    Raises BuildError where `site_dir` holds anything but a site.
    """
    with filled_beside(site_dir, option="--site-dir") as folder:
        _check_ours(site_dir)
        yield folder


def _check_ours(site_dir: Path) -> None:
    if site_dir.is_dir() and any(site_dir.iterdir()):
        single = (site_dir / "search").is_dir() and (site_dir / "assets").is_dir()
        if not (site_dir / MANIFEST).is_file() and not single:
            message = "The folder holds something else than a site. Choose another --site-dir."
            raise BuildError(message, path=str(site_dir))
    elif site_dir.exists() and not site_dir.is_dir():
        raise BuildError("This is a file. Choose another --site-dir.", path=str(site_dir))


def _newest(manifest: dict[str, Any]) -> str | None:
    return max((page["changed"] for page in manifest["pages"] if page["changed"]), default=None)


def _render(root: Path, name: str, *, words: list[Labels], base: str) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

    folder = root / "overrides" / "root"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined
    )
    try:
        return environment.get_template(name).render(words=words, base=base)
    except TemplateError as error:
        message = f"The template cannot be drawn: {error}."
        raise ConfigError(message, path=f"overrides/root/{name}") from None


def _sitemap(kind: str, item: str, entries: Sequence[tuple[str, str | None]]) -> str:
    from xml.sax.saxutils import escape

    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']  # fmt: skip
    for address, day in entries:
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<{item}><loc>{escape(address)}</loc>{changed}</{item}>")
    return "\n".join([*lines, f"</{kind}>", ""])


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
