"""English: UN, EU, Swiss and national ways of citing."""

from __future__ import annotations

import re

from portal.citations.grammar import SYMBOL_AHEAD, Grammar, Style, Unit
from portal.citations.grammars.english_names import (
    ACRONYM,
    ANY_DOCUMENT,
    CAPITAL,
    CITY,
    INSTRUMENT,
    NO_TREATY,
    NOT_NAME,
    NOT_OF,
    OF_ANNEX_E,
    TAIL,
    THE,
    WORD,
)

_END = "(?![^\\W\\d_])"
"""The end of a word; a number may be glued to it (text recognition)."""
_S = "(?:s|\\(s\\))?"
"""The plural, or not: "Article(s) 4"."""
_PREVIOUS = "(?<!\\ba[\\s])(?:(?:immediately )?(?:preceding|previous)|foregoing)\\b"
_OF_PROCEDURE = "(?:of|in|under) (?:the )?"
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth")
_FIRST_OF = ("two", "three", "four", "five", "six")
_ORDINALS: dict[str, int | tuple[int, ...]] = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)},
    "twentieth": 20, "thirtieth": 30,
    **{f"twenty-{word}": number for number, word in enumerate(_ONES, 21)},
    **{f"thirty-{word}": number for number, word in enumerate(_ONES[:5], 31)},
    **{f"{n}(?:st|nd|rd|th)": n for n in range(1, 36)},
    **{f"first {word}": tuple(range(1, n)) for n, word in enumerate(_FIRST_OF, 3)},
}  # fmt: skip
_ANY_ORDINAL = (
    f"(?:(?:twenty|thirty)-)?(?:{'|'.join(_ONES)})|{'|'.join(_TEENS)}|twentieth|thirtieth"
    "|[1-3]?\\d(?:st|nd|rd|th)"
)
_ANY_ORDINAL = f"(?:first (?:two|three|four|five|six)|{_ANY_ORDINAL})(?: operative)?"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TO_NINETEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_CARDINALS = {
    word: number for number, word in enumerate(f"{_UNITS}|{_TO_NINETEEN}".split("|"), 1)
} | {"twenty": 20, "thirty": 30}


def _read_number(written: str) -> int | None:
    """Read digits or a cardinal up to thirty-nine."""
    if written.isdecimal():
        return int(written)
    words = re.split(r"[\s-]+", written.lower())
    values = [_CARDINALS.get(word, 0) for word in words]
    return sum(values) if all(values) else None


