"""A repository with a main branch and a pull request from a fork; GitHub as a recorder."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

EVENTS = Path(__file__).parent / "events"
LANGUAGES = "\n".join(
    f"- {{code: {code}, iso639_3: {three}, babel: {code}, name: {name}, english: {english},"
    " direction: ltr, required: false}"
    for code, three, name, english in (
        ("en", "eng", "English", "English"),
        ("fr", "fra", "Français", "French"),
    )
)
ENGLISH = """---
title: Lamps
summary: How to collect lamps.
review:
  status: draft
---

# Lamps

Put lamps into a box.

## Which { #which }

A lamp holds 5 mg.

## Where { #where }

Ask the town.
"""
FRENCH = """---
title: Lampes
summary: Comment collecter les lampes.
review:
  status: draft
translation:
  translators: [Ana]
---

# Lampes

Mettez les lampes dans une boîte.

## Lesquelles { #which }

Une lampe contient 5 mg.

## Où { #where }

Demandez à la commune.
"""


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, as nobody in particular."""
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()


@dataclass
class Repository:
    """A checkout of a pull request."""

    folder: Path
    base: str
    head: str = ""

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert text.count(old) == 1
        self.write(path, text.replace(old, new))

    def commit(self) -> str:
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--message", "x", "--allow-empty")
        self.head = git(self.folder, "rev-parse", "HEAD")
        return self.head

    def event(self, name: str) -> str:
        """Write a recorded event with this pull request's commits; return its path."""
        text = (EVENTS / f"{name}.json").read_text("utf-8")
        text = text.replace("HEAD_SHA", self.head).replace("BASE_SHA", self.base)
        path = self.folder.parent / f"{name}.json"
        path.write_text(text, "utf-8")
        return str(path)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The main branch: a page in two languages, renewed; the pull request has begun."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    from portal.pages import open_site
    from portal.translations.renewal import renew

    folder = tmp_path / "checkout"
    folder.mkdir()
    made = Repository(folder, "")
    made.write("mkdocs.yml", "site_name: x\n")
    made.write("docs/data/languages.yaml", f"languages:\n{LANGUAGES}\n")
    made.write("docs/en/lamps.md", ENGLISH)
    made.write("docs/fr/lamps.md", FRENCH)
    site = open_site(folder)
    made.write("docs/fr/lamps.md", renew(site, site.pages["fr", "lamps"]).text)
    git(folder, "init", "--quiet", "--initial-branch=main")
    made.base = made.commit()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GITHUB_TOKEN", "none")
    return made


@dataclass
class Recorder:
    """Answers as told and writes down what was asked; `changes` is what would change something."""

    answers: dict[tuple[str, str], Any] = field(default_factory=dict)
    calls: list[tuple[str, str, Any]] = field(default_factory=list)

    def call(self, method: str, path: str, data: Any = None) -> Any:
        self.calls.append((method, path, data))
        return self.answers.get((method, path.partition("?")[0]))

    @property
    def changes(self) -> list[tuple[str, str, Any]]:
        return [call for call in self.calls if call[0] != "GET"]


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """GitHub, recorded."""
    recorder = Recorder()
    service: Callable[[str], Recorder] = lambda _place: recorder  # noqa: E731
    monkeypatch.setattr("portal.commands.github_comment.service", service)
    return recorder
