"""A supplied text is told apart by provision, as each language numbers. All texts are made up."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

import pytest
from made_up import ARTICLE_7, HEADER, replaced

from portal.authentic import SuppliedText, is_supplied, parse_supplied, read_supplied, supplied_key
from portal.authentic.order import required
from portal.convention import load_treaty
from portal.errors import DataError

TREATY = load_treaty()
FOLDER = Path(__file__).parents[2].parent / "shared" / "facts"
FACTS = Path(os.environ.get("PORTAL_FACTS") or FOLDER)


def parse(text: str | bytes, *, language: str = "en", provision: str = "art_7") -> SuppliedText:
    raw = text if isinstance(text, bytes) else text.encode()
    return parse_supplied(
        raw, path="docs/x.txt", language=language, provision=provision, treaty=TREATY
    )


def ids(text: str, *, language: str = "en", provision: str = "art_7") -> list[str]:
    found = parse(HEADER + text, language=language, provision=provision)
    return [unit.id.removeprefix(f"{provision}__") for unit in found.units[1:]]


def test_header_and_words_are_read() -> None:
    text = parse(ARTICLE_7)
    assert (text.publisher, text.source) == ("Office of Made-up Texts", "https://texts.example/7")
    assert text.date == datetime.date(2019, 9, 1)
    assert text.address == "https://texts.example/7"
    words = {unit.id: (unit.mark, unit.paragraphs, unit.line) for unit in text.units}
    assert words["art_7"] == ("", ("Article 7", "Made-up title"), 1)
    two = ("Words of two, broken over two lines.", "A second paragraph of two.")
    assert words["art_7__para_2"] == ("2.", two, 9)
    assert words["art_7__para_3__subpara_b"] == ("(b)", ("three b;",), 15)
    assert words["art_7__para_4"] == ("4.", (), 17)
    assert {unit.id for unit in text.units} - {"art_7"} == set(required(TREATY, "art_7"))


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", "1. x\n2. x\n3. x\n(a) x\n(b) x\n(c) x\n4. x\n(a) x"),
        ("fr", "1. x\n2. x\n3. x\na) x\nb) x\nc) x\n4. x\na) x"),
        ("es", "1. x\n2. x\n3. x\na) x\nb) x\nc) x\n4. a) x"),
        ("ru", "1. х\n2. х\n3. х\na) х\nb) х\nc) х\n4. х\na) х"),
        ("ru", "1. х\n2. х\n3. х\nа) х\nб) х\nв) х\n4. х\nа) х"),
        ("ru", "1. х\n2. х\n3. х\nа) х\nb) х\nс) х\n4. х\nа) х"),
        ("zh", "一、文字\n二、文字\n三、文字\n（一）文字\n（二）文字\n（三）文字\n四、（一）文字"),
        ("zh", "１．文字\n２．文字\n３．文字\n(a) 文字\n(b) 文字\n(c) 文字\n４．文字\n（a）文字"),
        ("ar", "1 - س\n2 - س\n3 - س\n(أ) س\n(ب) س\n(ج) س\n4 - س\n(أ) س"),
        ("ar", "١- س\n٢- س\n٣- س\n(ا) س\n(ب) س\n(ج) س\n٤- (أ) س"),
        ("ar", "١. س\n٢. س\n٣. س\nأ) س\nب) س\nج) س\n٤. س\nأ) س"),
    ],
)
def test_each_language_numbers_in_its_own_ways(language: str, lines: str) -> None:
    assert ids(lines, language=language) == [
        "para_1",
        "para_2",
        "para_3",
        "para_3__subpara_a",
        "para_3__subpara_b",
        "para_3__subpara_c",
        "para_4",
        "para_4__subpara_a",
    ]


@pytest.mark.parametrize(
    ("language", "items"),
    [
        ("en", ("(i)", "(ii)", "(iii)", "(iv)")),
        ("fr", ("i)", "ii)", "iii)", "iv)")),
        ("zh", ("1.", "2.", "3.", "4.")),
        ("zh", ("（一）", "（二）", "（三）", "（四）")),
        ("ar", ("‘1’", "‘2’", "‘3’", "‘4’")),
        ("ar", ("(١)", "(٢)", "(٣)", "(٤)")),
    ],
)
def test_items_follow_their_letter(language: str, items: tuple[str, ...]) -> None:
    lines = "\n".join(["1. x", "(a) x", "(b) x", *(f"{item} x" for item in items), "(c) x"])
    expected = [f"para_1__subpara_b__item_{number}" for number in ("i", "ii", "iii", "iv")]
    found = ids(lines, language=language, provision="annex_c")
    assert found == [
        "para_1",
        "para_1__subpara_a",
        "para_1__subpara_b",
        *expected,
        "para_1__subpara_c",
    ]


def test_a_letter_i_is_a_letter_where_the_treaty_has_one() -> None:
    lines = "\n".join(f"({letter}) x" for letter in "abcdefghijk")
    assert ids(lines, provision="art_2") == [f"subpara_{letter}" for letter in "abcdefghijk"]


@pytest.mark.parametrize(
    ("language", "part", "article"),
    [
        ("en", "Part II: Made-up", "Article 2"),
        ("fr", "Deuxième partie", "Article 2"),
        ("es", "Parte II", "Artículo 2"),
        ("ru", "Часть II", "Статья 2"),
        ("zh", "第二部分", "第二条"),
        ("ar", "الجزء الثاني", "المادة ٢"),
    ],
)
def test_annex_e_has_parts_and_articles_of_its_own(language: str, part: str, article: str) -> None:
    lines = f"{part}\n{article}\n1. x\n2. x"
    found = ids(lines, language=language, provision="annex_e")
    assert found == ["part_2", *(f"part_2__art_2{end}" for end in ("", "__para_1", "__para_2"))]


def test_what_is_numbered_in_a_table_row_is_text_unless_the_row_is_named() -> None:
    lines = "Part II\nMade-up process\n(i) x\n(ii) x"
    assert ids(lines, provision="annex_b") == ["part_2"]
    named = "Part II\n[annex_b__part_2__row_polyurethane] Made-up process\n(i) x"
    row = "part_2__row_polyurethane"
    assert ids(named, provision="annex_b") == ["part_2", row, f"{row}__item_i"]


def test_what_the_treaty_lacks_is_still_a_unit() -> None:
    assert ids("1. x\n5. x")[-1] == "para_5"
    assert ids("3. x\n(a) x\n(f) x")[-1] == "para_3__subpara_f"
    assert ids("2. x\n(a) x") == ["para_2", "para_2__subpara_a"]


def test_numbers_inside_a_line_begin_nothing() -> None:
    assert ids("1. In 2013. (a) and 2. stay\n3.5 kg and 2020. stay, too") == ["para_1"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "lacks `publisher:`"),
        ("1. Words.\n", 1, "The header has one line for each"),
        (replaced("date: 2019-09-01\n", ""), 1, "lacks `date:`"),
        (replaced("2019-09-01", "September"), 2, "'September' is no date"),
        (replaced("2019-09-01", "20190901"), 2, "is no date"),
        (replaced("source: https", "origin: https"), 3, "The header has one line"),
        (replaced("source: https://texts.example/7", "source:"), 3, "`source:` says nothing"),
        (replaced("\n\nArticle 7", "\nArticle 7"), 4, "The header has one line"),
        (HEADER, 4, "no text below the header"),
        (
            replaced("(c) three c.", "(b) three c."),
            16,
            "(b) begins art_7__para_3__subpara_b a second",
        ),
        (replaced("3. Words", "[art_8__para_1] Words"), 13, "no unit 'art_8__para_1' in art_7"),
        (replaced("3. Words", "[art_7__para_9] Words"), 13, "no unit 'art_7__para_9'"),
        (replaced("three b", "three\u202e b"), 15, "control character (U+202E)"),
        (replaced("three b", "three\x02 b"), 15, "control character (U+0002)"),
        (b"publisher: \xff\n", 1, "not UTF-8"),
        (b"publisher: \x00\n", 1, "not text"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(text: str | bytes, line: int, words: str) -> None:
    with pytest.raises(DataError) as error:
        parse(text)
    assert str(error.value).startswith(f"docs/x.txt:{line}: ")
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://texts.example/7", "https://texts.example/7"),
        ("javascript:alert(1)", None),
        ("Official Gazette, page 3", None),
        ('https://x.example/" onclick="', None),
    ],
)
def test_only_a_web_address_is_a_link(source: str, address: str | None) -> None:
    assert parse(replaced("https://texts.example/7", source)).address == address


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("docs/fr/convention/authentic/article-07.txt", "convention/article-07"),
        ("docs/fr/convention/authentic/annex-c.txt", "convention/annex-c"),
        ("docs/fr/convention/authentic/article-7.txt", None),
        ("docs/fr/convention/authentic/article-36.txt", None),
        ("docs/fr/convention/authentic/preamble.txt", None),
        ("docs/fr/convention/authentic/README.md", None),
        ("docs/fr/convention/authentic/old/article-07.txt", None),
    ],
)
def test_a_file_is_named_for_its_page(path: str, key: str | None) -> None:
    assert is_supplied(path)
    assert supplied_key(path, TREATY) == key


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "docs/en/convention/authentic"
    folder.mkdir(parents=True)
    (tmp_path / "secret.txt").write_text(ARTICLE_7, "utf-8")
    key = "convention/article-07"
    try:
        (folder / "article-07.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert read_supplied(tmp_path, "en", key, treaty=TREATY) is None
    (folder / "article-07.txt").unlink()
    assert read_supplied(tmp_path, "en", key, treaty=TREATY) is None
    (folder / "article-07.txt").write_text(ARTICLE_7, "utf-8")
    assert read_supplied(tmp_path, "en", key, treaty=TREATY) is not None


def test_the_treaty_itself_fits() -> None:
    """Every article and annex of the English text of 2013, laid out as plain text, is whole."""
    source = FACTS / "convention-en-2013.txt"
    if not source.is_file():
        pytest.skip(f"{source.name} is not here (PORTAL_FACTS names its folder)")
    texts = plain_texts(source.read_text("utf-8"))
    assert len(texts) == 40
    for provision, text in texts.items():
        found = [unit.id for unit in parse(HEADER + text, provision=provision).units]
        assert set(required(TREATY, provision)) <= set(found), provision
        assert [name for name in found if not TREATY.exists(name)] == [], provision


def plain_texts(markdown: str) -> dict[str, str]:
    """Cut the treaty into articles and annexes, without marks of headings and tables."""
    pieces = re.split(r"^### (Article\s+\d+|Annex\s+[A-E])\s*$", markdown, flags=re.M)[1:]
    texts: dict[str, str] = {}
    annex = None
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        kind, number = name.split()
        plain = re.sub(
            r"\*\s*(Part I+:[^*]*)\*", r"\n\1\n", re.sub(r"^#+\s*", "", body, flags=re.M)
        )
        plain = re.sub(r"^\|(?: --- +\|)? *", "", plain, flags=re.M).strip()
        if kind == "Annex":
            annex = f"annex_{number.lower()}"
            texts[annex] = plain
        elif annex:
            texts[annex] += f"\n{kind} {number}\n{plain}"
        else:
            texts[f"art_{number}"] = plain
    return texts
