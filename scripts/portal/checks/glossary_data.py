"""Rules about the data of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.rule import Hit, site_rule
from portal.findings import Place, Severity
from portal.glossary import CONCEPTS_FILE, load_glossary, words_file
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site


@site_rule("CFG030", "glossary-word-missing")
def concepts_have_words(site: Site) -> Iterator[Hit]:
    """A concept of the glossary has no word in a required language.

    Mend it: add it to docs/data/glossary/ in the file of the language. Without `seen` it counts as
    to be confirmed.
    """
    glossary = load_glossary(site.root)
    for language in site.languages:
        if not language.required:
            continue
        for concept in glossary.concepts.values():
            if glossary.term(concept.id, language.code) is None:
                message = f"The concept `{concept.id}` has no word in {language.english}."
                related = ((Place(CONCEPTS_FILE, concept.line), "the concept"),)
                place = Place(words_file(language.code), 1)
                yield Hit(place, message, "Add it.", related=related)


@site_rule("CFG031", "glossary-definition-missing")
def concepts_have_definitions(site: Site) -> Iterator[Hit]:
    """A concept of the glossary has no definition in English, from which the others are made.

    Mend it: add one or two short sentences of your own.
    """
    for words in load_glossary(site.root).words.get(SOURCE_LANGUAGE, {}).values():
        if words.definition is None:
            message = f"The concept `{words.id}` has no definition."
            yield Hit(Place(words_file(SOURCE_LANGUAGE), words.line), message, "Write one.")


@site_rule("CFG032", "glossary-unknown-provision")
def concepts_name_provisions(site: Site) -> Iterator[Hit]:
    """A concept of the glossary names a provision that the treaty has not.

    Wrong: `art_2__para_k`. Right: `art_2__subpara_k`.

    Mend it: use an id that `portal provisions` lists.
    """
    from portal.convention import load_treaty

    treaty = load_treaty()
    for concept in load_glossary(site.root).concepts.values():
        for name in concept.provisions:
            if not treaty.exists(name):
                message = f"The concept `{concept.id}` names `{name}`, which is no provision."
                help_text = "Use an id that `portal provisions` lists."
                yield Hit(Place(CONCEPTS_FILE, concept.line), message, help_text)


@site_rule("CFG033", "glossary-unknown-page", Severity.WARNING)
def concepts_name_pages(site: Site) -> Iterator[Hit]:
    """A concept of the glossary names a page that is not there.

    Mend it: use the path of a page below docs/en, without `.md`.
    """
    for concept in load_glossary(site.root).concepts.values():
        for key in concept.pages:
            if not site.has(SOURCE_LANGUAGE, key):
                message = f"The concept `{concept.id}` names the page `{key}`, which is not there."
                yield Hit(Place(CONCEPTS_FILE, concept.line), message, "Correct the path.")
