"""What search engines and course catalogues read of a module: schema.org's LearningResource."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.anchor_pages import INDEX, has_page, page_key
from portal.catalogue import LICENCE, CatalogueModule, ModuleVersion, address
from portal.convention import heading, load_treaty
from portal.languages import SOURCE_LANGUAGE, Labels

KIND = "Learning module"
"""What kind of learning resource a module is; in English, as those who collect them expect it."""
_STATUS = {"draft": "Draft", "reviewed": "Published"}


def learning_resource(
    module: CatalogueModule, labels: Labels, *, site_url: str | None, changed: date | None
) -> str | None:
    """Return the JSON-LD of a module in the labels' language, safe inside a script element.

    None where the module is not written in that language: an English page in its place is
    described where it stands. The terms are schema.org's; tests/catalogue holds the list.
    """
    code = labels.language.code
    version = next((one for one in module.versions if one.language == code), None)
    if version is None:
        return None
    data = {
        "@context": "https://schema.org",
        **_work(module, version, site_url=site_url),
        "description": version.summary,
        "timeRequired": f"PT{module.minutes}M" if module.minutes else None,
        "educationalLevel": labels(f"level.{module.level}") if module.level else None,
        "audience": [
            {"@type": "Audience", "audienceType": labels(f"audience.{name}")}
            for name in module.audience
        ],
        "teaches": list(_taught(module, version, labels, site_url=site_url)),
        "learningResourceType": KIND,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "creativeWorkStatus": _STATUS[version.review],
        "dateModified": changed.isoformat() if changed else None,
        "isPartOf": {
            "@type": "LearningResource",
            "name": labels(f"nav.{module.track}"),
            "url": address(site_url, code, f"{module.track}/index"),
        },
        **_translations(module, code, site_url=site_url),
    }
    return script_json(_without_blanks(data))


def _work(
    module: CatalogueModule, version: ModuleVersion, *, site_url: str | None
) -> dict[str, Any]:
    """Name one version of the module."""
    where = address(site_url, version.language, module.key)
    return {
        "@type": "LearningResource",
        "@id": where,
        "name": version.title,
        "url": where,
        "inLanguage": version.language,
    }


def _translations(module: CatalogueModule, code: str, *, site_url: str | None) -> dict[str, Any]:
    """Tie true translations to the English page and it to them."""
    works = {v.language: _work(module, v, site_url=site_url) for v in module.versions}
    source = works.pop(SOURCE_LANGUAGE)
    if code == SOURCE_LANGUAGE:
        return {"workTranslation": [*works.values()]}
    return {"translationOfWork": source}


def _taught(
    module: CatalogueModule, version: ModuleVersion, labels: Labels, *, site_url: str | None
) -> Iterator[dict[str, Any]]:
    """Yield the objectives, then the provisions, each with the address of its anchor."""
    code, treaty = labels.language.code, load_treaty()
    for name, sentence in version.objectives.items():
        yield {"@type": "DefinedTerm", "name": sentence, "termCode": name}
    convention = address(site_url, code, INDEX)
    for provision in module.teaches:
        if not has_page(treaty, provision):
            continue  # `portal check` says what is wrong with it.
        term = {"@type": "DefinedTerm", "name": heading(provision, code), "termCode": provision}
        if site_url:
            page = address(site_url, code, page_key(provision))
            fragment = f"#{provision}" if "__" in provision else ""
            term |= {"url": f"{page}{fragment}", "inDefinedTermSet": str(convention)}
        yield term


def _without_blanks(value: Any) -> Any:
    """Leave out what is not known, at every depth."""
    if isinstance(value, dict):
        return {k: _without_blanks(v) for k, v in value.items() if v not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_blanks(item) for item in value]
    return value


def script_json(data: Any) -> str:
    r"""Write JSON that no title can break out of a script element with.

    >>> script_json({"name": "</script>"})
    '{"name":"\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
