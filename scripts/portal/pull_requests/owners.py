"""Who may call a page reviewed: the persons whom CODEOWNERS names for its file."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

OWNERS_FILE = ".github/CODEOWNERS"
_LOGIN = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")


@dataclass(frozen=True, slots=True)
class Ownership:
    """One line of CODEOWNERS."""

    pattern: str
    owners: tuple[str, ...]
    """As written: `@login`, `@organisation/team` or an address."""


def read_owners(text: str) -> tuple[Ownership, ...]:
    """Return the lines that name somebody, or nobody, in order."""
    found = []
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if words:
            found.append(Ownership(words[0], tuple(words[1:])))
    return tuple(found)


def owners_of(path: str, owners: Sequence[Ownership]) -> tuple[str, ...]:
    r"""Return whom the last line that fits a file names.

    >>> lines = read_owners("* @a\ndocs/fr/ @b @c/team")
    >>> owners_of("docs/fr/index.md", lines), owners_of("x.md", lines)
    (('@b', '@c/team'), ('@a',))
    """
    fitting = [one.owners for one in owners if _fits(one.pattern, path)]
    return fitting[-1] if fitting else ()


def persons(owners: Collection[str]) -> frozenset[str]:
    """Return the logins among the owners, in small letters; teams and addresses are left out."""
    return frozenset(name[1:].lower() for name in owners if _LOGIN.fullmatch(name))


def _fits(pattern: str, path: str) -> bool:
    """Tell whether a pattern fits, as in .gitignore but for `!` and `[ ]`, which are not taken."""
    anchored = "/" in pattern.rstrip("/")
    body = pattern.strip("/")
    parts = (
        ".*" if piece == "**" else "[^/]*" if piece == "*" else "[^/]" if piece == "?"
        else re.escape(piece)
        for piece in re.split(r"(\*\*|\*|\?)", body)
    )  # fmt: skip
    start = "" if anchored else "(?:.*/)?"
    # `docs/*` fits files right below; a name fits a folder and all that it holds.
    end = "" if body.endswith("*") and not body.endswith("**") and anchored else "(?:/.*)?"
    if pattern.endswith("/"):
        end = "/.*"
    return re.fullmatch(start + "".join(parts) + end, path) is not None


def unauthorised(
    paths: Collection[str], owners: Sequence[Ownership], *, people: Collection[str]
) -> dict[str, str]:
    """Return the files that none of `people` may call reviewed, each with what to do.

    `people` are the author and those who approved; their logins count in any case.
    """
    present = {name.lower() for name in people}
    found = {}
    for path in sorted(paths):
        named = owners_of(path, owners)
        if persons(named) & present:
            continue
        if persons(named):
            listed = ", ".join(f"@{name}" for name in sorted(persons(named)))
            found[path] = f"Ask one of {listed} to approve, or leave the page a draft."
        elif named:
            teams = ", ".join(named)
            found[path] = f"{OWNERS_FILE} names {teams} only. Name persons (@login) there, too."
        else:
            found[path] = f"{OWNERS_FILE} names no reviewer for it. Put in a person's @login first."
    return found
