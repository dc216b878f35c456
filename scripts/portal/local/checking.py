"""National additions against the release that they meet: pages, sections, provisions, languages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.convention import load_treaty
from portal.errors import ConfigError
from portal.local.merging import FENCE
from portal.local.overlay import Addition, Overlay
from portal.pages import Page, Site


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit; `str` is the line that the user reads."""

    path: str
    line: int
    message: str
    help: str

    def __str__(self) -> str:
        """Return the line, `path:line: what is wrong. What to do.`."""
        return f"{self.path}:{self.line}: {self.message} {self.help}"


def refuse_overrides(overlay: Overlay) -> None:
    """Raise ConfigError where an addition sets the anchor of a provision: links hang on those."""
    treaty = load_treaty()
    for addition in overlay.additions:
        for written in addition.page.attribute_lists:
            for name in written.ids:
                if treaty.get(name) is not None:
                    message = (
                        f"The anchor `{name}` belongs to a provision, and an addition cannot "
                        "override it. Name a section of the page in its place."
                    )
                    raise ConfigError(message, path=addition.page.path, line=written.line)


def overlay_faults(overlay: Overlay, site: Site) -> Iterator[Fault]:
    """Yield everything that does not fit the release.

    Raises ConfigError for an addition that overrides the anchor of a provision.
    """
    refuse_overrides(overlay)
    for name in overlay.strangers:
        message = "This is no addition."
        yield Fault(f"{overlay.folder.name}/{name}", 1, message, "Use <language>/<page>.md.")
    for addition in overlay.additions:
        page = addition.page
        if page.language not in site.languages:
            listed = ", ".join(site.languages.codes)
            yield _fault(page, 1, f"There is no language {page.language!r}.", f"Use: {listed}.")
        elif not site.has(page.language, page.key):
            message = f"This release has no page {page.key!r}."
            keys = {key for _, key in site.pages}
            yield _fault(page, 1, message, _nearest(page.key, keys, "Rename the file."))
        else:
            yield from _section_faults(addition, site)
            yield from _content_faults(page, site)


def _section_faults(addition: Addition, site: Site) -> Iterator[Fault]:
    page = addition.page
    shown = site.shown(page.language, page.key)
    known = {section.id for section in shown.sections if section.id} if shown else set()
    for part in addition.parts:
        if part.section is not None and part.section not in known:
            message = f"The page has no section `{part.section}` in this release."
            yield _fault(page, part.line, message, _nearest(part.section, known, "Name another."))
    own = {section.heading.line for section in page.sections if section.heading}
    for written in page.attribute_lists:
        if written.ids and written.line not in own:
            message = "An addition sets no ids: they could meet those of the page."
            yield _fault(
                page, written.line, message, "Remove it; only `## … { #section }` has one."
            )


def _content_faults(page: Page, site: Site) -> Iterator[Fault]:
    """Yield what the rules for untrusted content and for blocks say, and citations of nothing."""
    from portal.checks.registry import family
    from portal.citations import find_references, has_grammar

    for number, line in enumerate(page.lines, 1):
        if line.lstrip().startswith(FENCE):
            # It could end the frame: what else is wrong comes of it.
            message = f"A line begins with {FENCE}."
            yield _fault(page, number, message, "Use three to five slashes.")
            return
    for rule in (*family("SEC"), *(one for one in family("MOD") if one.code in _BLOCK_RULES)):
        for finding in rule.check_page(page, site):
            if finding.severity == "error":
                yield _fault(page, finding.place.line, finding.message, finding.help)
    if not has_grammar(page.language):
        return
    for found in find_references(page.text, language=page.language):
        if found.status == "unknown":
            message = f"“{found.text}” names a provision that does not exist."
            yield _fault(page, found.line, message, "See `portal provisions`.")


_BLOCK_RULES = frozenset({"MOD020", "MOD021", "MOD022", "MOD023"})


def _fault(page: Page, line: int, message: str, remedy: str) -> Fault:
    return Fault(page.path, line, message, remedy)


def _nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"Did you mean `{near[0]}`?" if near else otherwise


def accepted(overlay: Overlay, site: Site) -> Overlay:
    """Return the additions if they fit what is built; raise ConfigError by the first fault."""
    for fault in overlay_faults(overlay, site):
        raise ConfigError(f"{fault.message} {fault.help}", path=fault.path, line=fault.line)
    return overlay
