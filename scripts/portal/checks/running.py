"""Runs the rules over a site: which pages, which findings are shown, what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from portal.checks.registry import SITE_ONLY, TRANSLATIONS_ONLY, Selection
from portal.checks.rule import Rule
from portal.checks.suppression_rules import UNKNOWN_CODE, unknown_codes, unused_suppressions
from portal.checks.suppressions import Suppressed, read_suppressions
from portal.errors import ConfigError, PageError, PortalError
from portal.findings import Finding, Place, Severity
from portal.findings_output import sort_findings
from portal.languages import SOURCE_LANGUAGE
from portal.pages import DOCS, Page, Site

UNREADABLE = "CFG001"
"""Rule that a page or data file that cannot be read is shown under in machine formats."""


class Scope(NamedTuple):
    """The files that are looked at; paths relative to the project's root."""

    paths: frozenset[PurePosixPath] = frozenset()
    """Files and folders; empty: everything."""

    def covers(self, path: str) -> bool:
        """Tell whether findings in a file are shown."""
        names = (named.as_posix() for named in self.paths)
        return not self.paths or any(path == n or path.startswith(f"{n}/") for n in names)

    def only_pages(self, site: Site) -> bool:
        """Tell whether nothing but single pages is looked at."""
        pages = set(site.listing.pages.values())
        return bool(self.paths) and all(path.as_posix() in pages for path in self.paths)

    def needless(self, site: Site) -> frozenset[str]:
        """Return the modules of rules that can find nothing here."""
        if not self.only_pages(site):
            return frozenset()
        source = f"{DOCS}/{SOURCE_LANGUAGE}"
        translated = any(not path.is_relative_to(source) for path in self.paths)
        return SITE_ONLY if translated else SITE_ONLY | TRANSLATIONS_ONLY


def read_scope(names: Iterable[str], *, root: Path, here: Path) -> Scope:
    """Read PATH arguments, given from the folder `here`; raise ConfigError for a wrong one."""
    paths = set()
    for name in names:
        # Not resolved: a symbolic link is judged as what it is.
        path = Path(here, name)
        if not path.exists() and not path.is_symlink():
            message = f"There is no file or folder {name!r}. Check the path."
            raise ConfigError(message)
        absolute = (path.parent.resolve() / path.name) if path.name != ".." else path.resolve()
        if not absolute.is_relative_to(root):
            message = f"{name!r} is outside the project. Name files below it."
            raise ConfigError(message)
        paths.add(PurePosixPath(absolute.relative_to(root).as_posix()))
    return Scope() if PurePosixPath() in paths else Scope(frozenset(paths))


class Report(NamedTuple):
    """What a run of the rules gave."""

    findings: tuple[Finding, ...]
    """Sorted."""
    errors: tuple[PortalError, ...]
    """What could not be read: exit status 2."""
    pages: int
    """How many pages were looked at."""


def run_rules(site: Site, *, selection: Selection, scope: Scope) -> Report:
    """Run the selected rules; a page that cannot be read does not stop the others."""
    rules = tuple(selection.rules(without=scope.needless(site)))
    findings: list[Finding] = []
    errors: list[PortalError] = []
    count = 0
    for key, path in site.listing.pages.items():
        if not scope.covers(path):
            continue
        try:
            page = site.pages[key]
        except PageError as error:
            errors.append(error)
            continue
        count += 1
        findings += _check_page(page, site, rules, selection)
        errors += unknown_codes(page)
    if not scope.only_pages(site):
        found, failed = _check_site(site, rules)
        findings += found
        errors += failed
    shown = (finding for finding in findings if scope.covers(finding.place.path))
    return Report(sort_findings(shown), tuple(errors), count)


def _check_page(
    page: Page, site: Site, rules: Sequence[Rule], selection: Selection
) -> Iterator[Finding]:
    suppressed = Suppressed(read_suppressions(page))
    for rule in rules:
        yield from filter(suppressed.keeps, rule.check_page(page, site))
    yield from unused_suppressions(page, suppressed, selection.takes)


def _check_site(site: Site, rules: Sequence[Rule]) -> tuple[list[Finding], list[PortalError]]:
    findings: list[Finding] = []
    errors: dict[str, PortalError] = {}
    for rule in rules:
        try:
            findings += rule.check_site(site)
        except PortalError as error:
            # Several rules read the same data file: say it once.
            errors[str(error)] = error
    return findings, list(errors.values())


def as_findings(errors: Iterable[PortalError]) -> tuple[Finding, ...]:
    """Return what could not be read as findings, for formats that programs read."""
    return tuple(_as_finding(error) for error in errors)


def _as_finding(error: PortalError) -> Finding:
    what, separator, remedy = error.message.partition(". ")
    return Finding(
        place=Place(error.path or f"{DOCS}/", error.line or 1),
        severity=Severity.ERROR,
        rule=UNKNOWN_CODE if error.message.startswith("Suppressed rule") else UNREADABLE,
        message=f"{what}." if separator else what,
        help=remedy or "Mend it.",
    )
