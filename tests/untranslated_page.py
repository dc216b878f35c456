"""A page that is not translated, for tests of what readers see then; translators change which."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
HAVE_IT = frozenset({"en", "fr"})


def untranslated_module() -> str:
    """Return the first module that English and French have and no other language."""
    codes = [folder.name for folder in DOCS.iterdir() if (folder / "index.md").is_file()]
    for page in sorted((DOCS / "en").glob("*/*.md")):
        key = page.relative_to(DOCS / "en").with_suffix("").as_posix()
        is_module = "\nminutes:" in page.read_text("utf-8").partition("\n---")[0]
        if is_module and {c for c in codes if (DOCS / c / f"{key}.md").is_file()} == HAVE_IT:
            return key
    raise LookupError("Each module has a further language. Let these tests use the small project.")
