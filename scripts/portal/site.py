"""Builds the site: one MkDocs run per language, joined into one tree that replaces the last."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

# MkDocs's theme prints a notice about its own future at each build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from portal.assembly import finish_language, site_folder, write_root
from portal.errors import BuildError, PortalError
from portal.languages import load_languages
from portal.plugin import PortalPlugin
from portal.worker_processes import worker_pool


def build_site(
    root: Path, site_dir: Path, *, languages: Sequence[str] = (), site_url: str | None = None
) -> None:
    """Build the languages (all by default) into `site_dir`, which changes only if all went well.

    Raises PortalError; the last good site then stands as it was.
    """
    codes = tuple(dict.fromkeys(languages)) or load_languages(root).codes
    for code in codes:
        load_languages(root).get(code)
    with site_folder(site_dir) as workshop:
        refuse_untrusted(root)
        _build_languages(root, workshop, codes=codes, site_url=site_url)
        write_root(root, workshop)


def _build_languages(
    root: Path, workshop: Path, *, codes: Sequence[str], site_url: str | None
) -> None:
    """Build each language into its folder of `workshop`, as many at a time as there are cores."""
    workers = min(len(codes), os.cpu_count() or 1)
    if workers == 1:
        for code in codes:
            build_language(root, workshop / code, code=code, site_url=site_url)
        return
    build = partial(build_language, site_url=site_url)
    with worker_pool(workers) as pool:
        running = [pool.submit(build, root, workshop / code, code=code) for code in codes]
        for language in running:
            language.result()


def refuse_untrusted(root: Path) -> None:
    """Raise BuildError for a page with content that no site may carry (rules `SEC…`).

    Pages come by pull request; `portal check` says the same, but a build must not trust that
    anybody ran it.
    """
    from portal.checks.registry import Selection
    from portal.checks.running import Scope, run_rules
    from portal.pages import open_site

    report = run_rules(open_site(root), selection=Selection(("SEC",)), scope=Scope())
    if report.errors:
        raise report.errors[0]
    for finding in report.findings:
        if finding.severity == "error":
            message = f"{finding.rule} {finding.message} {finding.help}"
            raise BuildError(message, path=finding.place.path, line=finding.place.line)


def build_language(root: Path, tree: Path, *, code: str, site_url: str | None = None) -> None:
    """Build one language into the folder `tree`; every warning of MkDocs is an error."""
    print_progress(f"Building {code} …")
    with _environment(PORTAL_LANGUAGE=code), _warnings() as warnings:
        try:
            options = {} if site_url is None else {"site_url": site_url}
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(tree), **options)
            config.plugins.on_startup(command="build", dirty=False)
            build_with_mkdocs(config)
        except PortalError:
            raise
        except (Abort, MkDocsException, OSError) as error:
            raise BuildError(_explain(error, warnings)) from None
    if warnings:
        raise BuildError(f"MkDocs warns, building {code}: {warnings[0]}")
    plugin = config.plugins["portal"]
    assert isinstance(plugin, PortalPlugin)  # noqa: S101 - tells mypy what mkdocs.yml says
    finish_language(plugin.edition, tree)


def rebuild_languages(
    root: Path, site_dir: Path, *, languages: Sequence[str], site_url: str
) -> None:
    """Build some languages of a site anew, each swapped in when it is finished."""
    for code in languages:
        with site_folder(site_dir / code) as workshop:
            build_language(root, workshop, code=code, site_url=site_url)
    write_root(root, site_dir)


def live_server(
    rebuild: Callable[[], None], *, site: Path, host: str, port: int
) -> LiveReloadServer:
    """Return MkDocs's own server, which calls `rebuild` after a save and reloads the page."""
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site))
    missing = site / "404.html"
    server.error_handler = lambda code: missing.read_bytes() if code == 404 else None
    return server


def print_progress(text: str) -> None:
    """Say on standard error what is being done: standard output carries only answers."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _explain(error: Exception, warnings: list[str]) -> str:
    """Name what MkDocs stumbled over: its log says more than its exception."""
    text = " ".join([*warnings, str(error)]).strip() or type(error).__name__
    return f"MkDocs could not build the site: {text}. Mend it and build again."


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Set environment variables that mkdocs.yml reads, for the time of one build."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins log as warnings and errors."""
    collector, logger = _Collector(), logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate
