"""What `portal check` says of figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.checks.registry import read_selection
from portal.checks.running import Scope, run_rules
from portal.errors import BuildError
from portal.pages import open_site

CODES = "CFG013,CFG014,CFG015,CFG016,SEC010,SEC011,MOD026"
EN, FR = "docs/data/figures/en.yaml", "docs/data/figures/fr.yaml"
SHAPES = "docs/assets/figures/life-cycle.svg"
PAGE = "docs/en/obligations/index.md"

FAULTS = [
    # code, file, old text, new text, where it is found, part of the message
    ("CFG013", FR, "step: Sites contaminés", "step:", f"{FR}:1", "life-cycle.rows.sites.step"),
    ("CFG014", FR, "  gold-chain:\n", "  gold-chain:\n    more: x\n", f"{FR}:", "gold-chain.more"),
    ("CFG015", FR, "step: Creuser", f"step: {'Creuser ' * 40}", f"{FR}:", "`{dig.step}`"),
    ("CFG016", SHAPES, "{mining.step}", "{mine.step}", f"{SHAPES}:1", "`{mine.step}`"),
    ("CFG016", EN, "  gold-chain:\n", "  gold:\n    title: x\n  gold-chain:\n", f"{EN}:", "`gold`"),
    ("SEC010", SHAPES, "<rect", "<script/><rect", f"{SHAPES}:3", "`script`"),
    ("SEC010", SHAPES, "<rect", "<rect onload='x'", f"{SHAPES}:3", "`onload`"),
    ("SEC011", FR, "step: Creuser", "step: Creu\u202eser", f"{FR}:", "U+202E"),
    ("MOD026", PAGE, "name: life-cycle", "name: lifecycle", f"{PAGE}:", "`lifecycle`"),
]


def found(root: Path) -> list[str]:
    report = run_rules(open_site(root), selection=read_selection(CODES, None), scope=Scope())
    assert not report.errors
    return [f"{f.rule} {f.place.path}:{f.place.line} {f.message}" for f in report.findings]


def test_our_own_figures_are_without_findings(root: Path):
    assert found(root) == []


@pytest.mark.parametrize(("code", "file", "old", "new", "place", "message"), FAULTS)
def test_a_fault_is_found_at_its_place(project: Path, code, file, old, new, place, message):
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    findings = [line for line in found(project) if line.startswith(code)]
    assert len(findings) == 1
    assert findings[0].startswith(f"{code} {place}")
    assert message in findings[0]


def test_a_file_that_is_no_template_may_not_lie_among_them(project: Path):
    (project / "docs/assets/figures/Page.html").write_text("<p>", "utf-8")
    assert "SEC010 docs/assets/figures/Page.html:1" in found(project)[0]


def test_a_language_without_a_file_is_one_finding(project: Path):
    (project / FR).unlink()
    assert found(project) == [f"CFG013 {FR}:1 The figures have no words here."]


def test_a_site_with_a_hostile_template_is_not_built(project: Path, tmp_path: Path):
    from portal.site import build_site

    path = project / SHAPES
    path.write_text(path.read_text("utf-8").replace("<rect", "<script/><rect", 1), "utf-8")
    with pytest.raises(BuildError, match="SEC010"):
        build_site(project, tmp_path / "out", languages=("en",))
    assert not (tmp_path / "out").exists()
