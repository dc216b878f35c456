"""Rules that can find nothing on a page are not imported to check it, and nothing is lost by it."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import PurePosixPath

import pytest
from small_site import GOOD_MODULE, GOOD_TRANSLATION, MODULE_PATH, TRANSLATION_PATH, Check

from portal.checks.registry import FAMILIES, SITE_ONLY, TRANSLATIONS_ONLY
from portal.checks.rule import Rule
from portal.checks.running import Scope

ALL = ",".join(FAMILIES)
MODULES = sorted({name for names in FAMILIES.values() for name in names})
UNUSED = "\n<!-- portal: ignore TRN003, LNK001, MOD040 -->\n"
FAULTS = "\nSee [no](none.md), Article 7, paragraph 9, one. Two.\n<b onclick=x>\n"


def _looks_at_pages(name: str) -> bool:
    found = vars(import_module(f"portal.checks.{name}")).values()
    return any(isinstance(value, Rule) and value.page_check is not None for value in found)


def test_the_modules_named_as_such_are_those_whose_rules_look_at_no_page() -> None:
    assert {name for name in MODULES if not _looks_at_pages(name)} == SITE_ONLY
    assert set(MODULES) > TRANSLATIONS_ONLY


@pytest.mark.parametrize("path", [MODULE_PATH, TRANSLATION_PATH])
def test_one_page_alone_is_told_the_same_as_among_all(check: Check, path: str) -> None:
    changes = {
        MODULE_PATH: GOOD_MODULE.replace("- [x]", "- [ ]", 1) + UNUSED + FAULTS,
        TRANSLATION_PATH: GOOD_TRANSLATION + UNUSED + FAULTS,
    }
    among = [f for f in check(changes, select=ALL).findings if f.place.path == path]
    alone = check(changes, select=ALL, scope=Scope(frozenset({PurePosixPath(path)})))
    assert alone.findings == tuple(among)
    codes = {found.rule for found in among}
    assert {"CFG020", "LNK001", "SEC002", "TRN010"} <= codes
    assert ("REF002" if path == MODULE_PATH else "REF033") in codes


def test_a_check_of_an_english_page_imports_no_rule_about_data_or_translations() -> None:
    program = (
        "import sys; from portal.cli import main; "
        "status = main(['check', 'docs/en/waste/inventory.md']); "
        "print(status, *(n for n in sys.modules if n.startswith('portal.checks.')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    status, *names = done.stdout.decode().splitlines()[-1].split()
    assert status == "0"
    loaded = {name.removeprefix("portal.checks.") for name in names}
    assert "references" in loaded
    assert not loaded & (SITE_ONLY | TRANSLATIONS_ONLY)
