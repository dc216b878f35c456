"""French: the United Nations', the European Union's, Swiss and French ways of citing."""

from __future__ import annotations

import re

from portal.citations.grammar import SYMBOL_AHEAD, Grammar, Style, Unit
from portal.citations.grammars.french_names import (
    ACRONYM,
    CITY,
    DOCUMENT,
    INSTRUMENT,
    LINK_WORD,
    NAME_WORD,
    NO_TREATY,
    OF_ANNEX_E,
    L,
)

_END = "(?![^\\W\\d_])"
"""The end of a word; a number may be glued to it (text recognition)."""
_UNITS = (
    "(?:para|article|annexe|alin|sous|parti|décision|point|lettre|présent|même|dit|ladite|cet"
    "|préamb)"
)
_UNIT_AHEAD = "(?:art|para|al|annex|point)"
_E = "[eéè]"
"""What text recognition makes of è."""
_STEMS = (
    "deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv", "dix", "onz", "douz", "treiz",
    "quatorz", "quinz", "seiz", "dix-sept", "dix-huit", "dix-neuv", "vingt", "vingt et un",
    *(f"vingt-{one}" for one in ("deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv")),
    "trent", "trente et un", "trente-deux", "trente-trois", "trente-quatr", "trente-cinqu",
)  # fmt: skip
_FIRST_OF = ("deux", "trois", "quatre", "cinq", "six")
_ORDINALS: dict[str, int | tuple[int, ...]] = {
    f"premi(?:ers?|{_E}res?)\\b|[1l]er\\b|1(?:re|ère|ᵉʳ)\\b|(?-i:I(?:er|re|ère))\\b": 1,
    "(?-i:II(?:e|ème|nde))\\b": 2,
    "(?-i:III(?:e|ème))\\b": 3,
    "seconde?s?\\b|2(?:nd|nde)\\b": 2,
    **{f"{word} premi(?:er|{_E}re)s\\b": (*range(1, n),) for n, word in enumerate(_FIRST_OF, 3)},
    **{f"{stem}i{_E}mes?\\b|{n}(?:{_E}me|e|ᵉ)\\b": n for n, stem in enumerate(_STEMS, 2)},
}
_ANY_ORDINAL = (
    f"(?:(?:deux|trois|quatre|cinq|six) )?premi(?:ers?|{_E}res?)\\b|seconde?s?\\b|ler\\b"
    "|(?-i:I(?:er|re|ère)|II(?:I?(?:e|ème)|nde))\\b"
    f"|[1-3]?\\d(?:er|re|ère|nde?|{_E}me|e|ᵉʳ?)\\b"
    "|(?:(?:vingt|trente)(?:-| et ))?(?:un|deux|trois|quatr|cinqu|six|(?:dix-)?(?:sept|huit|neuv)"
    "|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent)"
    f"i{_E}mes?\\b"
)
_DIGITS = "deux|trois|quatre|cinq|six|sept|huit|neuf"
_TO_SIXTEEN = "dix|onze|douze|treize|quatorze|quinze|seize"
_CARDINALS = {
    word: number for number, word in enumerate(f"un|{_DIGITS}|{_TO_SIXTEEN}".split("|"), 1)
} | {"vingt": 20, "trente": 30, "et": 0}


def _read_number(written: str) -> int | None:
    """Read digits or a cardinal up to thirty-nine."""
    if written.isdecimal():
        return int(written)
    values = [_CARDINALS.get(word) for word in re.split(r"[\s-]+", written.lower())]
    return None if None in values else sum(value or 0 for value in values)


_PART = (
    "(?:(?-i:p)|(?<!cette[\\s])(?<!ladite[\\s])(?<!dite[\\s])(?<!présente[\\s])(?<!même[\\s])(?-i:P))"
    "arties?"
)
"""A part of an annex; "cette Partie (article 8)" is a State."""

