"""Values as YAML on one line, so that no word of a stranger is anything but a text."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from typing import Any

from portal.contributions.answers import Refused

_WORD = re.compile(r"[a-z][a-z-]*|[0-9]{1,4}")


class Plain(str):
    """A code, a date or a number, which stands without quotation marks."""

    __slots__ = ()


def flow(value: Any) -> str:
    """Return a text, a Plain, a list or a mapping as YAML; raise Refused for a Plain that is none.

    >>> flow({"places": ["SN"], "seen": Plain("2026-11-22"), "what": "!!python/x"})
    '{places: ["SN"], seen: 2026-11-22, what: "!!python/x"}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, Plain):
        return _plain(value)
    # A JSON text is a YAML text as well.
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Plain) -> str:
    if _WORD.fullmatch(value):
        return str(value)
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        message = f"{str(value)[:40]!r} is no day, number or code. Write a day as in 2026-11-22."
        raise Refused([message]) from None
