"""Provision ids: language-free names such as `art_3__para_6__subpara_a__item_ii`.

They follow the OASIS Akoma Ntoso Naming Convention 1.0, all lower case, and serve as HTML ids.
"""

from __future__ import annotations

import re

_STEP = re.compile(
    r"preamble"
    r"|(?:rec|art|part|para)_[1-9][0-9]{0,2}"
    r"|annex_[a-z]"
    r"|subpara_[a-z]{1,2}"
    r"|item_[ivxl]{1,7}"
    r"|row_[a-z0-9]+(?:-[a-z0-9]+)*"
    r"|dec_mc-[1-9][0-9]?-[1-9][0-9]{0,2}"
)


def parse_id(provision: str) -> tuple[tuple[str, str], ...]:
    """Split an id into its steps, `(("art", "3"), ("para", "6"))`; raise ValueError if malformed.

    Says nothing on whether the provision exists. The preamble's own step has an empty number.
    """
    steps = provision.split("__")
    if not all(_STEP.fullmatch(step) for step in steps):
        message = f"{provision!r} is not a provision id, such as art_3__para_6__subpara_a"
        raise ValueError(message)
    return tuple((unit, number) for unit, _, number in (step.partition("_") for step in steps))


def parent_id(provision: str) -> str | None:
    """Return the id one level up, None for a unit of the top level."""
    return provision.rpartition("__")[0] or None


def decision_id(number: str) -> str:
    """Turn a decision's number, `MC-5/12`, into its id, `dec_mc-5-12`."""
    return "dec_" + number.lower().replace("/", "-")


def decision_number(provision: str) -> str:
    """Turn the id of a decision, or of a part of one, into its number, `MC-5/12`."""
    _, cop, number = provision.partition("__")[0].removeprefix("dec_").split("-")
    return f"MC-{cop}/{number}"
