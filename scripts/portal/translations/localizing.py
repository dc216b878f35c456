"""English text with its citations already written as another language's jurists write them."""

from __future__ import annotations

from portal.anchor_pages import anchored
from portal.citations import Citation, find_citations, has_grammar, render
from portal.convention import load_treaty
from portal.languages import SOURCE_LANGUAGE

_MOST = 4
"""A list of more provisions than this is left to the translator: written out it is no sentence."""
_AND = {"ar": " و", "zh": "和", "fr": " et ", "ru": " и ", "es": " y "}


def localize(text: str, language: str, *, key: str = "") -> str:
    """Return a Markdown text with its valid citations in the language's usual form.

    `key` is the page's: on a provision's own page "paragraph 2" is understood. A citation that
    would not be read back as the same provisions is left in English.
    """
    if not has_grammar(language) or language == SOURCE_LANGUAGE:
        return text
    unit = anchored(load_treaty()).get(key)
    context = unit.id if unit else None
    parts: list[str] = []
    position = 0
    for citation in find_citations(text, language=SOURCE_LANGUAGE, context=context):
        written = _written(citation, language)
        if written is None or citation.start < position:
            continue
        parts += (text[position : citation.start], written)
        position = citation.end
    return "".join((*parts, text[position:]))


def _written(citation: Citation, language: str) -> str | None:
    names = [target.id for target in citation.targets]
    if not 0 < len(names) <= _MOST or any(t.status != "valid" for t in citation.targets):
        return None
    forms = [render(name, language=language) for name in names if name is not None]
    if len(forms) != len(names) or None in forms:
        return None
    text = _AND.get(language, ", ").join(form for form in forms if form is not None)
    back = [t.id for found in find_citations(text, language=language) for t in found.targets]
    return text if back == names else None
