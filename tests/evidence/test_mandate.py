"""The mandate: ten paragraphs, each with a level; what serves them must be there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evidence_project import change, findings

from portal.cli import main
from portal.convention import load_treaty
from portal.evidence.mandate import FILE, operative
from portal.evidence.reports import make_report
from portal.generated_pages import generated_pages
from portal.languages import load_languages
from portal.pages import open_site


def test_nine_and_one_paragraphs_have_a_level_and_what_serves_them(root: Path) -> None:
    data = make_report(open_site(root), "mandate", "en").data
    ids = [paragraph["id"] for paragraph in data["paragraphs"]]
    assert ids == list(operative(load_treaty()))
    assert [name.rpartition("__")[0] for name in ids] == ["dec_mc-1-21"] + ["dec_mc-5-12"] * 9
    for paragraph in data["paragraphs"]:
        serving = paragraph["pages"] or paragraph["reports"]
        assert serving or paragraph["level"] == "cannot-serve", paragraph["id"]


def test_informs_is_not_counted_as_delivers(project: Path) -> None:
    site = open_site(project)
    before = make_report(site, "mandate", "en").data["levels"]
    change(project, FILE, "    level: delivers", "    level: informs")
    after = make_report(open_site(project), "mandate", "en").data["levels"]
    assert after["delivers"] == before["delivers"] - 1
    assert after["informs"] == before["informs"] + 1
    assert sum(after.values()) == 10


def test_the_list_of_the_repository_has_no_finding(root: Path) -> None:
    assert findings(root, "EVI001") == []


def test_a_deleted_page_that_delivers_is_a_finding_at_its_line(project: Path) -> None:
    assert findings(project, "EVI001") == []
    lines = (project / FILE).read_text("utf-8").splitlines()
    line = lines.index("      - facilitators/index") + 1
    (project / "docs/en/facilitators/index.md").unlink()
    found = findings(project, "EVI001")
    assert [(path, at) for path, at, _ in found] == [(FILE, line)]
    assert "`facilitators/index`, which serves `dec_mc-5-12__para_3`, is gone" in found[0][2]


FAULTS = [
    # what stands there, what stands there now, beginning of the message
    ("dec_mc-5-12__para_9", "dec_mc-5-12__para_8", "`dec_mc-5-12__para_8` is there twice."),
    ("dec_mc-5-12__para_9", "dec_mc-5-12__para_10", "`dec_mc-5-12__para_10` is no operative"),
    ("    level: delivers", "    level: perfect", "`paragraphs.3.level` is not valid"),
    ("addressee: sources", "adressee: sources", "`paragraphs.6.addressee` is missing."),
    ("commands: [agenda,", "commands: [agendas,", "There is no command `agendas`"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_a_fault_in_the_list_is_told_with_its_line(
    project: Path, old: str, new: str, message: str
) -> None:
    line = change(project, FILE, old, new)
    found = findings(project, "EVI001")
    told = [at for path, at, said in found if path == FILE and said.startswith(message)]
    assert told, found
    # A key that is missing stands nowhere: its entry is named.
    assert told[0] == line or message.endswith("is missing.")


def test_a_paragraph_without_an_entry_is_a_finding(project: Path) -> None:
    text = (project / FILE).read_text("utf-8")
    start = text.index("  - id: dec_mc-5-12__para_9")
    (project / FILE).write_text(text[:start], "utf-8")
    messages = [message for _, _, message in findings(project, "EVI001")]
    assert messages == ["The paragraph `dec_mc-5-12__para_9` has no entry."]


def test_the_pages_are_made_in_every_language_and_words_not_translated_are_marked(
    root: Path,
) -> None:
    site = open_site(root)
    for language in load_languages(root):
        pages = generated_pages(site, language)
        text = pages["about/mandate"].text
        assert text.count("\n### ") == 10, language.code
        marked = '<span lang="en" dir="ltr">' in text
        assert marked == (language.code not in {"en", "fr"}), language.code


def test_the_command_writes_markdown_and_json_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["report", "mandate", "--format", "json"]) == 0
    data = json.loads(capsysbinary.readouterr().out)
    assert set(data) == {"levels", "paragraphs"}
    assert main(["report", "mandate", "--lang", "fr"]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert text.startswith("# Mandat")
    assert text.count("\n### Paragraphe ") == 10


def test_an_unknown_language_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["report", "mandate", "--lang", "xx"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Unknown language 'xx'" in err
    assert err.count("\n") == 1
