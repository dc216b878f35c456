"""Rules about what no page carries: labels, languages, navigation, addresses, links on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import GOOD_MODULE, MODULE_PATH, OTHER_PAGE, Check, good_files, shown

EN = "docs/data/labels/en.yaml"
FR = "docs/data/labels/fr.yaml"
RU = "docs/data/labels/ru.yaml"
ADDRESSES = "docs/data/addresses.yaml"
PAGE = OTHER_PAGE.format(title="Another", more="")
COUNT = 'minutes: {one: "{count} minute", other: "{count} minutes"}\n'
FRENCH_COUNT = (
    'minutes: {one: "{count} minute", many: "{count} de minutes", other: "{count} minutes"}\n'
)
LABELS = good_files()[EN]

FAULTS = [
    # code, what is changed, place found, part of the message
    ("CFG002", {FR: "nav.waste: Déchets\n"}, f"{FR}:1", "`hello` is missing"),
    ("CFG003", {FR: good_files()[FR] + "bonjour: x\n"}, f"{FR}:3", "`bonjour` does not exist"),
    ("CFG004", {EN: LABELS + COUNT, RU: good_files()[RU] + COUNT}, f"{RU}:3", "one, other"),
    ("CFG004", {EN: LABELS + COUNT, FR: good_files()[FR] + "minutes: min\n"}, f"{FR}:3", "kind"),
    ("CFG005", {"docs/fra/index.md": PAGE}, "docs/fra:1", "fra is no language"),
    ("CFG006", {"docs/en/waste/index.md": None}, "mkdocs.yml:5", "names waste/index.md"),
    ("CFG007", {"docs/en/waste/piles/index.md": PAGE}, f"{MODULE_PATH}:1", "the same address"),
    ("CFG007", {"docs/en/waste/README.md": PAGE}, "docs/en/waste/index.md:1", "the same address"),
    ("CFG007", {"docs/en/Waste.md": PAGE}, "docs/en/Waste.md:1", "docs/en/waste/index.md"),
    ("CFG008", {"docs/en/more.md": PAGE}, "docs/en/more.md:1", "missing from the navigation"),
    ("CFG009", {"docs/ru/index.md": None}, "docs/ru/index.md:1", "no home page in Russian"),
    ("CFG010", {"docs/en/Plus d'or.md": PAGE}, "docs/en/Plus d'or.md:1", "small letters"),
    ("CFG011", {FR: 'nav.waste: x\nhello: "{nom}"\n'}, f"{FR}:2", "has not the blanks"),
    ("CFG012", {"mkdocs.yml": "nav:\n  - Waste: waste/index.md\n"}, "mkdocs.yml:2", "`Waste`"),
    ("LNK010", {ADDRESSES: "published:\n  - old\nredirects: {}\n"}, f"{ADDRESSES}:2", "old was"),
    (
        "LNK011",
        {ADDRESSES: "published: [index]\nredirects:\n  old: waste/none\n"},
        f"{ADDRESSES}:3",
        "does not exist",
    ),
    (
        "LNK011",
        {ADDRESSES: "published: [index]\nredirects:\n  old: waste/piles#none\n"},
        f"{ADDRESSES}:3",
        "no such place",
    ),
    (
        "LNK011",
        {ADDRESSES: "published: [index]\nredirects:\n  older: old\n  old: waste/piles\n"},
        f"{ADDRESSES}:3",
        "redirected itself",
    ),
    (
        "LNK012",
        {ADDRESSES: "published: [index]\nredirects:\n  index: waste/piles\n"},
        f"{ADDRESSES}:3",
        "there is such a page",
    ),
    (
        "LNK013",
        {ADDRESSES: "published:\n  - index\nredirects: {}\n"},
        f"{ADDRESSES}:2",
        "waste/index, waste/piles",
    ),
    ("SEC009", {FR: "nav.waste: <b>x</b>\nhello: '{name}'\n"}, f"{FR}:1", "holds HTML"),
]


@pytest.mark.parametrize(("code", "changes", "place", "message"), FAULTS)
def test_each_fault_is_found_in_its_place(
    check: Check,
    tmp_path: Path,
    code: str,
    changes: dict[str, str | None],
    place: str,
    message: str,
) -> None:
    for path, text in changes.items():
        if text is None:
            changes = {**changes, path: None}
    report = check(changes, select=code)
    found = [f"{f.place.path}:{f.place.line}" for f in report.findings if message in f.message]
    assert place in found, shown(report.findings)


def test_the_good_labels_with_all_plural_forms_are_accepted(check: Check) -> None:
    forms = {
        "en": COUNT,
        "fr": FRENCH_COUNT,
        "es": FRENCH_COUNT,
        "zh": 'minutes: {other: "{count}"}\n',
        "ru": 'minutes: {one: "{count}", few: "{count}", many: "{count}", other: "{count}"}\n',
        "ar": 'minutes: {zero: "{count}", one: x, two: x, few: x, many: x, other: x}\n',
    }
    paths = {code: f"docs/data/labels/{code}.yaml" for code in forms}
    changes = {paths[code]: good_files()[paths[code]] + word for code, word in forms.items()}
    assert shown(check(changes, select="CFG").findings) == []


def test_a_symbolic_link_is_found_and_never_read(check: Check, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\n\ttab\n---\n", "utf-8")
    for name in ("docs/fr/secret.md", "docs/elsewhere"):
        link = tmp_path / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(secret if name.endswith(".md") else tmp_path)
    report = check()
    assert shown(report.findings) == [
        "SEC005 docs/elsewhere:1:1 The file is a symbolic link.",
        "SEC005 docs/fr/secret.md:1:1 The file is a symbolic link.",
    ]
    assert report.errors == ()


def test_a_broken_data_file_is_named_once_and_the_pages_are_still_checked(check: Check) -> None:
    text = GOOD_MODULE.replace("(index.md)", "(none.md)")
    report = check({FR: "nav.waste: [\n", ADDRESSES: "published: 3\n", MODULE_PATH: text})
    assert [f.rule for f in report.findings] == ["LNK001"]
    messages = [str(error) for error in report.errors]
    assert len(messages) == len(set(messages))
    assert [message.split(": ")[0] for message in messages] == [f"{FR}:1", ADDRESSES]
