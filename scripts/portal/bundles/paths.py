"""Paths between the files of a tree."""

from __future__ import annotations

import posixpath


def relative(target: str, file: str) -> str:
    """Return the address of one file of a tree as another writes it.

    >>> relative("assets/a.js", "waste/piles/index.html")
    '../../assets/a.js'
    """
    return posixpath.relpath(target, posixpath.dirname(file) or ".")