GRAMMAR = Grammar(
    language="en",
    our_meeting="(?:(?:COP|Conference of the Parties) to the Minamata Convention|Minamata COP)",
    stems=(
        "rticle", "aragraph", "ARAGRAPH", "nnex", "NNEX", "ecision", "ECISION",
        "rt.", "rts.", "rt ", "rts ", "ART", "ara.", "aras.", "ara ", "aras ", "arts ",
        "MC", "tem (", "oint (", "tems (", "oints (",
        "etter (", "etters ", "ection ", "ections ", "ecital",
        "reamb", "§", "¶",
        "esolution", "egulation", "rule ", "UNEP/MC",
    ),
    units=(
        Unit(
            "rec", f"preambular (?:paragraphs?|paras?){_END}|recitals?{_END}",
            "preambular .*[^s]|recital",
        ),
        Unit("subpara", f"sub-?para(?:graph)?s?{_END}\\.?", "sub-?para(?:graph)?", numbered="para"),
        Unit(
            "para",
            f"(?:operative )?(?:paragraph{_S}|paras?|pars?){_END}\\.?|(?-i:OPs?)(?= ?\\d)"
            "|[§¶]{1,2}",
            "(?:operative )?paragraph",
        ),
        Unit("para", f"sub-?articles?{_END}", "sub-?article"),
        Unit("art", f"(?:article{_S}|arts?){_END}\\.?", "article"),
        Unit("art", "(?:regulations?|rules?)(?= ?\\d{1,3}(?![\\d/.]))", foreign=True),
        Unit("annex", f"annex(?:es?|\\(es\\))?{_END}", "annexe?"),
        Unit("part", f"parts?{_END}|pts?{_END}\\.?(?= ?(?-i:[IV1-3]))", "part|pt\\.?"),
        Unit("dec", f"(?:decision{_S}|resolutions?){_END}|{SYMBOL_AHEAD}", "decision|resolution"),
        Unit("item", f"(?:items?|points?|clauses?){_END}", "item|point|clause", weak=True),
        Unit("subpara", f"(?:letters?|lits?|litra){_END}\\.?|let\\.", "letter", weak=True),
        Unit("item", "no\\.(?= ?[ivx]+\\b)", "no.", weak=True),
        Unit("para", f"sections?{_END}|nos?\\.(?= ?\\d)", "section|no.", weak=True),
        Unit("preamble", f"preamble{_END}", "preamble", weak=True),
    ),
    numero="no\\.?(?= ?\\d)|number\\b|n[°º]|№",
    lead="(?:(?:of|in|to|under|at) )?the|at",
    of=(
        "(?:(?:et seqq?\\.|ff\\.|and following) )?(?:of|in|to|under|from)"
        "(?: (?:(?:each|all|any|either) of|both|either))?(?: the)?\\b"
        "(?: (?:Minamata )?Convention[’']s\\b)?"
    ),
    and_=(
        "(?:and/or|and(?: from(?= \\d{1,2} to \\d))?|or|nor|as well as|&|\\+)"
        "(?:, (?:where|if|as|when) (?:applicable|appropriate|necessary|relevant|the case may be),)?"
        "(?: (?:of|to|in|under)\\b(?= (?:the )?(?:art|para|annex|sub)))?"
    ),
    to="(?:(?:up )?to(?: and including)?|through|until)\\b",
    inclusive="(?:both )?inclusive(?:ly)?\\b",
    ordinals=_ORDINALS,
    any_ordinal=_ANY_ORDINAL,
    this=f"this|present|{_PREVIOUS}",
    previous=_PREVIOUS,
    same="(?:same|that|said|aforementioned|aforesaid)\\b",
    above="(?:above|below|hereof|herein|supra|infra)\\b",
    thereof="(?:thereof|thereto|of it(?!s)|of the latter(?! \\w))\\b",
    its="(?:its|their)",
    ours=(
        f"{THE}(?:Minamata|Mercury) (?:Convention|Treaty)\\b(?: on mercury)?"
        "(?: of (?:10 October )?2013\\b)?"
        f"|{THE}(?:Convention|Treaty|MC)\\b"
        "(?! on (?!mercury)| (?:for|against|concerning|relating|of the|establishing|between)\\b)"
        "(?: on mercury)?|(?:the )?Minamata\\b"
        "|(?:the )?(?:COP(?:-\\d)?|Conference of the Parties(?: to the Minamata Convention)?)"
        "(?=,? \\(?(?:operative |para|§))"
    ),
    apart="(?:and|or|in|by|to|at|with|as)\\b",
    foreign=(
        f"(?:the )?{CAPITAL}(?:, {CAPITAL}){{0,3}}(?: {WORD}){{0,7}}{NOT_OF}"
        f" (?:{INSTRUMENT})\\b{TAIL}"
        f"|(?:this|the present) (?:{NO_TREATY})\\b"
        "|(?:the )?Minamata Convention(?: on Mercury)?(?: \\(?(?-i:[A-Z])\\w+\\)?){0,2}"
        " (?:Act|Law|Bill|Order|Ordinance|Regulations?)\\b(?: \\d{4})?"
        "|(?:the )?(?:(?:Council|Commission|Implementing|Delegated) ){0,3}Decision"
        " (?:No )?\\((?:EU|EC|EEC)\\)(?: No)? [\\d/]+|Reg\\.(?: \\((?:EU|EC)\\))?(?: No)? \\d+/\\d+"
        "|\\d{1,2} (?:CFR|C\\.F\\.R\\.|U\\.?S\\.?C\\.?(?: Code)?)(?= ?\\Z)"
        f"|(?<!in[\\s]){CITY}(?=\\)|(?:[’']s)?[:,]? ?\\(?\\Z)"
        f"|(?:(?<=of[\\s])|(?<=[\\d)]\\x20)){CITY}\\b"
        f"|(?:the |an? |any |each )?(?:{NOT_NAME}(?!(?:of|the)\\b)\\w+ ){{0,3}}"
        f"(?:{INSTRUMENT})\\b{TAIL}"
    ),
    foreign_hints=(
        "asel", "tockholm", "otterdam", "ontreal",
        "onvention", "rotocol", "greement", "reaty", "ovenant", "harter", "onstitution", "tatute",
        "egulation", "irective", "ecision (", "Act", " act", "aw", "ode", "rdinance", "ecree",
        "esolution", "GATT", "ules", "CITES", "UNFCCC", "REACH", "Order", "Notification",
        "Proclamation", "Instrument", "Amendment",
    ),
    that_treaty=(
        "(?:that|(?:the )?(?:said|same|latter|aforementioned|aforesaid))"
        " (?:Convention|Treaty|Protocol|Regulation|Directive|Decree|Code|Law|Act)\\b"
    ),
    procedures=(
        f"{_OF_PROCEDURE}arbitration (?:procedures?|rules)\\b{OF_ANNEX_E}",
        f"{_OF_PROCEDURE}conciliation (?:procedures?|rules)\\b{OF_ANNEX_E}",
    ),
    only="(?:only|solely|exclusively)\\b",
    excepted=(
        "(?:with the exception of|except(?:ing)?(?: for)?|excluding|save(?: for)?|other than)\\b"
    ),
    documents=f"of{ANY_DOCUMENT}|(?-i:of (?:the )?{ACRONYM})",
    documents_near=f"(?:to|in the){ANY_DOCUMENT}",
    foreign_any=(
        "of (?:the )?+(?:its|an?|any|another"
        "|(?!article|para|annex|sub|preamb|decision|(?:conventions?|treaty|minamata|parts?|pt|and|or"
        "|that|this|these|said|same|which|it|each|both|all|either|MC)\\b|[\\w-]+ annex)"
        "[^\\W\\d_][\\w-]*)\\b"
    ),
    bridge=(
        "in particular|whose|notably|respectively|especially|namely|specifically|under|in|see|cf\\."
        "|at|and (?:in particular|especially|notably|specifically)|pursuant to"
        "|(?:provides|regulates|requires|states|says|stipulates|prescribes|prohibits|defines|deals"
        "|speaks|contains|sets out|lays down|addresses|covers|governs|treats|lists)"
        "(?:(?=,? (?:in|under|at)\\b)|(?: (?-i:[a-z]+)){1,3}(?= in\\b))"
    ),
    plain_before=frozenset(
        ("of", "to", "and", "by", "with", "from", "for", "or", "that", "on", "per", "as", "the")
    ),
    contrast=(
        "(?:unlike|contrary to|in contrast to|as with|like|besides|beyond|not|alongside|except for"
        "|(?:in (?:cooperation|coordination|parallel)|together|compared) with|in addition to"
        "|without prejudice to|apart from|different from) (?:the )?"
    ),
    counted=(
        "Part(?:y|ies)|States?|countr(?:y|ies)|members?|delegations?|participants|experts|others?"
        "|years?|months?|weeks?|days?|hours?|minutes?|per ?cent|(?:metric )?ton(?:ne)?s?|kg|mg"
        "|million|slides?|pages?|exercises?|questions?|modules?|examples?|people|products?|process(?:es)?"
        "|of (?:them|which|whom)"
    ),
    aside=(
        "(?:in )?(?:the )?(?:first|second|third|fourth|last|introductory|opening)"
        " (?:sentence|indent|phrase|part|wording)|(?:the )?chapeau"
        "|[1-4](?:st|nd|rd|th) (?:sentence|indent)"
        "|sub-?section \\(?\\d{1,2}\\)?|respectively|as (?:appropriate|applicable|the case may be)"
        "|(?:which|on|concerning|regarding|relating to) [^,;.:()\\d]{3,60}(?=,)"
    ),
    about="(?:on|concerning|regarding)(?! (?:\\w+ ){0,4}?(?:to|is|are|refers|uses|builds)\\b)",
    genitive="[’']s\\b",
    number=(
        f"\\d{{1,4}}(?!\\d)|(?:(?:twenty|thirty)(?:[- ](?:{_UNITS}))?|{_UNITS}|{_TO_NINETEEN})\\b"
    ),
    part_value="[IVX]{1,5}(?!\\w)|\\d{1,2}(?!\\w)|[A-Z](?!\\w)|(?:[Oo]ne|[Tt]wo|[Tt]hree)\\b",
    read_number=_read_number,
    number_suffix="(?:st|nd|rd|th)\\b",
    abbreviations="[Cc]ap|arts?|subparas?|paras?|pars?|nos?|lit|let|cf|pp?|etc|e\\.g|i\\.e|vs|approx|[A-Z]",
    brackets="full",
    styles={
        "un": Style(
            units={
                "art": "Article {n}", "annex": "Annex {n}", "part": "Part {n}",
                "para": "paragraph {n}", "subpara": " ({n})", "item": " ({n})",
                "dec": "decision {n}",
            },
            alone={"subpara": "subparagraph ({n})", "item": "item ({n})"},
        ),
        "of": Style(
            units={
                "art": "article {n}", "annex": "annex {n}", "part": "part {n}",
                "para": "paragraph {n}", "subpara": " ({n})", "item": " ({n})",
                "dec": "decision {n}",
            },
            alone={"subpara": "subparagraph ({n})", "item": "item ({n})"},
            joined=" of ",
            ascending=True,
        ),
        "short": Style(
            units={
                "art": "Art. {n}", "annex": "Annex {n}", "part": "Part {n}", "para": "para. {n}",
                "subpara": "({n})", "item": "({n})", "dec": "{n}",
            },
            alone={"subpara": "subpara. ({n})", "item": "item ({n})"},
            joined=" ",
        ),
        "eu": Style(
            units={
                "art": "Article {n}", "annex": "Annex {n}", "part": "Part {n}", "para": "({n})",
                "subpara": "({n})", "item": "({n})", "dec": "Decision {n}",
            },
            alone={"para": "paragraph {n}", "subpara": "point ({n})", "item": "point ({n})"},
            glue_after=frozenset({"art", "annex", "para"}),
            glued=frozenset({"para", "subpara", "item"}),
        ),
        "step by step": Style(
            units={
                "art": "article {n}", "annex": "annex {n}", "part": "part {n}",
                "para": "paragraph {n}", "dec": "decision {n}",
            },
            alone={"subpara": "subparagraph ({n})", "item": "item ({n})"},
            joined=" of ",
            ascending=True,
            glue_after=frozenset(),
        ),
        "swiss": Style(
            units={
                "art": "Art. {n}", "annex": "Annex {n}", "part": "Part {n}", "para": "para. {n}",
                "dec": "{n}",
            },
            alone={"subpara": "let. {n}", "item": "item ({n})"},
            joined=" ",
            glue_after=frozenset(),
        ),
    },
)  # fmt: skip
