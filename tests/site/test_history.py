"""Dates of last change: true ones, or none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from portal.history import last_changes


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    last_changes.cache_clear()
    yield
    last_changes.cache_clear()


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    stamp = f"{day}T12:00:00+00:00"
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    environment = os.environ | names | {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "docs" / "fr").mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "docs" / "old.md").write_text("old", "utf-8")
    (folder / "docs" / "fr" / "déchets à trier.md").write_text("1", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first", day="2025-03-01")
    (folder / "docs" / "fr" / "déchets à trier.md").write_text("2", "utf-8")
    git(folder, "commit", "-qam", "second", day="2026-02-01")
    return folder


def test_each_file_has_the_day_of_its_own_last_commit(repository: Path) -> None:
    assert last_changes(repository) == {
        "docs/old.md": date(2025, 3, 1),
        "docs/fr/déchets à trier.md": date(2026, 2, 1),
    }


def test_a_project_in_a_subfolder_gets_paths_of_its_own(repository: Path) -> None:
    assert last_changes(repository / "docs", "fr") == {"fr/déchets à trier.md": date(2026, 2, 1)}


def test_a_shallow_clone_gives_no_date_rather_than_a_wrong_one(
    repository: Path, tmp_path: Path
) -> None:
    (repository / "docs" / "new.md").write_text("new", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "third", day="2026-05-01")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=2", repository.as_uri(), str(clone))
    assert last_changes(clone) == {"docs/new.md": date(2026, 5, 1)}


def test_an_uncommitted_file_has_no_date(repository: Path) -> None:
    (repository / "docs" / "draft.md").write_text("x", "utf-8")
    assert "docs/draft.md" not in last_changes(repository)


def test_a_folder_without_history_has_no_dates(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}


def test_a_machine_without_git_has_no_dates(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changes(repository) == {}
