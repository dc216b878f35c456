"""Says quickly that data surely fits a JSON Schema, so that pydantic need not be loaded.

A yes is final, a no means "ask pydantic": it only has to know the keywords that our models write,
and a test holds the two together. A schema library would take as long to load as pydantic.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

_IGNORED = {"title", "description", "default", "type", "discriminator"}
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str, datetime.date),
    "integer": (int,),
    "null": (type(None),),
}


def surely_fits(data: object, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> bool:
    """Tell whether `data` fits; False also for a schema with a keyword unknown here."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        return name in definitions and surely_fits(data, definitions[name], definitions)
    kind = schema.get("type")
    if kind is not None and not _has_type(data, kind, schema):
        return False
    return all(
        _KEYWORDS[word](data, schema, definitions) if word in _KEYWORDS else word in _IGNORED
        for word in schema
    )


def _has_type(data: object, kind: str, schema: Mapping[str, Any]) -> bool:
    if isinstance(data, bool | datetime.datetime):
        return False
    dated = isinstance(data, datetime.date)
    return isinstance(data, _TYPES.get(kind, ())) and dated == (schema.get("format") == "date")


def _properties(data: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> bool:
    known = schema["properties"]
    return all(
        surely_fits(value, known[name], definitions)
        for name, value in data.items()
        if name in known
    )


def _additional(data: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> bool:
    rest = [value for name, value in data.items() if name not in schema.get("properties", {})]
    allowed = schema["additionalProperties"]
    if isinstance(allowed, bool):
        return allowed or not rest
    return all(surely_fits(value, allowed, definitions) for value in rest)


_KEYWORDS: Mapping[str, Any] = {
    "properties": _properties,
    "additionalProperties": _additional,
    "required": lambda data, schema, _: set(schema["required"]) <= set(data),
    "propertyNames": lambda data, schema, defs: all(
        surely_fits(name, schema["propertyNames"], defs) for name in data
    ),
    "patternProperties": lambda data, schema, defs: all(
        any(
            re.search(pattern, name) and surely_fits(value, inner, defs)
            for pattern, inner in schema["patternProperties"].items()
        )
        for name, value in data.items()
    ),
    "minProperties": lambda data, schema, _: len(data) >= schema["minProperties"],
    "items": lambda data, schema, defs: all(surely_fits(x, schema["items"], defs) for x in data),
    "minItems": lambda data, schema, _: len(data) >= schema["minItems"],
    "minLength": lambda data, schema, _: len(data) >= schema["minLength"],
    # Python's `$` matches before a final line end, pydantic's does not.
    "pattern": lambda data, schema, _: (
        bool(re.search(schema["pattern"], data)) and not data.endswith("\n")
    ),
    "minimum": lambda data, schema, _: data >= schema["minimum"],
    "maximum": lambda data, schema, _: data <= schema["maximum"],
    "format": lambda _data, schema, _defs: schema["format"] == "date",
    "const": lambda data, schema, _: data == schema["const"],
    "enum": lambda data, schema, _: data in schema["enum"],
    # Only where a discriminator makes the alternatives exclude each other.
    "oneOf": lambda data, schema, defs: (
        "discriminator" in schema
        and any(surely_fits(data, inner, defs) for inner in schema["oneOf"])
    ),
    "anyOf": lambda data, schema, defs: any(
        surely_fits(data, inner, defs) for inner in schema["anyOf"]
    ),
}
