"""Rules about the facts of a module: minutes, sections, prerequisites, objectives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.checks.kinds import is_module_key
from portal.checks.rule import Hit, page_rule
from portal.findings import Severity
from portal.languages import SOURCE_LANGUAGE
from portal.pages import Block, Page, Site, named_objectives

_TESTING = ("question", "exercise")


def is_source_module(page: Page) -> bool:
    """Tell whether a page is an English module, which holds the facts for all languages."""
    return page.language == SOURCE_LANGUAGE and is_module_key(page.key)


def objectives_of(page: Page, site: Site) -> Mapping[str, object]:
    """Return the objectives that the blocks of a page may name: those of the English page."""
    source = site.source(page) or page
    objectives = source.front_matter.get("objectives")
    return objectives if isinstance(objectives, Mapping) else {}


def _names(page: Page, key: str) -> list[str]:
    value = page.front_matter.get(key)
    items = value if isinstance(value, list | Mapping) else ()
    return [item for item in items if isinstance(item, str)]


@page_rule("MOD004", "minutes-do-not-add-up")
def minutes_add_up(page: Page, _site: Site) -> Iterator[Hit]:
    """The minutes of the sections do not add up to the minutes of the module.

    The agenda of a workshop is made of both: a sum that is wrong makes every later hour wrong.

    Wrong: `minutes: 45` with sections of 20 and 15. Right: `minutes: 35`, or a section of 25.

    Mend it: correct the one or the other.
    """
    minutes, sections = page.front_matter.get("minutes"), page.front_matter.get("sections")
    if (
        not is_source_module(page)
        or not isinstance(sections, Mapping)
        or not isinstance(minutes, int)
    ):
        return
    total = sum(value for value in sections.values() if isinstance(value, int))
    if total != minutes:
        message = f"The sections have {total} minutes together, the module {minutes}."
        yield Hit(page.value_place("minutes"), message, "Make them equal.")


@page_rule("MOD005", "sections-do-not-match")
def sections_match_headings(page: Page, _site: Site) -> Iterator[Hit]:
    """The front matter names a section that the page has not, or the page one without minutes.

    Each `##` section counts its minutes; `safety` names sections by the ids of their headings.

    Wrong: `sections: {three-kind: 7}` above `## Three kinds { #three-kinds }`.

    Mend it: write the heading's id, or add the section with its minutes.
    """
    if not is_source_module(page):
        return
    headings = {s.id: s.heading for s in page.sections if s.heading is not None and s.id}
    for key in ("sections", "safety"):
        for index, name in enumerate(_names(page, key)):
            if name not in headings:
                place = page.key_place(key, name if key == "sections" else index)
                message = f"`{key}` names the section `{name}`, which the page has not."
                listed = ", ".join(sorted(headings)) or "none"
                yield Hit(place, message, f"Use the id of a `##` heading ({listed}).")
    counted = _names(page, "sections")
    for identifier, heading in headings.items():
        if identifier not in counted and "sections" in page.front_matter:
            message = f"The section `{identifier}` has no minutes in `sections`."
            yield Hit(page.place(heading.line), message, f"Add `{identifier}: …` to `sections`.")


@page_rule("MOD018", "section-too-short", Severity.WARNING)
def sections_hold_their_blocks(page: Page, _site: Site) -> Iterator[Hit]:
    """The exercise and the facilitator's activities of a section take longer than the section.

    A trainer who follows the printed plan would run late in each module.

    Wrong: `yard: 10` above an exercise of 9 minutes with an activity of 5. Right: `yard: 14`.

    Mend it: give the section minutes of another one, or shorten the block.
    """
    sections = page.front_matter.get("sections")
    if not is_source_module(page) or not isinstance(sections, Mapping):
        return
    for section in page.sections:
        given = sections.get(section.id)
        if not section.id or not isinstance(given, int):
            continue
        taken = sum(_block_minutes(b) for b in page.blocks if b.line in section.lines)
        if taken > given:
            place = page.key_place("sections", section.id)
            message = f"The section `{section.id}` has {given} minutes; its blocks take {taken}."
            yield Hit(place, message, f"Give it {taken} minutes or more.")


def _block_minutes(block: Block) -> int:
    minutes = block.options.data.get("minutes")
    return minutes if isinstance(minutes, int) else 0


@page_rule("MOD006", "requires-unknown-module")
def required_modules_exist(page: Page, site: Site) -> Iterator[Hit]:
    """A module requires a page that does not exist.

    A learner who is sent to a page that is not there stops.

    Wrong: `requires: [waste/overview]` without docs/en/waste/overview.md.

    Mend it: name a module by its path below docs/en, without `.md`, or leave it out.
    """
    for index, name in enumerate(_names(page, "requires")):
        if (SOURCE_LANGUAGE, name) not in site.pages:
            message = f"`requires` names `{name}`, but there is no docs/en/{name}.md."
            yield Hit(page.value_place("requires", index), message, "Name a module that exists.")


@page_rule("MOD007", "requires-in-a-circle")
def prerequisites_form_no_circle(page: Page, site: Site) -> Iterator[Hit]:
    """Modules require each other in a circle, so that nobody could ever begin.

    Wrong: A requires B, and B requires A.

    Mend it: decide which comes first, and remove the other line.
    """
    for index, name in enumerate(_names(page, "requires")):
        way = _way(name, page.key, site)
        if way is not None:
            shown = " → ".join((page.key, *way))
            message = f"Prerequisites form a circle: {shown}."
            yield Hit(page.value_place("requires", index), message, "Remove one of the steps.")


def _way(start: str, goal: str, site: Site) -> tuple[str, ...] | None:
    """Return the modules from `start` to `goal` along `requires`, or None."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way
        page = site.readable(SOURCE_LANGUAGE, way[-1])
        for name in _names(page, "requires") if page else ():
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return None


@page_rule("MOD008", "objective-not-tested")
def objectives_are_tested(page: Page, _site: Site) -> Iterator[Hit]:
    """An objective is tested by no question and no exercise.

    What nobody tries out, nobody knows whether they can do.

    Wrong: an objective `tell-storage` that no `/// question` or `/// exercise` names.

    Mend it: write `objective: tell-storage` in a question that tests it, or drop the objective.
    """
    if not is_source_module(page):
        return
    tested = {name for b in page.blocks if b.name in _TESTING for name in named_objectives(b)}
    for name in _names(page, "objectives"):
        if name not in tested:
            message = f"No question and no exercise tests the objective `{name}`."
            yield Hit(page.key_place("objectives", name), message, "Add one that names it.")


@page_rule("MOD009", "unknown-objective")
def named_objectives_exist(page: Page, site: Site) -> Iterator[Hit]:
    """A question or an exercise names an objective that the module has not.

    Wrong: `objective: sort-kind` where the front matter says `sort-kinds`.

    Mend it: name an id from `objectives` in the English page.
    """
    known = objectives_of(page, site)
    for block in page.blocks:
        if block.name not in _TESTING:
            continue
        for name in named_objectives(block):
            if name not in known:
                span = block.options.keys.get(("objective",))
                place = page.place(span.line if span else block.line)
                listed = ", ".join(sorted(known)) or "none"
                message = f"There is no objective `{name}`."
                yield Hit(place, message, f"Name one of the module's ({listed}).")
