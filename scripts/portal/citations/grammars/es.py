"""Spanish: the United Nations', the European Union's and Latin American ways of citing."""

from __future__ import annotations

from portal.citations.grammar import SYMBOL_AHEAD, Grammar, Style, Unit
from portal.citations.grammars.spanish_names import (
    CITY,
    DOCUMENT,
    FIRST_LINKS,
    INSTRUMENT,
    LINK_WORDS,
    NAME_WORD,
    NEW_WORD,
    OF_ANNEX_E,
)
from portal.citations.hard_breaks import ENTRY_START, HEADING_END

_END = "(?![^\\W\\d_])"
"""The end of a word; a number may be glued to it (text recognition)."""
_NUMBER = "(?= \\d)"
"""What shows that letters are an abbreviation without its full stop."""
_UNITS = (
    "(?:pre[áa]mb|p[áa]rr|art|anex|apart|inciso|literal|numeral|parte|decisi|presente|mismo|dich|cit"
    "|est[ea])"
)
_ONES = (
    "primer[oa]?s?\\b", "segund[oa]s?\\b", "tercer[oa]?s?\\b", "cuart[oa]s?\\b", "quint[oa]s?\\b",
    "sext[oa]s?\\b", "s[ée]ptim[oa]s?\\b", "octav[oa]s?\\b", "noven[oa]s?\\b",
)  # fmt: skip
_MARK = "\\.?(?:er|[rdtmvn][oa]|[ºª°])(?!\\w)"
"""What makes digits an ordinal before its unit: "el 2.º párrafo", "el 3er párrafo"."""
_TENS = ("d[ée]cim[oa]", "vig[ée]sim[oa]", "trig[ée]sim[oa]")
_ORDINALS = {
    **{one: number for number, one in enumerate(_ONES, 1)},
    **{f"{ten}s?\\b": 10 * number for number, ten in enumerate(_TENS, 1)},
    **{
        f"{ten} ?{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, 1)
        for ones, one in enumerate(_ONES, 1)
    },
    **{
        f"(?:{word} primer[oa]s|primer[oa]s {word})\\b": tuple(range(1, n))
        for n, word in enumerate(("dos", "tres", "cuatro", "cinco", "seis"), 3)
    },
    "und[ée]cim[oa]s?\\b": 11, "duod[ée]cim[oa]s?\\b": 12,
    **{f"(?<!\\d){n}{_MARK}": n for n in range(1, 36)},
}  # fmt: skip
_ANY_ORDINAL = (
    "(?:dos|tres|cuatro|cinco|seis) primer[oa]s\\b|primer[oa]s (?:dos|tres|cuatro|cinco|seis)\\b|"
    f"(?:(?:{'|'.join(_TENS)}) ?)?(?:{'|'.join(_ONES)})|(?:(?:un|duo)?d[ée]cim|(?:vi|tri)g[ée]sim)"
    f"[oa]s?\\b|[1-3]?\\d{_MARK}"
)
_UNITS_IN_WORDS = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_CARDINALS = {
    word: number
    for number, word in enumerate(
        (
            *_UNITS_IN_WORDS, "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis",
            "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
            "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho",
            "veintinueve", "treinta", *(f"treinta y {unit}" for unit in _UNITS_IN_WORDS),
        ),
        1,
    )
}  # fmt: skip
_CARDINAL = "|".join(sorted(list(_CARDINALS)[1:], key=len, reverse=True))


def _read_number(written: str) -> int | None:
    """Read digits, those of an ordinal ("5.o") or a cardinal in words."""
    digits = written.lower().removesuffix(".o")
    return int(digits) if digits.isdecimal() else _CARDINALS.get(" ".join(digits.split()))


_PART = (
    "(?:(?-i:p)|(?<!es[ea][\\s])(?<!est[ea][\\s])(?<!presente[\\s])(?<!dicha[\\s])(?<!misma[\\s])"
    "(?<!citada[\\s])(?<!referida[\\s])(?<!mencionada[\\s])(?-i:P))artes?"
)
"""A part of an annex; "esa Parte (artículo 8)" is a State."""

