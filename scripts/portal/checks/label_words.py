"""The interface words of a language as they stand in their file, for the rules that need them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.errors import ConfigError
from portal.languages import LABELS_FOLDER
from portal.pages import Site, YamlData, YamlDataError, decode, read_yaml


@functools.lru_cache(maxsize=32)
def read_labels(root: Path, code: str) -> YamlData:
    """Return a labels file as it stands; raise ConfigError with path and line."""
    path = f"{LABELS_FOLDER}/{code}.yaml"
    try:
        lines = decode((root / path).read_bytes(), path=path).splitlines()
        return read_yaml(lines, first_line=1)
    except OSError:
        raise ConfigError("The file is missing. Restore it.", path=path) from None
    except YamlDataError as fault:
        raise ConfigError(str(fault), path=path, line=fault.line) from None


def label_words(site: Site, code: str) -> Mapping[str, Any]:
    """Return the words of a labels file as they stand; raise ConfigError with path and line."""
    return read_labels(site.root, code).data
