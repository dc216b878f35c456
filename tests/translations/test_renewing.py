"""`done`: which fingerprints are renewed, and that nothing else in the file changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lamp_site import KEY, change, page_path, write

from portal.pages import open_site, parse_page
from portal.translations.fingerprints import Recorded, recorded
from portal.translations.stamping import with_fingerprints

FRENCH = "docs/fr/waste/lamps.md"


def stale(root: Path) -> None:
    change(page_path(root, "en"), "Open the window", "Open all windows")


def test_an_unchanged_translation_is_refused_and_left_as_it_is(lamps: Path, run: Any) -> None:
    stale(lamps)
    before = (lamps / FRENCH).read_bytes()
    answer = run(lamps, "done", FRENCH)
    assert answer.status == 1
    assert answer.err.startswith(f"{FRENCH}:")
    assert "handling refused" in answer.err
    assert (lamps / FRENCH).read_bytes() == before


def test_a_section_that_was_worked_on_is_renewed(lamps: Path, run: Any) -> None:
    stale(lamps)
    change(lamps / FRENCH, "Ouvrez la fenêtre", "Ouvrez toutes les fenêtres")
    answer = run(lamps, "done", FRENCH)
    assert (answer.status, answer.out) == (0, f"{FRENCH}: renewed handling\n")
    assert run(lamps, "done", FRENCH).out == f"{FRENCH}: everything is fresh\n"


def test_a_cosmetic_edit_is_no_work(lamps: Path, run: Any) -> None:
    stale(lamps)
    change(lamps / FRENCH, "N'utilisez", "N’utilisez")
    assert run(lamps, "done", FRENCH).status == 1


def test_old_words_that_still_fit_are_renewed_when_said_so(lamps: Path, run: Any) -> None:
    stale(lamps)
    change(page_path(lamps, "en"), "A Party shall act", "Each Party shall act")
    answer = run(lamps, "done", FRENCH, "--still-fits", "handling")
    assert "renewed handling" in answer.out
    assert answer.status == 1
    assert "which-number refused" in answer.err
    assert "handling refused" not in answer.err


def test_a_section_that_the_page_has_not_cannot_still_fit(lamps: Path, run: Any) -> None:
    before = (lamps / FRENCH).read_bytes()
    answer = run(lamps, "done", FRENCH, "--still-fits", "nothing")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert (lamps / FRENCH).read_bytes() == before


def test_all_new_touches_only_what_has_no_fingerprints(lamps: Path, run: Any) -> None:
    stale(lamps)
    before = (lamps / FRENCH).read_bytes()
    assert run(lamps, "done", "--all-new").status == 0
    assert (lamps / FRENCH).read_bytes() == before


def test_a_skeleton_is_refused_until_it_is_translated(lamps: Path, run: Any) -> None:
    page_path(lamps, "fr").unlink()
    assert run(lamps, "start", "fr", KEY).status == 0
    answer = run(lamps, "done", FRENCH)
    assert answer.status == 1
    assert "handling refused: it is still the English text" in answer.err
    assert "handling" not in recorded(open_site(lamps).pages["fr", KEY])


def test_a_table_of_code_is_no_english_text(lamps: Path, run: Any) -> None:
    table = "\n\n" + "".join(f"| `Article {n}, paragraph 1` | `art_{n}` |\n" for n in range(3, 12))
    for path in (page_path(lamps, "en"), lamps / FRENCH):
        text = path.read_text("utf-8")
        start = text.index("{ #handling }") + len("{ #handling }")
        path.write_text(text[:start] + table + text[start:], "utf-8")
    assert "renewed handling" in run(lamps, "done", FRENCH).out


def test_fingerprints_of_sections_that_are_gone_are_forgotten(lamps: Path, run: Any) -> None:
    change(lamps / FRENCH, "    handling:", "    never-was: 111111/222222\n    handling:")
    answer = run(lamps, "done", FRENCH)
    assert answer.out == f"{FRENCH}: forgot never-was, no longer there\n"


def test_a_section_that_english_renamed_keeps_its_fingerprints(lamps: Path, run: Any) -> None:
    change(page_path(lamps, "en"), "{ #which-number }", "{ #threshold }")
    change(lamps / FRENCH, "Ouvrez la fenêtre", "Ouvrez une fenêtre")
    assert run(lamps, "done", FRENCH).out == f"{FRENCH}: renewed handling\n"
    assert "which-number" in recorded(open_site(lamps).pages["fr", KEY])


@pytest.mark.parametrize(
    ("change_it", "said"),
    [
        (("title: Lampes", "title: [Lampes"), "Front matter: broken YAML"),
        (("translation:\n  translators: []", "translation: none"), "`translation` is no mapping"),
    ],
)
def test_a_broken_front_matter_is_one_line_and_nothing_is_written(
    new_site: Path, run: Any, change_it: tuple[str, str], said: str
) -> None:
    change(new_site / FRENCH, *change_it)
    before = (new_site / FRENCH).read_bytes()
    answer = run(new_site, "done", FRENCH)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert answer.err.startswith(f"{FRENCH}:")
    assert said in answer.err
    assert (new_site / FRENCH).read_bytes() == before


def test_a_page_whose_english_page_is_gone_is_one_line(lamps: Path, run: Any) -> None:
    page_path(lamps, "en").unlink()
    answer = run(lamps, "done", FRENCH)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "There is no English page docs/en/waste/lamps.md" in answer.err


def test_a_symbolic_link_is_not_written_to(new_site: Path, run: Any) -> None:
    outside = new_site.parent / "outside.md"
    (new_site / FRENCH).rename(outside)
    (new_site / FRENCH).symlink_to(outside)
    before = outside.read_bytes()
    assert run(new_site, "done", FRENCH).status == 2
    assert outside.read_bytes() == before


PRINTS = {"page": Recorded("aaaaaa", "bbbbbb"), "kinds": Recorded("cccccc", "dddddd")}
BLOCK = "  source:\n    page: aaaaaa/bbbbbb\n    kinds: cccccc/dddddd\n"
FLOW = "{page: aaaaaa/bbbbbb, kinds: cccccc/dddddd}"
FORMS = {
    "no translation": ("title: T  # kept\n", f"title: T  # kept\ntranslation:\n{BLOCK}"),
    "an empty one": ("translation:\ntitle: T\n", f"translation:\n{BLOCK}title: T\n"),
    "translators only": (
        "translation:\n  translators: [A]  # thanks\n\n# more\ntitle: T\n",
        f"translation:\n  translators: [A]  # thanks\n{BLOCK}\n# more\ntitle: T\n",
    ),
    "a source in the middle": (
        "translation:\n  source:\n    page: 111111/222222\n  translators: [A]\ntitle: T\n",
        f"translation:\n{BLOCK}  translators: [A]\ntitle: T\n",
    ),
    "a source in one line": (
        "translation:\n  source: {page: 111111/222222}\n  translators: [A]\n",
        f"translation:\n{BLOCK}  translators: [A]\n",
    ),
    "a source over lines": (
        "translation:\n  source: {page: 111111/222222,\n    old: 111111/222222}\ntitle: T\n",
        f"translation:\n{BLOCK}title: T\n",
    ),
    "all in one line": (
        "translation: {translators: [A]}\ntitle: T\n",
        f"translation: {{translators: [A], source: {FLOW}}}\ntitle: T\n",
    ),
    "all in one line with a source": (
        "translation: {source: {page: 111111/222222}, translators: [A]}\ntitle: T\n",
        f"translation: {{source: {FLOW}, translators: [A]}}\ntitle: T\n",
    ),
    "an empty mapping": (
        "title: T\ntranslation: {}\n",
        f"title: T\ntranslation: {{source: {FLOW}}}\n",
    ),
    "deeper indents": (
        "translation:\n    translators: [A]\n",
        "translation:\n    translators: [A]\n    source:\n      page: aaaaaa/bbbbbb\n"
        "      kinds: cccccc/dddddd\n",
    ),
    "names over lines": (
        "translation:\n  translators:\n    - A\n    - B\ntitle: T\n",
        f"translation:\n  translators:\n    - A\n    - B\n{BLOCK}title: T\n",
    ),
    "a block text at the end": (
        "translation:\n  translators: [A]\nsummary: |\n  Two\n  lines\n",
        f"translation:\n  translators: [A]\n{BLOCK}summary: |\n  Two\n  lines\n",
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", FORMS)
def test_only_the_fingerprints_change(name: str, newline: str) -> None:
    head, wanted = FORMS[name]

    def page(front: str) -> bytes:
        return f"---\n{front}---\n\n# T\n\nÀ é 中文.\n".replace("\n", newline).encode()

    read = parse_page(page(head), path="docs/fr/t.md", language="fr", key="t")
    assert with_fingerprints(read, PRINTS).encode() == page(wanted)
    again = parse_page(page(wanted), path="docs/fr/t.md", language="fr", key="t")
    assert recorded(again) == PRINTS


def test_a_page_without_front_matter_is_refused(lamps: Path, run: Any) -> None:
    write(lamps / FRENCH, "# Lampes\n\nUne lampe.\n")
    answer = run(lamps, "done", FRENCH)
    assert answer.status == 2
    assert "There is no front matter" in answer.err
