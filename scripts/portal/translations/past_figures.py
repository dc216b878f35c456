"""The words of figures, from any text of the words file: today's or one of the past."""

from __future__ import annotations

from portal.figures.words import word_paths
from portal.pages import YamlData
from portal.translations.fingerprints import FigureWords


def words_in(data: YamlData) -> FigureWords:
    """Return a function that gives the words of a figure as `figure_words` does of today's file."""
    paths = word_paths(data)

    def words(name: str) -> tuple[str, ...]:
        own = {path[2:]: text for path, text in paths.items() if path[:2] == ("figures", name)}
        if not own:
            return ()
        groups = ("head", "rows", "notes")
        below = [text for group in groups for path, text in own.items() if path[0] == group]
        return (own.get(("title",), ""), own.get(("alt",), ""), *below)

    return words
