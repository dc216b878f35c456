"""What kind of page a page is; front matter and module rules depend on it."""

from __future__ import annotations

from portal.languages import SOURCE_LANGUAGE
from portal.pages import Page

TRACKS = ("obligations", "implementation", "asgm", "waste", "gender-trade")
"""The folders whose pages are modules, their index apart."""


def is_module_key(key: str) -> bool:
    """Tell whether a key names a module.

    >>> is_module_key("waste/what-is-mercury-waste"), is_module_key("waste/index")
    (True, False)
    """
    track, _, name = key.partition("/")
    return track in TRACKS and bool(name) and name not in {"index", "README"}


def is_case_key(key: str) -> bool:
    """Tell whether a key names a case study.

    >>> is_case_key("cases/callao"), is_case_key("cases/index")
    (True, False)
    """
    folder, _, name = key.partition("/")
    return folder == "cases" and name not in {"", "index", "README"}


def model_name(page: Page) -> str:
    """Return the name of the front matter model that a page follows."""
    translated = page.language != SOURCE_LANGUAGE
    if page.key == "index":
        return "Home"
    if is_module_key(page.key):
        return "ModuleTranslation" if translated else "Module"
    if is_case_key(page.key):
        return "CaseTranslation" if translated else "Case"
    return "OtherTranslation" if translated else "OtherPage"
