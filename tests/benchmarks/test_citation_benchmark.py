"""`portal bench citations`: it measures what it says, on a tiny corpus; no test here is timed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from portal.benchmarks import citations, peers
from portal.benchmarks.corpus import make_corpus
from portal.benchmarks.figures import Figures, Growth, Speed, StartUp
from portal.benchmarks.hostile import HOSTILE
from portal.commands import bench
from portal.errors import ConfigError, DataError
from portal.pages import open_site

ROOT = Path(__file__).resolve().parents[2]


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    parser = argparse.ArgumentParser()
    bench.configure(parser)
    assert bench.run(parser.parse_args(words)) == 0
    return capsys.readouterr().out


def test_the_corpus_is_our_pages_in_equal_parts(root: Path) -> None:
    site = open_site(root)
    parts = make_corpus(site, size=600_000)
    assert {"en", "fr"} <= {part.language for part in parts}
    share = 600_000 // len(parts)
    for part in parts:
        largest = max(len(text.encode()) for text in part.texts)
        assert share <= part.size < share + largest
        assert part.size == sum(len(text.encode()) for text in part.texts)
        own = {site.pages[part.language, key].text for key in site.keys(part.language)}
        assert set(part.texts) <= own


def test_a_project_without_pages_is_one_clear_line(root: Path, tmp_path: Path) -> None:
    data = tmp_path / "docs/data"
    data.mkdir(parents=True)
    (data / "languages.yaml").write_bytes((root / "docs/data/languages.yaml").read_bytes())
    with pytest.raises(DataError, match="no page to repeat"):
        make_corpus(open_site(tmp_path), size=1000)


def test_speeds_and_ratios_are_what_they_say() -> None:
    speed = Speed("x", 3_000_000, (1.0, 3.0, 2.0))
    assert (speed.best, speed.median) == (3.0, 1.5)
    assert Speed("x", 0, ()).best is None
    assert citations._ratios(
        [Speed("ours", 2, (1.0, 2.0, 1.0))], [Speed("theirs", 1, (1.5, 5.0, 1.0))]
    ) == {"theirs": 3.0}
    assert Growth("x", (1, 2, 4), (0.5, 1.0, 2.0)).ratio == 4.0
    start = StartUp("x", (0.3, 0.9, 0.2), 0.35)
    assert (start.median, start.reached) == (0.3, True)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_has_the_size_asked_for(name: str) -> None:
    assert 700 <= len(HOSTILE[name](1000)) <= 1100


@pytest.mark.parametrize(
    "word", ["Article", "alinéa", "párrafo", "статьей", "附件", "المادة", "ANNEXES", "decisiones"]
)
def test_the_one_expression_finds_words_of_all_six_languages(word: str) -> None:
    assert peers.ALTERNATION.fullmatch(word)


@pytest.fixture(scope="module")
def figures() -> Figures:
    """What the benchmark gives on a tiny corpus."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(peers.shutil, "which", lambda _: None)
        return citations.measure(ROOT, megabytes=0.02, runs=1)


def test_every_figure_is_there(figures: Figures) -> None:
    speeds = {speed.name: speed for speed in figures.speeds}
    together = speeds["find_citations, together"]
    once = speeds[citations.EACH_ONCE]
    each = [
        s
        for name, s in speeds.items()
        if name.startswith("find_citations, ") and s not in (together, once)
    ]
    assert len(each) >= 2
    assert together.size == sum(speed.size for speed in each)
    assert together.found == sum(speed.found or 0 for speed in each) > 0
    assert 0 < once.size <= together.size
    assert once.found
    assert {growth.name for growth in figures.growths} == set(HOSTILE)
    assert [start.target for start in figures.start_ups] == [0.35, 0.02]
    assert figures.ratios[citations.EXPRESSION] > 0
    assert speeds[citations.EXPRESSION].size == together.size
    assert speeds[citations.EXPRESSION].found


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_command_prints_every_figure(
    figures: Figures,
    form: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(citations, "measure", lambda *_, **__: figures)
    output = answer(capsys, "citations", "--format", form)
    data = json.loads(output)["citations"] if form == "json" else {}
    for speed in figures.speeds:
        assert speed.name in output
    assert "markdownlint-cli2 is not installed here" in output
    if form == "json":
        assert data["speeds"][0]["best_mb_per_second"] > 0
        assert set(data["growths"][0]) == {"name", "sizes", "seconds", "ratio"}
        assert data["start_ups"][0]["median_seconds"] > 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nothing"], "There is no benchmark 'nothing'. Use: citations."),
        (["--runs", "0"], "Use --runs of at least 1"),
        (["--megabytes", "0"], "--megabytes from 0.001"),
    ],
)
def test_a_wrong_argument_is_one_clear_line(words: list[str], message: str) -> None:
    parser = argparse.ArgumentParser()
    bench.configure(parser)
    with pytest.raises(ConfigError, match=message):
        bench.run(parser.parse_args(words))
