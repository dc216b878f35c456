"""The glossary's terms in a text, for the skeleton of a translation."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from portal.languages import SOURCE_LANGUAGE
from portal.translations.skeleton import Terms, no_terms


def glossary_terms(root: Path, language: str) -> Terms:
    """Return a function from English text to the pairs of terms in it, in order.

    A portal without a glossary has none. Raises PortalError where the glossary is broken.
    """
    if find_spec("portal.glossary") is None:
        return no_terms
    glossary = import_module("portal.glossary").load_glossary(root)
    english, own = (glossary.words.get(code, {}) for code in (SOURCE_LANGUAGE, language))
    finder = import_module("portal.glossary.matching").finder(SOURCE_LANGUAGE, english)

    def terms(text: str) -> tuple[tuple[str, str], ...]:
        names = dict.fromkeys(match.concept for match in finder.find(text))
        return tuple((english[name].term, own[name].term) for name in names if name in own)

    return terms
