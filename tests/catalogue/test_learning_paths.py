"""Learning paths: what the file may say, and what the rules find in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.checks.registry import read_selection
from portal.checks.running import Scope, run_rules
from portal.errors import DataError
from portal.languages import load_languages
from portal.learning_paths import PATHS_FILE, load_paths
from portal.pages import open_site

PRODUCTS, WASTE = "obligations/mercury-added-products", "waste/what-is-mercury-waste"
FIVE = (
    "national-focal-point",
    "customs-officer",
    "mining-inspector",
    "waste-manager",
    "gender-focal-point",
)


def one_path(*modules: str, name: str = "customs-officer", audience: str = "customs") -> str:
    listed = "".join(f"      - {key}\n" for key in modules)
    return f"paths:\n  {name}:\n    audience: [{audience}]\n    modules:\n{listed}"


def found(root: Path, codes: str = "MOD040,MOD041,MOD042,MOD043") -> list[str]:
    load_languages.cache_clear()
    report = run_rules(open_site(root), selection=read_selection(codes, None), scope=Scope())
    assert report.errors == ()
    return [f"{f.rule} {f.place.path}:{f.place.line} {f.message}" for f in report.findings]


def test_five_functions_have_a_path_and_nothing_is_wrong_with_them(root: Path) -> None:
    assert tuple(path.id for path in load_paths(root)) == FIVE
    assert found(root) == []


def test_a_project_without_the_file_has_no_paths(tmp_path: Path) -> None:
    assert load_paths(tmp_path) == ()


FAULTS = [
    # the file, the rule, the line, part of the message
    (one_path(PRODUCTS, "waste/none"), "MOD040", 6, "`waste/none`, which is no module"),
    (one_path("waste/index"), "MOD040", 5, "`waste/index`, which is no module"),
    (one_path("about/index"), "MOD040", 5, "`about/index`, which is no module"),
    (one_path(WASTE), "MOD041", 5, f"requires `{PRODUCTS}`, which is missing"),
    (one_path(WASTE, PRODUCTS), "MOD041", 5, f"requires `{PRODUCTS}`, which comes later"),
    (one_path(PRODUCTS, name="diver"), "MOD042", 2, "no label `path.diver.title`"),
    (one_path(PRODUCTS, name="diver"), "MOD042", 2, "no label `path.diver.reason`"),
    (one_path(PRODUCTS, audience="custom"), "MOD043", 3, "`custom`, which is no audience"),
]


@pytest.mark.parametrize(("text", "rule", "line", "message"), FAULTS)
def test_each_fault_is_found_on_its_line(
    project: Path, text: str, rule: str, line: int, message: str
) -> None:
    waste = project / f"docs/en/{WASTE}.md"
    words = waste.read_text("utf-8")
    waste.write_text(words.replace("requires: []", f"requires: [{PRODUCTS}]", 1), "utf-8")
    (project / PATHS_FILE).write_text(text, "utf-8")
    start = f"{rule} {PATHS_FILE}:{line} "
    assert [one for one in found(project) if one.startswith(start) and message in one]


def test_a_prerequisite_that_comes_first_is_accepted(project: Path) -> None:
    waste = project / f"docs/en/{WASTE}.md"
    words = waste.read_text("utf-8")
    waste.write_text(words.replace("requires: []", f"requires: [{PRODUCTS}]", 1), "utf-8")
    (project / PATHS_FILE).write_text(one_path(PRODUCTS, WASTE), "utf-8")
    assert found(project) == []


BROKEN = [
    # the file, the line named, part of the message
    ("paths: [a]\n", None, "One key is needed"),
    ("path: {}\n", None, "One key is needed"),
    ("paths: {}\nmore: 1\n", None, "One key is needed"),
    ("paths:\n  a: 3\n", 2, "not complete"),
    ("paths:\n  a:\n    modules: [x]\n", 2, "not complete"),
    ("paths:\n  a:\n    audience: [b]\n    modules: x\n", 4, "is no list"),
    ("paths:\n  a:\n    audience: []\n    modules: [x]\n", 3, "is no list"),
    ("paths:\n  a:\n    audience: [b]\n    modules:\n      - x\n      - x\n", 6, "there twice"),
    ("paths:\n  a:\n    audience: [b]\n    modules:\n      - {y: z}\n", 5, "is no name"),
    ("paths:\n\ta: 1\n", 2, "A tab stands here"),
    ("paths: [\n", 1, "Broken YAML"),
    ("paths: {}\npaths: {}\n", 2, ""),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_a_broken_file_is_named_with_its_line(
    tmp_path: Path, text: str, line: int | None, message: str
) -> None:
    (tmp_path / PATHS_FILE).parent.mkdir(parents=True)
    (tmp_path / PATHS_FILE).write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        load_paths(tmp_path)
    assert caught.value.path == PATHS_FILE
    assert caught.value.line == line
    assert message in str(caught.value)
