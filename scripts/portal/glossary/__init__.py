"""The glossary: concepts with their words in each language, found in texts, shown and exchanged."""

from portal.glossary.concept import Concept, Glossary, Words
from portal.glossary.reading import load_glossary
from portal.glossary_files import CONCEPTS_FILE, FOLDER, words_file

__all__ = [
    "CONCEPTS_FILE",
    "FOLDER",
    "Concept",
    "Glossary",
    "Words",
    "load_glossary",
    "words_file",
]
