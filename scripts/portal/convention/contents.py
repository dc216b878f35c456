"""What a provision contains, in one line: for messages that say what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portal.convention.headings import heading
from portal.convention.ids import parent_id
from portal.convention.naming import NAMING
from portal.convention.provision import Provision
from portal.convention.treaty import Treaty, load_treaty


@dataclass(frozen=True, slots=True)
class Listing:
    """The words of one language: per unit singular and plural, and how a list is put together."""

    units: Mapping[str, tuple[str, str]]
    span: str
    """From the first to the last: `{a} to {b}`."""
    pair: str
    nothing: str
    """What a unit without anything below it says behind its name."""
    colon: str
    all: str
    """The treaty as a whole."""


_LISTINGS: Mapping[str, Listing] = {
    "fr": Listing(
        {
            "article": ("article", "articles"), "annex": ("annexe", "annexes"),
            "paragraph": ("paragraphe", "paragraphes"), "subparagraph": ("alinéa", "alinéas"),
            "item": ("point", "points"), "part": ("partie", "parties"), "row": ("rubrique", "rubriques"),
            "recital": ("alinéa", "alinéas"),
        },
        "{a} à {b}", "{a} et {b}", "sans subdivision", "\u00a0: ", "La Convention",
    ),
    "es": Listing(
        {
            "article": ("artículo", "artículos"), "annex": ("anexo", "anexos"),
            "paragraph": ("párrafo", "párrafos"), "subparagraph": ("apartado", "apartados"),
            "item": ("inciso", "incisos"), "part": ("parte", "partes"), "row": ("entrada", "entradas"),
            "recital": ("párrafo", "párrafos"),
        },
        "{a} a {b}", "{a} y {b}", "sin subdivisiones", ": ", "El Convenio",
    ),
    "ru": Listing(
        {
            "article": ("статья", "статьи"), "annex": ("приложение", "приложения"),
            "paragraph": ("пункт", "пункты"), "subparagraph": ("подпункт", "подпункты"),
            "item": ("подпункт", "подпункты"), "part": ("часть", "части"), "row": ("позиция", "позиции"),
            "recital": ("пункт", "пункты"),
        },
        "{a}–{b}", "{a} и {b}", "без подразделений", ": ", "Конвенция",
    ),
    "zh": Listing(
        {
            "article": ("条", "条"), "annex": ("附件", "附件"), "paragraph": ("款", "款"),
            "subparagraph": ("项", "项"), "item": ("目", "目"), "part": ("部分", "部分"),
            "row": ("条目", "条目"), "recital": ("段", "段"),
        },
        "{a}至{b}", "{a}和{b}", "无下级条款", "：", "公约",
    ),
    "ar": Listing(
        {
            "article": ("المادة", "المواد"), "annex": ("المرفق", "المرفقات"),
            "paragraph": ("الفقرة", "الفقرات"), "subparagraph": ("الفقرة الفرعية", "الفقرات الفرعية"),
            "item": ("البند", "البنود"), "part": ("الجزء", "الأجزاء"), "row": ("المدخل", "المداخل"),
            "recital": ("الفقرة", "الفقرات"),
        },
        "{a} إلى {b}", "{a} و{b}", "بلا تقسيمات", ": ", "الاتفاقية",
    ),
}  # fmt: skip

_ENGLISH = Listing(
    {
        "article": ("Article", "Articles"),
        "annex": ("Annex", "Annexes"),
        "paragraph": ("paragraph", "paragraphs"),
        "subparagraph": ("subparagraph", "subparagraphs"),
        "item": ("item", "items"),
        "part": ("Part", "Parts"),
        "row": ("entry", "entries"),
        "recital": ("paragraph", "paragraphs"),
    },
    "{a} to {b}",
    "{a} and {b}",
    "",
    " has ",
    "The Convention",
)


def describe_children(
    provision: str | None, language: str = "en", *, treaty: Treaty | None = None
) -> str:
    """Say what stands below a provision: "Article 7 has paragraphs 1 to 4".

    An id that is not there is answered for the nearest one above that is, so that the message
    about a wrong reference can pass it as it is; None, and what has nothing above, is answered for
    the whole Convention. Languages other than English use a list without a verb.
    """
    treaty = treaty or load_treaty()
    while provision is not None and not treaty.exists(provision):
        provision = parent_id(provision)
    listing = _LISTINGS.get(language, _ENGLISH)
    name = heading(provision, language) if provision is not None else listing.all
    groups = _groups(treaty.children(provision))
    said = [
        _group(listing, language, kind, members)
        for kind, members in groups.items()
        if kind in listing.units
    ]
    if listing is not _ENGLISH:
        joined = ("، " if language == "ar" else "、" if language == "zh" else ", ").join(said)
        return f"{name}{listing.colon}{joined or listing.nothing}"
    return _in_english(treaty, provision, name, said, groups)


def _groups(children: tuple[Provision, ...]) -> dict[str, list[Provision]]:
    groups: dict[str, list[Provision]] = {}
    for child in children:
        kind = "paragraph" if child.kind == "decision_paragraph" else child.kind
        groups.setdefault(kind, []).append(child)
    return groups


def _group(listing: Listing, language: str, kind: str, members: list[Provision]) -> str:
    one, many = listing.units[kind]
    word = one if len(members) == 1 else many
    if kind == "row":
        return f"{len(members)} {word} ({', '.join(row.number for row in members)})"
    numbers = [_bare(member, language) for member in members]
    if len(numbers) == 1:
        return _worded(language, word, numbers[0])
    pattern = listing.pair if len(numbers) == 2 else listing.span
    return _worded(language, word, pattern.format(a=numbers[0], b=numbers[-1]))


def _bare(provision: Provision, language: str) -> str:
    """Write the number as it stands in a list: `7`, `(a)`, `a)`, `II`, `‘2’`."""
    naming = NAMING.get(language, NAMING["en"])
    unit = provision.id.rpartition("__")[2].partition("_")[0]
    if unit == "part" and language in {"fr", "zh"}:
        return NAMING["en"].number(unit, provision.number)
    number = provision.number if unit == "art" else naming.number(unit, provision.number)
    if unit not in {"subpara", "item"}:
        return number
    pattern = naming.subparagraph if unit == "subpara" else naming.item
    return pattern.format(n=number).strip().rstrip("项目")


def _worded(language: str, word: str, numbers: str) -> str:
    return f"{word} {numbers}" if language != "zh" else f"{numbers}{word}"


def _in_english(
    treaty: Treaty,
    provision: str | None,
    name: str,
    said: list[str],
    groups: Mapping[str, list[Provision]],
) -> str:
    if provision is not None and provision.startswith("dec_"):
        return _decision_in_english(treaty, provision, name, said)
    unit = treaty.provisions[provision].kind if provision is not None else None
    numberless = unit == "article" and "paragraph" not in groups
    if not said:
        missing = {
            "article": "numbered paragraphs",
            "paragraph": "subparagraphs",
            "subparagraph": "items",
        }
        return f"{name} has no {missing.get(str(unit), 'subdivisions')}"
    text = f"{name} has {' and '.join(said)}"
    return f"{text} and no numbered paragraphs" if numberless else text


def _decision_in_english(treaty: Treaty, provision: str, name: str, said: list[str]) -> str:
    decision = treaty.decision(provision)
    if decision is not None and decision.paragraph_count is None:
        return f"The paragraphs of {heading(str(decision.id))} are not recorded here"
    return f"{name} has {' and '.join(said) or 'no subdivisions'}"
