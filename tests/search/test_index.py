"""The index: small, in one language, without answers, and the text it was made of."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from portal.benchmarks.search import markdown_size
from portal.edition import Edition, open_edition
from portal.errors import BuildError
from portal.page_context import file_of
from portal.search.encoding import MOST, decode, encode
from portal.search.index import SearchIndex, build_index
from portal.search.synonyms import read_terms
from portal.search.vocabulary import CAPITAL
from portal.search.writing import PARTS, compressed, lean, scripts, write_search


def edition(root: Path, code: str) -> Edition:
    return open_edition(root, code, site_url=None, repository=None, nav=None)


@pytest.fixture(scope="module")
def english(root: Path, site: Path) -> SearchIndex:
    return build_index(
        edition(root, "en"), lambda key: (site / "en" / file_of(key)).read_text("utf-8")
    )


def all_words(index: SearchIndex) -> list[str]:
    """Return separators and words as the browser unpacks them."""
    words: list[str] = []
    for line in str(index.data["words"]).split("\n"):
        if len(words) < int(str(index.data["common"])):
            words.append(line)
        elif line == CAPITAL:
            words.append(words[-1][0].upper() + words[-1][1:])
        else:
            words.append(words[-1][: int(line[0], 16)] + line[1:])
    return words


def texts(index: SearchIndex) -> list[str]:
    """Return the sections as a reader sees them."""
    words, marks = all_words(index), int(str(index.data["marks"]))
    words[0] = "\n"
    found = []
    for text in index.texts:
        numbers = decode(text)
        pairs = zip([0, *numbers], numbers, strict=False)
        gaps = [" " if min(before, number) >= marks else "" for before, number in pairs]
        found.append("".join(gap + words[n] for gap, n in zip(gaps, numbers, strict=True)))
    return found


def test_every_number_has_a_character_that_needs_no_escape() -> None:
    every = encode(range(MOST))
    assert decode(every) == list(range(MOST))
    assert json.dumps(every, ensure_ascii=False) == f'"{every}"'
    assert every.encode().decode() == every
    assert len(every.splitlines()) == 1


def test_the_text_is_there_word_for_word(english: SearchIndex) -> None:
    all_text = "\n".join(texts(english))
    for sentence in (
        "Mercury wastes are substances or objects of three kinds.",
        "For (c) the value is 15 mg/kg, as total concentration (METI, 2023).",
    ):
        assert sentence in all_text


def test_neither_answers_nor_solutions_are_there(english: SearchIndex, root: Path) -> None:
    all_text = "\n".join(texts(english))
    page = (root / "docs/en/waste/what-is-mercury-waste.md").read_text("utf-8")
    body = page.split("\n---\n", 1)[1]
    feedback = [line.strip() for line in re.findall(r"^      (\w.*)$", body, flags=re.MULTILINE)]
    solutions = re.findall(r"^/// solution\n+(.*?)^///", body, flags=re.MULTILINE | re.DOTALL)
    secrets = [
        *feedback,
        *(line for text in solutions for line in text.splitlines() if len(line) > 30),
    ]
    assert len(secrets) > 10
    assert [line for line in secrets if len(line) > 30 and line.lstrip("- ") in all_text] == []


def test_lists_of_other_pages_sources_and_tools_are_not_there(english: SearchIndex) -> None:
    all_text = "\n".join(texts(english))
    for text in ("Opens notes, minutes and solutions.", "(read on 22 November 2026"):
        assert text not in all_text
    assert not any("/slides" in str(row[1]) for row in english.data["pages"])  # type: ignore[attr-defined]


def test_a_sentence_of_a_module_s_card_is_found_in_the_module_only(english: SearchIndex) -> None:
    summary = "Find who decides what, whom to write to, and whether a change of the treaty"
    assert sum(summary in text for text in texts(english)) <= 1


def test_only_pages_in_the_reader_s_language_are_there(root: Path, site: Path) -> None:
    russian = edition(root, "ru")
    index = build_index(russian, lambda key: (site / "ru" / file_of(key)).read_text("utf-8"))
    files = {row[1] for row in index.data["pages"]}  # type: ignore[attr-defined]
    english_only = [key for key in russian.shown_keys() if russian.fallback(key)]
    # Provisions are found by number and title, whatever their page is written in.
    english_only = [key for key in english_only if not key.startswith(("convention", "decisions"))]
    assert english_only
    assert files.isdisjoint(file_of(key) for key in english_only)
    all_text = "\n".join(texts(index))
    assert "How the Convention works" not in all_text
    # What the register says in English is not there, the names of the centres are.
    assert "Training and technology transfer" not in all_text
    assert "BCRC Bratislava" in all_text


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_an_index_is_in_the_tree_and_stays_below_200_kilobytes_a_file(
    site: Path, language: str
) -> None:
    files = list((site / language / "search").glob("*.js"))
    assert site / language / "search" / "index.js" in files
    assert all(len(gzip.compress(path.read_bytes())) < 200_000 for path in files)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_an_index_takes_less_than_30_percent_of_the_markdown(
    site: Path, root: Path, language: str
) -> None:
    index = sum(compressed(f.read_text("utf-8")) for f in (site / language / "search").glob("*.js"))
    assert index < 0.3 * markdown_size(root, language)


def test_a_large_index_is_cut_and_nothing_is_lost(english: SearchIndex) -> None:
    files = scripts(english, most=20_000)
    assert len(files) > 2
    first = json.loads(files["index.js"].removeprefix("portalSearch.index(").removesuffix(")\n"))
    found = list(first["texts"])
    for number in range(1, first["parts"]):
        start, _, part = (
            files[f"part-{number}.js"].removeprefix("portalSearch.part(").partition(",")
        )
        assert int(start) == len(found)
        found += json.loads(part.removesuffix(")\n"))
    assert tuple(found) == english.texts


def test_the_theme_s_own_search_is_not_shipped(site: Path) -> None:
    assert [path for path in site.rglob("*") if "lunr" in path.name or path.name == "workers"] == []
    assert list(site.rglob("search_index.json")) == []


def test_what_is_shipped_of_our_script_is_one_small_file(site: Path, root: Path) -> None:
    folder = site / "en/assets/javascripts"
    shipped = (folder / "search.js").read_bytes()
    assert len(gzip.compress(shipped)) < 8_000
    assert [path.name for path in folder.glob("search*")] == ["search.js"]
    sources = root / "overrides/assets/javascripts"
    whole = "".join((sources / f"search-{name}.js").read_text("utf-8") for name in PARTS)
    assert shipped.decode() == lean(whole) == lean(lean(whole))


def test_a_page_that_was_not_built_is_named(root: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="was not built"):
        write_search(edition(root, "en"), tmp_path)


def test_abbreviations_of_english_serve_every_language(root: Path) -> None:
    names = {term.names[0]: term.names for term in read_terms(root, "fr")}
    assert "NAP" in names["plan d'action national"]
    assert "PAN" in names["plan d'action national"]


def test_the_terms_name_pages_that_are_there(root: Path) -> None:
    keys = set(edition(root, "en").shown_keys())
    assert {key for term in read_terms(root, "en") for key in term.pages} <= keys
