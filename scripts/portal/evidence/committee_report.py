"""The committee's themes as a report: verified, not seen, and the modules that answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portal.convention import heading
from portal.errors import DataError
from portal.evidence.documents import Block, Heading, Items, Paragraph, Report, Run, Words, say
from portal.evidence.registers import Fault, faults_of, line_of, read_register, validated
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Site

if TYPE_CHECKING:
    from portal.evidence.committee_model import Committee, ReadSource, Theme
    from portal.evidence.wording import Wording

PAGE = "committee"
"""Key of the page."""
FILE = "docs/data/committee.yaml"
SCHEMA = "scripts/portal/evidence/committee_model.py"


def load_committee(root: Path) -> Committee:
    """Return the themes; raise DataError where the file is missing or broken."""
    from portal.evidence.committee_model import Committee

    found = validated(Committee, root, FILE, SCHEMA)
    if found is None:
        raise DataError("The file is missing. Restore it.", path=FILE)
    return found


def committee_faults(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with the themes; raise DataError where the file cannot be read."""
    from portal.evidence.committee_model import Committee

    content = read_register(site.root, FILE)
    if content is None:
        return
    broken = faults_of(Committee, content, path=FILE, schema=SCHEMA)
    yield from broken
    if broken:
        return
    for number, theme in enumerate(Committee.model_validate(dict(content.data)).themes):
        for place, key in enumerate(theme.modules):
            if (SOURCE_LANGUAGE, key) not in site.pages:
                line = line_of(content, "themes", number, "modules", place)
                message = f"The module `{key}` is not there."
                yield Fault(FILE, line, message, "Name one by its path below docs/en.")


def committee_report(words: Wording) -> Report:
    """Return the report in the language of `words`; raise DataError for a broken file."""
    committee = load_committee(words.site.root)
    return Report(
        title=words.labels("committee.title"),
        summary=words.labels("committee.summary"),
        language=words.code,
        blocks=tuple(_blocks(committee, words)),
        data={"themes": [theme.model_dump(mode="json") for theme in committee.themes]},
    )


def _blocks(committee: Committee, words: Wording) -> Iterator[Block]:
    yield Paragraph(say(words.labels("committee.text")))
    for theme in committee.themes:
        yield Heading(heading(theme.article, words.code), theme.article.replace("_", "-"))
        yield from _theme(theme, words)


def _theme(theme: Theme, words: Wording) -> Iterator[Block]:
    anchor = theme.article.replace("_", "-")

    def part(name: str) -> Heading:
        return Heading(words.labels(f"committee.{name}"), f"{anchor}-{name}", level=3)

    yield part("verified")
    yield Items([(*words.told(known.says), *_source(known.source)) for known in theme.verified])
    yield part("not-seen")
    yield Items([words.told(unseen) for unseen in theme.not_seen])
    yield part("recommendations")
    if theme.recommendations:
        yield Items(
            [(*words.told(told.says), *_source(told.source)) for told in theme.recommendations]
        )
    else:
        yield Paragraph(say(words.labels("committee.no-text")))
    yield part("modules")
    yield Items([(words.link(key),) for key in theme.modules])


def _source(source: ReadSource | None) -> Words:
    if source is None:
        return ()
    text = f"{source.title}, {source.publisher}, {source.year}"
    return (Run(" ("), Run(text, language=SOURCE_LANGUAGE, url=source.url), Run(")"))
