"""How strong a legal sentence is: a duty, an effort, an encouragement or a choice."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ENGLISH = {
    "duty": r"\bshall\b(?! (?:seek|strive|endeavou?r)\b)",
    "effort": r"\b[Ee]ndeavou?r(?:s|ed)?\b|\bshall (?:seek|strive) to\b",
    "encouraged": r"\b(?:is|are) encouraged\b",
    "choice": r"\bPart(?:y|ies)\b[^.;:]{0,40}\bmay\b",
}
_OTHER_CHOICE = re.compile(
    r"\b(?:may|can|could|might|(?:un)?able|possib\w+|feasib\w+|practicab\w+|capabilit\w+|allow\w*"
    r"|permit\w*|author\w*|open)\b",
    re.IGNORECASE,
)

FORMS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "duty": r"\bdoi(?:t|vent)\b|\btenue?s? d|\bobligat|\bobligé|\bfaut\b",
        "effort": r"\befforc|\bs'emploie|\btâche",
        "encouraged": r"\bencourag|\binvit",
        "choice": r"\bpeu(?:t|vent)\b|\bpourr|\bpermis|\bpossib|\bautoris",
    },
    "es": {
        "duty": r"\bdeb|\bobliga|\bha(?:n)? de\b|\btiene(?:n)? que\b|\btendrá",
        "effort": r"\bprocur|\besfuer|\besforz",
        "encouraged": r"\balient|\balent|\banima|\bexhort|\binvit",
        "choice": r"\bpued|\bpod(?:r|e)|\bpermit|\bposib|\bfacult",
    },
    "ru": {
        "duty": r"\bобяз|\bдолж|\bследует\b|\bнеобходимо\b",
        "effort": r"\bстрем|\bусили|\bстара(?!тел)",
        "encouraged": r"\bрекоменд|\bпоощр|\bпризыва|\bприветств|\bпредлага",
        "choice": r"\bмож|\bмог|\bвправе\b|\bразреш|\bдопуска|\bправо\b",
    },
    "ar": {
        "duty": r"يجب|تلتزم|يتعي|ملزم|لا بد|ينبغي|على (?:كل )?(?:ال)?طرف|على الأطراف|واجب|لا يجوز"
        r"|عليه",
        "effort": r"سعى|تبذل|جهد|يعمل على",
        "encouraged": r"شج|مدعو|يُحث|تُحث",
        "choice": r"يجوز|يمكن|تستطيع|بإمكان|لها أن|له أن|جاز|تسمح|يحق",
    },
    "zh": {
        "duty": r"应|须|必须|不得|需",
        "effort": r"努力|力求|尽力|争取|力争",
        "encouraged": r"鼓励|邀请|提倡",
        "choice": r"可|能|允许",
    },
}
"""Language to strength to the beginnings of words that say it.

The present tense of French and the future of Spanish are duties, too, and cannot be told from
other sentences; so a duty is only missed where something weaker stands in its place.
"""
_WORDS = {
    "duty": "a duty (shall)",
    "effort": "an effort (endeavour)",
    "encouraged": "an encouragement",
    "choice": "a choice (may)",
}


def strengths(sentence: str, language: str) -> frozenset[str]:
    """Return the strengths that a sentence names."""
    forms = _ENGLISH if language == "en" else FORMS.get(language, {})
    text = _bare(sentence)
    flags = 0 if language == "en" else re.IGNORECASE
    return frozenset(name for name, form in forms.items() if re.search(form, text, flags))


def changed_strength(english: str, own: str, language: str) -> tuple[str, str] | None:
    """Return what English says and what the translation says, None where both may agree."""
    if language not in FORMS:
        return None
    theirs, ours = strengths(english, "en"), strengths(own, language)
    if len(theirs) != 1:
        return None
    (strength,) = theirs
    weaker = ours - {"duty", strength}
    if re.search(r"\b(?:recommend|invite)", english):
        weaker -= {"encouraged"}
    quoted = strengths(re.sub(r"[\"“”«»„]", " ", own), language)
    if strength in ("effort", "encouraged") and strength not in quoted:
        return _WORDS[strength], _named(ours) or "nothing of the kind"
    if strength == "duty" and "duty" not in ours:
        if "choice" in weaker and _OTHER_CHOICE.search(english):
            weaker -= {"choice"}
        return (_WORDS[strength], _named(weaker)) if weaker else None
    if strength == "choice" and "duty" in ours and "choice" not in ours:
        return _WORDS[strength], _WORDS["duty"]
    return None


def _named(found: frozenset[str]) -> str:
    return " and ".join(_WORDS[name] for name in sorted(found))


def _bare(text: str) -> str:
    """Leave Arabic vowel signs, quotations and emphasis out."""
    text = re.sub(r"[\u064b-\u0652\u0670\u0640]", "", text.replace("’", "'"))
    return re.sub(r'[*_]|"[^"]*"|“[^”]*”|«[^»]*»|„[^“]*“', " ", text)
