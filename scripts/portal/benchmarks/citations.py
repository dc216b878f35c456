"""The finder of references: its speed on our own pages, beside peers, and on hostile texts."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Sequence
from pathlib import Path

from portal.benchmarks.corpus import Part, make_corpus
from portal.benchmarks.figures import MEGABYTE, Figures, Speed, timed, timed_in_turn
from portal.benchmarks.hostile import measure_growth
from portal.benchmarks.peers import count_words, measure_peers
from portal.benchmarks.start_up import measure_start_up
from portal.citations import find_citations
from portal.citations.resolve import resolver_for
from portal.convention import load_treaty
from portal.pages import open_site

TOGETHER = "find_citations, together"
EACH_ONCE = "find_citations, each page once"
EXPRESSION = "one `re` alternation, six languages"


def measure(root: Path, *, megabytes: float = 10.0, runs: int = 5) -> Figures:
    """Measure everything in this process; hostile texts have a tenth of `megabytes`.

    Raises PortalError where the project cannot be read.
    """
    site = open_site(root)
    parts = make_corpus(site, size=round(megabytes * MEGABYTE))
    ours, expression = measure_finder(parts, runs=runs)
    peers = (expression, *measure_peers(parts, runs=runs))
    return Figures(
        title="References to the Convention",
        facts=_facts(parts, runs),
        speeds=(*ours, measure_first_pass(parts, runs=runs), *peers),
        start_ups=measure_start_up(site, runs=runs),
        growths=measure_growth(size=round(megabytes * MEGABYTE / 10)),
        ratios=_ratios(ours, peers),
    )


def measure_finder(parts: Sequence[Part], *, runs: int) -> tuple[tuple[Speed, ...], Speed]:
    """Measure the finder page by page, and in turn with it one expression over the same pages.

    Of the finder each language, then all as the sum of each run's times; of the other the sum.
    """
    ours, theirs = zip(*(_measure_part(part, runs) for part in parts), strict=True)
    return (*ours, _sum(TOGETHER, ours)), _sum(EXPRESSION, theirs)


def _sum(name: str, speeds: Sequence[Speed]) -> Speed:
    totals = tuple(sum(times) for times in zip(*(speed.seconds for speed in speeds), strict=True))
    found = sum(speed.found or 0 for speed in speeds)
    return Speed(name, sum(speed.size for speed in speeds), totals, found=found)


def measure_first_pass(parts: Sequence[Part], *, runs: int) -> Speed:
    """Measure each different page once, with nothing remembered from another or an earlier run.

    The grammars' patterns are compiled already, as in a process that has read other texts.
    """
    texts = [(text, part.language) for part in parts for text in dict.fromkeys(part.texts)]
    memory = resolver_for(load_treaty()).runs
    counts: list[int] = []

    def find() -> None:
        memory.clear()
        counts.append(sum(len(find_citations(text, language=code)) for text, code in texts))

    size = sum(len(text.encode("utf-8")) for text, _ in texts)
    return Speed(EACH_ONCE, size, timed(find, runs=runs), found=counts[-1])


def _measure_part(part: Part, runs: int) -> tuple[Speed, Speed]:
    def find() -> int:
        return sum(len(find_citations(text, language=part.language)) for text in part.texts)

    def search() -> int:
        return count_words(part.texts)

    found = find()  # Loads grammar and treaty, once per process.
    ours, theirs = timed_in_turn(find, search, runs=runs)
    return (
        Speed(f"find_citations, {part.language}", part.size, ours, found=found),
        Speed(EXPRESSION, part.size, theirs, found=search()),
    )


def _facts(parts: Sequence[Part], runs: int) -> tuple[str, ...]:
    size = sum(part.size for part in parts) / MEGABYTE
    codes = ", ".join(part.language for part in parts)
    different = {code: len(set(texts)) for code, texts in ((p.language, p.texts) for p in parts)}
    pages = ", ".join(f"{code} {count}" for code, count in different.items())
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        f"{size:.1f} MB (10^6 UTF-8 bytes) of our own pages, repeated; languages: {codes}.",
        f"Different pages: {pages}.",
        f"One process, {runs} runs, {python}, {platform.machine()}.",
    )


def _ratios(ours: Sequence[Speed], peers: Sequence[Speed]) -> dict[str, float]:
    """Compare run by run with each peer, on the text that it was given; return the medians."""
    english = next((speed for speed in ours if speed.name.endswith(", en")), ours[-1])
    ratios = {}
    for peer in peers:
        own = english if "English" in peer.name else ours[-1]
        runs = list(zip(own.seconds, peer.seconds, strict=False))
        if runs:
            quotient = statistics.median(theirs / mine for mine, theirs in runs)
            ratios[peer.name] = quotient * own.size / peer.size
    return ratios
