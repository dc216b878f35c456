"""What the first job hands over is not trusted: a fork may have written it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jobs import CODES, post

from portal.pull_requests.comment import comment_text, fenced
from portal.pull_requests.report import read_report


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
