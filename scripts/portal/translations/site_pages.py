"""Two pages made from the state of the translations: what to do next, and the credits."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from portal.label_pages import page_of
from portal.languages import SOURCE_LANGUAGE, Labels
from portal.pages import Page, Site, on_one_line
from portal.translations.notice import credited
from portal.translations.skeleton import create_address, edit_address, history_address
from portal.translations.state import (
    PageStatus,
    SectionState,
    statuses,
    translation_languages,
)
from portal.translations.worth import Task, tasks

STATUS_PAGE = "translate/status"
"""Key of the page that says what to translate next."""
CREDITS_PAGE = "about/credits"
"""Key of the page that names translators and reviewers."""


def translation_pages(site: Site, labels: Labels, repository: str | None) -> dict[str, str]:
    """Return both pages as Markdown by key; raise DataError for broken learning paths."""
    return {
        STATUS_PAGE: status_page(site, labels, repository),
        CREDITS_PAGE: credits_page(site, labels),
    }


def status_page(site: Site, labels: Labels, repository: str | None) -> str:
    """Return the page that says what to do next; in English: how far each language is."""
    title = labels("status.title"), labels("status.summary")
    if labels.language.code == SOURCE_LANGUAGE:
        return page_of(*title, *_overview(site, labels))
    found = statuses(site, (labels.language.code,))
    pages = [status for status in found if isinstance(status, PageStatus)]
    return page_of(*title, *_list(site, labels, tasks(site, pages), repository))


def _list(
    site: Site, labels: Labels, found: Sequence[Task], repository: str | None
) -> Iterator[str]:
    yield labels("status.text")
    yield ""
    if not found:
        yield labels("status.all-done")
        return
    if repository is None:
        yield labels("status.no-repository")
        yield ""
    heads = ("page", "state", "sections", "next")
    yield from _row([labels(f"status.{name}") for name in heads])
    yield from _row([":--"] * len(heads))
    for task in found:
        yield from _row(_cells(site, labels, task, repository))


def _row(cells: Sequence[str]) -> Iterator[str]:
    yield "| " + " | ".join(cells) + " |"


def _cells(site: Site, labels: Labels, task: Task, repository: str | None) -> list[str]:
    status = task.status
    shown = site.shown(status.language, status.key)
    title = _plain(shown.title if shown else status.key)
    path = posixpath.relpath(status.key, posixpath.dirname(STATUS_PAGE))
    # An orphan has a page of its own in this language, every other at least the English one.
    first = f"[{title}]({path}.md)"
    if shown is not None and shown.language != status.language:
        first += "{ lang=en dir=ltr }"
    if task.paths:
        first += f"<br>{labels('status.paths', task.paths)}"
    return [first, labels(f"status.{status.state}"), _sections(site, labels, status),
            _next(site, labels, task, repository)]  # fmt: skip


def _sections(site: Site, labels: Labels, status: PageStatus) -> str:
    """Name the sections that ask for work; of a page that is not there, none."""
    if status.state in {"missing", "orphan"}:
        return ""
    page = site.readable(status.language, status.key)
    source = site.readable(SOURCE_LANGUAGE, status.key)
    names = _headings(source) | _headings(page)
    names["page"] = labels("translation.introduction")
    separator = labels("list.separator")

    def listed(ids: Sequence[str]) -> str:
        return separator.join(_plain(names.get(name, name)) for name in ids)

    renew = [name for name in status.outdated if name not in status.at_risk]
    groups = {
        "status.safety": status.at_risk,
        "": renew,
        "status.unconfirmed": status.unconfirmed,
        "status.lacking": status.ids(SectionState.MISSING),
        "status.surplus": status.ids(SectionState.EXTRA),
    }
    said = (
        labels(label, sections=listed(ids)) if label else listed(ids)
        for label, ids in groups.items() if ids
    )  # fmt: skip
    return "<br>".join(said)


def _headings(page: Page | None) -> dict[str, str]:
    sections = page.sections if page else ()
    return {s.id: s.heading.text for s in sections if s.id and s.heading}


def _next(site: Site, labels: Labels, task: Task, repository: str | None) -> str:
    status = task.status
    source = site.readable(SOURCE_LANGUAGE, status.key)
    action = {"missing": "create", "orphan": "delete"}.get(status.state, "renew")
    words = labels(f"status.{action}")
    if repository is None:
        return f"{words}<br>`{status.path}`"
    if action == "create" and source is not None:
        address = create_address(repository, source, status.language)
    else:
        address = edit_address(repository, status.path)
    links = [f"[{words}]({address})"]
    if action == "renew":
        changes = history_address(repository, status.key)
        links.append(f"[{labels('status.changes')}]({changes})")
    return "<br>".join(links)


def _overview(site: Site, labels: Labels) -> Iterator[str]:
    yield labels("status.english")
    yield ""
    states = ("fresh", "stale", "missing", "orphan")
    yield from _row([labels("status.language"), *(labels(f"status.{s}") for s in states)])
    yield from _row([":--", *["--:"] * len(states)])
    for code in translation_languages(site):
        found = [s for s in statuses(site, (code,)) if isinstance(s, PageStatus)]
        counts = [labels.number(sum(page.state == state for page in found)) for state in states]
        language = site.languages.get(code)
        yield from _row([f"{language.english} ({language.name})", *counts])


def credits_page(site: Site, labels: Labels) -> str:
    """Return the page that names all translators and reviewers, by language."""
    lines = [labels("credits.text"), ""]
    named = False
    for language in site.languages:
        groups = _people(site, language.code)
        if not any(groups.values()):
            continue
        named = True
        lines += [f"## {language.name} {{ #{language.code.lower()} }}", ""]
        for label, people in groups.items():
            if people:
                lines += [f"**{labels(label)}**", ""]
                lines += [f"- {_plain(name)}" for name in sorted(people, key=str.casefold)]
                lines.append("")
    if not named:
        lines += [labels("credits.nobody"), ""]
    if (SOURCE_LANGUAGE, "translate/index") in site.pages:
        lines.append(f"[{labels('credits.join')}](../translate/index.md)")
    return page_of(labels("credits.title"), labels("credits.summary"), *lines)


def _people(site: Site, code: str) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {"credits.translators": set(), "credits.reviewers": set()}
    for key in site.keys(code):
        page = site.readable(code, key)
        if page is not None:
            for group, names in zip(groups.values(), credited(page), strict=True):
                group.update(names)
    return groups


def _plain(text: str) -> str:
    """Take their meaning from the signs that would begin markup: titles come by pull request."""
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, f"\\{sign}")
    return on_one_line(text)
