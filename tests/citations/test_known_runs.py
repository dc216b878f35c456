"""The memory of citations already read, and the quick looks, never change an answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.citations import Citation, find_citations
from portal.citations.known_runs import PAYS_AFTER
from portal.citations.lexicon import known_languages, load_lexicon
from portal.citations.reader import Reader
from portal.citations.resolve import resolver_for
from portal.convention import load_treaty

FOLDER = Path(__file__).parent / "phrases"
TOKEN_END = re.compile(r"(?<=\w)(?!\w)|(?<=[^\w\s])")
Answer = tuple[Citation, ...]


class Forgetful(dict[Any, Any]):
    """A memory that keeps nothing, so that everything is read as for the first time."""

    def __setitem__(self, key: Any, value: Any) -> None:
        del key, value


def phrases(language: str) -> list[str]:
    source = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return [entry["text"] for entry in yaml.safe_load(source)]


def prefixes(text: str) -> list[str]:
    """Every beginning of a text that ends at the end of a token, the whole text last."""
    return [text[: match.end()] for match in TOKEN_END.finditer(text)]


def read(texts: list[str], language: str, memory: dict[Any, Any]) -> list[Answer]:
    resolver_for(load_treaty()).runs[language] = memory
    lexicon = load_lexicon(language)
    assert lexicon is not None
    lexicon.hits = PAYS_AFTER
    return [find_citations(text, language=language) for text in texts]


@pytest.mark.parametrize("language", known_languages())
def test_a_phrase_is_read_alike_whatever_beginning_of_it_was_read_before(language: str) -> None:
    texts = [beginning for text in phrases(language) for beginning in prefixes(text)]
    cold = read(texts, language, Forgetful())
    memory: dict[Any, Any] = {}
    for order in (texts, texts[::-1]):
        answers = read(order, language, memory)
        expected = cold if order is texts else cold[::-1]
        wrong = [
            text for text, one, other in zip(order, expected, answers, strict=True) if one != other
        ]
        assert not wrong, wrong[:3]


@pytest.mark.parametrize("language", known_languages())
def test_a_page_of_phrases_is_read_as_with_no_memory_and_no_quick_look(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = phrases(language)
    page = "\n\n".join(texts)
    memory: dict[Any, Any] = {}
    read(texts, language, memory)
    warm = read([*texts, page], language, memory)
    monkeypatch.setattr(Reader, "is_plain", lambda *_: False)
    assert warm == read([*texts, page], language, Forgetful())


PIECES = {
    language: sorted(
        {
            piece
            for text in phrases(language)
            for piece in re.findall(r"\w+|[^\w\s]", text)
            if len(piece) < 24
        }
    )
    for language in known_languages()
}
HEADS = {language: [text[:40] for text in phrases(language)] for language in PIECES}


@st.composite
def strung_together(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A language and texts that begin alike: a citation followed by words of the phrases."""
    language = draw(st.sampled_from(known_languages()))
    head = draw(st.sampled_from(HEADS[language]))
    piece = st.tuples(st.sampled_from(PIECES[language]), st.sampled_from(["", " ", "\n"]))
    tails = draw(st.lists(st.lists(piece, max_size=6), min_size=2, max_size=5))
    cut = draw(st.integers(4, 40))
    return language, [
        head[:cut] + "".join(word + gap for word, gap in tail) for tail in tails
    ]  # fmt: skip


@settings(
    max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(drawn=strung_together())
def test_texts_that_begin_alike_are_read_alike_in_any_order(drawn: tuple[str, list[str]]) -> None:
    language, texts = drawn
    cold = read(texts, language, Forgetful())
    memory: dict[Any, Any] = {}
    read(texts[::-1], language, memory)
    assert read(texts, language, memory) == cold


def test_the_memory_is_used() -> None:
    memory: dict[Any, Any] = {}
    read(["Article 7, paragraph 3, says so."], "en", memory)
    assert [key for key in memory if "Article 7, paragraph 3" in key]


FOLLOWED_BY = {
    "en": ["Article 7", " bis of that law"],
    "fr": ["article 7", " bis de la loi"],
    "es": ["artículo 7", ".º, numeral 3, literal c"],
}


@pytest.mark.parametrize("language", FOLLOWED_BY)
def test_what_was_read_alone_is_read_anew_where_more_follows(language: str) -> None:
    alone, more = FOLLOWED_BY[language]
    (cold,) = read([alone + more], language, Forgetful())
    memory: dict[Any, Any] = {}
    read([alone, alone + ".", alone + " x"], language, memory)
    assert read([alone + more], language, memory) == [cold]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Article 3, paragraph 1"), ("zh", "第3条第1款")]
)
def test_an_article_of_annex_e_is_not_remembered_for_other_texts(language: str, text: str) -> None:
    memory: dict[Any, Any] = {}
    for context, expected in (
        ("annex_e__part_1", "annex_e__part_1__art_3__para_1"),
        (None, "art_3__para_1"),
        ("annex_e__part_1", "annex_e__part_1__art_3__para_1"),
    ):
        read([], language, memory)
        found = find_citations(text, language=language, context=context)
        assert [citation.ids for citation in found] == [(expected,)]
