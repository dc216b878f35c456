"""How English names other instruments and documents: fragments for the grammar."""

from __future__ import annotations

THE = "(?:(?:the|this|that|its|our|said|same|present|aforementioned|above-mentioned) ){0,2}"
NOT_NAME = (
    "(?!(?:articles?|arts?|annex(?:es)?|paragraphs?|parts?|decisions?|conventions?|minamata|under|unlike|in|as|by"
    "|for|to|like|with|since|while|when|where|both|beyond|besides|per|see|this|that|these|our|also)\\b)"
)
CAPITAL = f"{NOT_NAME}(?-i:[A-Z])[\\w’'-]*"
WORD = f"(?:{CAPITAL}|(?:on|of|the|and|for|to|in|against)\\b|\\([^()]{{1,20}}\\))"
_SUBJECTS = (
    "may", "shall", "must", "can", "will", "to", "not", "Party", "State", "Committee",
    "Secretariat", "it", "which", "who", "Parties", "States", "Governments", "parties", "states",
    "governments", "authorities", "countries", "they", "we",
)  # fmt: skip
_NOT_VERB = "".join(f"(?<!\\b{word}[\\s])" for word in _SUBJECTS)
"""Behind these words "act" is a verb: "Subject to Article 4, Parties may act"."""
_ACT = f"(?-i:Acts?|ACTS?)|{_NOT_VERB}acts?(?! (?:under|upon|as|through|pursuant|accordingly)\\b)"
"""Without its capital letter it may be a verb: "the Committee acts under Article 15"."""
INSTRUMENT = (
    "conventions?|protocols?|agreements?|treaty|treaties|covenant|charter|constitution|statutes?"
    f"|regulations?|directives?|{_ACT}|laws?|codes?|ordinances?|decrees?|bill|resolutions?|declaration"
    "|rules of procedure|GATT|GATS|TRIPS|UNCLOS|CITES|UNFCCC|CBD|VCLT|TFEU|TEU|REACH|ICCPR|ICESCR"
    "|(?-i:(?:Kigali|Ban) Amendment|Orders?|Notifications?|Proclamations?|Instrument)"
    "|IED|WFD|CLP|TSCA|RCRA|CEPA|CLRTAP|ECHR|ACHR|CEDAW|GDPR|(?-i:BC|RC|SC)"
)
NOT_OF = "(?<!\\bof)(?<!\\bto)(?<!\\bthe)"
""" "Parties to the Convention" is none of the names that begin with a capital letter."""
CITY = "(?-i:Basel|Stockholm|Rotterdam|Montreal)"
"""Another treaty by its city: "Article 4 of Basel"."""
NO_TREATY = (
    "regulations?|directives?|acts?|laws?|codes?|ordinances?|decrees?|orders?|bill|rules|protocols?"
    "|agreements?|statutes?|schedules?"
)
"""What our Convention is not: "this Regulation" is the text's own law."""
TAIL = (
    "(?:, (?:19|20)\\d\\d(?!\\d))?(?: \\((?:[^()]{1,12}|(?:No|Cap|Act|Law)\\b[^()]{1,24})\\))?"
    "(?: (?:(?:No\\.?|N[°º]\\.?) ?)?[\\w./-]*\\d[\\w./-]*)?"
    f"(?:(?: (?:on|of|the|and|for|to|in|by|against|concerning)){{0,3}} {CAPITAL})*"
    f"(?: \\(\\d{{4}}\\))?(?: of (?:\\d{{1,2}} {CAPITAL} )?\\d{{4}}(?!\\d))?(?: on mercury)?"
)
"""The rest of a name: "(EU) 2017/852", "on the Control of Transboundary Movements"."""
ACRONYM = "(?!(?:COP|MOP|UN|UNEP|GEF|WHO|ASGM|[IVX]+)\\b)[A-Z]{3,8}(?!\\w)"
"""Another instrument by its initials: "Article 17 of the GDPR"; a body has no articles."""
_DOCUMENT = (
    "rules|memorandum|MOUs?|programme|guidelines?|guides?|guidance|reports?|documents?|notes?"
    "|terms of reference|manual|handbook|templates?|questionnaires?|brochures?|publications?"
    "|standards?|framework|agenda|contract|plan|study|strategy|letter|minutes|list"
    "|by-?laws|schedules?|proposals?|drafts?(?! (?:convention|treaty))"
)
ANY_DOCUMENT = (
    f"(?: the| an?| that| this| our| its| their)? (?:[^\\W\\d][\\w’'-]* ){{0,4}}(?:{_DOCUMENT})\\b"
)
OF_ANNEX_E = "(?:,? (?:of|in|under) (?:the )?(?:part (?:I|II|one|two) of (?:the )?)?annex E\\b)?"
"""Where the arbitration and conciliation procedures stand."""
