"""What a rule is: a function from a page or the site to hits, with a code, a name and a weight."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from portal.findings import Edit, Finding, Place, Severity
from portal.pages import Page, Site


class Hit(NamedTuple):
    """What a rule found; the rule's code and severity are added to it."""

    place: Place
    message: str
    """What is wrong, one sentence."""
    help: str
    """What to do, one sentence."""
    related: tuple[tuple[Place, str], ...] = ()
    fix: Edit | None = None
    severity: Severity | None = None
    """Only where it differs from the rule's own."""


PageCheck = Callable[[Page, Site], Iterable[Hit]]
SiteCheck = Callable[[Site], Iterable[Hit]]


class Rule(NamedTuple):
    """One rule; its explanation is the docstring of the function that checks it."""

    code: str
    """Family and number, as in `LNK001`."""
    name: str
    """A few words in lower case with hyphens."""
    severity: Severity
    explanation: str
    page_check: PageCheck | None = None
    """Looks at one page; it may read others of the site."""
    site_check: SiteCheck | None = None
    """Looks at what no page carries: data files, the navigation, the folders."""

    @property
    def summary(self) -> str:
        """The first sentence of the explanation."""
        return " ".join(self.explanation.partition("\n\n")[0].split())

    def check_page(self, page: Page, site: Site) -> Iterator[Finding]:
        """Yield the findings on one page."""
        if self.page_check is not None:
            yield from map(self._finding, self.page_check(page, site))

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Yield the findings on what no page carries."""
        if self.site_check is not None:
            yield from map(self._finding, self.site_check(site))

    def _finding(self, hit: Hit) -> Finding:
        return Finding(
            place=hit.place,
            severity=hit.severity or self.severity,
            rule=self.code,
            message=hit.message,
            help=hit.help,
            related=hit.related,
            fix=hit.fix,
        )


def page_rule(
    code: str, name: str, severity: Severity = Severity.ERROR
) -> Callable[[PageCheck], Rule]:
    """Make a rule of a function from a page and its site to hits."""

    def decorate(check: PageCheck) -> Rule:
        return Rule(code, name, severity, _explanation(check), page_check=check)

    return decorate


def site_rule(
    code: str, name: str, severity: Severity = Severity.ERROR
) -> Callable[[SiteCheck], Rule]:
    """Make a rule of a function from the site to hits."""

    def decorate(check: SiteCheck) -> Rule:
        return Rule(code, name, severity, _explanation(check), site_check=check)

    return decorate


def _explanation(check: object) -> str:
    return inspect.cleandoc(getattr(check, "__doc__", None) or "")