GRAMMAR = Grammar(
    language="es",
    our_meeting="(?:COP|Conferencia de las Partes) (?:(?:en el|del) Convenio )?de Minamata",
    stems=(
        "rtículo", "rticulo", "rti\u0301culo", "rrafo", "RRAFO", "grafo ", "nexo", "NEXO",
        "artado", "iteral", "umeral", "rdinal", "cápite", "nciso", "arte ",
        "arte.", "artes I", "artes d", "artes prim", "artes segu", "arte,", "rt.", "rt ", "rts",
        "ART", "árr.", "arr.", "árrs.", "ár.", "úm.", "úmero ", "ecisi", "ECISI", "esoluc",
        "UNEP/MC", "MC", "etra ", "etras ", "pdo", "unto ", "racci", "§", "¶", "nc.",
        "nc ", "ncs.", "it.", "let.", "um.", "ums.", "ap.", "aps.", "eámbulo", "onsiderando",
    ),
    units=(
        Unit(
            "subpara", f"(?:sub)?apartados?{_END}|ap(?:ar|do)?s?\\.", "(?:sub)?apartado",
            numbered="para",
        ),
        Unit(
            "para",
            f"p(?:á|a\u0301|a)rrafo(?:s|\\(s\\))?{_END}|p[áa]rr?s?(?:\\.|{_NUMBER})|[§¶]{{1,2}}",
            "p\\w+rafo",
        ),
        Unit(
            "para", f"(?:par[áa]grafos?|fracci(?:ón|ones)){_END}", "par[áa]grafo|fracción",
            weak=True,
        ),
        Unit(
            "para",
            f"numeral(?:es)?{_END}|ordinal(?:es)?{_NUMBER}|n[úu](?:ms?(?:\\.|{_NUMBER})|meros?{_NUMBER})"
            f"|(?:n[°º]s?\\.?|n\\.[°º]){_NUMBER}", "numeral|ordinal|n\\W+", weak=True,
        ),
        Unit(
            "subpara",
            f"(?:sub)?incisos?{_END}|incs?(?:\\.|{_NUMBER})|subp(?:á|a\u0301|a)rrafos?{_END}",
            "(?:sub)?inciso|subp\\w+rafo", numbered="para",
        ),
        Unit(
            "subpara",
            f"(?:literal(?:es)?|letras?|acápites?){_END}|(?:lits?|let)(?:\\.|(?= \\w\\)))",
            "literal|letra|acápite", weak=True,
        ),
        Unit("item", "ordinal(?:es)?(?= [ivx]+\\))", "ordinal", weak=True),
        Unit("art", f"art(?:í|i\u0301|i)culo(?:s|\\(s\\))?{_END}|arts?{_END}\\.?", "art\\w*culo"),
        Unit("annex", f"anexo(?:s|\\(s\\))?{_END}", "anexo"),
        Unit("part", f"{_PART}{_END}", "parte"),
        Unit(
            "dec", f"(?:decisi(?:ón|on|ones)|resoluci(?:ón|on|ones)){_END}|{SYMBOL_AHEAD}",
            "decisi[óo]n|resoluci[óo]n",
        ),
        Unit("subpara", f"puntos?{_END}", "punto", weak=True, numbered="para"),
        Unit("preamble", f"preámbulo{_END}", "preámbulo", weak=True),
        Unit("rec", f"considerandos?{_END}", "considerando"),
    ),
    lead="(?:(?:de|a|en) )?(?:el|la|los|las)\\b|(?:del|al)\\b",
    of=(
        "(?:y (?:siguientes|ss\\.) )?(?:de cada un[oa] )?"
        "(?:(?:de|a|en) (?:los|las|la|el)|del|de|al|en)\\b"
    ),
    and_=(
        "&|\\+|(?:y/o|y(?: del?(?= \\d{1,2} al? \\d))?|e|o(?: bien)?|u|así como"
        "|como(?= (?:(?:en|a|de) )?(?:el|las?|los|al|del)"
        " (?:\\d|art[íi.]|p[áa]r|apart|anexo|numeral|inciso|literal))|ni)\\b(?!\\))"
        "(?:, (?:en su caso|según (?:el caso|proceda|corresponda)|cuando proceda|si procede),)?"
        "(?: (?:en )?(?:el|del|al)\\b(?= \\d{1,2}"
        f"(?:[.;:)({ENTRY_START}{HEADING_END}]|,(?!\\d)|\\Z| (?:del|y|o)\\b)))?"
    ),
    to="(?:al?(?: la)?|hasta(?: (?:el|la))?)\\b(?= MC-| ?[(\\divx]|(?-i: ?[A-Z]\\b)| \\w\\)"
        "| (?:(?:el|la|los|las) )?(?:art|p[áa]rr|apartado|anexo|numeral|literal|inciso|decisi)"
        f"| (?:{_ANY_ORDINAL}))",
    range_from="(?:del|desde|de|entre)(?: (?:el|la|los|las))?",
    numero=(
        "n[°ºo.]+(?= ?\\d)|núm\\.|número\\b"
        f"|(?:del|desde (?:el|la)|de la)(?= (?:\\d{{1,2}}|\\w\\)|{_ANY_ORDINAL}) (?:al?|hasta)\\b)"
    ),
    inclusive="(?:ambos |ambas )?inclusive\\b",
    ordinals=_ORDINALS,
    any_ordinal=_ANY_ORDINAL,
    this="presente|est[ea]", this_after="(?:anterior|precedente|que (?:antecede|precede))\\b",
    previous_after={"anterior|precedente|que": 1},
    same_after="citad[oa]|mencionad[oa]|referid[oa]",
    same="(?:(?:ese |este )?mism[oa]|dich[oa]|es[ea]|cita[dn][oa]|referid[oa]|mencionad[oa])\\b",
    above="(?:antes (?:cit|mencion)ad[oa]s?|supra|infra|precedentes?|que antecede|anteriore?s?"
    "|(?:más )?arriba)\\b",
    counted=(
        "Partes|Estados|países|miembros|delegaciones|participantes|expertos|otr[oa]s|votos|años?"
        "|meses|semanas|días|horas|minutos|toneladas?|kg|mg|millones|diapositivas?|páginas?|ejercicios?"
        "|preguntas?|módulos?|ejemplos?|personas|productos?|procesos?|de (?:ell[oa]s|l[oa]s cuales)"
    ),
    thereof="(?:del mismo|de la misma|de est[ea] últim[oa])(?! \\w)",
    aside=(
        "(?:(?:primera|segunda|tercera|cuarta|última) (?:frase|oración)"
        "|(?:primer|segundo|tercer|último) guion|frase introductoria|encabezamiento"
        "|respectivamente|según (?:el caso|proceda|corresponda)|en su caso)\\b"
        "|(?:que|sobre|relativos? al?) [^,;.:()\\d]{3,60}(?=,)"
    ),
    about="(?:sobre|relativo al?)(?! (?:\\w+ ){0,4}?(?:a|es|son|remite|sigue)\\b)",
    its="sus?\\b",
    ours=(
        "(?:(?:el|la|este|esta|presente|(?:dich|citad|mencionad|referid|indicad)[oa]) ){0,2}"
        "(?:(?:convenio|convenci[óo]n|tratado)"
        " (?:de Minamata(?: sobre (?:el )?mercurio)?|sobre (?:el )?mercurio)\\b"
        "|(?:convenio|convenci[óo]n|tratado)\\b"
        "(?! (?:del?(?! (?:l[oa]s? )?(?:que|cual))|sobre|relativ[oa]|internacional|marco|contra"
        "|europeo|único|interamericana|constitutiv[oa]|entre)\\b"
        "| para (?:(?:el|la|los|las) )?(?:protec|preven|repr|elimin|conserv|salvagu|unific|coop"
        "|combat|regul|facilit|evit)|-marco))"
        "|(?:el )?(?:CMM?\\b|Minamata\\b)"
        "|(?:la )?(?:CO?P(?:-\\d)?|Conferencia de las Partes(?: en el Convenio de Minamata)?)"
        "(?=,? \\(?(?:p[áa]rr|§))"
    ),
    apart="(?:,|y|e|o|u|en|al?|por|las?|los|el)(?!\\w)",
    foreign=(
        f"(?:(?:la|el|los|las|dich[oa]|est[ea]|es[ea]|presente"
        f"|(?:citad|mencionad|referid|indicad|propi)[oa]|sus?) ){{0,2}}(?:{INSTRUMENT})(?!\\w)"
        f"(?:,?{FIRST_LINKS} {NEW_WORD}(?:{LINK_WORDS} {NAME_WORD}"
        f"|(?:,|,? [ye]){LINK_WORDS} {NEW_WORD})*)?"
        f"|(?:(?<=de[\\s])|(?<=[\\d)]\\x20)){CITY}|(?<!en[\\s]){CITY}(?=\\)|[:,]? ?\\(?\\Z)"
    ),
    foreign_hints=(
        "onveni", "onvenci", "ecisi", "rotocolo", "cuerdo", "ratado", "eglamento", "irectiva",
        "ey", "ódigo", "ecreto", "rdenanza", "onstituci", "arta", "acto", "statuto", "GATT",
        "CITES", "REACH", "esoluci", "exto único", "asilea", "stocolmo", "terdam", "ontreal",
        "igali",
    ),
    that_treaty=(
        "(?:es[ea]|dich[oa]|(?:el |la )?(?:mism|citad|mencionad|referid|indicad)[oa]|este último) "
        "(?:convenio|convención|ley|protocolo|tratado|reglamento|decreto|código)\\b"
    ),
    procedures=(
        f"(?:del|en el) procedimiento (?:de arbitraje|arbitral)\\b{OF_ANNEX_E}",
        f"(?:del|en el) procedimiento de conciliación\\b{OF_ANNEX_E}",
    ),
    only="(?:únicamente|solamente|s[óo]lo|exclusivamente)\\b(?: (?:el|la|los|las)\\b)?",
    excepted=(
        "(?:(?:a|con) excepción del?|exceptuad[oa]s?|except[uo]\\w*|salvo|excluid[oa]s?|menos)"
        "(?: (?:el|la|los|las)\\b)?"
    ),
    documents=(
        f"(?:del?|al?|en)(?: (?:la|el|los|las|una?|este|dicho))? (?:\\w+ )?(?:{DOCUMENT})\\b"
        "|(?-i:(?:del|de la) (?!(?:COP|CP|ONU|PNUMA|FMAM|OMS|MAPE|[IVX]+)\\b)[A-Z]{3,9})(?!\\w)"
    ),
    foreign_any=f"(?:del|de la|de los|de las|de una?) (?!{_UNITS}|cual)(?-i:[a-záéíóú])\\w+",
    number_before="n[°º]s?\\.?|n\\.[°º]|números?",
    bridge="en (?:particular|especial)|sobre todo|cuy[oa]s?|respectivamente|a saber|en|véase|cf\\."
    "|(?:y )?(?:especialmente|concretamente)|y (?:en (?:particular|especial)|sobre todo)|al?"
    "|(?:l[oa]s? )?(?:prevé|regula|dispone|establece|exige|prohíbe|define|estipula|señala|trata)"
    "(?: (?-i:[a-zà-ÿ]+)){0,3}(?=,? en\\b)",
    plain_before=frozenset(("del", "de", "por", "y", "el", "los", "la", "las", "que", "para")),
    contrast="(?:a diferencia|contrariamente|además|más allá|como|salvo|en cooperación con"
    "|en coordinación con|junto con|sin perjuicio|aparte)(?: (?:de|del|al?|en))?(?: el)? ?",
    number=f"\\d{{1,4}}(?!\\d)(?:\\.o\\b)?|(?=[cdnoqstv])(?:{_CARDINAL})\\b",
    read_number=_read_number,
    number_suffix="\\.?[°ºª]|\\.?(?:o|er|ro|do|to)\\b(?-i:\\.(?=,? [a-z]))?",
    foreign_number="\\d{1,4}-[A-Z]",
    abbreviations="arts?|p[áa]rrs?|incs?|lits?|núms?|nums?|n|no|p|pp|cf|etc|ap|apdo|vol|Sr|Sra|Dr|[A-Z]",
    brackets="half",
    styles={
        "onu": Style(
            units={
                "art": "artículo {n}", "annex": "anexo {n}", "part": "parte {n}",
                "para": "párrafo {n}", "subpara": " {n})", "item": " {n})", "dec": "decisión {n}",
            },
            alone={"subpara": "apartado {n})", "item": "inciso {n})"},
        ),
        "de": Style(
            units={
                "art": "artículo {n}", "annex": "anexo {n}", "part": "parte {n}",
                "para": "párrafo {n}", "subpara": "apartado {n})", "item": "inciso {n})",
                "dec": "decisión {n}",
            },
            alone={"subpara": "apartado {n})", "item": "inciso {n})"},
            joined=" del ",
            join_to={"part": " de la ", "dec": " de la "},
            ascending=True,
            glue_after=frozenset(),
        ),
        "andino": Style(
            units={
                "art": "artículo {n}", "annex": "anexo {n}", "part": "parte {n}",
                "para": "numeral {n}", "subpara": "literal {n})", "item": "inciso {n})",
                "dec": "decisión {n}",
            },
            alone={"subpara": "literal {n})", "item": "inciso {n})"},
            glue_after=frozenset(),
        ),
        "abreviado": Style(
            units={
                "art": "art. {n}", "annex": "anexo {n}", "part": "parte {n}", "para": "párr. {n}",
                "subpara": " {n})", "item": " {n})", "dec": "{n}",
            },
            alone={"subpara": "ap. {n})", "item": "inc. {n})"},
        ),
        "ue": Style(
            units={
                "art": "artículo {n}", "annex": "anexo {n}", "part": "parte {n}",
                "para": "apartado {n}", "item": ", inciso {n})", "dec": "Decisión {n}",
            },
            alone={"subpara": "letra {n})", "item": "inciso {n})"},
            glue_after=frozenset({"subpara"}),
        ),
        "colombiano": Style(
            units={
                "art": "artículo {n}", "annex": "anexo {n}", "part": "parte {n}",
                "para": "numeral {n}", "dec": "decisión {n}",
            },
            alone={"subpara": "literal {n})", "item": "inciso {n})"},
            joined=" del ",
            join_to={"part": " de la ", "dec": " de la "},
            ascending=True,
            glue_after=frozenset(),
        ),
        "signo": Style(
            units={
                "art": "art. {n}", "annex": "anexo {n}", "part": "parte {n}", "para": "§ {n}",
                "subpara": " {n})", "item": " {n})", "dec": "{n}",
            },
            alone={"subpara": "apartado {n})", "item": "inciso {n})"},
            joined=" ",
        ),
    },
)  # fmt: skip
