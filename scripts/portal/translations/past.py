"""English texts of the past, from git: what a translation rendered when it was confirmed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.errors import PageError
from portal.figures.words import words_file
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, YamlDataError, parse_page, read_yaml
from portal.translations.fingerprints import FigureWords, fingerprints, no_figure_words, same
from portal.translations.past_figures import words_in

MOST_VERSIONS = 500
"""Commits of a page that are looked through."""


@dataclass(frozen=True, slots=True)
class PastSections:
    """The English text that sections rendered, as far as it was found."""

    texts: Mapping[str, tuple[str, ...]]
    """Section id to the lines of then."""
    commits: Mapping[str, str]
    """Section id to the commit that has this text."""
    reason: str | None
    """Why some are not found; None where all are."""


NO_GIT = "There is no git history here (a copy without it?), so the words cannot be compared."
NOT_FOUND = (
    "The English text that was translated is not in the git history (a shallow clone, or a text "
    "that was never committed), so its words cannot be compared."
)


def past_sections(root: Path, source: Page, wanted: Mapping[str, str]) -> PastSections:
    """Find the English text of sections by the fingerprint it had: section id to fingerprint."""
    missing = dict(wanted)
    texts: dict[str, tuple[str, ...]] = {}
    commits: dict[str, str] = {}
    if not _has_history(root):
        return PastSections(texts, commits, NO_GIT)
    for commit, page, words in _versions(root, source):
        prints = fingerprints(page, words)
        for name in [n for n, old in missing.items() if n in prints and same(prints[n], old)]:
            texts[name], commits[name] = section_lines(page, name), commit
            del missing[name]
        if not missing:
            break
    return PastSections(texts, commits, NOT_FOUND if missing else None)


def section_lines(page: Page, name: str) -> tuple[str, ...]:
    """Return the lines of a section; title, summary and objectives before those of `page`."""
    section = next((s for s in page.sections if s.id == name), None)
    if section is None:
        return ()
    lines = tuple(page.lines[number - 1] for number in section.lines)
    if section.heading is not None:
        return lines
    facts = page.front_matter
    head = [f"{key}: {facts[key]}" for key in ("title", "summary") if key in facts]
    objectives = facts.get("objectives")
    if isinstance(objectives, Mapping):
        head += [f"{key}: {value}" for key, value in objectives.items()]
    return (*head, *lines)


def _has_history(root: Path) -> bool:
    return shutil.which("git") is not None and _git(root, "rev-parse", "HEAD") is not None


def _versions(root: Path, source: Page) -> Iterator[tuple[str, Page, FigureWords]]:
    """Yield commit, English page and its figures' words, the newest first."""
    log = _git(root, "-c", "core.quotePath=off", "log", f"-{MOST_VERSIONS}", "--follow",
               "--format=%x00%H", "--name-only", "--", source.path)  # fmt: skip
    entries = [entry.split("\n") for entry in (log or "").split("\0") if entry.strip()]
    places = [(entry[0], next((n for n in entry[1:] if n), "")) for entry in entries]
    prefix = (_git(root, "rev-parse", "--show-prefix") or "").strip()
    words_path = words_file(SOURCE_LANGUAGE)
    if any(block.name == "figure" for block in source.blocks):
        others = _git(root, "log", f"-{MOST_VERSIONS}", "--format=%H", "--", words_path)
        places += [(commit, prefix + source.path) for commit in (others or "").split()]
    for commit, path in places:
        raw = _git_bytes(root, "show", f"{commit}:{path}")
        if raw is None:
            continue
        try:
            page = parse_page(raw, path=path, language=SOURCE_LANGUAGE, key=source.key)
        except PageError:
            continue
        yield commit, page, _words(root, f"{commit}:{prefix}{words_path}", page)


def _words(root: Path, name: str, page: Page) -> FigureWords:
    if not any(block.name == "figure" for block in page.blocks):
        return no_figure_words
    raw = _git_bytes(root, "show", name)
    try:
        data = read_yaml((raw or b"").decode("utf-8").splitlines(), first_line=1)
    except (YamlDataError, UnicodeDecodeError):
        return no_figure_words
    return words_in(data)


def _git(root: Path, *arguments: str) -> str | None:
    raw = _git_bytes(root, *arguments)
    return None if raw is None else raw.decode("utf-8", "surrogateescape")


def _git_bytes(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - fixed program; names are git's own
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git stands on the PATH
            capture_output=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
