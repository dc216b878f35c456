"""From a recorded event of a fork to one comment: what it tells, and that nothing else changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jobs import FORK, claimed, post, report

from portal.cli import main
from portal.pull_requests.comment import MARKER

BOT = {"login": "github-actions[bot]"}


def test_an_english_change_names_the_translations_that_it_makes_old(repository: Any) -> None:
    repository.edit("docs/en/lamps.md", "holds 5 mg", "holds 50 mg")
    repository.commit()
    found = report(repository)
    assert [(page.language, page.before, page.after) for page in found.pages] == [
        ("en", "source", "source")
    ]
    (change,) = found.english
    assert change.stale == ("fr",)
    assert "-A lamp holds 5 mg.\n+A lamp holds 50 mg." in change.diff


def test_a_cosmetic_change_makes_nothing_old(repository: Any) -> None:
    repository.edit("docs/en/lamps.md", "holds 5 mg", "holds  5 mg")
    repository.commit()
    assert report(repository).english[0].stale == ()


def test_a_worked_on_translation_gets_its_front_matter_offered(repository: Any) -> None:
    repository.edit("docs/fr/lamps.md", "Une lampe contient", "Chaque lampe contient")
    repository.commit()
    (one,) = report(repository).suggestions
    assert (one.language, one.key, one.shown) == ("fr", "lamps", False)
    assert all("/" in line for line in one.lines)


def test_a_new_translation_gets_its_fingerprints_within_the_difference(repository: Any) -> None:
    repository.write("docs/en/more.md", "---\ntitle: More\n---\n\n# More\n\nA box.\n")
    repository.write(
        "docs/fr/more.md",
        "---\ntitle: Plus\ntranslation:\n  translators: [Ana]\n---\n\n# Plus\n\nUne boîte.\n",
    )
    repository.commit()
    (one,) = report(repository).suggestions
    assert one.shown
    lines = (repository.folder / "docs/fr/more.md").read_text("utf-8").splitlines()
    new = [*lines[: one.start - 1], *one.lines, *lines[one.end :]]
    assert [line for line in new if line not in lines] == [
        line for line in one.lines if line not in lines
    ]
    assert any(line.strip().startswith("page: ") for line in new)


def test_annotations_stand_on_changed_lines_only(
    repository: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit("docs/en/lamps.md", "Ask the town.", "Ask the town. Then wait.")
    repository.commit()
    report(repository)
    lines = capsys.readouterr().out.splitlines()
    on_page = [line for line in lines if "TRN010" in line]
    assert len(on_page) == 1
    assert "file=docs/en/lamps.md,line=18," in on_page[0]
    assert all(line.startswith("::") for line in lines)


def test_a_run_from_a_fork_writes_one_comment_and_touches_nothing_else(
    repository: Any, github: Any
) -> None:
    repository.edit("docs/fr/lamps.md", "Une lampe contient", "Chaque lampe contient")
    repository.commit()
    report(repository)
    github.answers["GET", "pulls/42"] = claimed(repository)
    assert post(repository) == 0
    assert [(method, path) for method, path, _ in github.changes] == [
        ("POST", "issues/42/comments"),
        ("POST", "issues/42/labels"),
    ]
    text = github.changes[0][2]["body"]
    assert text.startswith(MARKER)
    assert f"/blob/{repository.head}/docs/fr/lamps.md" in text
    assert "/actions/runs/9876543210#artifacts" in text
    assert github.changes[1][2] == {"labels": ["translation: fr"]}


def test_the_comment_is_renewed_in_place_and_not_written_twice(
    repository: Any, github: Any
) -> None:
    repository.edit("docs/fr/lamps.md", "Une lampe contient", "Chaque lampe contient")
    repository.commit()
    report(repository)
    labels = [{"name": "translation: fr"}]
    github.answers["GET", "pulls/42"] = claimed(repository, labels=labels)
    others = {"id": 1, "user": {"login": "ana-translator"}, "body": f"{MARKER}\nmine"}
    github.answers["GET", "issues/42/comments"] = [
        others,
        {"id": 7, "user": BOT, "body": f"{MARKER}\nold"},
    ]
    assert post(repository) == 0
    assert [(method, path) for method, path, _ in github.changes] == [
        ("PATCH", "issues/comments/7")
    ]
    text = github.changes[0][2]["body"]
    github.answers["GET", "issues/42/comments"] = [{"id": 7, "user": BOT, "body": text}]
    github.calls.clear()
    assert post(repository) == 0
    assert github.changes == []


def test_a_suggestion_is_made_once_where_github_takes_it(repository: Any, github: Any) -> None:
    repository.write("docs/en/more.md", "---\ntitle: More\n---\n\n# More\n\nA box.\n")
    repository.write(
        "docs/fr/more.md",
        "---\ntitle: Plus\ntranslation:\n  translators: [Ana]\n---\n\n# Plus\n\nOui.\n",
    )
    repository.commit()
    report(repository)
    github.answers["GET", "pulls/42"] = claimed(repository)
    assert post(repository) == 0
    method, path, data = github.changes[-1]
    assert (method, path) == ("POST", "pulls/42/comments")
    assert (data["path"], data["side"], data["commit_id"]) == (
        "docs/fr/more.md",
        "RIGHT",
        repository.head,
    )
    assert "```suggestion\n" in data["body"]
    ours = {"user": BOT, "path": data["path"], "body": data["body"]}
    github.answers["GET", "pulls/42/comments"] = [ours]
    github.calls.clear()
    assert post(repository) == 0
    assert [path for _, path, _ in github.changes if path.startswith("pulls/")] == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"state": "closed"}, "The pull request is closed."),
        ({"head": {"sha": "0" * 40, "repo": {"full_name": FORK}}}, "that the run is not of"),
        ({"head": {"sha": None, "repo": None}}, "that the run is not of"),
        ({"head": "other"}, "that the run is not of"),
    ],
)
def test_a_report_that_names_another_pull_request_is_not_posted(
    repository: Any,
    github: Any,
    capsys: pytest.CaptureFixture[str],
    change: dict[str, Any],
    words: str,
) -> None:
    repository.edit("docs/fr/lamps.md", "Une lampe", "La lampe")
    repository.commit()
    report(repository)
    fields = dict(change)
    if fields.get("head") == "other":
        fields["head"] = {"sha": repository.head, "repo": {"full_name": "victim/portal"}}
    github.answers["GET", "pulls/42"] = claimed(repository, **fields)
    capsys.readouterr()
    assert post(repository) == 0
    assert github.changes == []
    assert words in capsys.readouterr().err


def test_an_event_of_another_kind_is_one_clear_line(
    repository: Any, github: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.commit()
    for text, words in (("{", "no JSON"), ("{}", "no `pull_request.number`"),
                        ('{"pull_request": {"number": "1; rm"}}', "is no number")):  # fmt: skip
        Path("event.json").write_text(text, "utf-8")
        assert main(["github", "report", "--event", "event.json", "--out", "out/r.json"]) == 2
        error = capsys.readouterr().err
        assert words in error
        assert error.count("\n") == 1


def test_without_a_token_nothing_is_asked(
    repository: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit("docs/fr/lamps.md", "Une lampe", "La lampe")
    repository.commit()
    report(repository)
    monkeypatch.delenv("GITHUB_TOKEN")
    capsys.readouterr()
    assert post(repository) == 2
    assert capsys.readouterr().err == "GITHUB_TOKEN is not set. Run this in a workflow.\n"
