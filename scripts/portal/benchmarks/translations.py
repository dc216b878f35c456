"""The detector of old translations: what it misses, where it cries wolf, how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from portal.benchmarks.figures import Figures, StartUp, timed
from portal.pages import open_site
from portal.translations.benchmark import EDITS, Verdict, judge, read_edits
from portal.translations.state import statuses, translation_languages

MOST_SECONDS = 2.0
"""That the states of the whole site may take."""


def measure(root: Path, *, megabytes: float = 10.0, runs: int = 5) -> Figures:  # noqa: ARG001
    """Judge the labelled edits and time the states of the whole site."""
    verdicts = judge(read_edits(root / EDITS))
    kinds = dict.fromkeys(verdict.edit.kind for verdict in verdicts)
    lines = [f"{'KIND':<12}{'EDITS':>7}{'MISSED':>8}{'FALSE ALARMS':>14}"]
    for kind in kinds:
        own = [verdict for verdict in verdicts if verdict.edit.kind == kind]
        missed = sum(verdict.missed for verdict in own)
        alarms = sum(verdict.false_alarm for verdict in own)
        lines.append(f"{kind:<12}{len(own):>7}{missed:>8}{alarms:>14}")
    languages = {verdict.edit.language for verdict in verdicts}
    seconds = timed(lambda: _whole_site(root), runs=runs)
    return Figures(
        title="Translations",
        facts=(
            f"{len(verdicts)} labelled edits in {len(languages)} languages ({EDITS}).",
            *lines,
            f"Miss rate on changes: {miss_rate(verdicts):.1%}."
            f" False alarms on edits that change nothing: {alarm_rate(verdicts):.1%}.",
        ),
        start_ups=(StartUp("states of all sections, all languages", seconds, MOST_SECONDS),),
    )


def miss_rate(verdicts: Sequence[Verdict]) -> float:
    """Return the share of edits with a change (or ids gone or new) that was not noticed."""
    real = [verdict for verdict in verdicts if verdict.edit.changed or verdict.edit.ids]
    return sum(verdict.missed for verdict in real) / len(real)


def alarm_rate(verdicts: Sequence[Verdict]) -> float:
    """Return the share of edits without any change in which something was taken for changed."""
    idle = [verdict for verdict in verdicts if not verdict.edit.changed]
    return sum(verdict.false_alarm for verdict in idle) / len(idle)


def _whole_site(root: Path) -> None:
    site = open_site(root)
    for _ in statuses(site, translation_languages(site)):
        pass
