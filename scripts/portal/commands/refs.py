"""List the references to the Minamata Convention in texts, one line per provision named."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portal.errors import PageError

if TYPE_CHECKING:
    from portal.citations import Reference

_MARKDOWN = frozenset({".md", ".markdown"})
_STANDARD_INPUT = "-"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--lang", required=True, help="the language of the texts: en, fr, …")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")
    parser.add_argument(
        "--context", metavar="ID", help="the provision that the texts belong to: art_7"
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH",
        help="Markdown or text files, folders of Markdown, or - for standard input (the default)",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """List them; return 1 if any is unknown, 2 if a text could not be read; raise ConfigError."""
    from portal.citations import check_request, find_references

    check_request(arguments.lang, arguments.context)
    write = _write_json if arguments.format == "jsonl" else _write_text
    status = 0
    for path in _files(arguments.paths or [_STANDARD_INPUT]):
        if isinstance(path, PageError):
            sys.stderr.write(f"{path}\n")
            status = 2
            continue
        try:
            text = _read(path)
        except PageError as error:
            sys.stderr.write(f"{error}\n")
            status = 2
            continue
        for reference in find_references(
            text, language=arguments.lang, context=arguments.context,
            markdown=path != _STANDARD_INPUT and Path(path).suffix.lower() in _MARKDOWN,
        ):  # fmt: skip
            write(path, reference)
            if reference.status == "unknown":
                status = max(status, 1)
    return status


def _files(paths: list[str]) -> Iterator[str | PageError]:
    """Yield files to read, in order, and an error for what cannot be one."""
    for path in paths:
        folder = Path(path)
        if path == _STANDARD_INPUT or not folder.is_dir():
            yield path
            continue
        found = sorted(
            file
            for file in folder.rglob("*")
            if file.suffix.lower() in _MARKDOWN and file.is_file()
        )
        if not found:
            yield PageError(
                "There is no Markdown in this folder. Name one with .md files.", path=path
            )
        yield from (file.as_posix() for file in found)


def _read(path: str) -> str:
    """Return a file's text; raise PageError where there is none."""
    if path == _STANDARD_INPUT and sys.stdin is None:  # It was closed: `<&-`.
        raise PageError("Standard input is closed. Name a file.", path=path)
    try:
        data = sys.stdin.buffer.read() if path == _STANDARD_INPUT else Path(path).read_bytes()
    except FileNotFoundError as error:
        raise PageError("There is no such file. Check the path.", path=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise PageError(f"It cannot be read: {reason}. Check the file.", path=path) from error
    if b"\0" in data:
        raise PageError("This is a binary file. Name a text file in UTF-8.", path=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "This is not UTF-8. Save the file as UTF-8."
        raise PageError(message, path=path, line=line) from error


def _write_json(path: str, reference: Reference) -> None:
    record = {
        "path": path,
        "line": reference.line,
        "column": reference.column,
        "end_line": reference.end_line,
        "end_column": reference.end_column,
        "text": reference.text,
        "id": reference.id,
        "status": reference.status,
    }
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_text(path: str, reference: Reference) -> None:
    written = " ".join(reference.text.split())
    place = f"{path}:{reference.line}:{reference.column}"
    sys.stdout.write(f"{place}: {written}: {reference.id or '-'} ({reference.status})\n")
