"""Show the treaty's tree, or one provision: title, children, who teaches it, amendments."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from portal.errors import PortalError

if TYPE_CHECKING:
    from portal.convention import Change, KnownDate, Provision, Treaty

Teachers = Mapping[str, Sequence[str]]
"""By provision id, the modules that teach it, as `track/name`."""

TO_CONFIRM = "to be confirmed"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("id", nargs="?", metavar="ID", help="a provision, such as art_7__para_3")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: argparse.Namespace) -> int:
    """Write the answer and return 0; raise PortalError for an id that is not there."""
    from portal.convention import load_treaty

    treaty = load_treaty()
    if arguments.id is None:
        sys.stdout.write(_tree(treaty, arguments.format))
        return 0
    provision = find(treaty, arguments.id)
    teachers = read_teachers()
    taught = taught_in(provision.id, teachers) if teachers is not None else None
    if arguments.format == "json":
        answer = as_data(treaty, provision) | {"taught_in": _taught_data(taught)}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_lines(treaty, provision, taught)) + "\n")
    return 0


def read_teachers() -> Teachers | None:
    """Return who teaches what in the project around the working directory.

    None where that cannot be told: outside of a project the treaty can still be asked.
    """
    from portal.errors import ConfigError
    from portal.modules import taught_provisions
    from portal.project import find_root

    try:
        root = find_root()
    except ConfigError:
        return None
    return taught_provisions(root)


def find(treaty: Treaty, wanted: str) -> Provision:
    """Return the provision of an id, in any case; raise PortalError that says what is near."""
    identifier = wanted.strip().lower()
    provision = treaty.get(identifier)
    if provision is not None:
        return provision
    message = f"There is no provision {wanted!r}. {_near(treaty, identifier)}"
    raise PortalError(message)


def _near(treaty: Treaty, identifier: str) -> str:
    """Say what is near an id that is not there: similar ids for a slip, else what there is."""
    from portal.convention import describe_children, parse_id

    try:
        last = parse_id(identifier)[-1][0]
    except ValueError:
        last = None
    if last in {None, "row"}:
        near = difflib.get_close_matches(identifier, treaty.provisions, n=3, cutoff=0.6)
        if near:
            return f"Did you mean {' or '.join(near)}?"
    advice = "" if last is not None else " Ids look like art_7__para_3__subpara_a."
    return f"{describe_children(identifier)}.{advice}"


def taught_in(provision: str, teachers: Teachers) -> list[tuple[str, str]]:
    """List who teaches it: modules that name it, something above it or something below it.

    Each pair is the module and the provision that it names.
    """
    return sorted(
        (module, named)
        for named, modules in teachers.items()
        if named == provision
        or provision.startswith(f"{named}__")
        or named.startswith(f"{provision}__")
        for module in modules
    )


def as_data(treaty: Treaty, provision: Provision) -> dict[str, Any]:
    """Turn a provision into what the JSON answer says of it."""
    from portal.convention import describe_children, heading

    return {
        "id": provision.id,
        "kind": provision.kind,
        "number": provision.number,
        "parent": provision.parent,
        "heading": {language: heading(provision.id, language) for language in _languages()},
        "titles": {
            language: {"text": title.text, "confirmed": title.confirmed}
            for language, title in provision.titles.items()
        },
        "summary": provision.summary,
        "phase_out": provision.phase_out,
        "certainty": provision.certainty,
        "since": _date_data(provision.since) if provision.since is not None else None,
        "children": [child.id for child in treaty.children(provision.id)],
        "contents": describe_children(provision.id),
        "amendments": [_change_data(change) for change in provision.changes],
    }


def _taught_data(taught: Sequence[tuple[str, str]] | None) -> list[dict[str, str]] | None:
    if taught is None:
        return None
    return [{"module": module, "provision": named} for module, named in taught]


def _languages() -> Sequence[str]:
    return ("ar", "zh", "en", "fr", "ru", "es")


def _change_data(change: Change) -> dict[str, Any]:
    amendment = change.amendment
    return {
        "amendment": amendment.name,
        "decision": amendment.decision,
        "how": change.how,
        "note": change.note,
        "adopted": _date_data(amendment.adopted),
        "notified": _date_data(amendment.notified),
        "in_force": _date_data(amendment.in_force),
    }


def _date_data(date: KnownDate) -> dict[str, str | None]:
    day = date.day.isoformat() if date.day is not None else None
    return {"date": day, "certainty": date.certainty, "source": date.source}


def _tree(treaty: Treaty, form: str) -> str:
    from portal.convention import heading

    if form == "json":
        rows = [
            {"id": each.id, "kind": each.kind, "parent": each.parent, "heading": heading(each.id)}
            | {"title": title.text if (title := each.title("en")) else None}
            for each in treaty
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for line in _tree_lines(treaty, None, 0))


def _tree_lines(treaty: Treaty, above: str | None, depth: int) -> Iterator[str]:
    from portal.convention import heading

    for provision in treaty.children(above):
        title = provision.title("en")
        words = heading(provision.id)
        if title is not None and provision.kind not in {"row", "preamble"}:
            words = f"{words}: {title.text}"
        mark = "" if provision.confirmed else f" ({TO_CONFIRM})"
        yield f"{'  ' * depth}{provision.id}  {words}{mark}"
        yield from _tree_lines(treaty, provision.id, depth + 1)


def _lines(
    treaty: Treaty, provision: Provision, taught: Sequence[tuple[str, str]] | None
) -> Iterator[str]:
    from portal.convention import describe_children, heading

    mark = "" if provision.confirmed else f" ({TO_CONFIRM})"
    yield f"{heading(provision.id)}{mark}"
    yield f"id: {provision.id}"
    for language, title in provision.titles.items():
        yield f"title ({language}): {title.text}{'' if title.confirmed else f' ({TO_CONFIRM})'}"
    if provision.summary:
        yield f"in our words: {provision.summary}"
    if provision.phase_out:
        yield f"not after: {provision.phase_out}"
    if provision.since is not None:
        yield f"holds since: {_date(provision.since)}"
    yield f"contents: {describe_children(provision.id)}"
    for child in treaty.children(provision.id):
        yield f"  {child.id}"
    for change in provision.changes:
        amendment = change.amendment
        yield f"amendment: {amendment.name}, in force {_date(amendment.in_force)} ({change.how})"
        if change.note:
            yield f"  {change.note}"
    for module, named in taught or ():
        yield f"taught in: {module}" + ("" if named == provision.id else f" (through {named})")
    if not taught:
        yield "taught in: not known here" if taught is None else "taught in: no module"


def _date(date: KnownDate) -> str:
    if date.day is None:
        return "not known"
    return f"{date.day.isoformat()}{'' if date.confirmed else f' ({TO_CONFIRM})'}"
