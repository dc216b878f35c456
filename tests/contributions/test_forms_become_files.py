"""A form becomes a clean file or comes back with reasons, whatever stands in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from portal.checks.front_matter_models import Case, Sector, SourceKind
from portal.cli import main
from portal.contributions.answers import FORMS, Refused, read_form
from portal.contributions.proposal import propose
from portal.evidence.arrangement_model import Help, Kind, Sureness
from portal.evidence.arrangements import load_register
from portal.pages import open_site

EVENTS = Path(__file__).parent / "events"
ROOT = Path(__file__).resolve().parents[2]
CASE = "docs/en/cases/test-town-lamps-sorted-by-hand.md"


def recorded(form: str, **changes: str) -> Any:
    """Return a recorded event, with other words in some fields of its form."""
    event = json.loads((EVENTS / f"issue_{form}.json").read_text("utf-8"))
    fields = {field.id: field.label for field in read_form(ROOT, form)}
    parts = event["issue"]["body"].split("### ")[1:]
    texts = dict(part.split("\n", 1) for part in parts)
    texts |= {fields[name]: f"\n{text}\n" for name, text in changes.items()}
    event["issue"]["body"] = "".join(f"### {label}\n{text}" for label, text in texts.items())
    return event


HOSTILE = [
    # form, field, what stands there, what the reason says
    ("case", "title", "<script>alert(1)</script>", "plain words are asked for, without '<'"),
    ("case", "title", "[a](javascript:b)", "without '['"),
    ("case", "title", "x\nreview: {status: reviewed}", "more than one line"),
    ("case", "summary", "Look at https://evil.example/", "without 'https://'"),
    ("case", "summary", "&#60;script&#62;", "without '&#'"),
    ("case", "what-happened", "/// case\ntext\n///", "without '/'"),
    ("case", "what-happened", "Text.\n\n# A heading", "without '#'"),
    ("case", "what-happened", "{% include '/etc/passwd' %}", "without '{'"),
    ("case", "what-happened", "a\n\n### Certainty\n\nhigh", "headings are those of no form"),
    ("case", "what-happened", "x" * 1_000_000, "has 100"),
    ("case", "what-it-shows", "y" * 10_000, "it has 10000 characters, and 6000 fit"),
    ("case", "what-it-shows", "15 \u202e51 kg", "U+202E"),
    ("case", "what-it-shows", "\u2066open", "U+2066"),
    ("case", "what-it-shows", "bell \x07", "U+0007"),
    ("case", "sector", "asgm\nreview: reviewed", "choose what the form offers"),
    ("case", "figures", "4 t of mercury", "is not `value; unit; what it stands for`"),
    ("case", "seen", "!!python/object:os.system", "is no day, number"),
    ("case", "seen", "2026-02-31", "is no day, number"),
    ("case", "year", "*anchor", "is no day, number"),
    ("case", "url", "javascript:alert(1)", "is not a plain web address"),
    ("case", "url", "https://user@evil.example/", "is not a plain web address"),
    ("case", "url", "https://example.org/\"><script>", "is not a plain web address"),
    ("arrangement", "name", "&anchor; !!python/name:os", "without '&anchor;'"),
    ("arrangement", "url", "", "it is empty"),
    ("activity", "sources", "https://example.org/a\nfile:///etc/passwd", "is not a plain web"),
    ("activity", "what", "- a list", "without '-'"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "field", "text", "reason"), HOSTILE)
def test_a_hostile_form_is_refused_with_a_reason(
    root: Path, form: str, field: str, text: str, reason: str
) -> None:
    event = recorded(form, **{field: text})
    with pytest.raises(Refused) as refused:
        propose(event, root, shown="event")
    assert reason in " ".join(refused.value.reasons)
    assert all(len(one) < 200 for one in refused.value.reasons)


HARMLESS = [
    # form, field, what stands there, path of the file
    ("case", "title", "../../../etc/passwd", "docs/en/cases/etc-passwd.md"),
    ("case", "title", "Index", "docs/en/cases/issue-41.md"),
    ("case", "title", "汞", "docs/en/cases/issue-41.md"),
    ("case", "title", "C:/con", "docs/en/cases/c-con.md"),
    ("case", "title", "COM1", "docs/en/cases/issue-41.md"),
    ("case", "technology", "!!python/object/apply:os.system", CASE),
    ("case", "publisher", '", review: reviewed, x: "', CASE),
    ("arrangement", "name", "!!binary & 'quotes' \"too\": yes", "docs/data/arrangements.yaml"),
    ("arrangement", "country", "no", "docs/data/arrangements.yaml"),
]


def test_what_an_arrangement_leaves_out_is_unknown_and_not_an_empty_text(root: Path) -> None:
    made = propose(recorded("arrangement", host=""), root, shown="event")
    entry = yaml.safe_load(made.text)["arrangements"][-1]
    assert "host" not in entry
    assert entry["certainty"]["host"] == "unknown"


@pytest.mark.parametrize(("form", "field", "text", "path"), HARMLESS)
def test_words_stay_words_and_paths_stay_in_their_folder(
    root: Path, form: str, field: str, text: str, path: str
) -> None:
    made = propose(recorded(form, **{field: text}), root, shown="event")
    assert made.path == path
    if form == "case":
        front = yaml.safe_load(made.text.split("---\n")[1])
        where = front["sources"][0] if field == "publisher" else front
        assert where[field] == text
        assert front["review"] == {"status": "draft"}
    else:
        entry = yaml.safe_load(made.text)["arrangements"][-1]
        assert entry[field] == (text.upper() if field == "country" else text)


@pytest.fixture
def file_issue(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Any], int]:
    """Run the command as the workflow does, in a copy of the project."""
    forms = ".github/ISSUE_TEMPLATE"
    shutil.copytree(ROOT / forms, project / forms)
    monkeypatch.chdir(project)

    def run(event: Any) -> int:
        (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
        words = ["github", "evidence", "--event", str(tmp_path / "event.json")]
        return main([*words, "--answer", str(tmp_path / "answer.md")])

    return run


def test_each_form_becomes_a_file_that_every_rule_takes(
    project: Path, file_issue: Callable[[Any], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [file_issue(recorded(form)) for form in FORMS] == [0, 0, 0]
    register = "docs/data/arrangements.yaml"
    assert capsys.readouterr().out.splitlines() == [CASE, register, register]
    page = open_site(project).pages["en", CASE.removeprefix("docs/en/").removesuffix(".md")]
    assert page.front_matter["figures"]["figure-2"]["value"] == "10–12"
    assert "A town collects lamps.\nTwo people sort them.\n" in page.text
    read = load_register(project)
    assert read is not None
    assert (read.arrangements[-1].id, read.arrangements[-1].country) == ("mcl", "SN")
    assert read.arrangements[-1].history[0].what.en == "Proposed in issue 42."
    assert (read.activities[-1].by, read.activities[-1].years) == ("sip", "2024–2025")


def test_what_a_rule_refuses_leaves_all_as_it_was(
    project: Path, tmp_path: Path, file_issue: Callable[[Any], int]
) -> None:
    register = project / "docs/data/arrangements.yaml"
    before = register.read_bytes()
    assert file_issue(recorded("case", places="XX", figures="4; stones; @someone")) == 1
    answer = (tmp_path / "answer.md").read_text("utf-8")
    assert "There is no country or region `XX`" in answer
    assert "unit" in answer
    assert not (project / CASE).exists()
    assert file_issue(recorded("activity", by="nobody", provision="art_99")) == 1
    answer = (tmp_path / "answer.md").read_text("utf-8")
    # As code: no mention and no mark in it takes effect.
    assert "```text\nThere is no arrangement `nobody`." in answer.replace("````", "```")
    assert "There is no provision `art_99`." in answer
    assert register.read_bytes() == before


@pytest.mark.parametrize(
    ("form", "field", "codes"),
    [
        ("case", "topic", get_args(Case.model_fields["topic"].annotation)),
        ("case", "sector", get_args(Sector)),
        ("case", "private_sector", get_args(Case.model_fields["private_sector"].annotation)),
        ("case", "source_kind", get_args(SourceKind)),
        ("case", "read", get_args(Case.model_fields["read"].annotation)),
        ("case", "certainty", get_args(Case.model_fields["certainty"].annotation)),
        ("arrangement", "kind", get_args(Kind)),
        ("arrangement", "help", get_args(Help)),
        ("arrangement", "sectors", get_args(Sector)),
        ("arrangement", "certainty", get_args(Sureness)[:3]),
    ],
)  # fmt: skip
def test_a_form_offers_what_the_data_takes(
    root: Path, form: str, field: str, codes: tuple[str, ...]
) -> None:
    (found,) = (one for one in read_form(root, form) if one.id == field)
    assert found.options == codes
    assert not found.several or all("," not in code for code in found.options)
