"""A small project with one page in English and French."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.pages import Site, open_site

LANGUAGES = "\n".join(
    f"- {{code: {code}, iso639_3: {three}, babel: {code}, name: {code}, english: {code},"
    f" direction: {way}, required: false}}"
    for code, three, way in (("en", "eng", "ltr"), ("fr", "fra", "ltr"), ("ar", "ara", "rtl"))
)
ENGLISH = """---
title: Lamps
summary: "How to: collect lamps."
objectives:
  name-one: Name one lamp.
---

# Lamps

Two sentences follow.
This is the second.

## Which { #which }

- **Tubes** hold mercury.
  They break.
- See [the list](list.md).

| Lamp | mg |
|:--|--:|
| tube | 5 |

/// question | Which one?
    objective: name-one

- [x] Tube.
    - Yes.
///

```text
not translated
```
"""
FRENCH = """---
title: Lampes
summary: "Comment : récupérer les lampes."
objectives:
  name-one: Nommer une lampe.
---

# Lampes

Deux phrases suivent.
Voici la seconde.

## Lesquelles { #which }

- Les **tubes** contiennent du mercure.
  Ils cassent.
- Voir [la liste](list.md).

| Lampe | mg |
|:--|--:|
| tube | 5 |

/// question | Laquelle ?
    objective: name-one

- [x] Le tube.
    - Oui.
///

```text
not translated
```
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The project's folder."""
    for code, text in (("en", ENGLISH), ("fr", FRENCH)):
        folder = tmp_path / "docs" / code
        folder.mkdir(parents=True)
        (folder / "lamps.md").write_bytes(text.encode("utf-8"))
    (tmp_path / "docs/data").mkdir()
    (tmp_path / "docs/data/languages.yaml").write_text(f"languages:\n{LANGUAGES}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    return tmp_path


@pytest.fixture
def small_site(small: Path) -> Site:
    """Its pages."""
    return open_site(small)
