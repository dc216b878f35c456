"""Measure the figures that the README quotes, here and now."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from portal.errors import ConfigError

if TYPE_CHECKING:
    from portal.benchmarks.figures import Figures

BENCHMARKS = ("citations", "search", "translations")
"""Modules of `portal.benchmarks`; each has `measure(root, *, megabytes, runs) -> Figures`."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    names = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{names} (default: all)")
    parser.add_argument("--megabytes", type=float, default=10.0, help="of text (default: 10)")
    parser.add_argument("--runs", type=int, default=5, help="default: 5")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Measure and return 0; raise PortalError for a wrong argument or a broken project."""
    from portal.project import find_root

    unknown = [name for name in arguments.names if name not in BENCHMARKS]
    if unknown:
        message = f"There is no benchmark {unknown[0]!r}. Use: {', '.join(BENCHMARKS)}."
        raise ConfigError(message)
    if arguments.runs < 1 or not 0.001 <= arguments.megabytes <= 1000:
        raise ConfigError("Use --runs of at least 1 and --megabytes from 0.001 to 1000.")
    root = find_root()
    results = {}
    for name in dict.fromkeys(arguments.names or BENCHMARKS):
        sys.stderr.write(f"Measuring {name} …\n")
        module = importlib.import_module(f"portal.benchmarks.{name}")
        results[name] = module.measure(root, megabytes=arguments.megabytes, runs=arguments.runs)
    if arguments.format == "json":
        answer = {name: as_data(figures) for name, figures in results.items()}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        blocks = ("".join(f"{line}\n" for line in text_lines(found)) for found in results.values())
        sys.stdout.write("\n".join(blocks))
    return 0


def as_data(figures: Figures) -> dict[str, Any]:
    """Return what the JSON answer holds: the times as measured, and what they come to."""
    data = asdict(figures)
    for record, speed in zip(data["speeds"], figures.speeds, strict=True):
        record |= {"best_mb_per_second": speed.best, "median_mb_per_second": speed.median}
    for record, start_up in zip(data["start_ups"], figures.start_ups, strict=True):
        record |= {"median_seconds": start_up.median, "reached": start_up.reached}
    for record, growth in zip(data["growths"], figures.growths, strict=True):
        record["ratio"] = growth.ratio
    return data


def text_lines(figures: Figures) -> Iterator[str]:
    """Yield the figures for people."""
    yield figures.title.upper()
    yield from figures.facts
    if figures.speeds:
        yield ""
        yield f"{'MB/s':<40}{'BEST':>9}{'MEDIAN':>9}{'FOUND':>9}"
    for speed in figures.speeds:
        if speed.best is None or speed.median is None:
            yield f"{speed.name:<40}{'-':>9}{'-':>9}{'-':>9}  {speed.note}"
            continue
        found = "-" if speed.found is None else str(speed.found)
        note = f"  {speed.note}" if speed.note else ""
        yield f"{speed.name:<40}{speed.best:>9.2f}{speed.median:>9.2f}{found:>9}{note}"
    for name, ratio in figures.ratios.items():
        yield f"Ours is {ratio:.2f} times as fast as: {name}."
    if figures.start_ups:
        yield ""
        yield f"{'SECONDS FROM START TO END, MEDIAN':<58}{'TIME':>9}{'TARGET':>9}"
    for start in figures.start_ups:
        verdict = "" if start.reached else "  missed"
        yield f"{start.name:<58}{start.median:>9.3f}{start.target:>9.3f}{verdict}"
    if figures.growths:
        yield ""
        sizes = "".join(f"{size / 1e6:>8.2f}MB" for size in figures.growths[0].sizes)
        yield f"{'HOSTILE TEXTS, SECONDS':<40}{sizes}{'RATIO':>9}  (linear: 4)"
    for growth in figures.growths:
        times = "".join(f"{seconds:>10.3f}" for seconds in growth.seconds)
        yield f"{growth.name:<40}{times}{growth.ratio:>9.1f}"
