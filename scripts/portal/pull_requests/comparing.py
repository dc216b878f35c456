"""Compares the pages of a pull request with those it started from."""

from __future__ import annotations

import difflib
import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from portal.errors import ConfigError, PageError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page, Site, open_site
from portal.pull_requests.changed_lines import FileChange, check_commit, pages_of, run_git
from portal.pull_requests.report import (
    LONGEST_DIFF,
    MOST,
    EnglishChange,
    PageChange,
    Report,
    Suggestion,
)

PARTS = ("docs", "mkdocs.yml")


@contextmanager
def tree_of(root: Path, commit: str) -> Iterator[Path]:
    """Give a folder with the pages of a commit; raise ConfigError where it is not known."""
    common = run_git(root, ["merge-base", check_commit(commit), "HEAD"]).strip()
    git = shutil.which("git") or "git"
    made = subprocess.run(  # noqa: S603 - a fixed program, a commit's id
        [git, "archive", "--format=tar", common, *PARTS],
        cwd=root, capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise ConfigError("git archive failed. Check out the whole history.")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def compare_trees(
    before: Path, after: Path, changes: Mapping[str, FileChange], *, number: int, commit: str
) -> Report:
    """Return the report on a pull request, findings not yet counted.

    `changes` are those of `changed_files`; a page that cannot be read is told as such.
    """
    old, new = open_site(before), open_site(after)
    pages = pages_of(changes.values(), new.languages.codes)
    listed = list(pages.items())[:MOST]
    return Report(
        number=number,
        commit=commit,
        pages=tuple(_page_change(old, new, *where) for _, where in listed),
        english=tuple(
            _english_change(old, new, key)
            for _, (language, key) in listed
            if language == SOURCE_LANGUAGE
        ),
        suggestions=tuple(
            found
            for path, (language, key) in listed
            if language != SOURCE_LANGUAGE
            and (found := _suggestion(new, language, key, changes[path])) is not None
        ),
        errors=0,
        warnings=0,
    )


def _page_change(old: Site, new: Site, language: str, key: str) -> PageChange:
    before, after = _state(old, language, key), _state(new, language, key)
    return PageChange(language, key, before[0], after[0], before[1], after[1])


def _state(site: Site, language: str, key: str) -> tuple[str, str]:
    """Return state and review of a page, in the words of a report."""
    from portal.translations.state import page_status

    try:
        page = site.get(language, key)
        if language == SOURCE_LANGUAGE:
            return ("source", review_of(page)) if page else ("none", "none")
        if page is None and site.get(SOURCE_LANGUAGE, key) is None:
            return "none", "none"
        status = page_status(site, language, key)
    except PageError:
        return "unreadable", "none"
    return status.state, status.review or "none"


def review_of(page: Page | None) -> str:
    """Return `draft`, `reviewed` or `none`."""
    review = page.front_matter.get("review") if page else None
    status = review.get("status") if isinstance(review, dict) else None
    return status if status in {"draft", "reviewed"} else "none"


def _english_change(old: Site, new: Site, key: str) -> EnglishChange:
    diff = difflib.unified_diff(_lines(old, key), _lines(new, key), lineterm="", n=1)
    lines = [line for line in diff if not line.startswith(("---", "+++"))]
    codes = [code for code in new.languages.codes if code != SOURCE_LANGUAGE]
    stale = tuple(code for code in codes if _made_stale(old, new, code, key))
    return EnglishChange(key, _cut("\n".join(lines)), stale)


def _lines(site: Site, key: str) -> Sequence[str]:
    page = site.readable(SOURCE_LANGUAGE, key)
    return page.lines if page else ()


def _cut(text: str) -> str:
    if len(text) <= LONGEST_DIFF:
        return text
    return text[: LONGEST_DIFF - 2].rpartition("\n")[0] + "\n…"


def _made_stale(old: Site, new: Site, code: str, key: str) -> bool:
    from portal.translations.state import page_status

    if (code, key) not in new.pages or (SOURCE_LANGUAGE, key) not in new.pages:
        return False
    try:
        before = page_status(old, code, key).outdated if (code, key) in old.pages else ()
        return bool(set(page_status(new, code, key).outdated) - set(before))
    except PageError:
        return False


def _suggestion(site: Site, language: str, key: str, change: FileChange) -> Suggestion | None:
    """Return the lines of the front matter that renewing the fingerprints would replace."""
    from portal.translations.renewal import renew

    page = site.readable(language, key)
    if page is None:
        return None
    try:
        text = renew(site, page).text
    except PageError:
        return None
    if text == page.text:
        return None
    before, after = page.text.splitlines(), text.splitlines()
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if start == len(before) - tail:
        # Nothing is replaced, lines are put in: the line behind them is taken along.
        tail -= 1
    end = len(before) - tail
    lines = tuple(after[start : len(after) - tail])
    shown = all(number in change.shown for number in range(start + 1, end + 1))
    return Suggestion(language, key, start + 1, end, lines, shown)
