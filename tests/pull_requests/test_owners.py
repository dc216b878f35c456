"""Only a person whom CODEOWNERS names may call a page reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from portal.cli import main
from portal.pull_requests.owners import owners_of, persons, read_owners, unauthorised

OWNERS = "* @all\ndocs/fr/ @Marie @org/team # both\n/docs/data/*/fr.yaml @Luc\n*.lock\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("README.md", ("@all",)),
        ("docs/fr/index.md", ("@Marie", "@org/team")),
        ("docs/fr/waste/index.md", ("@Marie", "@org/team")),
        ("docs/en/fr/index.md", ("@all",)),
        ("docs/data/labels/fr.yaml", ("@Luc",)),
        ("docs/data/labels/more/fr.yaml", ("@all",)),
        ("requirements.lock", ()),
        ("deep/x.lock", ()),
    ],
)
def test_the_last_line_that_fits_counts(path: str, expected: tuple[str, ...]) -> None:
    assert owners_of(path, read_owners(OWNERS)) == expected


def test_the_placeholders_of_the_repository_name_nobody(root: Path) -> None:
    text = (root / ".github/CODEOWNERS").read_text("utf-8")
    assert read_owners(text) == ()
    named = read_owners(text.replace("# docs/", "docs/"))
    for code in ("ar", "zh", "en", "fr", "ru", "es"):
        assert persons(owners_of(f"docs/{code}/index.md", named)) == {f"reviewer-{code}"}


@pytest.mark.parametrize(
    ("text", "people", "words"),
    [
        ("docs/fr/ @marie", ["MARIE"], None),
        ("docs/fr/ @marie", ["luc"], "Ask one of @marie"),
        ("docs/fr/ @org/team", ["marie"], "names @org/team only"),
        ("docs/en/ @marie", ["marie"], "names no reviewer"),
        ("", [], "names no reviewer"),
    ],
)
def test_who_is_not_named_is_told_whom_to_ask(
    text: str, people: list[str], words: str | None
) -> None:
    found = unauthorised(["docs/fr/x.md"], read_owners(text), people=people)
    assert [words in said for said in found.values()] == ([] if words is None else [True])  # type: ignore[operator]


def review(login: str, state: str, commit: str) -> dict[str, Any]:
    return {"user": {"login": login}, "state": state, "commit_id": commit}


@pytest.mark.parametrize(
    ("owner", "reviews", "status"),
    [
        ("ana-translator", [], 0),
        ("marie", [], 1),
        ("marie", [("marie", "APPROVED", "head")], 0),
        ("marie", [("marie", "APPROVED", "old")], 1),
        ("marie", [("marie", "APPROVED", "head"), ("marie", "DISMISSED", "head")], 1),
        ("marie", [("marie", "COMMENTED", "head")], 1),
        ("marie", [("luc", "APPROVED", "head")], 1),
    ],
)
@pytest.mark.parametrize("event", ["pull_request_fork", "pull_request_review"])
def test_a_page_becomes_reviewed_by_a_person_who_is_named(
    repository: Any, github: Any, capsys: pytest.CaptureFixture[str], owner: str,
    reviews: list[tuple[str, str, str]], status: int, event: str,
) -> None:  # fmt: skip
    base = repository.folder
    (base / ".github").mkdir()
    (base / ".github/CODEOWNERS").write_text(f"docs/fr/ @{owner}\n", "utf-8")
    head = base / "head"
    page = (base / "docs/fr/lamps.md").read_text("utf-8")
    (head / "docs/fr").mkdir(parents=True)
    (head / "docs/fr/lamps.md").write_text(
        page.replace("status: draft", "status: reviewed"), "utf-8"
    )
    # What the pull request says of owners and languages is not asked.
    (head / ".github").mkdir()
    (head / ".github/CODEOWNERS").write_text("* @ana-translator\n", "utf-8")
    repository.head = "b" * 40
    github.answers["GET", "pulls/42/reviews"] = [
        review(who, state, repository.head if commit == "head" else "c" * 40)
        for who, state, commit in reviews
    ]
    words = ["github", "reviewed", "--event", repository.event(event), "--head", "head"]
    assert main(words) == status
    assert github.changes == []
    assert ("docs/fr/lamps.md: it is marked reviewed" in capsys.readouterr().out) == bool(status)


def test_a_draft_needs_nobody(repository: Any, github: Any) -> None:
    (repository.folder / "head/docs/fr").mkdir(parents=True)
    (repository.folder / "head/docs/fr/x.md").write_text(
        "---\nreview: {status: draft}\n---\n", "utf-8"
    )
    (repository.folder / "head/docs/fr/y.md").write_text("---\nbroken: [\n---\n", "utf-8")
    repository.head = "b" * 40
    words = [
        "github",
        "reviewed",
        "--event",
        repository.event("pull_request_fork"),
        "--head",
        "head",
    ]
    assert main(words) == 0
    assert github.calls == []
