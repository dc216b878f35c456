"""The beginning of a translation: front matter, ids, blocks, citations in the language's form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page
from portal.translations.localizing import localize

Terms = Callable[[str], tuple[tuple[str, str], ...]]
"""English text to the glossary's terms in it: English term, term in the language."""

LONGEST_ADDRESS = 5_000
"""Characters of an address: GitHub takes more, but a page lists many, and phones load it."""

_MARKER = re.compile(r"^(\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?)(.*)$")
_HEADING = re.compile(r"^(#{1,6}\s+)(.*?)(\s*\{[^}]*\}\s*)?$")


def no_terms(_text: str) -> tuple[tuple[str, str], ...]:
    """Say that no term is known: where there is no glossary."""
    return ()


def skeleton(source: Page, language: str, *, terms: Terms = no_terms) -> str:
    """Return the file to begin a translation with: English sentences to be written over.

    Ids, blocks, tables and links stand as they must stay; citations are in the language's own
    form; under each heading a comment lists the glossary's terms.
    """
    body = localize("\n".join(source.lines[source.body_line - 1 :]), language, key=source.key)
    lines = body.split("\n")
    return _head(source, language) + "\n".join(_with_terms(source, lines, terms)).rstrip() + "\n"


def _with_terms(source: Page, lines: list[str], terms: Terms) -> Iterator[str]:
    starts = {section.lines.start: section for section in source.sections if section.heading}
    for number, line in enumerate(lines, source.body_line):
        yield line
        section = starts.get(number)
        if section is None:
            continue
        text = "\n".join(source.prose.lines[n - 1] for n in section.lines)
        found = terms(text)
        if found:
            pairs = "; ".join(f"{english} = {own}" for english, own in found)
            yield f"\n<!-- terms: {re.sub('--+|[<>]', ' ', pairs)} -->"


def outline(source: Page, language: str) -> str:
    """Return the skeleton with three points for each sentence: short enough for an address."""
    body = [_ellipsis(source, number) for number in range(source.body_line, len(source.lines) + 1)]
    return _head(source, language) + "\n".join(body).rstrip() + "\n"


def _ellipsis(source: Page, number: int) -> str:
    line = source.lines[number - 1]
    if not line.strip() or number in source.prose.code:
        return line
    if number in source.fence_lines:
        return re.sub(r"\|.*$", "| ...", line) if line.lstrip().startswith("/") else line
    if heading := _HEADING.match(line):
        return f"{heading[1]}...{heading[3] or ''}"
    if line.startswith("|"):
        if re.fullmatch(r"[|:\s-]+", line):
            return line
        return "|" + "...|" * (len(re.findall(r"(?<!\\)\|", line)) - 1)
    marker = _MARKER.match(line)
    return f"{marker[1] if marker else ''}..."


def _head(source: Page, language: str) -> str:
    facts = source.front_matter

    def said(value: object) -> str:
        return _yaml(localize(str(value), language, key=source.key))

    lines = ["---"]
    lines += [f"{name}: {said(facts[name])}" for name in ("title", "summary") if name in facts]
    objectives, doors = facts.get("objectives"), facts.get("doors")
    if isinstance(objectives, Mapping):
        lines += ["objectives:", *(f"  {name}: {said(v)}" for name, v in objectives.items())]
    if isinstance(doors, Mapping):
        lines.append("doors:")
        for name, door in doors.items():
            lines.append(f"  {name}:")
            if isinstance(door, Mapping):
                lines += [f"    {part}: {said(words)}" for part, words in door.items()]
    if "hide" in facts:
        lines.append(f"hide: {json.dumps(facts['hide'])}")
    lines += ["review:", "  status: draft", "translation:", "  translators: []", "---", ""]
    return "\n".join(lines)


def _yaml(text: str) -> str:
    """Write a text as a YAML scalar: bare where that is surely read back as the same text."""
    plain = re.fullmatch(r"[^\W\d_][^:#\n\"'\[\]{}&*!|>%@`]*[^\s:#\"'\[\]{}&*!|>%@`,]", text)
    words = {"true", "false", "null", "yes", "no", "on", "off"}
    if plain and text.lower() not in words:
        return text
    return json.dumps(text, ensure_ascii=False)


def create_address(repository: str, source: Page, language: str, *, branch: str = "main") -> str:
    """Return the address that opens GitHub's editor on a new file with the skeleton filled in.

    What would make the address too long is left out: first the sentences, then all but the head.
    """
    path = f"docs/{language}/{source.key}.md"
    start = f"{repository}/new/{branch}?filename={quote(path)}"
    head = _head(source, language)
    headings = "\n\n".join(
        _ellipsis(source, heading.line) for heading in source.headings if heading.level <= 2
    )
    for text in (outline(source, language), f"{head}\n{headings}\n", head):
        address = f"{start}&value={quote(text)}"
        if len(address) <= LONGEST_ADDRESS:
            return address
    return start


def edit_address(repository: str, path: str, *, branch: str = "main") -> str:
    """Return the address that opens GitHub's editor on a file of the project."""
    return f"{repository}/edit/{branch}/{quote(path)}"


def history_address(repository: str, key: str, *, branch: str = "main") -> str:
    """Return the address of the history of an English page."""
    return f"{repository}/commits/{branch}/{quote(f'docs/{SOURCE_LANGUAGE}/{key}.md')}"
