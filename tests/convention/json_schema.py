"""As much of JSON Schema as the treaty's schema uses; a keyword not known here is an error.

No JSON Schema library is installed here: editors read the schema, this proves it right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
ANNOTATIONS = {"$schema", "$defs", "title", "description"}
OF_OBJECTS = {"properties", "patternProperties", "additionalProperties", "required"}

SIMPLE: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda value, wanted: has_type(value, wanted),
    "enum": lambda value, wanted: value in wanted,
    "pattern": lambda value, wanted: not isinstance(value, str) or bool(re.search(wanted, value)),
    "minLength": lambda value, wanted: not isinstance(value, str) or len(value) >= wanted,
    "minItems": lambda value, wanted: not isinstance(value, list) or len(value) >= wanted,
    "maxItems": lambda value, wanted: not isinstance(value, list) or len(value) <= wanted,
    "minimum": lambda value, wanted: not isinstance(value, int) or value >= wanted,
    "maximum": lambda value, wanted: not isinstance(value, int) or value <= wanted,
}


def faults(schema: dict[str, Any], value: object) -> list[str]:
    """List what is wrong with a value, each with its path."""
    return list(_faults(schema, value, schema, "$"))


def has_type(value: object, wanted: str) -> bool:
    """Tell whether a value is of a JSON type; true and false are no integers."""
    if wanted == "null":
        return value is None
    if isinstance(value, bool):
        return wanted == "boolean"
    return isinstance(value, TYPES[wanted])


def _faults(schema: dict[str, Any], value: Any, whole: dict[str, Any], path: str) -> Iterator[str]:
    for keyword, wanted in schema.items():
        if keyword in SIMPLE:
            if not SIMPLE[keyword](value, wanted):
                yield f"{path}: {value!r} breaks {keyword} {wanted}"
        elif keyword == "$ref":
            yield from _faults(whole["$defs"][wanted.removeprefix("#/$defs/")], value, whole, path)
        elif keyword == "anyOf":
            if all(any(True for _ in _faults(each, value, whole, path)) for each in wanted):
                yield f"{path}: fits none of the alternatives"
        elif keyword == "items":
            for place, item in enumerate(value if isinstance(value, list) else ()):
                yield from _faults(wanted, item, whole, f"{path}[{place}]")
        elif keyword not in ANNOTATIONS | OF_OBJECTS:
            msg = f"the schema uses {keyword}, which this checker does not know"
            raise NotImplementedError(msg)
    if schema.get("type") == "object" and isinstance(value, dict):
        yield from _object_faults(schema, value, whole, path)


def _object_faults(
    schema: dict[str, Any], value: dict[str, Any], whole: dict[str, Any], path: str
) -> Iterator[str]:
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{path}: {key} is missing"
    other = schema.get("additionalProperties", True)
    for key, below in value.items():
        fitting = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        patterns = schema.get("patternProperties", {}).items()
        fitting += [each for pattern, each in patterns if re.search(pattern, key)]
        if not fitting and other is False:
            yield f"{path}.{key}: is not allowed"
        if not fitting and isinstance(other, dict):
            fitting = [other]
        for each in fitting:
            yield from _faults(each, below, whole, f"{path}.{key}")
