"""The page that shows the glossary: a title, a word on it, and a heading for each part."""

from __future__ import annotations

from portal.glossary.concept import TOPICS, Glossary
from portal.label_pages import page_of
from portal.languages import Labels

GLOSSARY = "glossary"
"""Key of the page."""
TOPIC_ANCHOR = "topic-"


def glossary_text(glossary: Glossary, labels: Labels) -> str:
    """Return the Markdown of the page; the extension adds the entries below the headings."""
    shown = {concept.topic for concept in glossary.concepts.values()}
    parts = [
        f"## {labels(f'glossary.{topic}')} {{ #{TOPIC_ANCHOR}{topic} }}\n"
        for topic in TOPICS
        if topic in shown
    ]
    title, summary, text = (labels(f"glossary.{name}") for name in ("title", "summary", "text"))
    return page_of(title, summary, text, "", *parts)


def glossary_anchors(glossary: Glossary) -> frozenset[str]:
    """Return the ids that the page has."""
    topics = {f"{TOPIC_ANCHOR}{concept.topic}" for concept in glossary.concepts.values()}
    return frozenset(topics | {concept.anchor for concept in glossary.concepts.values()})


def term_target(concept: str, *, edition: str) -> str:
    """Return the link to an entry as MkDocs resolves it under `absolute_links`."""
    return f"/{edition}/{GLOSSARY}.md#term-{concept}"
