"""Which rules run, what a page may suppress, what a baseline holds, what fixing does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePosixPath

import pytest
from small_site import GOOD_MODULE, MODULE_PATH, TRANSLATION_PATH, Check, shown

from portal.checks.baseline import new_findings, read_baseline, write_baseline
from portal.checks.fixing import apply_edits, fix_files
from portal.checks.registry import all_rules, read_selection, rule
from portal.checks.running import Scope, as_findings, read_scope
from portal.errors import ConfigError
from portal.findings import Edit, Finding, Place, Severity

BROKEN_LINK = GOOD_MODULE.replace("See [how", "See [no](none.md), [how")
IGNORED = [
    ("<!-- portal: ignore LNK001 -->\nSee [how", []),
    ("<!-- portal: ignore-file LNK001 -->\n\nSee [how", []),
    ("<!-- portal: ignore MOD001, LNK001 -->\nSee [how", ["CFG020"]),
    ("<!-- portal: ignore LNK001 -->\n\nSee [how", ["CFG020", "LNK001"]),
    ("<!-- portal: ignore LNK002 -->\nSee [how", ["CFG020", "LNK001"]),
    ("```\n<!-- portal: ignore-file LNK001 -->\n```\n\nSee [how", ["LNK001"]),
]


@pytest.mark.parametrize(("start", "codes"), IGNORED)
def test_a_suppression_holds_for_its_line_the_next_or_the_file(
    check: Check, start: str, codes: list[str]
) -> None:
    text = GOOD_MODULE.replace("See [how", start).replace("(index.md)", "(none.md)")
    assert sorted(f.rule for f in check({MODULE_PATH: text}).findings) == codes


def test_a_suppression_on_the_line_itself_holds(check: Check) -> None:
    text = GOOD_MODULE.replace("(index.md).", "(none.md). <!-- portal: ignore LNK001 -->")
    assert check({MODULE_PATH: text}).findings == ()


def test_an_unknown_code_in_a_suppression_is_an_error_and_the_rest_is_checked(check: Check) -> None:
    text = BROKEN_LINK + "\n<!-- portal: ignore LNK999 -->\n"
    report = check({MODULE_PATH: text})
    assert [f.rule for f in report.findings] == ["LNK001"]
    line = text.count("\n")
    assert [str(error) for error in report.errors] == [
        f"{MODULE_PATH}:{line}: Suppressed rule 'LNK999' does not exist. Correct or remove it."
    ]
    assert [f.rule for f in as_findings(report.errors)] == ["CFG021"]


def test_a_page_cannot_suppress_the_rules_against_itself(check: Check) -> None:
    text = GOOD_MODULE + "\n<!-- portal: ignore-file SEC002 -->\n<script>x()</script>\n"
    report = check({MODULE_PATH: text})
    assert [f.rule for f in report.findings] == ["SEC002"]
    assert "guards against the page itself" in str(report.errors[0])


SELECTIONS = [
    (None, None, "LNK001", True),
    ("LNK", None, "LNK001", True),
    ("MOD", None, "LNK001", False),
    ("lnk001", None, "LNK001", True),
    ("LNK", "LNK001", "LNK001", False),
    ("LNK", "LNK001", "LNK002", True),
    (None, "LNK", "LNK001", False),
    ("LNK001", "LNK", "LNK001", True),
    ("L", None, "LNK001", True),
]


@pytest.mark.parametrize(("select", "ignore", "code", "taken"), SELECTIONS)
def test_the_longest_beginning_decides(
    select: str | None, ignore: str | None, code: str, *, taken: bool
) -> None:
    selection = read_selection(select, ignore)
    assert selection.takes(code) is taken
    assert (code in {found.code for found in selection.rules()}) is taken


@pytest.mark.parametrize("word", ["XYZ", "LNK9", "LNK0011"])
def test_a_beginning_of_no_code_is_refused(word: str) -> None:
    with pytest.raises(ConfigError, match="No rule begins with"):
        read_selection(word, None)


def test_every_rule_has_its_own_code_name_and_an_explanation() -> None:
    rules = all_rules()
    assert len(rules) > 50
    for field in ("code", "name"):
        assert Counter(getattr(found, field) for found in rules).most_common(1)[0][1] == 1
    for found in rules:
        assert rule(found.code) is found
        assert found.summary.endswith((".", "?")), found.code
        # A note asks for nothing.
        assert "Mend it: " in found.explanation or found.severity == "note", found.code


def test_a_page_that_cannot_be_read_does_not_stop_the_others(check: Check) -> None:
    changes = {
        MODULE_PATH: BROKEN_LINK,
        "docs/fr/index.md": b"---\ntitle: \xff\n---\n",
        "docs/es/index.md": "---\ntitle: x\n",
        "docs/ru/index.md": "---\n\ttitle: x\n---\n",
        "docs/zh/index.md": "---\na: 1\nb: [\n---\n",
        "docs/ar/index.md": "---\na: 1\na: 2\n---\n",
    }
    report = check(changes)
    assert [f.rule for f in report.findings] == ["LNK001"]
    assert [str(error).partition(": ")[0] for error in report.errors] == [
        "docs/ar/index.md:3",
        "docs/es/index.md:1",
        "docs/fr/index.md:2",
        "docs/ru/index.md:2",
        "docs/zh/index.md:3",
    ]


def test_paths_restrict_what_is_shown_and_what_is_read(check: Check) -> None:
    changes = {MODULE_PATH: BROKEN_LINK, "docs/ru/index.md": b"\xff"}
    page = Scope(frozenset({PurePosixPath(MODULE_PATH)}))
    report = check(changes, scope=page)
    assert ([f.rule for f in report.findings], report.errors, report.pages) == (["LNK001"], (), 1)
    other = check(changes, scope=Scope(frozenset({PurePosixPath("docs/fr")})))
    assert (other.findings, other.errors, other.pages) == ((), (), 2)


def test_paths_outside_and_paths_that_are_not_there_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    assert read_scope(["docs"], root=root, here=root).paths == {PurePosixPath("docs")}
    assert read_scope(["."], root=root, here=root) == Scope()
    for name, message in (("none.md", "There is no file"), ("..", "outside the project")):
        with pytest.raises(ConfigError, match=message):
            read_scope([name], root=root, here=root)


def _finding(line: int, rule_code: str = "LNK001") -> Finding:
    return Finding(Place("docs/en/a.md", line), Severity.ERROR, rule_code, "Message.", "Help.")


def test_a_baseline_forgives_what_it_holds_and_no_more(tmp_path: Path) -> None:
    before = {"docs/en/a.md": ["one", "two", "two"]}
    moved = {"docs/en/a.md": ["new", "one", "two", "two", "two"]}
    old = [_finding(1), _finding(2), _finding(3)]
    file = tmp_path / "baseline.json"
    file.write_text(write_baseline(old, lines=before.__getitem__), "utf-8")
    now = [_finding(line) for line in (2, 3, 4, 5)]
    new, gone = new_findings(now, known=read_baseline(file), lines=moved.__getitem__)
    assert ([f.place.line for f in new], gone) == ([5], 0)
    new, gone = new_findings([], known=read_baseline(file), lines=moved.__getitem__)
    assert (new, gone) == ((), 3)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "findings": [3]}', "[" * 10_000])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match="no baseline"):
        read_baseline(file)


EDITS = [
    ("abcdef", [Edit(0, 1, "X"), Edit(2, 3, "")], "Xbdef", 2),
    ("abcdef", [Edit(0, 3, "X"), Edit(2, 4, "Y")], "Xdef", 1),
    ("abcdef", [Edit(2, 2, "X"), Edit(2, 2, "Y")], "abXcdef", 1),
    ("abcdef", [Edit(2, 2, "X"), Edit(2, 2, "X")], "abXcdef", 1),
    ("abcdef", [Edit(5, 9, "X"), Edit(4, 2, "Y")], "abcdef", 0),
]


@pytest.mark.parametrize(("text", "edits", "result", "count"), EDITS)
def test_edits_that_overlap_are_not_both_made(
    text: str, edits: list[Edit], result: str, count: int
) -> None:
    assert apply_edits(text, edits) == (result, count)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fixing_mends_what_it_can_and_keeps_every_other_byte(
    check: Check, tmp_path: Path, line_end: str
) -> None:
    good = GOOD_MODULE.replace("a yard.\n", "a yard.\nOne is grey.\n")
    good = good.replace("#closer-look", "#a-closer-look")
    bad = good.replace(" { #a-closer-look }", "").replace("    - Right.", "  - Right.")
    bad = bad.replace("a yard.\nOne", "a yard. One").replace("\n", line_end)
    report = check({MODULE_PATH: ("\ufeff" + bad).encode("utf-8")})
    assert {"LNK020", "MOD012", "TRN010"} <= {f.rule for f in report.findings}
    assert fix_files(report.findings, root=tmp_path) == 3
    text = (tmp_path / MODULE_PATH).read_bytes().decode("utf-8")
    # An edit writes a plain line end; the renderer takes both.
    assert text.replace("\r\n", "\n") == "\ufeff" + good
    if line_end == "\r\n":
        assert text.count("\r\n") == good.count("\n") - 1


def test_a_translation_gets_the_ids_of_the_english_headings(check: Check, tmp_path: Path) -> None:
    page = (Path(__file__).parent / "good_translation.md").read_text("utf-8")
    report = check({TRANSLATION_PATH: page.replace(" { #kinds }", "")}, select="LNK020")
    fix_files(report.findings, root=tmp_path)
    assert (tmp_path / TRANSLATION_PATH).read_text("utf-8") == page, shown(report.findings)
