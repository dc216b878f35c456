"""Writes the words of a language as their file has them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from portal.errors import DataError
from portal.glossary.concept import Words
from portal.glossary_files import words_file

_LISTS = ("abbreviations", "allowed", "forbidden", "forms")
_QUOTED = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`«]|:\s|\s\#|:$|\s$|^(?:true|false|null|yes|no|on|off|y|n|~)$"""
    r"""|^[\d.+-][\d.,:_+e-]*$|^=$|^<<$""",
    re.IGNORECASE,
)
_QUOTED_IN_LIST = re.compile(r"""[,\[\]{}:#&*!|>'"%@`«]""")


def words_text(words: Mapping[str, Words], *, head: str) -> str:
    """Return the file of a language; `head` is the comment that it begins with."""
    lines = [line for one in words.values() for line in _entry(one)]
    return "".join(f"{line}\n" for line in (*head.splitlines(), "terms:", *lines))


def _entry(words: Words) -> Iterator[str]:
    yield f"  {words.id}:"
    yield f"    term: {_scalar(words.term)}"
    if words.seen:
        yield f"    seen: {_scalar(words.seen)}"
    for name in _LISTS:
        if getattr(words, name):
            yield f"    {name}: {_list(getattr(words, name))}"
    for name in ("note", "definition"):
        if getattr(words, name):
            yield f"    {name}: {_scalar(getattr(words, name))}"


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if _QUOTED.search(text) else text


def _list(items: Sequence[str]) -> str:
    shown = (
        json.dumps(item, ensure_ascii=False) if _QUOTED_IN_LIST.search(item) else _scalar(item)
        for item in items
    )
    return f"[{', '.join(shown)}]"


def new_file(root: Path, code: str, words: Mapping[str, Words]) -> str:
    """Return the new text of a language's file, with the comment at its head as it stands.

    Raises DataError for a comment further down, which would be lost.
    """
    shown = words_file(code)
    lines = (root / shown).read_text("utf-8").splitlines() if (root / shown).is_file() else []
    count = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for number, line in enumerate(lines[count:], count + 1):
        if line.lstrip().startswith("#"):
            message = "This comment would be lost. Move it to the head of the file."
            raise DataError(message, path=shown, line=number)
    return words_text(words, head="\n".join(lines[:count]))
