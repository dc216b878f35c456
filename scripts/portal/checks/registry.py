"""The families of rules; a family is imported when one of its codes is asked for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from portal.checks.rule import Rule
from portal.errors import ConfigError

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "CFG": (
        "configuration",
        "navigation",
        "labels",
        "figure_words",
        "field_cards",
        "suppression_rules",
        "glossary_data",
    ),
    "EVI": ("mandate", "case_studies", "arrangements", "committee", "workshop_records"),
    "LNK": ("links", "headings", "addresses"),
    "MOD": (
        "front_matter",
        "module_facts",
        "module_questions",
        "translation_questions",
        "block_fences",
        "figure_blocks",
        "headings",
        "learning_paths",
        "readability",
    ),
    "REF": ("references", "reference_facts", "citation_parity", "authentic_text"),
    "SEC": (
        "untrusted_html",
        "untrusted_addresses",
        "untrusted_characters",
        "untrusted_figures",
        "untrusted_files",
    ),
    "TRN": (
        "translations",
        "sentences",
        "translation_states",
        "translation_structure",
        "translation_quantities",
        "translation_words",
        "glossary_words",
    ),
}
"""Three letters to the modules of `portal.checks` with the rules: a family is one line here."""
SITE_ONLY = frozenset({
    "addresses", "arrangements", "authentic_text", "committee", "field_cards", "figure_words",
    "glossary_data", "labels", "learning_paths", "mandate", "untrusted_figures",
    "untrusted_files", "workshop_records",
})  # fmt: skip
"""Modules none of whose rules looks at a page: an editor that checks one waits for none of them."""
TRANSLATIONS_ONLY = frozenset({
    "citation_parity", "translation_quantities", "translation_questions", "translation_states",
    "translation_structure", "translation_words", "translations",
})  # fmt: skip
"""Modules whose rules find nothing on a page in the source language."""


@functools.cache
def family(letters: str, without: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """Return the rules of one family by code, except those of some of its modules."""
    names = [name for name in FAMILIES[letters] if name not in without]
    modules = [import_module(f"portal.checks.{name}") for name in names]
    found = [value for module in modules for value in vars(module).values()]
    rules = [value for value in found if isinstance(value, Rule) and value.code[:3] == letters]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def exists(code: str) -> bool:
    """Tell whether there is a rule of this code."""
    return any(found.code == code for found in _family_of(code))


def rule(code: str) -> Rule:
    """Return the rule of this code; raise ConfigError where there is none."""
    for candidate in _family_of(code):
        if candidate.code == code:
            return candidate
    message = f"There is no rule {code!r}. `portal check --explain all` lists them."
    raise ConfigError(message)


def all_rules() -> tuple[Rule, ...]:
    """Return every rule by code."""
    return tuple(found for letters in sorted(FAMILIES) for found in family(letters))


class Selection(NamedTuple):
    """Which rules run: a code or the beginning of one, the longest that fits decides."""

    select: tuple[str, ...] = ()
    """Empty: all."""
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Tell whether a rule runs."""
        chosen = _longest(code, self.select) if self.select else 0
        return chosen > _longest(code, self.ignore)

    def rules(self, *, without: frozenset[str] = frozenset()) -> Iterator[Rule]:
        """Yield the rules that run, by code; modules `without` need not be imported."""
        for letters in sorted(FAMILIES):
            if self._may_take(letters):
                found = family(letters, without)
                yield from (one for one in found if self.takes(one.code))

    def _may_take(self, letters: str) -> bool:
        """Tell whether a family is worth importing."""
        named = any(code.startswith(letters) for code in self.select)
        ignored = any(letters.startswith(code) for code in self.ignore)
        if named or not self.select:
            return named or not ignored
        return any(letters.startswith(code) for code in self.select)


def _longest(code: str, beginnings: Iterable[str]) -> int:
    """Return the length of the longest beginning that fits, -1 where none does."""
    return max((len(start) for start in beginnings if code.startswith(start)), default=-1)


def read_selection(select: str | None, ignore: str | None) -> Selection:
    """Read `--select` and `--ignore`; raise ConfigError for what begins no code."""
    return Selection(_codes(select), _codes(ignore))


def _codes(words: str | None) -> tuple[str, ...]:
    codes = tuple(word.strip().upper() for word in (words or "").split(",") if word.strip())
    for code in codes:
        known = FAMILIES if len(code) <= 3 else [found.code for found in _family_of(code)]
        if not any(name.startswith(code) for name in known):
            message = f"No rule begins with {code!r}. `portal check --explain all` lists the rules."
            raise ConfigError(message)
    return codes


def _family_of(code: str) -> tuple[Rule, ...]:
    return family(code[:3]) if code[:3] in FAMILIES else ()
