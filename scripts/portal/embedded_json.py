"""Data that a page carries for its script."""

from __future__ import annotations

import json


def script_json(data: object) -> str:
    r"""Return data as JSON that a script element may hold: nothing in it ends the element.

    >>> script_json({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
