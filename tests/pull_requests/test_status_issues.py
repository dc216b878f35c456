"""Once a week one issue per language is renewed, and none is opened beside it."""

from __future__ import annotations

from typing import Any

from portal.cli import main
from portal.pull_requests.status_issues import marker

BOT = {"login": "github-actions[bot]"}


def renew(repository: Any) -> int:
    return main(["github", "issues", "--event", repository.event("schedule")])


def test_an_issue_is_opened_once_and_renewed_in_place(repository: Any, github: Any) -> None:
    repository.edit("docs/en/lamps.md", "5 mg", "50 mg")
    repository.write("docs/en/more.md", "---\ntitle: More\n---\n\n# More\n")
    assert renew(repository) == 0
    ((method, path, data),) = github.changes
    assert (method, path) == ("POST", "issues")
    assert data["title"] == "Translation status: French (Français)"
    assert data["labels"] == ["translation status", "translation: fr"]
    assert data["body"].startswith(marker("fr"))
    assert "| lamps | older than the English | which | [Open](" in data["body"]
    assert "/new/main?filename=docs/fr/more.md" in data["body"]
    stranger = {"number": 8, "title": "x", "body": data["body"], "user": {"login": "stranger"}}
    ours = {"number": 9, "title": "x", "body": f"{marker('fr')}\nold", "user": BOT}
    github.answers["GET", "issues"] = [stranger, ours]
    github.calls.clear()
    assert renew(repository) == 0
    assert [(method, path) for method, path, _ in github.changes] == [("PATCH", "issues/9")]
    github.answers["GET", "issues"] = [ours | {"title": data["title"], "body": data["body"]}]
    github.calls.clear()
    assert renew(repository) == 0
    assert github.changes == []


def test_a_strange_name_brings_no_mark_into_the_issue(repository: Any, github: Any) -> None:
    repository.write("docs/en/a|b @all.md", "---\ntitle: More\n---\n\n# More\n")
    assert renew(repository) == 0
    body = github.changes[0][2]["body"]
    assert "| a?b??all | not translated |" in body
    assert "@" not in body
