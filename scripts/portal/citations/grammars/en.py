"""English: UN, EU, Swiss and national ways of citing."""

from __future__ import annotations

from portal.citations.grammar import Grammar, Style, Unit

_THE = "(?:(?:the|this|that|its|said|same|present) )?"
_CAPITAL = "(?:(?-i:[A-Z])[\\w’'-]*|on|of|the|and|for|to|in|against|\\([^()]{1,20}\\))"
_INSTRUMENT = (
    "conventions?|protocols?|agreements?|treaty|treaties|covenant|charter|constitution|statutes?"
    "|regulations?|directives?|acts?|laws?|codes?|ordinances?|decrees?|bill|resolutions?|declaration"
    "|rules of procedure|GATT|GATS|TRIPS|UNCLOS|CITES|UNFCCC|CBD|VCLT|TFEU|TEU|REACH|ICCPR|ICESCR"
)
_DOCUMENT = (
    "rules|memorandum|programme|guidelines?|guidance|reports?|documents?|notes?|terms of reference"
    "|manual|handbook|standards?|framework|agenda|contract|plan|study|strategy|letter|minutes|list"
)

GRAMMAR = Grammar(
    language="en",
    stems=(
        "rticle", "RTICLE", "aragraph", "ARAGRAPH", "nnex", "NNEX", "ecision", "ECISION",
        "rt.", "rts.", "rt ", "rt\u00a0", "rts ", "ART", "ara.", "aras.", "ara ", "aras ", "arts ",
        "MC-", "MC\u2010", "MC\u2011", "MC\u2013", "tem (", "oint (", "tems (", "oints (",
        "§", "¶", "esolution",
    ),
    units=(
        Unit("subpara", "sub-?(?:paragraph|para\\.?)s?\\b", "sub-?(?:paragraph|para\\.?)", numbered="para"),
        Unit("para", "(?:paragraphs?|paras?|pars?)\\b\\.?|[§¶]{1,2}", "paragraph"),
        Unit("art", "(?:articles?|arts?)\\b\\.?", "article"),
        Unit("annex", "annex(?:es)?\\b", "annex"),
        Unit("part", "parts?\\b", "part"),
        Unit("dec", "(?:decisions?|resolutions?)\\b|(?=MC[-\\u2010-\\u2015]\\d)", "decision|resolution"),
        Unit("item", "(?:items?|points?|clauses?)\\b", "item|point|clause", weak=True),
        Unit("subpara", "(?:letters?|lit)\\b\\.?|let\\.", "letter", weak=True),
        Unit("preamble", "preamble\\b", "preamble"),
    ),
    of="(?:of|in|to|under|from)(?: the)?\\b",
    and_="(?:and/or|and|or|as well as|&)(?: (?:of|to|in|under) (?=(?:the )?(?:art|para|annex|sub)))?",
    to="(?:to|through|until)\\b",
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
        "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9,
    },
    this="(?:this|the present)",
    same="(?:the (?:same|said|aforementioned|aforesaid)|same|that|said)",
    above="(?:above|below|hereof|herein|supra|infra)\\b",
    thereof="(?:thereof|thereto)\\b",
    its="(?:its|their)",
    ours=(
        f"{_THE}(?:Minamata )?(?:Convention|Treaty|MC)\\b(?! on (?!mercury)| (?:for|against|concerning|relating|of the)\\b)"
        "(?: on mercury)?|(?:the )?Minamata\\b"
    ),
    foreign=(
        f"(?:the )?(?!Minamata){_CAPITAL}(?: (?!Minamata){_CAPITAL}){{0,7}} (?:{_INSTRUMENT})\\b"
        f"(?: (?:No\\.? ?)?[\\w./-]*\\d[\\w./-]*)?"
        f"|(?:the |an? |any |each )?(?:\\w+ ){{0,3}}(?:{_INSTRUMENT})\\b"
    ),
    foreign_hints=(
        "onvention", "rotocol", "greement", "reaty", "ovenant", "harter", "onstitution", "tatute",
        "egulation", "irective", "Act", " act", "aw", "ode", "rdinance", "ecree", "esolution",
        "GATT", "ules", "CITES", "UNFCCC", "REACH",
    ),
    that_treaty="(?:that|the said|the latter) (?:Convention|Treaty|Protocol|Regulation|Law|Act)\\b",
    documents=f"(?:of|to|in the)(?: the| a| an| that)? (?:[\\w’'-]+ ){{0,4}}(?:{_DOCUMENT})\\b",
    foreign_any="of (?:the )?(?:its|an?|any|another|(?!article|para|annex|sub)(?-i:[a-z])[\\w-]*)\\b",
    bridge="in particular|notably|especially|namely|specifically|under|in|see|cf\\.|at|and in particular|pursuant to",
    contrast="(?:unlike|contrary to|in contrast to|as with|like|besides|beyond|not) (?:the )?",
    number_suffix="(?:st|nd|rd|th)\\b",
    abbreviations="arts?|subparas?|paras?|pars?|nos?|lit|let|cf|pp?|etc|e\\.g|i\\.e|vs|approx|[A-Z]",
    styles={
        "un": Style(
            units={
                "art": "Article {n}", "annex": "Annex {n}", "part": "Part {n}", "para": "paragraph {n}",
                "subpara": " ({n})", "item": " ({n})", "dec": "decision {n}",
            },
            alone={"subpara": "subparagraph ({n})", "item": "item ({n})"},
        ),
        "of": Style(
            units={
                "art": "article {n}", "annex": "annex {n}", "part": "part {n}", "para": "paragraph {n}",
                "subpara": " ({n})", "item": " ({n})", "dec": "decision {n}",
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
    },
)  # fmt: skip
