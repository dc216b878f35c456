"""One issue per language that says what its translators can do next, renewed in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from portal.languages import Language
from portal.pull_requests.delivery import BOT
from portal.pull_requests.service import Service
from portal.translations.worth import Task

LABEL = "translation status"
_ROWS = 50
_STATES = {"missing": "not translated", "stale": "older than the English", "orphan": "no source"}


def marker(code: str) -> str:
    """Return the words by which the issue of a language is found again."""
    return f"<!-- portal:translation-status:{code} -->"


def issue_title(language: Language) -> str:
    """Return the title of a language's issue."""
    return f"Translation status: {language.english} ({language.name})"


def issue_text(language: Language, tasks: Sequence[Task], *, address: str, fresh: int) -> str:
    """Return the words of a language's issue; `tasks` come in the order of their worth."""
    return "\n".join([marker(language.code), *_lines(language, tasks, address, fresh)])


def _lines(language: Language, tasks: Sequence[Task], address: str, fresh: int) -> Iterator[str]:
    yield f"{fresh} pages are up to date, {len(tasks)} ask for work.\n"
    if not tasks:
        yield "Nothing to do: thank you."
        return
    yield "What most learners need comes first."
    yield "“Open” leads to GitHub's editor; the guide for translators has the three steps.\n"
    yield "| Page | State | Sections | |"
    yield "|:--|:--|:--|:--|"
    for task in tasks[:_ROWS]:
        status = task.status
        sections = "" if status.state == "missing" else _sections(task)
        verb = "new/main?filename=" if status.state == "missing" else "edit/main/"
        link = f"[Open]({address}/{verb}{quote(status.path)})"
        state = _STATES.get(status.state, status.state)
        yield f"| {_plain(status.key)} | {state} | {sections} | {link} |"
    if len(tasks) > _ROWS:
        yield f"\n{len(tasks) - _ROWS} more: `portal translations status --lang {language.code}`."


def _sections(task: Task) -> str:
    names = (*task.status.outdated, *task.status.unconfirmed)
    shown = ", ".join(_plain(name) for name in names[:6]) + (" …" if len(names) > 6 else "")
    risk = " (safety)" if task.status.at_risk else ""
    return f"{shown}{risk}"


def _plain(text: str) -> str:
    """Keep what an id may have; anything else could be a mark or a mention."""
    return "".join(sign if sign.isalnum() or sign in "/-_." else "?" for sign in text)[:120]


def renew_issue(service: Service, language: Language, text: str) -> str:
    """Write a language's issue anew, or open it where there is none; return what was done."""
    found = _find(service, language.code)
    title = issue_title(language)
    if found is None:
        data = {"title": title, "body": text, "labels": [LABEL, f"translation: {language.code}"]}
        service.call("POST", "issues", data)
        return f"{language.code}: opened"
    if (found.get("title"), found.get("body")) == (title, text):
        return f"{language.code}: as it was"
    service.call("PATCH", f"issues/{int(found['number'])}", {"title": title, "body": text})
    return f"{language.code}: renewed"


def _find(service: Service, code: str) -> Any | None:
    path = f"issues?state=open&labels={quote(LABEL)}&creator={quote(BOT)}&per_page=100"
    for issue in service.call("GET", path) or []:
        ours = (issue.get("user") or {}).get("login") == BOT
        if ours and str(issue.get("body") or "").startswith(marker(code)):
            return issue
    return None
