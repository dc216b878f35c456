"""The glossary: concepts with their words in each language, found in texts, shown and exchanged."""

from portal.glossary.concept import CONCEPTS_FILE, FOLDER, Concept, Glossary, Words, words_file
from portal.glossary.reading import load_glossary

__all__ = [
    "CONCEPTS_FILE",
    "FOLDER",
    "Concept",
    "Glossary",
    "Words",
    "load_glossary",
    "words_file",
]
