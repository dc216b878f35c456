"""The catalogue: every module with its facts and translations, and the learning paths, as JSON."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from portal.checks.kinds import TRACKS, is_module_key
from portal.languages import SOURCE_LANGUAGE, Labels
from portal.learning_paths import LearningPath
from portal.page_context import directory_of, file_of
from portal.pages import Page, Site

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the words (LICENSE-CONTENT)."""
CATALOGUE = "catalogue.json"
CATALOGUE_SCHEMA = "catalogue.schema.json"
SCHEMA_FILE = f"docs/data/{CATALOGUE_SCHEMA}"


@dataclass(frozen=True, slots=True)
class ModuleVersion:
    """A module in a language it was really written in: English, or a translation."""

    language: str
    title: str
    summary: str
    objectives: Mapping[str, str]
    """Id to sentence, in this language."""
    review: str
    """`draft` or `reviewed`."""


@dataclass(frozen=True, slots=True)
class CatalogueModule:
    """A module; the facts come from the English page."""

    key: str
    track: str
    minutes: int | None
    level: str | None
    audience: tuple[str, ...]
    requires: tuple[str, ...]
    teaches: tuple[str, ...]
    """Provision ids."""
    questions: int
    versions: tuple[ModuleVersion, ...]
    """English first, then in the order of the languages."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it was written in."""
        return tuple(version.language for version in self.versions)


def read_catalogue(site: Site) -> tuple[CatalogueModule, ...]:
    """Return all modules by track and key; raise PageError for a page that cannot be read."""
    keys = sorted(filter(is_module_key, site.keys(SOURCE_LANGUAGE)), key=_by_track)
    return tuple(read_module(site, key) for key in keys)


def read_module(site: Site, key: str) -> CatalogueModule:
    """Return one module that there is in English; raise PageError where it cannot be read."""
    source = site.pages[SOURCE_LANGUAGE, key]
    facts = source.front_matter
    minutes, level = facts.get("minutes"), facts.get("level")
    others = [code for code in site.languages.codes if code != SOURCE_LANGUAGE]
    pages = [source, *(page for code in others if (page := site.get(code, key)))]
    return CatalogueModule(
        key=key,
        track=key.partition("/")[0],
        minutes=minutes if isinstance(minutes, int) and not isinstance(minutes, bool) else None,
        level=level if isinstance(level, str) else None,
        audience=_names(facts.get("audience")),
        requires=_names(facts.get("requires")),
        teaches=_names(facts.get("teaches")),
        questions=len(source.questions),
        versions=tuple(map(_version, pages)),
    )


def _by_track(key: str) -> tuple[int, str]:
    return TRACKS.index(key.partition("/")[0]), key


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _version(page: Page) -> ModuleVersion:
    facts = page.front_matter
    review, objectives = facts.get("review"), facts.get("objectives")
    status = review.get("status") if isinstance(review, Mapping) else None
    return ModuleVersion(
        language=page.language,
        title=page.title,
        summary=str(facts.get("summary", "")),
        objectives={str(name): str(words) for name, words in objectives.items()}
        if isinstance(objectives, Mapping)
        else {},
        review="reviewed" if status == "reviewed" else "draft",
    )


def catalogue_data(
    modules: Sequence[CatalogueModule],
    paths: Sequence[LearningPath],
    *,
    labels: Sequence[Labels],
    site_url: str | None,
) -> dict[str, Any]:
    """Return the catalogue of a site in the labels' languages, as catalogue.schema.json has it."""
    codes = [words.language.code for words in labels]
    return {
        "$schema": CATALOGUE_SCHEMA,
        "title": _in_each(labels, "site.name"),
        "licence": LICENCE,
        "site_url": site_url,
        "languages": [_language(words) for words in labels],
        "tracks": [{"id": track, "title": _in_each(labels, f"nav.{track}")} for track in TRACKS],
        "modules": [_module(module, codes=codes, site_url=site_url) for module in modules],
        "paths": [_path(path, modules, labels=labels) for path in paths],
    }


def _language(words: Labels) -> dict[str, str]:
    language = words.language
    return {
        "code": language.code,
        "iso639_3": language.iso639_3,
        "name": language.name,
        "direction": language.direction,
    }


def _in_each(labels: Sequence[Labels], key: str) -> dict[str, str]:
    return {words.language.code: words(key) for words in labels}


def _module(
    module: CatalogueModule, *, codes: Collection[str], site_url: str | None
) -> dict[str, Any]:
    return {
        "key": module.key,
        "track": module.track,
        "minutes": module.minutes,
        "level": module.level,
        "audience": list(module.audience),
        "requires": list(module.requires),
        "teaches": list(module.teaches),
        "questions": module.questions,
        "versions": [
            {
                "language": version.language,
                "title": version.title,
                "summary": version.summary,
                "objectives": dict(version.objectives),
                "review": version.review,
                "file": f"{version.language}/{file_of(module.key)}",
                "url": address(site_url, version.language, module.key),
            }
            for version in module.versions
            if version.language in codes
        ],
        "not_translated": [code for code in codes if code not in module.languages],
    }


def address(site_url: str | None, code: str, key: str) -> str | None:
    """Return the public address of a page, in directory form, or None without a site URL."""
    return site_url and f"{site_url}{code}/{quote(directory_of(key))}"


def _path(
    path: LearningPath, modules: Sequence[CatalogueModule], *, labels: Sequence[Labels]
) -> dict[str, Any]:
    minutes = {module.key: module.minutes or 0 for module in modules}
    return {
        "id": path.id,
        "title": _in_each(labels, path.title),
        "reason": _in_each(labels, path.reason),
        "audience": list(path.audience),
        "modules": list(path.modules),
        "minutes": sum(minutes.get(key, 0) for key in path.modules),
    }
