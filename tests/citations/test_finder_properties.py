"""Any text at all: no crash, honest offsets, linear time."""

from __future__ import annotations

import math
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.citations import find_citations
from portal.citations.lexicon import known_languages
from portal.citations.mask import mask

PIECES = [
    "Article 7", "paragraph", " 3 (a)", "(", ")", ", ", " and ", " of ", "the Basel Convention",
    "\n", "\n\n", "# ", "**", "_", "`", "```\n", "<!--", "-->", "[", "](x)", "[^1]", "> ", "- ",
    "1. ", "    ", "---\n", "l'alinéa c) du paragraphe 5 de l'article 8",
    "artículo 9, párrafo 5 a)",
    "пункта 5 статьи 8", "ст. 9, п. 5", "الفقرة 5 (ج) من المادة 8", "المادتان 54 و55",
    "第九条第5款", "《巴塞尔公约》第4条", "MC-5/12", "Annex", " A", "\ud800",
    "\ufeff", "\r\n", "\u00a0",
    "\u200f", "\0", "99999999999999999999", "ⅳ", "²", "٣", "{.x #y}", "&nbsp;", "\\(", "http://a/",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
)
LANGUAGES = st.sampled_from(known_languages())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(text="point (c) of Article 11, paragraph 2 of Article 9", language="en", markdown=True)
@example(text="A)من مادة 1 فقرة A)من مادة", language="ar", markdown=False)
@given(text=TEXTS, language=LANGUAGES, markdown=st.booleans())
def test_offsets_slice_the_raw_text_in_order(text: str, language: str, markdown: bool) -> None:
    reached = 0
    for citation in find_citations(text, language=language, markdown=markdown):
        assert reached <= citation.start < citation.end <= len(text)
        reached = citation.end
        assert citation.targets
        for target in citation.targets:
            assert citation.start <= target.start <= target.end <= citation.end
            assert (target.id is not None) == (target.status in {"valid", "unknown"})


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, markdown=st.booleans())
def test_the_masked_text_is_as_long_as_the_raw_one(text: str, markdown: bool) -> None:
    assert len(mask(text, markdown=markdown)) == len(text)


@pytest.mark.parametrize(
    ("language", "text", "provision"),
    [
        ("ru", "статья седьмая, пункт третий", "art_7__para_3"),
        ("ru", "статья 4 Базельской конвенции", None),
        ("fr", "la décision MC-5/12, paragraphe 3", "dec_mc-5-12__para_3"),
        ("es", "el artículo 7, párrafo 3 a)", "art_7__para_3__subpara_a"),
        ("ar", "المادة 7.3.أ", "art_7__para_3__subpara_a"),
    ],
)
def test_letters_taken_apart_are_read_and_keep_their_marks(
    language: str, text: str, provision: str | None
) -> None:
    apart = unicodedata.normalize("NFD", text)
    (whole,), (citation,) = (find_citations(one, language=language) for one in (text, apart))
    assert [target.id for target in citation.targets] == [provision]
    written = apart[citation.start : citation.end]
    assert unicodedata.normalize("NFC", written) == text[whole.start : whole.end]


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\t", "\n", "\r\n"])
@pytest.mark.parametrize(
    ("language", "text", "provision"),
    [
        ("en", "listed in Part I of Annex A", "annex_a__part_1"),
        ("fr", "inscrits dans la première partie de l'annexe B", "annex_b__part_1"),
        ("es", "incluidos en la parte I del anexo A", "annex_a__part_1"),
        ("ru", "п 5 ст 8", "art_8__para_5"),
    ],
)
def test_any_blank_stands_between_the_words(
    language: str, text: str, provision: str, blank: str
) -> None:
    (citation,) = find_citations(text.replace(" ", blank), language=language)
    assert [target.id for target in citation.targets] == [provision]


HOSTILE = {
    "brackets after a number": ("en", "Article 7 ", "(a)"),
    "one word": ("en", "", "article "),
    "open brackets": ("en", "Article 7 ", "("),
    "square brackets": ("en", "", "["),
    "links that never end": ("en", "", "](( "),
    "of": ("en", "", "article 7 of "),
    "a long list": ("en", "Article 7", ", 7"),
    "of without end": ("en", "", "paragraph 3 of "),
    "articles": ("en", "", "article article "),
    "decisions": ("en", "", "decision MC-5/12 (2023) "),
    "a chain without end": ("en", "", "paragraph 3 of paragraph 4 of article 7 "),
    "ticks": ("en", "", "` `` ``` "),
    "comments": ("en", "", "<!-- "),
    "tags": ("en", "", "<a "),
    "capitals": ("en", "The ", "Basel "),
    "ordinals": ("en", "the ", "first "),
    "blanks": ("en", "article", " "),
    "lines": ("en", "article", "\n"),
    "headings": ("en", "", "# Article 7\n"),
    "indented blocks": ("en", "", "    article 7\n\n"),
    "French": ("fr", "", "l'alinéa a) du paragraphe 1 et "),
    "Spanish": ("es", "", "la Convención de la Ley del artículo 5 "),
    "Russian": ("ru", "", "пункта 5 статьи "),
    "Arabic": ("ar", "", "الفقرة 5 من المادة "),
    "Chinese": ("zh", "", "第九条第"),
    "whole Chinese units": ("zh", "", "第九条第5款、"),
    "Arabic vowel signs": ("ar", "", "الْـ"),
    "Russian annexes": ("ru", "", "приложения А, "),
}


def seconds(text: str, language: str) -> float:
    start = time.process_time()
    find_citations(text, language=language)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_of_hostile_text(name: str) -> None:
    language, head, piece = HOSTILE[name]
    texts = [head + piece * (size // len(piece)) for size in (2_000, 30_000, 240_000)]
    seconds(texts[0], language)  # compiles the patterns
    short = long = math.inf
    # A busy machine slows single runs: what counts is the fastest of some at each length.
    for _ in range(6):
        short = min(short, seconds(texts[1], language))
        long = min(long, seconds(texts[2], language))
        # Eight times the text; a quadratic search would take 64 times as long.
        if long < 24 * short + 0.1:
            return
    pytest.fail(f"8 times the text took {long / short:.0f} times as long: {long:.2f} s")
