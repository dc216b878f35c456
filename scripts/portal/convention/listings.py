"""The words of the six languages for saying what stands below a provision, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """What one kind of unit is called: one of them, two, and more."""

    one: str
    two: str
    many: str


class Listing(NamedTuple):
    """The words of one language; `{a}` and `{b}` are the first and the last number."""

    units: Mapping[str, Words]
    """By unit of the id: `para`, `subpara`."""
    pair: str
    span: str
    glue: str
    """Between one kind of unit and the next."""
    only: str
    """A single unit; `{words}` is its name with its number."""
    rows: str
    """How many entries there are, `{n}`; no noun that would have to be inflected for the number."""
    has: str
    """`{name}` and what it has, `{list}`."""
    nothing: str
    unrecorded: str
    """A decision whose text was not read."""
    unknown: str
    """A decision that is not recorded at all."""
    whole: str
    """The treaty as a whole."""


def _same(one: str, many: str) -> Words:
    return Words(one, many, many)


LISTINGS: Mapping[str, Listing] = {
    "en": Listing(
        units={
            "art": _same("Article", "Articles"),
            "annex": _same("Annex", "Annexes"),
            "part": _same("Part", "Parts"),
            "para": _same("paragraph", "paragraphs"),
            "subpara": _same("subparagraph", "subparagraphs"),
            "item": _same("item", "items"),
            "rec": _same("paragraph", "paragraphs"),
        },
        pair="{a} and {b}",
        span="{a} to {b}",
        glue=" and ",
        only="{words} only",
        rows="{n} entries",
        has="{name} has {list}",
        nothing="{name} has no subdivisions",
        unrecorded="The paragraphs of {name} are not recorded here",
        unknown="{name} is not recorded here",
        whole="The Convention",
    ),
    "fr": Listing(
        units={
            "art": _same("article", "articles"),
            "annex": _same("annexe", "annexes"),
            "part": _same("partie", "parties"),
            "para": _same("paragraphe", "paragraphes"),
            "subpara": _same("alinéa", "alinéas"),
            "item": _same("point", "points"),
            "rec": _same("alinéa", "alinéas"),
        },
        pair="{a} et {b}",
        span="{a} à {b}",
        glue=", ",
        only="{words} seulement",
        rows="{n} rubriques",
        has="{name}\u00a0: {list}",
        nothing="{name}\u00a0: sans subdivision",
        unrecorded="{name}\u00a0: paragraphes non répertoriés ici",
        unknown="{name}\u00a0: non répertoriée ici",
        whole="La Convention",
    ),
    "es": Listing(
        units={
            "art": _same("artículo", "artículos"),
            "annex": _same("anexo", "anexos"),
            "part": _same("parte", "partes"),
            "para": _same("párrafo", "párrafos"),
            "subpara": _same("apartado", "apartados"),
            "item": _same("inciso", "incisos"),
            "rec": _same("párrafo", "párrafos"),
        },
        pair="{a} y {b}",
        span="{a} a {b}",
        glue=", ",
        only="{words} únicamente",
        rows="{n} entradas",
        has="{name}: {list}",
        nothing="{name}: sin subdivisiones",
        unrecorded="{name}: párrafos no registrados aquí",
        unknown="{name}: no registrada aquí",
        whole="El Convenio",
    ),
    "ru": Listing(
        units={
            "art": _same("статья", "статьи"),
            "annex": _same("приложение", "приложения"),
            "part": _same("часть", "части"),
            "para": _same("пункт", "пункты"),
            "subpara": _same("подпункт", "подпункты"),
            "item": _same("подпункт", "подпункты"),
            "rec": _same("пункт", "пункты"),
        },
        pair="{a} и {b}",
        span="{a}–{b}",
        glue=", ",
        only="только {words}",
        rows="число позиций — {n}",
        has="{name}: {list}",
        nothing="{name}: без подразделений",
        unrecorded="{name}: пункты здесь не учтены",
        unknown="{name}: здесь не учтено",
        whole="Конвенция",
    ),
    # Chinese repeats the measure word with each number: 第1款至第9款.
    "zh": Listing(
        units={},
        pair="{a}和{b}",
        span="{a}至{b}",
        glue="、",
        only="仅{words}",
        rows="{n}个条目",
        has="{name}：{list}",
        nothing="{name}：无下级条款",
        unrecorded="{name}：各段未在此收录",
        unknown="{name}：未在此收录",
        whole="公约",
    ),
    "ar": Listing(
        units={
            "art": Words("المادة", "المادتان", "المواد"),
            "annex": Words("المرفق", "المرفقان", "المرفقات"),
            "part": Words("الجزء", "الجزءان", "الأجزاء"),
            "para": Words("الفقرة", "الفقرتان", "الفقرات"),
            "subpara": Words("الفقرة الفرعية", "الفقرتان الفرعيتان", "الفقرات الفرعية"),
            "item": Words("البند", "البندان", "البنود"),
            "rec": Words("الفقرة", "الفقرتان", "الفقرات"),
        },
        pair="{a} و{b}",
        span="من {a} إلى {b}",
        glue="، ",
        only="{words} فقط",
        rows="عدد المداخل {n}",
        has="{name}: {list}",
        nothing="{name}: بلا تقسيمات",
        unrecorded="{name}: فقراته غير مسجلة هنا",
        unknown="{name}: غير مسجل هنا",
        whole="الاتفاقية",
    ),
}
