"""How a provision is named in full: tooltips, page titles, slides."""

from __future__ import annotations

from portal.convention.ids import decision_number, parse_id
from portal.convention.naming import NAMING, Naming
from portal.convention.treaty import load_treaty

_TIGHT_AFTER = {"para", "row"}  # behind these a letter needs no word of its own


def heading(provision: str, language: str = "en") -> str:
    """Name a provision in full, `Article 7, paragraph 3 (a)`, in a language; English if unknown.

    Works for any well-formed id, recorded or not; raises ValueError for any other. A row is named
    by its title.
    """
    naming = NAMING.get(language, NAMING["en"])
    text = ""
    before = ""
    path = ""
    for unit, number in parse_id(provision):
        step = f"{unit}_{number}" if number else unit
        path = f"{path}__{step}" if path else step
        text += _step(naming, unit, number, before, path, language)
        before = unit if unit != "subpara" else before
    return text


def _step(naming: Naming, unit: str, number: str, before: str, path: str, language: str) -> str:
    separator = naming.separator if before else ""
    if unit == "row":
        return naming.row + _row_title(path, number, language)
    if unit == "dec":
        return naming.decision.format(n=decision_number(path))
    if unit == "preamble":
        return naming.preamble
    written = naming.number(unit, number)
    if unit in {"subpara", "item"}:
        tight = before in _TIGHT_AFTER or (unit == "item" and "subpara" in path)
        pattern = {
            ("subpara", True): naming.subparagraph,
            ("subpara", False): separator + naming.lone_subparagraph,
            ("item", True): naming.item,
            ("item", False): separator + naming.lone_item,
        }[unit, tight]
        return pattern.format(n=written)
    patterns = {
        "art": naming.article,
        "annex": naming.annex,
        "part": naming.part,
        "para": naming.decision_paragraph if path.startswith("dec_") else naming.paragraph,
        "rec": naming.recital,
    }
    step = patterns[unit].format(n=written)
    # "Annexe E, première partie, article 3": only English writes a second "Article" with a capital.
    return separator + (step[:1].lower() + step[1:] if before and language != "en" else step)


def _row_title(path: str, slug: str, language: str) -> str:
    row = load_treaty().get(path)
    title = row and (row.title(language) or row.title("en"))
    return title.text if title else slug
