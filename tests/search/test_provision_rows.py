"""The provisions as columns: every name and line comes back from its id and its pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from portal.convention import load_treaty
from portal.search.encoding import decode
from portal.search.provision_rows import line_pattern, name_pattern, pack_provisions
from portal.search.provisions import plain_line, spell_provisions


def filled(pattern: str, signs: str, values: Sequence[str]) -> str:
    """Put values where a sign and a number, or a capital, stands for them."""
    if signs == "A-Z":
        return re.sub("[A-Z]", lambda sign: values[ord(sign[0]) - ord("A")], pattern)
    return re.sub(rf"[{signs}](\d)", lambda sign: values[int(sign[1])], pattern)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar", "id"])
def test_names_and_lines_come_back_from_the_columns(language: str) -> None:
    spelled = spell_provisions(load_treaty(), language)
    pages = {page: number for number, page in enumerate(dict.fromkeys(s.page for s in spelled))}
    ids, kinds, names, places, lines = pack_provisions(spelled, pages)
    assert ids.split("\n") == [one.id for one in spelled]
    assert decode(places) == [pages[one.page] for one in spelled]
    for one, number, line in zip(spelled, decode(names), lines.split("\n"), strict=True):
        values = [step.partition("_")[2] for step in one.id.split("__")]
        name = filled(kinds.split("\n")[number], "$", values)
        assert filled(name, "%", [value.upper() for value in values]) == one.name
        written = filled(line, "A-Z", plain_line(one.id).split())
        assert tuple(written.split("|") if written else ()) == one.lines


def test_what_is_not_in_the_id_stays_as_it_is() -> None:
    assert name_pattern("annex_a__part_1", "Annex A, Part I") == "Annex %0, Part I"
    assert line_pattern("annex_c__para_1", "annex с 1") == "A с C"
