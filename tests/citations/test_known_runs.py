"""The memory of citations already read, and the quick looks, never change an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from portal.citations import find_citations
from portal.citations.known_runs import KnownRuns
from portal.citations.reader import Reader
from portal.citations.resolve import resolver_for
from portal.convention import load_treaty

PHRASES = sorted((Path(__file__).parent / "phrases").glob("*.yaml"))


def forget() -> None:
    resolver_for(load_treaty()).runs.clear()


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_a_phrase_seen_before_is_read_as_the_first_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [entry["text"] for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
    page = "\n\n".join(texts)
    forget()
    first = [find_citations(text, language=path.stem) for text in texts]
    again = [find_citations(text, language=path.stem) for text in texts]
    warm = find_citations(page, language=path.stem)
    monkeypatch.setattr(KnownRuns, "key", lambda *_: None)
    monkeypatch.setattr(Reader, "is_plain", lambda *_: False)
    assert first == again == [find_citations(text, language=path.stem) for text in texts]
    assert warm == find_citations(page, language=path.stem)


def test_the_memory_is_used() -> None:
    forget()
    find_citations("Article 7, paragraph 3, says so.", language="en")
    assert [key[0] for key in resolver_for(load_treaty()).runs["en"]] == ["Article 7, paragraph 3"]


def test_what_was_read_before_does_not_hide_an_article_bis() -> None:
    texts = {"en": "Article 7 bis of that law", "fr": "article 7 bis de la loi"}
    for language, text in texts.items():
        find_citations(text.partition(" bis")[0] + ".", language=language)
        assert [one.targets[0].status for one in find_citations(text, language=language)] == [
            "foreign"
        ]
