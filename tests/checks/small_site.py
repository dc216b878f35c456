"""A small site that no rule complains about, to be changed by tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from portal.checks.running import Report
from portal.findings import Finding
from portal.languages import load_languages

Check = Callable[..., Report]
"""Changes of the small site (path to text, None: leave out) and options, to a report."""

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]

GOOD_MODULE = (HERE / "good_module.md").read_text("utf-8")
GOOD_TRANSLATION = (HERE / "good_translation.md").read_text("utf-8")

OTHER_PAGE = """---
title: {title}
summary: A page.
review: {{status: draft}}
{more}---

# {title}

Read on.
"""

MODULE_PATH = "docs/en/waste/piles.md"
TRANSLATION_PATH = "docs/fr/waste/piles.md"
SHORT_TRANSLATION = "TRN004,TRN02,TRN03,TRN041"
"""What is found because the translation has not everything of its English page."""


def good_files() -> dict[str, str]:
    """Return the files of the small site: path to text."""
    codes = ("ar", "zh", "en", "fr", "ru", "es")
    data = PROJECT / "docs" / "data"
    files = {
        "mkdocs.yml": "site_url: !ENV [X, https://portal.example/]\n"
        "nav:\n  - index.md\n  - nav.waste:\n      - waste/index.md\n      - waste/piles.md\n",
        "docs/data/languages.yaml": (data / "languages.yaml").read_text("utf-8"),
        "docs/data/page.schema.json": (data / "page.schema.json").read_text("utf-8"),
        "docs/data/addresses.yaml": "published:\n  - index\n  - waste/index\n  - waste/piles\n"
        "redirects: {}\n",
        "docs/assets/flask.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
        "docs/en/waste/index.md": OTHER_PAGE.format(title="Waste", more=""),
        MODULE_PATH: GOOD_MODULE,
        TRANSLATION_PATH: GOOD_TRANSLATION,
    }
    for code in codes:
        more = "" if code == "en" else "translation: {translators: []}\n"
        files[f"docs/{code}/index.md"] = OTHER_PAGE.format(title="Home", more=more)
        files[f"docs/data/labels/{code}.yaml"] = f'nav.waste: Waste\nhello: "{code}: {{name}}"\n'
    return files


def write_site(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Write files below `root`; None leaves one out."""
    from portal.checks import front_matter, label_words, site_settings

    for path, content in files.items():
        if content is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    site_settings.read_settings.cache_clear()
    label_words.read_labels.cache_clear()
    load_languages.cache_clear()
    front_matter._definitions.cache_clear()


def shown(findings: tuple[Finding, ...]) -> list[str]:
    """Return the findings as a reader of a failed test wants them."""
    return [
        f"{f.rule} {f.place.path}:{f.place.line}:{f.place.column} {f.message}" for f in findings
    ]
