"""Where a page leads: its other languages, its public address, the repository, the way home."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from portal.anchor_pages import AUTHENTIC_TEXTS
from portal.languages import SOURCE_LANGUAGE, Language, load_languages
from portal.page_context import directory_of, file_of, relative_href

if TYPE_CHECKING:
    from portal.edition import Edition


@dataclass(frozen=True, slots=True)
class Version:
    """The page in one language, as the language switcher offers it."""

    language: Language
    href: str
    """Relative to the page, names the file."""
    translated: bool
    current: bool


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links that templates put around a page; without a scheme they are relative to it."""

    home: str
    chooser: str
    """The page at the root of the site that offers all languages."""
    versions: tuple[Version, ...]
    hreflang: tuple[tuple[str, str], ...]
    """Language code (or `x-default`) and absolute address, of true translations only."""
    canonical: str | None
    """Public address in directory form, None without a site URL."""
    translate: str
    """Where a reader starts a translation of this page."""
    edit: str | None
    report: str | None
    """Where a reader reports an error on this page."""
    authentic: str


def page_links(edition: Edition, key: str) -> PageLinks:
    """Return the links of the page of this key."""
    return PageLinks(
        home=relative_href(key, "index"),
        chooser=posixpath.relpath("../index.html", file_of(key).rpartition("/")[0] or "."),
        versions=_versions(edition, key),
        hreflang=_hreflang(edition, key),
        canonical=_address(edition, edition.page(key).language, key),
        translate=_translate(edition, key),
        edit=_edit(edition, key),
        report=_report(edition, key),
        authentic=AUTHENTIC_TEXTS,
    )


def _versions(edition: Edition, key: str) -> tuple[Version, ...]:
    up = posixpath.relpath(".", file_of(key).rpartition("/")[0] or ".")
    return tuple(
        Version(
            language=language,
            href=posixpath.normpath(f"{up}/../{language.code}/{_nearest(edition, language, key)}"),
            translated=edition.is_in(language.code, key),
            current=language == edition.language,
        )
        for language in load_languages(edition.root)
    )


def _nearest(edition: Edition, language: Language, key: str) -> str:
    """Return the file of this page in another language's tree, else of that tree's home."""
    shown = {language.code, SOURCE_LANGUAGE}
    return file_of(key if any(edition.is_in(code, key) for code in shown) else "index")


def _hreflang(edition: Edition, key: str) -> tuple[tuple[str, str], ...]:
    if edition.site_url is None or edition.fallback(key):
        return ()
    # What is told in words in English is no translation where it is only made from data.
    told = {code for code, other in edition.site.pages if other == key}
    if told and edition.language.code not in told:
        return ()
    codes = [code for code in load_languages(edition.root).codes if not told or code in told]
    pairs = [(code, str(_address(edition, code, key))) for code in codes]
    if SOURCE_LANGUAGE in codes:
        pairs.append(("x-default", str(_address(edition, SOURCE_LANGUAGE, key))))
    return tuple(pairs)


def _address(edition: Edition, code: str, key: str) -> str | None:
    """Return the public address of a page, in directory form, or None without a site URL."""
    return edition.site_url and f"{edition.site_url}{code}/{quote(directory_of(key))}"


def _edit(edition: Edition, key: str) -> str | None:
    if edition.repository is None or key in edition.generated:
        return None
    return f"{edition.repository}/edit/main/{quote(edition.page(key).path)}"


def _report(edition: Edition, key: str) -> str | None:
    """Return the issue form with the page filled in; a script adds the section."""
    if edition.repository is None:
        return None
    page = edition.page(key)
    fields = {"template": "translation-error.yml", "title": f"Error: {page.path}",
              "page": page.path, "language": page.language}  # fmt: skip
    return f"{edition.repository}/issues/new?{urlencode(fields, quote_via=quote)}"


def _translate(edition: Edition, key: str) -> str:
    if edition.repository is None:
        there = "translate/index"
        return relative_href(key, there) if edition.has(there) else "#"
    path = quote(f"docs/{edition.language.code}/{key}.md")
    return f"{edition.repository}/new/main?filename={path}"
