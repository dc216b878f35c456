"""Rules about block fences: what the renderer would show wrongly, and say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from portal.blocks import BLOCKS, Argument
from portal.checks.kinds import is_module_key
from portal.checks.rule import Hit, page_rule
from portal.pages import Block, Page, Site


def _option_line(block: Block, name: str) -> int:
    span = block.options.keys.get((name,))
    return span.line if span else block.line


@page_rule("MOD020", "unknown-block")
def blocks_are_known(page: Page, _site: Site) -> Iterator[Hit]:
    """A block has a name that does not exist, or a header that is none.

    The renderer shows both as plain paragraphs, slashes included.

    Wrong: `/// questions | Which one?`. Right: `/// question | Which one?`.

    Mend it: correct the name; it stands behind the slashes, the title behind `|`.
    """
    for block in page.blocks:
        if block.name not in BLOCKS:
            listed = ", ".join(name for name, found in BLOCKS.items() if found.ours)
            message = f"There is no block `{block.name}`."
            yield Hit(page.place(block.line), message, f"Use one of: {listed}.")
    for number in page.fences.malformed:
        message = "This line looks like the header of a block, but is none."
        yield Hit(page.place(number), message, "Write `/// name` or `/// name | title`.")


@page_rule("MOD021", "unknown-option")
def options_are_known(page: Page, _site: Site) -> Iterator[Hit]:
    """A block has an option that it cannot have.

    The renderer shows the whole block as a paragraph then.

    Wrong: `goal: name-dates` in a question. Right: `objective: name-dates`.

    Mend it: correct or remove the line.
    """
    for block in page.blocks:
        if block.name not in BLOCKS:
            continue
        known = BLOCKS[block.name].options
        for name in block.options.data:
            if name not in known:
                message = f"A {block.name} block has no option `{name}`."
                remedy = f"Use one of: {', '.join(known)}." if known else "Remove it."
                yield Hit(page.place(_option_line(block, name)), message, remedy)


@page_rule("MOD022", "bad-option")
def options_are_well_formed(page: Page, _site: Site) -> Iterator[Hit]:
    """An option or the title of a block is missing, or is not what is asked for.

    Options are YAML, set in by four spaces right under the header.

    Wrong: `minutes: ten`. Right: `minutes: 10`.

    Mend it: correct the line named.
    """
    for block in page.blocks:
        if block.name not in BLOCKS:
            continue
        if block.fault is not None:
            message = f"The options cannot be read: {block.fault.message}"
            yield Hit(page.place(block.fault.line), message, "Write `name: value` lines.")
            continue
        yield from _argument(block, page)
        yield from _options(block, page)


def _argument(block: Block, page: Page) -> Iterator[Hit]:
    argument = BLOCKS[block.name].argument
    if argument is Argument.REQUIRED and not block.argument:
        message = f"The {block.name} block has no title."
        yield Hit(page.place(block.line), message, f"Write `/// {block.name} | title`.")
    if argument is Argument.FORBIDDEN and block.argument:
        message = f"A {block.name} block has no title of its own."
        yield Hit(page.place(block.line), message, f"Write `/// {block.name}` alone.")
    body = [n for n in block.body if page.prose.lines[n - 1].strip()]
    if BLOCKS[block.name].empty and body:
        message = f"The {block.name} block is filled from the front matter and stays empty."
        yield Hit(page.place(body[0]), message, "Remove what stands in it.")


def _options(block: Block, page: Page) -> Iterator[Hit]:
    for name, option in BLOCKS[block.name].options.items():
        if name not in block.options.data:
            if option.required:
                message = f"The {block.name} block lacks the option `{name}`."
                remedy = f"Add `    {name}: …` right under its header."
                yield Hit(page.place(block.line), message, remedy)
            continue
        try:
            option.parse(block.options.data[name])
        except ValueError as error:
            message = f"The option `{name}` is not {error}."
            yield Hit(page.place(_option_line(block, name)), message, "Correct the value.")


@page_rule("MOD023", "unclosed-block")
def blocks_are_closed(page: Page, _site: Site) -> Iterator[Hit]:
    """A block or fenced code is never closed, or a closing line closes nothing.

    The renderer draws an open block to the end of the page and takes an open code fence for text.

    Right: the closing `///` stands alone on its line, with as many slashes as the header.

    Mend it: close the block where its text ends.
    """
    for block in page.blocks:
        if block.end is None:
            message = f"The {block.name} block is never closed."
            remedy = f"Put `{'/' * block.slashes}` alone on a line below its text."
            yield Hit(page.place(block.line), message, remedy)
    for number in page.fences.strays:
        message = "This line closes a block, but none is open."
        yield Hit(page.place(number), message, "Remove it, or mend the header above.")
    if page.prose.unclosed_code is not None:
        message = "The fenced code is never closed."
        remedy = "Put the same fence alone on a line below it."
        yield Hit(page.place(page.prose.unclosed_code), message, remedy)


@page_rule("MOD024", "misplaced-block")
def blocks_stand_where_they_may(page: Page, _site: Site) -> Iterator[Hit]:
    """A block stands where it may not: inside another, set in, or apart from what it belongs to.

    Blocks are flat, so that slides, quizzes and printed sheets can be made of them; headings
    stand outside blocks, because sections are cut at them; a solution follows its exercise.

    Wrong: `/// question` inside `/// case`.

    Mend it: close the outer block first.
    """
    for block in page.blocks:
        known = BLOCKS.get(block.name)
        if block.parent is not None and known and block.parent not in known.inside:
            message = f"A {block.name} block cannot stand inside a {block.parent} block."
            yield Hit(page.place(block.line), message, "Close the outer block before it.")
    for number in page.fences.indented:
        message = "The fence of a block is set in by four spaces or more."
        yield Hit(page.place(number), message, "Begin the line with the slashes.")
    for heading in page.headings:
        around = next((b for b in page.blocks if heading.line in b.body), None)
        if around is not None:
            message = f"A heading stands inside the {around.name} block."
            yield Hit(page.place(heading.line), message, "Move it out of the block.")
    yield from _solutions(page)


def _solutions(page: Page) -> Iterator[Hit]:
    blocks = [block for block in page.blocks if block.depth == 0]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if block.name == "solution" and (before is None or before.name != "exercise"):
            message = "The solution follows no exercise."
            yield Hit(page.place(block.line), message, "Put it right below its exercise.")
        if block.name == "exercise" and (after is None or after.name != "solution"):
            message = "The exercise has no solution right below it."
            yield Hit(page.place(block.line), message, "Add a `/// solution` block.")


@page_rule("MOD025", "objectives-block")
def modules_show_their_objectives(page: Page, _site: Site) -> Iterator[Hit]:
    """A module has no `/// objectives` block, or more than one.

    The objectives in the front matter are shown to nobody without it.

    Mend it: write `/// objectives` and `///` once, below the opening paragraph.
    """
    found = [block for block in page.blocks if block.name == "objectives"]
    if is_module_key(page.key) and not found:
        message = "The module shows no objectives."
        remedy = "Write `/// objectives` and `///` below the opening paragraph."
        yield Hit(page.place(page.title_line), message, remedy)
    for block in found[1:]:
        yield Hit(page.place(block.line), "The objectives stand here again.", "Keep the first.")
