"""Where the glossary's files stand: known without reading what a glossary is."""

from __future__ import annotations

FOLDER = "docs/data/glossary"
CONCEPTS_FILE = f"{FOLDER}/concepts.yaml"


def words_file(code: str) -> str:
    """Return the path of the file with the words of a language, below the project's root.

    >>> words_file("fr")
    'docs/data/glossary/fr.yaml'
    """
    return f"{FOLDER}/{code}.yaml"
