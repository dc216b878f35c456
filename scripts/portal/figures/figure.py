"""A figure in a language: the drawing, and the same content as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.errors import ConfigError
from portal.figures import phase_out
from portal.figures.drawing import Drawing, draw, whole
from portal.figures.files import FOLDER, TIME_LINE
from portal.figures.template import Template, read_template
from portal.figures.words import FigureWords, Word, in_words, words_file, words_of
from portal.languages import SOURCE_LANGUAGE, load_languages


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything that a page shows of a figure."""

    name: str
    title: Word
    alt: Word
    drawing: Drawing
    in_words: Word
    """What stands over the table."""
    head: tuple[Word, ...]
    rows: tuple[tuple[Word | None, ...], ...]
    """The cells, one for each head; None where a cell is empty."""
    notes: tuple[Word, ...]
    """What stands under the table."""


def make_figure(
    root: Path, name: str, language: str, *, isolate: Callable[[str], str] = str
) -> Figure | None:
    """Return a figure, None where there is none of this name.

    Raises ConfigError where the template or the words are broken, or the words do not fit it.
    """
    template = read_template(root, name)
    words = words_of(root, name, language)
    if template is None:
        return None
    if words is None:
        message = f"The figure `{name}` has no words. Add them under `figures:`."
        raise ConfigError(message, path=words_file(SOURCE_LANGUAGE))
    return Figure(
        name=name,
        title=words.title,
        alt=words.alt,
        drawing=_drawing(root, template, words, language, isolate),
        in_words=in_words(root, language),
        head=tuple(words.head.values()),
        rows=_rows(name, words, language),
        notes=_notes(name, words),
    )


def _drawing(
    root: Path,
    template: Template,
    words: FigureWords,
    language: str,
    isolate: Callable[[str], str],
) -> Drawing:
    languages = load_languages(root)
    height = float(template.height)
    if template.name == TIME_LINE:
        parts, height = phase_out.date_parts(template, words, language)
    else:
        for key in template.placeholders:
            if words.find(key) is None:
                message = f"No words for `{{{key}}}`. Correct it, or add them to the words."
                raise ConfigError(message, path=f"{FOLDER}/{template.name}.svg")
        parts = list(whole(template, words.find))
    return draw(
        parts,
        width=template.width,
        height=height,
        language=language,
        directions=lambda code: languages.get(code).direction,
        isolate=isolate,
    )


def _rows(name: str, words: FigureWords, language: str) -> tuple[tuple[Word | None, ...], ...]:
    if name == TIME_LINE:
        return tuple(phase_out.date_rows(words, language))
    table: list[tuple[Word | None, ...]] = []
    for cells in words.rows.values():
        row = [cells.get(column) for column in words.head]
        # The drawing names a stage once, beside all its parts; the table says it in each row.
        if row and row[0] is None and table:
            row[0] = table[-1][0]
        table.append(tuple(row))
    return tuple(table)


def _notes(name: str, words: FigureWords) -> tuple[Word, ...]:
    """Return the notes; those of the time line that stand in its table are left out."""
    inside = {"original", "seen", "unconfirmed"} if name == TIME_LINE else set()
    return tuple(word for key, word in words.notes.items() if key not in inside)
