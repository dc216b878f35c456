"""What of a page can be found: the text, not the answers."""

from __future__ import annotations

import pytest

from portal.search.page_text import Section, read_sections

UNITS = {"convention/article-10": "art_10"}


def sections(html: str) -> tuple[Section, ...]:
    return read_sections(f"<body>before<article>{html}</article>after</body>", units=UNITS)


def test_a_section_has_its_heading_anchor_and_sentences() -> None:
    first, second = sections(
        "<h1 id=t>Title</h1><p>One.\nTwo.</p><h2 id=a>The <em>head</em></h2>"
        "<p>Three.</p><p>Four.</p>"
    )
    assert (first.anchor, first.heading, first.sentences) == ("", "", ("One.", "Two."))
    assert (second.anchor, second.heading) == ("a", "The head")
    assert second.sentences == ("Three.", "Four.")


def test_answers_and_solutions_are_left_out() -> None:
    (only,) = sections(
        '<section class="block block-question"><p class="block-title">'
        '<span class="block-kind">Question</span> <span class="block-name">Which?</span></p>'
        '<ul class="question-options"><li>Secret A</li></ul>'
        '<details class="question-answers"><p>Secret B</p></details></section>'
        '<details class="block block-solution"><p>Secret C</p></details>'
        "<p hidden>Secret D</p><p>End.</p>"
    )
    assert only.sentences == ("Which?", "End.")


def test_notes_for_the_facilitator_are_a_section_of_their_own() -> None:
    text, notes = sections(
        '<h2 id=a>Head</h2><p>One.</p><details class="block block-facilitator"><summary>For you'
        "</summary><p>Ask first.</p></details><p>Two.</p>"
    )
    assert (text.sentences, text.notes) == (("One.", "Two."), False)
    assert (notes.sentences, notes.notes, notes.anchor) == (("For you", "Ask first."), True, "a")


def test_the_title_of_a_block_stands_before_its_first_sentence() -> None:
    (only,) = sections(
        '<section class="block-law"><p class="block-title">Article 4</p>\n'
        "<p>A Party shall.\nIt may.</p></section>"
    )
    assert only.sentences == ("Article 4 – A Party shall.", "It may.")


def test_a_row_of_a_table_is_one_sentence() -> None:
    (only,) = sections("<table><tr>\n<td>a</td>\n<td>b</td>\n</tr><tr><td>c</td></tr></table>")
    assert only.sentences == ("a · b", "c")


def test_links_to_provisions_are_kept_with_their_sentence() -> None:
    (only,) = sections(
        '<p>One.\nSee <a class="provision"'
        ' href="../../convention/article-11/index.html#art_11__para_2">x</a> and'
        ' <a class="provision" href="../../convention/article-10/index.html">y</a>.</p>'
    )
    assert only.cites == ((1, "art_11__para_2"), (1, "art_10"))


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    assert sections("</p></div><p>One<b>.<ul><li>Two") != ()
    assert read_sections("no article", units={}) == ()


def test_lines_and_links_in_another_language_are_left_out_but_not_words() -> None:
    html = (
        '<html lang="fr"><article><p>Le <span lang="en">sluice</span> trie.</p><ul>'
        '<li lang="en">English line.</li><li><a lang="en" href="x">English page</a></li>'
        '<li><a lang="fr" href="y">Page</a></li></ul></article>'
    )
    (only,) = read_sections(html, units={})
    assert only.sentences == ("Le sluice trie.", "Page")


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        ("<p>Un mot, <i lang=en>sluice box</i>, reste.</p>", ("Un mot, sluice box, reste.",)),
        (f"<p>Fait. <span lang=en>{'word ' * 7}</span></p>", ("Fait.",)),
        (f"<p>En anglais : <span lang=en>{'word ' * 7}</span></p>", ()),
        ("<p><a lang=en href='https://a.b/'>A B C D E F G H</a></p>", ("A B C D E F G H",)),
        ("<table><tr><td><a lang=en href='x.html'>X</a></td><td>à faire</td></tr></table>", ()),
        ("<ul><li><a lang=en href='../x/index.html'>X</a> EN</li><li>Deux</li></ul>", ("Deux",)),
    ],
)
def test_a_word_or_name_in_another_language_is_found_its_sentence_is_not(
    html: str, sentences: tuple[str, ...]
) -> None:
    page = f"<html lang=fr><article><h2 id=a>Titre</h2>{html}</article></html>"
    assert read_sections(page, units=UNITS)[0].sentences == sentences


@pytest.mark.parametrize("name", ["cards--modules", "evidence", "slides-way", "track-test"])
def test_what_other_pages_say_and_tools_are_left_out(name: str) -> None:
    (only,) = sections(f'<p>One.</p><div class="{name}"><p>Two.</p></div>')
    assert only.sentences == ("One.",)
