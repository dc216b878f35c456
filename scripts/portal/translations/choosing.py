"""Which pages an argument means: `docs/fr/waste/x.md`, `fr/waste/x`, or `waste/x` in languages."""

from __future__ import annotations

from collections.abc import Sequence

from portal.errors import ConfigError
from portal.languages import SOURCE_LANGUAGE
from portal.pages import DOCS, Site
from portal.translations.state import translation_languages


def read_languages(site: Site, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the languages asked for, all translations by default; raise ConfigError."""
    for code in codes:
        site.languages.get(code)
        if code == SOURCE_LANGUAGE:
            message = "English is what is translated from. Name one of the other languages."
            raise ConfigError(message)
    return tuple(dict.fromkeys(codes)) or translation_languages(site)


def read_page_name(site: Site, name: str) -> tuple[str | None, str]:
    """Return language (None where it is not said) and key of a page named on a command line."""
    path = name.replace("\\", "/").removeprefix("./").removesuffix(".md")
    folder, _, rest = path.removeprefix(f"{DOCS}/").partition("/")
    if folder in site.languages and rest:
        return folder, rest
    return None, path


def choose_pages(
    site: Site, names: Sequence[str], codes: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return language and key of the translations meant; without names, all there are.

    Raises ConfigError for a page that no language asked for has.
    """
    languages = read_languages(site, codes)
    if not names:
        return tuple((code, key) for code in languages for key in site.keys(code))
    chosen: dict[tuple[str, str], None] = {}
    for name in names:
        code, key = read_page_name(site, name)
        if code == SOURCE_LANGUAGE:
            code = None
        asked = languages if code is None else (code,)
        found = [(lang, key) for lang in asked if (lang, key) in site.pages]
        if not found:
            where = " or ".join(f"{DOCS}/{lang}/{key}.md" for lang in asked)
            message = f"There is no translation {where}. Check the path"
            first = asked[0]
            hint = f", or begin it: `portal translations start {first} {key}`."
            english = (SOURCE_LANGUAGE, key) in site.pages
            raise ConfigError(message + (hint if english else "."))
        chosen.update(dict.fromkeys(found))
    return tuple(chosen)
