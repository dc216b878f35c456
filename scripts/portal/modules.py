"""Modules: which of them teaches which provision."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.languages import SOURCE_LANGUAGE
from portal.pages import open_site


@functools.cache
def taught_provisions(root: Path) -> dict[str, list[str]]:
    """Map each provision id to the keys of the pages whose front matter says they teach it.

    Facts live on the English pages. A page that cannot be read teaches nothing here; `portal
    check` and the build say what is wrong with it.
    """
    site = open_site(root)
    taught: dict[str, list[str]] = {}
    for key in site.keys(SOURCE_LANGUAGE):
        page = site.readable(SOURCE_LANGUAGE, key)
        teaches = page.front_matter.get("teaches") if page else None
        for provision in teaches if isinstance(teaches, list) else ():
            taught.setdefault(str(provision), []).append(key)
    return taught


def teachers(taught: Mapping[str, Sequence[str]], provision: str) -> tuple[str, ...]:
    """Return the pages that teach a provision or something below it, each once.

    >>> teachers({"art_4__para_1": ["a"], "art_44": ["b"], "art_4": ["c", "a"]}, "art_4")
    ('a', 'c')
    """
    found: dict[str, None] = {}
    for name, keys in taught.items():
        if name == provision or name.startswith(f"{provision}__"):
            found.update(dict.fromkeys(keys))
    return tuple(sorted(found))
