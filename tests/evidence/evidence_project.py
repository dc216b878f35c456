"""What the tests of the evidence share: findings of a rule, a register or a case changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from portal.checks.generated_anchors import project_anchors
from portal.checks.registry import Selection
from portal.checks.running import Scope, run_rules
from portal.pages import open_site

ROOT = Path(__file__).resolve().parents[2]
CASE = "docs/en/cases/callao-mercury-in-gravel.md"


def findings(project: Path, *codes: str) -> list[tuple[str, int, str]]:
    """Return path, line and message of what the rules say."""
    site = open_site(project, extra_anchors=project_anchors(project))
    report = run_rules(site, selection=Selection(codes), scope=Scope())
    assert not report.errors
    return [(f.place.path, f.place.line, f.message) for f in report.findings]


def change(project: Path, path: str, old: str, new: str) -> int:
    """Replace a text that is there once or more, at its first place; return its line."""
    file = project / path
    text = file.read_text("utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def with_cases(project: Path) -> Path:
    """Bring all cases, which the trimmed project lacks, into it."""
    for language in ("en", "fr"):
        shutil.copytree(
            ROOT / f"docs/{language}/cases",
            project / f"docs/{language}/cases",
            dirs_exist_ok=True,
        )
    return project
