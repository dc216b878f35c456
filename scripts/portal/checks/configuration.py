"""Rules about the languages and the files below docs/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.checks.rule import Hit, page_rule, site_rule
from portal.findings import Place
from portal.languages import LANGUAGES_FILE
from portal.pages import DOCS, Page, Site

SHARED_FOLDERS = frozenset({"assets", "data"})
"""The folders below docs/ that belong to no language."""

UN_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


@site_rule("CFG005", "unknown-language-folder")
def folders_are_languages(site: Site) -> Iterator[Hit]:
    """A folder below docs/ is neither a language of the portal nor one of the shared folders.

    Its pages are built for nobody.

    Wrong: docs/fra/. Right: docs/fr/.

    Mend it: rename the folder, or add the language to docs/data/languages.yaml.
    """
    for name in sorted(site.listing.folders - SHARED_FOLDERS):
        if name not in site.languages:
            message = f"The folder {name} is no language of the portal."
            remedy = f"Rename it ({', '.join(site.languages.codes)}) or add it to {LANGUAGES_FILE}."
            yield Hit(Place(f"{DOCS}/{name}", 1), message, remedy)


@site_rule("CFG009", "required-language-missing")
def required_languages_are_there(site: Site) -> Iterator[Hit]:
    """One of the six languages of the United Nations is not offered, or has no home page.

    Mend it: restore its entry in docs/data/languages.yaml, or its index.md.
    """
    for code in UN_LANGUAGES:
        if code not in site.languages:
            message = f"The language {code} is missing."
            yield Hit(Place(LANGUAGES_FILE, 1), message, "Restore its entry.")
    for language in site.languages:
        if language.required and (language.code, "index") not in site.pages:
            message = f"There is no home page in {language.english}."
            yield Hit(Place(f"{DOCS}/{language.code}/index.md", 1), message, "Write index.md.")


def _address(key: str) -> str:
    """Return what two pages must not share: the address, as a disk that ignores case sees it."""
    folder, _, name = key.rpartition("/")
    whole = folder if name in {"index", "README"} else key
    return whole.casefold()


@page_rule("CFG007", "two-pages-one-address")
def addresses_are_unique(page: Page, site: Site) -> Iterator[Hit]:
    """Two pages get the same address, so that one overwrites the other.

    Wrong: `storage.md` beside `storage/index.md`; `index.md` beside `README.md`; `Storage.md`
    beside `storage.md`, which are one file on Windows.

    Mend it: rename or join one of them.
    """
    address = _address(page.key)
    others = [k for k in site.keys(page.language) if k != page.key and _address(k) == address]
    for key in others:
        other = Place(site.listing.pages[page.language, key], 1)
        message = f"This page and {other.path} get the same address."
        related = ((other, "the other page"),)
        yield Hit(Place(page.path, 1), message, "Rename or join one of them.", related=related)


@page_rule("CFG010", "file-name")
def file_names_are_plain(page: Page, _site: Site) -> Iterator[Hit]:
    """The name of a page or its folder is not made of small Latin letters, digits and hyphens.

    Names become addresses, and files on every kind of disk and in every kind of archive.

    Wrong: `Déchets de mercure.md`. Right: `mercury-waste.md`, the same in all languages.

    Mend it: rename the file, and leave a redirect if it was published.
    """
    for part in page.key.split("/"):
        if not re.fullmatch(r"[a-z0-9]+([-.][a-z0-9]+)*", part) and part != "README":
            message = f"The name {part!r} is not made of small letters, digits and hyphens."
            yield Hit(Place(page.path, 1), message, "Rename it.")
