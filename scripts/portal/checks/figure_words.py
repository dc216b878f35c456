"""Rules about the words of the figures: complete in each language, known, short enough."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, site_rule
from portal.errors import ConfigError
from portal.figures.files import FOLDER, TIME_LINE, template_names
from portal.figures.template import read_template
from portal.figures.words import read_words, word_paths, words_file, words_of
from portal.findings import Place
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site


def _place(site: Site, code: str, path: tuple[str, ...]) -> Place:
    span = read_words(site.root, code).keys.get(path)
    shown = words_file(code)
    if span is None:
        return Place(shown, 1)
    return Place(shown, span.line, span.column, span.line, span.end_column)


@site_rule("CFG013", "figure-word-missing")
def figure_words_are_complete(site: Site) -> Iterator[Hit]:
    """A word of a figure is missing in a language: readers would see English in its place.

    Mend it: add the key with its words to the file of the language in docs/data/figures.
    """
    if not template_names(site.root):
        return
    source = word_paths(read_words(site.root, SOURCE_LANGUAGE))
    for code in site.languages.codes:
        words = word_paths(read_words(site.root, code))
        if not words:
            yield Hit(Place(words_file(code), 1), "The figures have no words here.", "Add them.")
            continue
        for path in source:
            if not words.get(path):
                related = ((_place(site, SOURCE_LANGUAGE, path), "the English words"),)
                message = f"The words `{'.'.join(path)}` are missing."
                yield Hit(Place(words_file(code), 1), message, "Add them.", related=related)


@site_rule("CFG014", "figure-word-unknown")
def figure_words_are_known(site: Site) -> Iterator[Hit]:
    """Words of a figure have a key that English has not: nothing will ever show them.

    Mend it: correct the key, or remove it.
    """
    if not template_names(site.root):
        return
    source = word_paths(read_words(site.root, SOURCE_LANGUAGE))
    for code in site.languages.codes:
        for path in word_paths(read_words(site.root, code)):
            if path not in source:
                message = f"The words `{'.'.join(path)}` do not exist in English."
                yield Hit(_place(site, code, path), message, "Correct the key, or remove it.")


@site_rule("CFG015", "figure-word-too-long")
def figure_words_fit(site: Site) -> Iterator[Hit]:
    """The words of a figure do not fit into their box, not even in small letters.

    Mend it: say it in fewer words, or make the box larger in docs/assets/figures.
    """
    from portal.figures.figure import make_figure

    for name in template_names(site.root):
        for code in site.languages.codes:
            try:
                figure = make_figure(site.root, name, code)
            except ConfigError:
                # CFG016 and SEC010 say what is wrong.
                continue
            for key in dict.fromkeys(figure.drawing.too_long if figure else ()):
                first, _, second = key.partition(".")
                path = ("figures", name, *_group(first), second)
                message = f"The words for `{{{key}}}` do not fit into their box."
                yield Hit(_place(site, code, path), message, "Say it in fewer words.")


def _group(first: str) -> tuple[str, ...]:
    return {"head": ("head",), "note": ("notes",)}.get(first, ("rows", first))


@site_rule("CFG016", "figure-without-words")
def figures_and_words_match(site: Site) -> Iterator[Hit]:
    """A template asks for words that English has not, or words belong to no template.

    Mend it: correct the placeholder, or the name; a figure is one file in docs/assets/figures and
    one entry below `figures:` in each file of docs/data/figures.
    """
    names = template_names(site.root)
    for name in names:
        shown = f"{FOLDER}/{name}.svg"
        words = words_of(site.root, name, SOURCE_LANGUAGE)
        if words is None:
            yield Hit(Place(shown, 1), "The figure has no words.", "Add them to docs/data/figures.")
            continue
        try:
            template = read_template(site.root, name)
        except ConfigError:
            # SEC010 says what is wrong.
            continue
        keys = template.placeholders if template and name != TIME_LINE else ()
        for key in keys:
            if words.find(key) is None:
                message = f"There are no words for `{{{key}}}`."
                yield Hit(Place(shown, 1), message, "Correct it, or add them to docs/data/figures.")
    if names:
        yield from _words_without_template(site, names)


def _words_without_template(site: Site, names: tuple[str, ...]) -> Iterator[Hit]:
    figures = read_words(site.root, SOURCE_LANGUAGE).data.get("figures")
    for name in figures if isinstance(figures, dict) else ():
        if name not in names:
            place = _place(site, SOURCE_LANGUAGE, ("figures", name))
            message = f"There is no template for the figure `{name}`."
            yield Hit(place, message, f"Draw it in {FOLDER}, or correct the name.")
