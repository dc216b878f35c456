"""`portal refs` as people and programs call it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from portal.cli import main


class Input(io.TextIOWrapper):
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch):
    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", Input(data))

    return put


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_standard_input_gives_one_line_with_its_columns(feed, capsys) -> None:
    feed("l'alinéa c) du paragraphe 5 de l'article 8".encode())
    assert main(["refs", "--lang", "fr", "--format", "jsonl", "-"]) == 0
    assert lines(capsys) == [
        {
            "path": "-",
            "line": 1,
            "column": 3,
            "end_line": 1,
            "end_column": 43,
            "text": "alinéa c) du paragraphe 5 de l'article 8",
            "id": "art_8__para_5__subpara_c",
            "status": "valid",
        }
    ]


def test_a_list_gives_a_line_per_provision_and_unknown_gives_status_one(feed, capsys) -> None:
    feed("\ufeffSee\r\nArticles 35\r\nand 36.".encode())
    assert main(["refs", "--lang", "en", "--format", "jsonl"]) == 1
    found = [
        (r["line"], r["column"], r["end_line"], r["end_column"], r["id"], r["status"])
        for r in lines(capsys)
    ]
    assert found == [(2, 1, 3, 7, "art_35", "valid"), (2, 1, 3, 7, "art_36", "unknown")]


def test_the_context_says_which_provision_a_text_belongs_to(feed, capsys) -> None:
    feed(b"as set out in paragraph 3")
    assert main(["refs", "--lang", "en", "--context", "art_7", "-"]) == 0
    assert capsys.readouterr().out == "-:1:15: paragraph 3: art_7__para_3 (valid)\n"


def test_a_folder_is_searched_for_markdown(tmp_path: Path, capsys) -> None:
    (tmp_path / "b.md").write_text("Article 7\n\n    Article 8\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Article 9", encoding="utf-8")
    assert main(["refs", "--lang", "en", "--format", "jsonl", str(tmp_path)]) == 0
    assert [r["id"] for r in lines(capsys)] == ["art_7"]


def test_plain_text_may_be_indented(tmp_path: Path, capsys) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title\n\n    Article 8\n", encoding="utf-8")
    assert main(["refs", "--lang", "en", "--format", "jsonl", str(path)]) == 0
    assert [r["id"] for r in lines(capsys)] == ["art_8"]


BAD = {
    "binary.md": (b"Article\x007", "binary file"),
    "latin.md": ("l'é".encode("latin-1"), "not UTF-8"),
    "utf16.md": ("Article 7".encode("utf-16"), "binary file"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_line_and_the_others_are_still_checked(
    name: str, tmp_path: Path, capsys
) -> None:
    data, says = BAD[name]
    bad, good = tmp_path / name, tmp_path / "good.md"
    bad.write_bytes(data)
    good.write_text("Article 7", encoding="utf-8")
    assert main(["refs", "--lang", "en", str(bad), str(good)]) == 2
    out, err = capsys.readouterr()
    assert "art_7" in out
    assert err.count("\n") == 1
    assert says in err
    assert err.startswith(str(bad))


@pytest.mark.parametrize("path", ["missing.md", "."])
def test_what_cannot_be_read_gives_one_line(path: str, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["refs", "--lang", "en", path]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_a_closed_standard_input_gives_one_line(capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["refs", "--lang", "en", "-"]) == 2
    assert capsys.readouterr() == ("", "-: Standard input is closed. Name a file.\n")


@pytest.mark.parametrize(
    "words", [["--lang", "xx"], ["--lang", "en", "--context", "art_99"], ["--lang", "../en"]]
)
def test_an_unknown_language_or_context_gives_one_line(words: list[str], feed, capsys) -> None:
    feed(b"Article 7")
    assert main(["refs", *words, "-"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
