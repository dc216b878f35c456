"""Rules about what was read at all, and about suppressions; the runner calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portal.checks.rule import Hit, page_rule
from portal.checks.suppressions import NEVER, Suppressed, read_suppressions
from portal.errors import PageError
from portal.findings import Finding, Severity
from portal.pages import Page, Site

UNKNOWN_CODE = "CFG021"


@page_rule("CFG001", "unreadable")
def _unreadable(_page: Page, _site: Site) -> Iterable[Hit]:
    """A file cannot be read: it is not UTF-8, its front matter is broken, or it is damaged.

    Nothing else can be said about such a file, so the command ends with status 2 after it has
    checked the others.

    Wrong: a front matter that begins with `---` and never ends, or with a tab in it.

    Mend it: open the file at the line named, and save it as UTF-8.
    """
    return ()


@page_rule("CFG020", "unused-suppression", Severity.WARNING)
def unused_suppression(_page: Page, _site: Site) -> Iterable[Hit]:
    """A suppression takes no finding away.

    It was written for something that has been mended, and would hide the next fault silently.

    Wrong: `<!-- portal: ignore LNK001 -->` above a line whose links are all good.

    Mend it: remove the comment, or the code from it.
    """
    return ()


@page_rule(UNKNOWN_CODE, "unknown-suppression")
def _unknown_suppression(_page: Page, _site: Site) -> Iterable[Hit]:
    """A suppression names a rule that does not exist, or one that a page may not suppress.

    A wrong code suppresses nothing, and nobody would notice. Rules `SEC…` guard against what
    comes by pull request, so the page itself cannot switch them off. The status is 2.

    Wrong: `<!-- portal: ignore LNK999 -->`. Right: `<!-- portal: ignore LNK001 -->`.

    Mend it: `portal check --explain all` lists the codes.
    """
    return ()


def unused_suppressions(
    page: Page, suppressed: Suppressed, takes: Callable[[str], bool]
) -> Iterator[Finding]:
    """Yield what CFG020 has to say, about rules only that a run takes."""
    from portal.checks.registry import exists

    if not takes(unused_suppression.code):
        return
    for found in suppressed.unused():
        if found.code.startswith(NEVER) or not takes(found.code) or not exists(found.code):
            continue
        yield Finding(
            place=page.place(found.line, found.column, end_column=found.end_column),
            severity=unused_suppression.severity,
            rule=unused_suppression.code,
            message=f"The suppression of {found.code} takes nothing away.",
            help="Remove it.",
        )


def unknown_codes(page: Page) -> Iterator[PageError]:
    """Yield an error for each suppression that a page may not have."""
    from portal.checks.registry import exists

    for found in read_suppressions(page):
        if found.code[:3] == NEVER:
            message = f"Suppressed rule {found.code} guards against the page itself. Remove it."
        elif not exists(found.code):
            message = f"Suppressed rule {found.code!r} does not exist. Correct or remove it."
        else:
            continue
        yield PageError(message, path=page.path, line=found.line)
