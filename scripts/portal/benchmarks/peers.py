"""What stands beside our finder: one regular expression, eyecite and markdownlint-cli2."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from portal.benchmarks.corpus import Part
from portal.benchmarks.figures import MEGABYTE, Speed, timed

ALTERNATION = re.compile(
    "Articles?|Arts?\\.|Paragraphs?|Subparagraphs?|Annex(?:es)?|Decisions?"
    "|paragraphes?|alinéas?|annexes?|décisions?"
    "|artículos?|párrafos?|apartados?|anexos?|decisi(?:ón|ones)"
    "|стать(?:я|и|е|ю|ей|ями?|ях)|пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|приложени(?:е|я|ю|ем|и|й|ям)"
    "|решени(?:е|я|ю|ем|и|й)|第|附件|المادة|الفقرة|المرفق|المقرر",
    re.IGNORECASE,
)
"""The plain way: one `re` alternation over the words of all six languages, at every character."""
_LARGEST_FOR_EYECITE = 2 * MEGABYTE
"""Its default tokenizer reads well below 2 MB/s; the speed does not depend on the size."""


def measure_peers(parts: Sequence[Part], *, runs: int) -> tuple[Speed, ...]:
    """Measure each program that is installed; the others have a note in place of times."""
    return _eyecite(parts, runs), _markdownlint(parts, runs)


def count_words(texts: Sequence[str]) -> int:
    """Count what the one expression finds."""
    return sum(1 for text in texts for _ in ALTERNATION.finditer(text))


def _eyecite(parts: Sequence[Part], runs: int) -> Speed:
    name = "eyecite, default tokenizer, English"
    english = next((part for part in parts if part.language == "en"), None)
    if english is None or importlib.util.find_spec("eyecite") is None:
        return Speed(name, 0, (), note="eyecite is not installed here (`pip install eyecite`)")
    find: Callable[[str], Sequence[object]] = importlib.import_module("eyecite").get_citations
    texts: list[str] = []
    size = 0
    for text in english.texts:
        if texts and size >= _LARGEST_FOR_EYECITE:
            break
        texts.append(text)
        size += len(text.encode("utf-8"))
    find(texts[0])  # builds its tables, which is not timed
    counts: list[int] = []
    times = timed(lambda: counts.append(sum(len(find(text)) for text in texts)), runs=runs)
    version = importlib.metadata.version("eyecite")
    return Speed(name, size, times, found=counts[-1], note=f"version {version}; knows no treaties")


def _markdownlint(parts: Sequence[Part], runs: int) -> Speed:
    name = "markdownlint-cli2, default rules"
    program = shutil.which("markdownlint-cli2")
    if program is None:
        note = "markdownlint-cli2 is not installed here (`npm install -g markdownlint-cli2`)"
        return Speed(name, 0, (), note=note)
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            for number, text in enumerate(part.texts):
                (Path(folder) / f"{part.language}-{number}.md").write_text(text, "utf-8")

        def lint() -> None:
            # Exit status 1 says that it found something, as it will.
            subprocess.run(  # noqa: S603 - a program that the caller installed, our own files
                [str(program), "*.md"], cwd=folder, capture_output=True, check=False
            )

        times = timed(lint, runs=runs)
    size = sum(part.size for part in parts)
    return Speed(name, size, times, note="start of Node included")
