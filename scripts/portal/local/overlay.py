"""A folder of national additions as data: `local.yaml`, and `<language>/<page>.md` beside it.

Each h2 of an addition names, by its id, the section of the portal's page that it follows; what
stands above the first h2 follows the page's introduction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.countries import countries
from portal.errors import ConfigError
from portal.languages import Language
from portal.pages import Page, YamlDataError, decode, parse_page, read_yaml

FOLDER = "PORTAL_LOCAL"
"""The variable by which `portal build --local` hands the folder to the builds of the languages."""
SETTINGS = "local.yaml"
LOGOS: Mapping[str, bytes] = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
LARGEST_LOGO = 200_000
"""Bytes: the logo travels in every bundle."""
_KNOWN = {"country", "logo"}


@dataclass(frozen=True, slots=True)
class Part:
    """What follows one section of a page."""

    section: str | None
    """Its id; None for the introduction."""
    title: str
    text: str
    """Markdown."""
    line: int


@dataclass(frozen=True, slots=True)
class Addition:
    """What a country adds to one page in one language."""

    page: Page
    """The file, read as a page."""

    @property
    def parts(self) -> Iterator[Part]:
        """Yield what is added, section by section; empty parts are left out."""
        for section in self.page.sections:
            heading = section.heading
            start = heading.line if heading else section.lines.start - 1
            lines = self.page.lines[start : section.lines.stop - 1]
            text = "\n".join(lines).strip()
            if text:
                title = heading.text if heading else ""
                yield Part(section.id if heading else None, title, text, section.lines.start)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A folder of national additions."""

    folder: Path
    country: str
    """Two letters of ISO 3166-1."""
    logo: Path | None
    additions: tuple[Addition, ...]
    strangers: tuple[str, ...]
    """Files that are no addition, from the folder."""

    def country_in(self, language: Language) -> str:
        """Return the country's name in a language."""
        from babel import Locale

        territories = Locale.parse(language.babel).territories
        return str(territories.get(self.country, self.country))

    def addition(self, language: str, key: str) -> Addition | None:
        """Return what is added to a page in a language."""
        found = (
            one for one in self.additions if (one.page.language, one.page.key) == (language, key)
        )
        return next(found, None)


def read_overlay(folder: Path) -> Overlay:
    """Read a folder of additions; raise ConfigError or PageError where it cannot be read."""
    if not folder.is_dir():
        raise ConfigError(
            "There is no such folder. Name the folder of additions.", path=str(folder)
        )
    shown = f"{folder.name}/{SETTINGS}"
    settings = _settings(folder / SETTINGS, shown)
    additions, strangers = [], []
    logo = _logo(folder, settings.get("logo"), shown)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            strangers.append(name)
        elif path.is_file() and name != SETTINGS and path != logo:
            language, _, rest = name.partition("/")
            if not rest.endswith(".md"):
                strangers.append(name)
                continue
            key, shown_page = rest.removesuffix(".md"), f"{folder.name}/{name}"
            page = parse_page(path.read_bytes(), path=shown_page, language=language, key=key)
            additions.append(Addition(page))
    return Overlay(folder, str(settings["country"]), logo, tuple(additions), tuple(strangers))


def _settings(path: Path, shown: str) -> Mapping[str, Any]:
    try:
        found = read_yaml(decode(path.read_bytes(), path=shown).splitlines(), first_line=1).data
    except OSError:
        message = "The file is missing. Write `country: SN` into it, with your two letters."
        raise ConfigError(message, path=shown) from None
    except YamlDataError as fault:
        raise ConfigError(str(fault), path=shown, line=fault.line) from None
    for key in found:
        if key not in _KNOWN:
            message = f"`{key}` is not known here. Use: {', '.join(sorted(_KNOWN))}."
            raise ConfigError(message, path=shown)
    if found.get("country") not in countries():
        # YAML reads Norway's letters as a no.
        written = 'country: "NO"' if found.get("country") is False else "country: SN"
        message = f"`country` is not two letters of ISO 3166. Write them as in `{written}`."
        raise ConfigError(message, path=shown)
    return found


def _logo(folder: Path, name: object, shown: str) -> Path | None:
    """Return the logo; raise ConfigError unless it is a small PNG or JPEG in the folder itself."""
    if name is None:
        return None
    path = folder / str(name)
    if "/" in str(name) or "\\" in str(name) or path.is_symlink() or not path.is_file():
        message = f"The logo {name!r} is no file of this folder. Put it beside this file."
        raise ConfigError(message, path=shown)
    raw = path.read_bytes()
    if not raw.startswith(LOGOS.get(path.suffix, b"\x00none")) or len(raw) > LARGEST_LOGO:
        message = (
            f"The logo is no .png or .jpg of at most {LARGEST_LOGO // 1000} kB. Save it as one."
        )
        raise ConfigError(message, path=shown)
    return path
