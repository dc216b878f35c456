"""From a recorded event of a fork to one comment: what it tells, and that nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portal.cli import main
from portal.pull_requests.comment import MARKER, comment_text, fenced
from portal.pull_requests.report import Report, read_report

CODES = frozenset({"en", "fr"})
FORK = "ana-translator/portal"
BOT = {"login": "github-actions[bot]"}


def report(repository: Any) -> Report:
    main(
        [
            "github",
            "report",
            "--event",
            repository.event("pull_request_fork"),
            "--out",
            "out/r.json",
        ]
    )
    return read_report(Path("out/r.json").read_bytes(), shown="r", languages=CODES)


def claimed(repository: Any, **fields: Any) -> dict[str, Any]:
    """What GitHub says of the pull request."""
    head = {"sha": repository.head, "repo": {"full_name": FORK}}
    return {"number": 42, "state": "open", "head": head, "labels": [], **fields}


def post(repository: Any) -> int:
    return main(
        [
            "github",
            "comment",
            "--event",
            repository.event("workflow_run_fork"),
            "--report",
            "out/r.json",
        ]
    )


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


def made(**fields: Any) -> dict[str, Any]:
    """A report as the job writes it."""
    page = {"language": "fr", "key": "lamps", "before": "fresh", "after": "stale",
            "review_before": "draft", "review_after": "draft"}  # fmt: skip
    return {"number": 42, "commit": "a" * 40, "pages": [page], "english": [], "suggestions": [],
            "errors": 0, "warnings": 0} | fields  # fmt: skip


PAGE = made()["pages"][0]
STAMP = {"language": "fr", "key": "lamps", "start": 3, "end": 4, "lines": ["page: 0123456/abcdef0"],
         "shown": True}  # fmt: skip
HOSTILE = {
    "no json": b"{",
    "no utf-8": b"\xff",
    "deep": b"[" * 100_000,
    "large": b" " * 500_001,
    "a list": b"[]",
    "more fields": made(x=1),
    "number": made(number="42"),
    "a true number": made(number=True),
    "commit": made(commit="main"),
    "a path out": made(pages=[PAGE | {"key": "../../x"}]),
    "markup in a key": made(pages=[PAGE | {"key": "x](y)"}]),
    "a mention": made(pages=[PAGE | {"key": "@everyone"}]),
    "another language": made(pages=[PAGE | {"language": "de"}]),
    "another state": made(pages=[PAGE | {"after": "**fine**"}]),
    "too many": made(pages=[PAGE] * 301),
    "long diff": made(english=[{"key": "lamps", "diff": "x" * 4_001, "stale": []}]),
    "suggested script": made(suggestions=[STAMP | {"lines": ["  run: curl x | sh"]}]),
    "suggested end of fence": made(suggestions=[STAMP | {"lines": ["```"]}]),
    "suggested words": made(suggestions=[STAMP | {"lines": ["review: {status: reviewed}"]}]),
    "end before start": made(suggestions=[STAMP | {"end": 1}]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_report_of_another_form_is_refused_in_one_line(
    repository: Any, github: Any, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    repository.commit()
    raw = HOSTILE[name]
    Path("out").mkdir()
    Path("out/r.json").write_bytes(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    assert post(repository) == 2
    assert github.calls == []
    error = capsys.readouterr().err
    assert error.startswith("out/r.json: The report ")
    assert error.count("\n") == 1
    assert error.isascii()


def test_a_report_that_is_a_link_is_refused(repository: Any, github: Any) -> None:
    repository.commit()
    Path("out").mkdir()
    Path("out/r.json").symlink_to("/etc/passwd")
    assert post(repository) == 2
    assert github.calls == []


def test_no_text_of_a_page_takes_effect_in_the_comment() -> None:
    diff = "+```\n+@everyone [x](https://evil.example) <img src=x> \u202e\n+````\n+</details>"
    data = made(english=[{"key": "lamps", "diff": diff, "stale": ["fr"]}])
    found = read_report(json.dumps(data).encode(), shown="r", languages=CODES)
    text = comment_text(found, repository="https://github.com/o/p", run="https://github.com/o/p/x")
    fence = text[text.index("`````diff") :]
    assert fence.startswith("`````diff\n")
    assert fence.count("\n`````\n") == 1
    assert "\u202e" not in text
    before = text[: text.index("`````diff")]
    assert "@" not in before
    assert "evil" not in before


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert fenced("a\n``````", "x").splitlines() == ["```````x", "a", "``````", "```````"]


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