_SIGNED = "du 10 octobre 2013"
_DATED = f"(?: {_SIGNED}| (?:d[’']octobre|de) 2013)?"
GRAMMAR = Grammar(
    language="fr",
    our_meeting="(?:COP|Conférence des Parties) (?:à la Convention )?de Minamata",
    stems=(
        "rticle", "aragraphe", "ARAGRAPHE", "lin", "LIN", "nnexe", "NNEXE", "artie ",
        "artie.", "arties d", "arties I", "artie,", "rt.", "rts.",
        "art ", "ART", "onsidérant", "ar.", "ara.", "ara ", "arag.", "al.", "nn.", "cision",
        "CISION", "solution", "UNEP/MC", "MC", "oint ", "oints ", "ettre ", "let.",
        "lit.", "§", "¶", "éambule",
    ),
    units=(
        Unit("item", f"sous-(?:alin(?:é|e\u0301|e|è)as?{_END}|al\\.)", "sous-alin\\w+(?<!s)"),
        Unit(
            "subpara", f"alin(?:é|e\u0301|e|è)as?{_END}|sous-paragraphes?{_END}|al\\.",
            "alin\\w+(?<!s)|sous-paragraphe", numbered="para",
        ),
        Unit("rec", f"considérants?{_END}", "considérant"),
        Unit(
            "para",
            f"paragraphe(?:s|\\(s\\))?{_END}|par(?:ag|as?)?s?\\.|para?(?= \\d{{1,2}}(?! ?\\w{{3}}))"
            "|[§¶]{1,2}",
            "paragraphe|par",
        ),
        Unit("art", f"article(?:s|\\(s\\))?{_END}|arts?{_END}\\.?", "article"),
        Unit("annex", f"annexe(?:s|\\(s\\))?{_END}|ann\\.", "annexe"),
        Unit("part", f"{_PART}{_END}", "partie"),
        Unit(
            "dec", f"(?:d[ée]cisions?|r[ée]solutions?){_END}|{SYMBOL_AHEAD}",
            "d[ée]cision|r[ée]solution",
        ),
        Unit("item", "chiffres?(?= [ivx]+\\b)", "chiffre", weak=True),
        Unit(
            "para", f"(?:numéros?|chiffres?|chif|ch){_END}\\.?|n[°ºo]\\.?(?= ?\\d)", weak=True
        ),
        Unit(
            "subpara", f"(?:lettres?|let|litt?){_END}\\.?|sous(?= [a-z]{{1,4}}\\))",
            "lettre|sous", weak=True,
        ),
        Unit(
            "subpara", f"points?{_END}|pts?(?:\\.|(?= [a-z]\\)))",
            "point", weak=True, numbered="para",
        ),
        Unit("preamble", f"préambule{_END}", "préambule", weak=True),
    ),
    lead=f"(?:(?:de|à|dans) )?(?:{L}|(?:la|le|les){_END})|(?:du|des|aux?|d[’']){_END}",
    of=(
        f"(?:(?:du dispositif|et suivante?s?|et s\\.) )?(?:de|à|dans) (?:{L}|la\\b|le\\b|les\\b)"
        "|(?:du|des)(?=dits?\\b|dites\\b)"
        f"|de chacune? (?:des\\b|de (?:{L}|la\\b))"
        "|(?:de|à) ?(?=ladite\\b|même|cet)|d[’'](?=article|alin|annexe)"
        "|(?:et suivante?s? |et s\\. )?(?:du|des|de|aux?|sous)\\b"
    ),
    and_=(
        "&|\\+|(?:et/ou|et(?: d[eu](?= \\d{1,2} (?:à|au) \\d))?|ou|ni"
        f"|que(?= (?:(?:de )?(?:la |l[’'])|les? |du |des )?{_UNIT_AHEAD})"
        f"|qu[’'](?=(?:aux? |à (?:la |l[’'])|en )?{_UNIT_AHEAD})"
        f"|soit(?= (?:(?:à |de )?(?:la |l[’'])|les? |aux? |du )?{_UNIT_AHEAD})"
        "|ainsi que(?: de)?)\\b(?:, (?:le cas échéant|selon le cas|s[’']il y a lieu),)?"
    ),
    to="(?:à|au|jusqu[’']à)(?![^\\W\\d_])",
    range_from=f"(?:du|des?|d[’']|depuis)(?: ?(?:la|les?|{L}))?",
    foreign_number="[LRDA]\\.? ?\\*?\\d{1,4}(?:-\\d{1,3}){0,4}",
    numero="n[°ºo]\\.?(?= ?\\d)|numéro\\b",
    inclusive="inclus(?:es|ivement)?\\b",
    ordinals=_ORDINALS,
    any_ordinal=_ANY_ORDINAL,
    this="présente?s?", this_after="(?:précédente?|qui précède)(?!\\w)",
    previous_after={"précédent|qui précède": 1},
    same_after="(?:précité|susvisé|susmentionné)e?\\b",
    same="(?:(?:ce |cette |cet )?même|(?:le|du|au)dit|ladite|dite?|susdite?|cet|cette|ce)\\b",
    above="(?:ci-dessus|ci-après|ci-dessous|susmentionnée?s?|susvisée?s?|précitée?s?|supra|infra)\\b",
    counted=(
        "Parties|États|pays|membres|délégations|participants|experts|autres|voix|ans|années|mois"
        "|semaines|jours|heures|minutes|tonnes?|kg|mg|millions?|diapositives?|diapos?|pages?|exercices?"
        "|questions?|modules?|exemples?|personnes|produits?|procédés?|d[’']entre (?:eux|elles)|dont"
    ),
    thereof="de (?:celui-ci|celle-ci|ce dernier|cette dernière)(?! \\w)",
    dash_below=True,
    aside=(
        "(?:(?:première|deuxième|seconde|troisième|quatrième|dernière) phrase"
        "|(?:premier|deuxième|second|troisième|dernier) tiret"
        "|(?:phrase|partie) introductive|chapeau|respectivement"
        "|selon le cas|le cas échéant|s[’']il y a lieu)\\b"
        "|(?:qui|sur|concernant|relatifs? (?:à|aux?)) [^,;.:()\\d]{3,60}(?=,)"
    ),
    about="(?:sur|concernant|relatif (?:à|aux?))(?! (?:\\w+ ){0,4}?(?:à|est|sont|renvoie|suit)\\b)",
    its="(?:son|sa|ses|leurs?)",
    ours=(
        "(?:(?:la|cette|présente|ladite|dite|susdite|même) ){0,2}"
        f"(?:(?:convention|traité) (?:de Minamata{_DATED}(?: sur le mercure)?{_DATED}"
        f"|{_SIGNED} sur le mercure|sur le mercure)\\b"
        "|(?:convention|traité)\\b"
        "(?! (?:d[eu]s?|sur|relative|internationale|cadre|pour|concernant|européenne|unique"
        "|contre|instituant|établissant|portant|constituti(?:f|ve)|entre)\\b"
        "| d[’']|-cadre))|(?:la )?(?:CMM?\\b|Minamata\\b)"
        "|(?:la )?(?:COP(?:-\\d)?|Conférence des Parties(?: à la Convention de Minamata)?)"
        "(?=,? \\(?(?:par|§))"
    ),
    apart="(?:,|et|ou|à|aux?|en|dans|par|les?|la|pour (?!la|le))(?!\\w)",
    foreign=(
        f"(?:(?:(?:la|le|les|du|de la|des) )?présente?s?|son|sa|ses|leurs?)"
        f" (?:{NO_TREATY})(?!\\w)"
        f"|(?:(?:la|le|les|{L}|cette|ce|cet|ladite|ledit) ?)?"
        f"(?:{INSTRUMENT}|règl\\.(?= \\(UE)|(?<=de[\\s]){CITY}|(?<=[\\d)]\\x20){CITY}"
        f"|(?<!à[\\s]){CITY}(?=\\)|(?: ?:|,)? ?\\(?\\Z)"
        "|décision(?= (?:n[°ºo] ?)?\\((?:UE|CE|CEE)\\)))(?!\\w)"
        f"(?:(?!,? et \\d)(?:,? ?{LINK_WORD}){{0,3}} ?(?!convention|traité){NAME_WORD})*"
    ),
    foreign_hints=(
        "onvention", "rotocole", "ccord", "raité", "èglement", "irective", "oi", "ode", "écret",
        "rdonnance", "rrêté", "écision (", "onstitution", "harte", "acte", "tatut", "GATT",
        "CITES", "REACH", "roclamation", "irculaire", "âle", "tockholm", "otterdam", "ontréal",
        "igali", "ahir", "ORRChim", "OChim", "LChim", "LPE", "LEaux", "OEaux", "OPair", "OMoD",
        "OLED",
    ),
    that_treaty=(
        "(?:cette|ladite|(?:cette |la )?même|cette dernière)"
        " (?:convention|loi|directive|ordonnance)\\b"
        "|(?:ce|ledit|dit|(?:ce |le )?même) (?:protocole|traité|règlement|code|décret|arrêté)\\b"
    ),
    procedures=(
        f"(?:de|dans) la procédure (?:d[’']arbitrage|arbitrale)\\b{OF_ANNEX_E}",
        f"(?:de|dans) la procédure de conciliation\\b{OF_ANNEX_E}",
    ),
    only="(?:uniquement|seulement|exclusivement|seule?s?)\\b(?: (?:le|la|les)\\b)?",
    excepted=(
        f"(?:à l[’'](?:exception|exclusion) d(?:e la|e {L}|es|u|e)|sauf|hormis|excepté|hors)"
        "(?: (?:le|la|les)\\b)?"
    ),
    documents=(
        f"(?:du|de (?:la|{L}|son|sa|ses|leurs?|ce|cette)|des|d[’']une?) ?(?:\\w+ )?"
        f"(?:{DOCUMENT})\\b|(?-i:(?:du |de la |de l[’']){ACRONYM})"
    ),
    documents_near=f"(?:aux?|à la|à {L}) ?(?:\\w+ )?(?:{DOCUMENT})\\b",
    foreign_any=(
        f"(?:du|de la|de {L}|des|d[’']une?) ?(?!{_UNITS}|convention|traité|minamata)"
        "[^\\W\\d_]\\w+"
    ),
    number_before="au|du|le|aux|des|les",
    plural_before="aux|les|des",
    bridge=(
        "en particulier|dont|notamment|respectivement|à savoir|spécialement|dans|à|en|voir|cf\\."
        "|et (?:notamment|en particulier|plus particulièrement|spécialement)|aux?|au titre"
        "|(?:prévoit|régit|règle|réglemente|dispose|énonce|exige|interdit|définit|stipule|traite)"
        "(?: (?-i:[a-zà-ÿ]+)){0,3}(?=,? (?:à|dans|en|aux?)(?!\\w))"
    ),
    plain_before=frozenset(("du", "des", "de", "par", "et", "le", "les", "la", "que", "pour")),
    contrast="(?:contrairement|à la différence|outre|comme|au-delà|en coopération avec"
    "|en coordination avec|sans préjudice|hormis|parallèlement|en plus)(?: (?:à|au|aux|de|du))? ?",
    number=(
        f"\\d{{1,4}}(?!\\d)|(?:(?:vingt|trente)(?:-(?:{_DIGITS})| et un)?|dix-(?:sept|huit|neuf)"
        f"|{_DIGITS}|{_TO_SIXTEEN})\\b"
    ),
    read_number=_read_number,
    number_suffix="(?:er|ère|re|e|ème)s?\\b|ᵉʳ?|[°º]",
    abbreviations="arts?|pars?|al|let|litt?|ch|no|nos|p|pp|cf|etc|ann|vol|[A-Z]",
    brackets="half",
    styles={
        "onu": Style(
            units={
                "art": "article {n}", "annex": "annexe {n}", "part": "partie {n}",
                "para": "paragraphe {n}", "subpara": " {n})", "item": " {n})",
                "dec": "décision {n}",
            },
            alone={"subpara": "alinéa {n})", "item": "sous-alinéa {n})"},
        ),
        "de": Style(
            units={
                "art": "article {n}", "annex": "annexe {n}", "part": "partie {n}",
                "para": "paragraphe {n}", "subpara": "alinéa {n})", "item": "sous-alinéa {n})",
                "dec": "décision {n}",
            },
            alone={"subpara": "alinéa {n})", "item": "sous-alinéa {n})"},
            joined=" du ",
            join_to={
                "art": " de l’", "annex": " de l’", "subpara": " de l’", "part": " de la ",
                "dec": " de la ",
            },
            ascending=True,
            glue_after=frozenset(),
        ),
        "abrégé": Style(
            units={
                "art": "art. {n}", "annex": "annexe {n}", "part": "partie {n}", "para": "par. {n}",
                "subpara": " {n})", "item": " {n})", "dec": "{n}",
            },
            alone={"subpara": "al. {n})", "item": "sous-al. {n})"},
        ),
        "ue": Style(
            units={
                "art": "article {n}", "annex": "annexe {n}", "part": "partie {n}",
                "para": "paragraphe {n}", "item": " {n})", "dec": "décision {n}",
            },
            alone={"subpara": "point {n})", "item": "point {n})"},
            glue_after=frozenset({"subpara"}),
        ),
        "suisse": Style(
            units={
                "art": "art. {n}", "annex": "annexe {n}", "part": "partie {n}", "para": "al. {n}",
                "dec": "décision {n}",
            },
            alone={"subpara": "let. {n}", "item": "ch. {n}"},
            glue_after=frozenset(),
        ),
        "signe": Style(
            units={
                "art": "art. {n}", "annex": "annexe {n}", "part": "partie {n}", "para": "§ {n}",
                "subpara": " {n})", "item": " {n})", "dec": "{n}",
            },
            alone={"subpara": "alinéa {n})", "item": "sous-alinéa {n})"},
            joined=" ",
        ),
    },
)  # fmt: skip
