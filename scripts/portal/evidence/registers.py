"""Reads a YAML register, checks it against its model, and keeps the line of every fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from portal.errors import DataError
from portal.pages import YamlData, YamlDataError, decode, read_yaml

if TYPE_CHECKING:
    from pydantic import BaseModel

Model = TypeVar("Model", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a register, and where."""

    path: str
    line: int
    message: str
    """One sentence."""
    help: str


def read_register(root: Path, path: str) -> YamlData | None:
    """Return a register, None where there is no such file; raise DataError with its line."""
    file = root / path
    if not file.is_file():
        return None
    try:
        return read_yaml(decode(file.read_bytes(), path=path).splitlines(), first_line=1)
    except YamlDataError as fault:
        raise DataError(str(fault), path=path, line=fault.line) from None


def line_of(content: YamlData, *place: str | int) -> int:
    """Return the line of a value, else of what it stands in."""
    while place:
        span = content.values.get(place) or content.keys.get(place)
        if span is not None:
            return span.line
        place = place[:-1]
    return 1


def faults_of(model: type[BaseModel], content: YamlData, *, path: str, schema: str) -> list[Fault]:
    """Return what the model says about a register, each with its line; empty where all is well."""
    from pydantic import ValidationError

    try:
        model.model_validate(dict(content.data))
    except ValidationError as error:
        return [_fault(dict(fault), content, path, schema) for fault in _each(error)]
    return []


def _each(error: Any) -> Iterator[Any]:
    seen = set()
    for fault in error.errors(include_url=False):
        if (fault["loc"], fault["type"]) not in seen:
            seen.add((fault["loc"], fault["type"]))
            yield fault


def _fault(fault: dict[str, Any], content: YamlData, path: str, schema: str) -> Fault:
    place = tuple(part for part in fault["loc"] if isinstance(part, str | int))
    name = ".".join(map(str, place)) or "the register"
    said = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "missing":
        message, remedy = f"`{name}` is missing.", "Add it"
    elif fault["type"] == "extra_forbidden":
        message, remedy = f"The key `{name}` is not known here.", "Correct or remove it"
    else:
        message = f"`{name}` is not valid: {said[:1].lower()}{said[1:].rstrip('.')}."
        remedy = "Correct it"
    return Fault(path, line_of(content, *place), message, f"{remedy}; {schema} says what fits.")


def validated(model: type[Model], root: Path, path: str, schema: str) -> Model | None:
    """Return a register as its model, None where there is none; raise DataError for a fault."""
    content = read_register(root, path)
    if content is None:
        return None
    for fault in faults_of(model, content, path=path, schema=schema):
        raise DataError(f"{fault.message} {fault.help}", path=path, line=fault.line)
    return model.model_validate(dict(content.data))
