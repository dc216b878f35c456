"""Takes out of the theme's style sheet the rules for what no page of a bundle has.

The theme styles a hundred things that the portal does not use; in a single file for a phone they
weighed more than the module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

ENDING = ".min.css"
"""Of a sheet that is not ours. Ours are small, and our scripts put some of their names together."""
_WORD = re.compile(r"[\w-]+")
_NOT = re.compile(r":not\([^()]*\)")
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_WITH_RULES = frozenset({"media", "supports"})


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return every word of pages and scripts: a class or id that is used is one of them."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def used_rules(css: str, words: frozenset[str]) -> str:
    """Return a style sheet without the rules whose classes or ids are not among the words."""
    # Imported here: other commands must not pay for it.
    import tinycss2

    return "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True), words))


def _kept(rules: Iterable[Any], words: frozenset[str]) -> Iterable[str]:
    import tinycss2

    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _used(tinycss2.serialize(rule.prelude), words)
            if selectors:
                yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _WITH_RULES and rule.content:
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content), words))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _used(selectors: str, words: frozenset[str]) -> str:
    """Return the selectors of a list that can meet something."""
    if "\\" in selectors or ":is(" in selectors or ":where(" in selectors:
        # An escaped name, or a list inside: kept whole.
        return selectors
    return ",".join(
        one
        for one in re.split(r",(?![^()]*\))", selectors)
        if words.issuperset(_NAME.findall(_NOT.sub("", one)))
    )
