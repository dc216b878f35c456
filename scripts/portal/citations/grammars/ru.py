"""Russian: the United Nations' way of citing, and that of Russian law."""

from __future__ import annotations

from portal.citations.grammar import Grammar, Style, Unit
from portal.citations.grammars.russian_letters import (
    DIGIT_ENDING,
    OCR_TENS,
    OCR_THREE,
    ORDINAL,
    ORDINAL_STEMS,
    gather_evidence,
    prepare,
    read_letter,
    read_number,
    write_as_law,
    write_number,
    write_upwards,
)
from portal.citations.grammars.russian_names import (
    AS_APPROPRIATE,
    CONVENTION,
    DOCUMENTS,
    FOREIGN,
    FOREIGN_HINTS,
    LABEL,
    NO_AGENDA,
    OF_SOMETHING,
    PROCEDURES,
    THAT_TREATY,
    TO_DOCUMENTS,
    behind,
)

_END = "(?:а|у|е|ом|ы|ов|ам|ами|ах)?\\b"
"""The endings of пункт in every case and number."""
_ONE_SUBPARAGRAPH = "подпункт[ауе]?|подпунктом"
_LETTER = "(?-i:[a-zа-я]|[ivx]{1,4})"
_NEXT_LETTER = (
    f'(?= ?["«„“(]? ?(?:(?-i:[b-zбгдежз])(?!\\w)'
    f"|{_LETTER}(?!\\w)(?! (?!п|ст|и\\b|или\\b|а\\b)[а-я])))"
)
"""A letter; one that is a word, too ("в", "и", "с"), only where no plain word follows."""
_NEXT_QUOTED = f'(?= ?["«„“]{_LETTER}["»“”])'
_LIST = "\\d{1,2}(?:(?:, ?| и | ?[–-] ?)\\d{1,2})*"
_ORDINALS = f"(?:{ORDINAL})(?:(?:, | и )(?:част[ьи] )?(?:{ORDINAL})){{0,4}}"
_BEHIND_DIGIT, _BEHIND_COMMA, _IN_BRACKETS = (behind("\\d"), behind("\\d,"), behind("\\d", "\\("))
_ARTICLE = "(?:(?:т|эт|указанн|данн|названн|настоящ)(?:ой|ей|ых|их)(?: же)? )?ст(?:ать|атей|\\.)"
_NOT_AND_SO_ON = "(?<!\\bт\\.)(?<!\\bт\\.[\\s])"
"""The "п." of "и т. п." is no paragraph."""
_PARTS = "ч\\. ?ч\\.|чч?\\."
_RANGE_END = f'(?:\\d{{1,2}}(?:{DIGIT_ENDING})?|{ORDINAL}|[«"“]?[a-zа-я][»"”)]|(?-i:[A-EА-ЕС])\\b)'
_INDENT = (
    "(?:абзац(?:а|у|е|ем|ы|ев|ам|ами|ах)?\\b|абз\\.)(?!"
    "(?: \\d{1,2}(?:-\\w+)?| [а-яё]+(?:ого|ой|ем|ый|ий|ому|ьего))? (?:под)?п(?:ункт|\\.))"
)
"""An indent, but not that of a paragraph: there the citation stops at the paragraph."""
_INDENT_OF = "(?:абзац[а-я]{0,3}|абз\\.) ?(?:\\d{1,2}(?:-\\w+)?|[а-яё]+)(?= п(?:ункт|\\.))"
"""The indent of a paragraph, which is stepped over: "ст. 7, абз. 1 п. 3"."""
_QUANTITY = (
    "(?:(?:год(?:а|у|ом|ов)?|лет|дн(?:я|ей)|месяц(?:а|ев)?|недел[ьия]|час(?:а|ов)?|кг|мг|г|раза?)\\b"
    "|тонн|млн|тыс|страниц|слов\\b|процент|человек|январ|феврал|марта|апрел|мая\\b|июн|июл|август|сентябр"
    "|октябр|ноябр|декабр|долл|руб)"
)
_BEHIND_ORDINAL = "(?=ч)(?:{})".format(
    "|".join(
        behind(stem + ending)
        for stem, endings in {
            "перв": ("ая", "ой", "ую"), "втор": ("ая", "ой", "ую"), "трет": ("ья", "ьей", "ью"),
            "четверт": ("ая", "ой", "ую"), "четвёрт": ("ая", "ой", "ую"), "пят": ("ая", "ой", "ую"),
        }.items()
        for ending in endings
    )
)  # fmt: skip


GRAMMAR = Grammar(
    language="ru",
    our_meeting="Конференци[яейию]{1,2} Сторон Минаматской конвенции",
    stems=(
        "тать", "тате", "ТАТЬ", "ТАТЕ", "ункт", "УНКТ", "рилож", "РИЛОЖ", "ешени", "ЕШЕНИ",
        "бзац", "БЗАЦ", "абз.", "част", "Част", "ЧАСТ",
        "раздел", "Раздел", "ст.", "Ст.", "СТ.", "ст ", "п/п", "п.", "П.", "п ",
        "рил.", "ч.", "Ч.", "итер", "лит.", "букв", "§", "араграф",
        "реамбул", "МК", "MC", "МС-", "MK-", "UNEP/MC", "реш.",
        "езолюци",
    ),
    units=(
        Unit(
            "subpara", f"подпункт{_END}(?= ?\\d{{1,2}} ?\\(?[a-zа-я]\\))", _ONE_SUBPARAGRAPH,
            numbered="para",
        ),
        Unit(
            "item", f"(?:подпункт{_END}|подп\\.)(?= ?\\(?(?:ii|iii|iv|vi|vii|viii|ix)\\))",
            _ONE_SUBPARAGRAPH,
        ),
        Unit("item", f"подподпункт{_END}"),
        Unit("item", f"(?<=\\),[\\s])(?:подпункт{_END}|подп\\.)(?= ?\\(?[iv]\\))"),
        Unit(
            "subpara", f"подпункт{_END}|подп\\b\\.?|(?:пп\\.?|п\\. ?п\\.|п/п){_NEXT_LETTER}",
            _ONE_SUBPARAGRAPH,
        ),
        Unit("subpara", f"(?:пп\\.|п\\. ?п\\.)(?= ?{_LIST} (?:п\\.|пункт))"),
        Unit("subpara", f"(?:пункт{_END}|п\\.){_NEXT_QUOTED}"),
        # In Russian law a "пункт" stands below a "часть".
        Unit(
            "subpara",
            f"(?:пункт{_END}|п\\.)"
            f"(?= ?{_LIST} (?:част[ие]|ч\\.) ?(?:\\d{{1,2}}|{_ORDINALS}) {_ARTICLE})",
        ),
        Unit(
            "para",
            f"(?:пункт{_END}|пп\\b\\.?|п\\. ?п\\.|{_NOT_AND_SO_ON}п\\b\\.?){NO_AGENDA}",
            "пункт[ауе]?|пунктом",
        ),
        Unit("art", "[сc]тать(?:я|е|ю|ёй|ей|ею|ёю)\\b", "[сc]тать(?:я|е|ю|ёй|ей|ею|ёю)"),
        Unit("art", "[сc]тать(?:и|ям|ями|ях)\\b|статей\\b|ст\\. ?ст\\.|ст\\b\\.?"),
        Unit("annex", "приложени(?:е|ю|ем|и)\\b", "приложени(?:е|ю|ем|и)"),
        Unit("annex", "приложени(?:я|й|ям|ями|ях)\\b|прил\\."),
        # In Russian law a "часть" is a paragraph of an article; elsewhere a part of an annex.
        Unit(
            "para",
            f"(?:част(?:ь|и|ью|ей|ям|ями|ях)\\b|{_PARTS})"
            f"(?= ?(?:{_LIST}|{_ORDINALS}) {_ARTICLE})"
            f"|{_BEHIND_ORDINAL}част(?:ь|и|ью)\\b(?= {_ARTICLE})",
        ),
        Unit(
            "para",
            f"(?=ч)(?:{_BEHIND_COMMA}|{_BEHIND_DIGIT}|{_IN_BRACKETS})(?:част(?:ь|и|ью)\\b|{_PARTS})"
            "(?= ?\\d)(?! ?\\d+ прил)",
            weak=True,
        ),
        Unit("part", "част(?:ь|ью)\\b(?! стать)", "част(?:ь|ью)"),
        Unit(
            "part",
            f"част(?:и|ей|ям|ями|ях)\\b(?! стать)|ч\\.|раздел{_END}(?= ?[IVX\\d]+ прил)",
        ),
        Unit(
            "dec",
            "решени(?:е|ю|ем|и)\\b|реш\\."
            "|(?=[MМ][CСKК][-\\u2010-\\u2015]\\d|UNEP/MC/COP\\.\\d{1,2}/Dec\\.)",
            "решени(?:е|ю|ем|и)",
        ),
        Unit("dec", "решени(?:я|й|ям|ями|ях)\\b|резолюци(?:я|и|ю|ей|й|ям|ями|ях)\\b"),
        Unit("para", "абзац[а-я]{0,2}\\b(?=(?: \\d{1,2}(?:-\\w+)?| [а-яё]+)? преамбул)"),
        Unit(
            "subpara",
            "(?:литер(?:а|ы|е|у|ой|ам|ами|ах)?|лит|букв(?:а|ы|е|у|ой|ам|ами|ах)?)\\b\\.?"
            f"|{_INDENT}{_NEXT_LETTER}",
            weak=True,
        ),
        Unit("para", f"параграф{_END}|§{{1,2}}|{_INDENT}", weak=True),
        Unit("preamble", "преамбул(?:а|ы|е|у|ой)\\b", weak=True),
    ),
    # "Статья 11, в Базельской конвенции статья 4": a comma begins something new.
    of=(
        "(?<!,)(?<!,[\\s])(?:ко?|во?|(?:кажд(?:ой|ого) )?из)\\b|постановляющей части(?= решени)"
        "|вводной части(?= (?:прил|ст|п))|и (?:далее|след(?:\\.|ующи[ей]))(?= (?:прил|ст|п))"
    ),
    and_=(
        "и \\(или\\)|(?:так и|а также|равно как и|как и|и/или|и(?: с(?= \\d{1,2} (?:по|до) \\d))?"
        f"|или|либо|ни)\\b(?!\\))(?:, (?:{AS_APPROPRIATE}),)?"
    ),
    to="(?:до|по)\\b",
    lead="(?:также )?(?:во?|ко?|со?|об?|по|из|от|до|для|на|под|согласно)\\b",
    inclusive="включительно\\b",
    counted=(
        "сторон|стран|государств|(?<=[2-4][\\s])(?:стороны|страны|государства)|друг(?:их|ие)"
        "|(?:участник|эксперт|голос|слайд|вопрос|пример|продукт|процесс|документ|регион|проект)"
        "(?:а|ов)|модул(?:я|ей)|минут[аы]?|(?:делегаци|упражнени|организаци)[йияе]"
        "|из (?:них|которых)"
    ),
    ordinals=ORDINAL_STEMS,
    any_ordinal=ORDINAL,
    this="(?:настоящ|предыдущ|предшествующ)(?:ая|ей|ую|ий|его|ему|им|ем|ее|ие|их|ими)\\b",
    previous="пред",
    # "В этой части" says "in this respect"; behind a number "этой части" is a part.
    same=(
        "(?:т(?:а|ой|у|от|ого|ому|ом|е|ех|ем|еми) же"
        "|эт(?:а|ой|у|от|ого|ому|им|ом|и|их|ими|о)(?: же)?(?! част)"
        f"|(?=э)(?:{_BEHIND_DIGIT})этой(?= части)"
        "|(?:выше|ниже)?(?:указанн|упомянут|названн|привед[её]нн)"
        "(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми)(?: (?:выше|ниже))?"
        "|данн(?:ый|ая|ое|ого|ой|ому|ом|ую))\\b"
    ),
    above="(?:выше|ниже)\\b",
    aside=(
        "(?:перв|втор|трет|четверт|последн)[а-я]+ предложени[а-я]+|вводн[а-я]+ част[а-я]+"
        f"|{AS_APPROPRIATE}"
        f"|{_INDENT_OF}"
    ),
    its="(?:е[её]|его|их|сво(?:ей|[её]м|их|ю|и|й|ими?))\\b",
    ours=(
        "(?:(?:настоящ|эт|данн|указанн|названн|упомянут|сам|наш|вс)"
        "(?:ая|ой|ою|ей|ую|у|а|е)? )?"
        f"(?:(?:минаматск(?:ая|ой|ую|ою) )?{CONVENTION}(?: (?:о|по) ртути)?"
        "|минаматск(?:ая|ой|ую)\\b)"
        "|(?:[а-яё]+ (?:совещания|сессии) )?"
        "(?:КС(?:-\\d)?|Конференции Сторон(?: Минаматской конвенции)?)"
        "(?= ?,? \\(?(?:пункт|п\\.|§))"
    ),
    foreign=FOREIGN,
    foreign_hints=FOREIGN_HINTS,
    that_treaty=THAT_TREATY,
    procedures=PROCEDURES,
    only="(?:только|исключительно|лишь)\\b",
    excepted="(?:за исключением|исключая|кроме)\\b",
    documents=DOCUMENTS,
    foreign_any=TO_DOCUMENTS,
    elsewhere=OF_SOMETHING,
    bare_names=True,
    bridge=(
        "(?:и )?(?:в частности|прежде всего|особенно)|в том числе|а именно|например|согласно"
        "|в соответствии|в силу|на основании|см\\.|и е[её]|е[её]|его|во?|со?|по"
        "|(?:регулиру|предусматрива|устанавлива|закрепля|определя|запреща|говор)(?:ет|ит|ют|ят)"
        "(?: [а-яё]{2,}){0,2} во?"
    ),
    contrast=(
        "(?:в отличие от|в дополнение к|наряду с|помимо|кроме|подобно|как и(?: в)?|не|а не|сверх)"
    ),
    # "8-й статьи" after a unit word belongs to the next unit, "статьи 8-й" does not.
    number=(
        f"(?-i:{OCR_TENS})|\\d{{1,4}}(?!\\d)(?! ?{_QUANTITY})"
        "(?!-[а-я]{1,3} (?:стать|пункт|прил)[а-я]*\\b(?! ?\\d))"
        f"|(?-i:{OCR_THREE})(?= (?:стать|ст\\.|пункт|п\\.))"
    ),
    read_number=read_number,
    numero=(
        f"№№?|(?-i:N)(?= ?\\d)|{LABEL}"
        f"|(?:со?|от)(?= {_RANGE_END} (?:по|до) {_RANGE_END}(?!\\d| ?{_QUANTITY}))"
    ),
    number_suffix=DIGIT_ENDING,
    # "Статья 317-1" stands between 317 and 318: in Kazakhstan's codes it is a number of its own.
    bis="(?:bis|ter|quater|-(?:бис|тер)|(?:(?<=[3-9])|(?<=\\d\\d))-[12])\\b",
    read_letter=read_letter,
    prepare=prepare,
    evidence=gather_evidence,
    annex_value="[A-ZА-ЕКМНОРСТХІЈЅ](?!\\w)|[IVX]{1,5}(?!\\w)|\\d{1,2}(?!\\w)",
    symbol=(
        "[MМ][CСKК](?:[-\\u2010-\\u2015\\u2212] ?| )(?P<cop>\\d{1,2}) ?/ ?(?P<dec>\\d{1,3})(?!\\d)"
    ),
    sentence_end='[.!?…]["”’»)\\]]*+\\s+(?=[А-ЯЁA-Z]|["“„«(\\[]|\\d|$)',
    abbreviations=(
        "ст|п|пп|подп|прил|гл|ч|абз|лит|см|ср|напр|рис|табл|стр|разд|им|[Ж-ЯЁ]|[А-ЯЁ]\\. ?[А-ЯЁ]"
    ),
    styles={
        "оон": Style(
            units={
                "art": "статья {n}", "annex": "приложение {n}", "part": "часть {n}",
                "para": "пункт {n}", "subpara": " {n})", "item": " {n})", "dec": "решение {n}",
            },
            alone={"subpara": "подпункт {n})", "item": "подпункт {n})"},
            glue_after=frozenset({"para"}),
            number=write_number,
        ),
        "снизу вверх": Style(units={}, write=write_upwards),
        "закон": Style(units={}, write=write_as_law),
        "сокращённо": Style(
            units={
                "art": "ст. {n}", "annex": "прил. {n}", "part": "ч. {n}", "para": "п. {n}",
                "subpara": " {n})", "item": " {n})", "dec": "{n}",
            },
            alone={"subpara": "подп. {n})", "item": "подп. {n})"},
            glue_after=frozenset(),
            number=write_number,
        ),
        "скобки": Style(
            units={
                "art": "статья {n}", "annex": "приложение {n}", "part": "часть {n}",
                "para": "({n})", "subpara": "({n})", "item": "({n})", "dec": "решение {n}",
            },
            alone={"para": "пункт {n}", "subpara": "подпункт ({n})", "item": "подпункт ({n})"},
            glue_after=frozenset({"art", "annex", "para"}),
            glued=frozenset({"para", "subpara", "item"}),
            number=write_number,
        ),
        "знак": Style(
            units={
                "art": "ст. {n}", "annex": "приложение {n}", "part": "часть {n}", "para": "§ {n}",
                "subpara": " {n})", "item": " {n})", "dec": "решение {n}",
            },
            alone={"subpara": "подпункт {n})", "item": "подпункт {n})"},
            joined=" ",
            number=write_number,
        ),
        "сверху вниз": Style(
            units={
                "art": "Статья {n}", "annex": "Приложение {n}", "part": "часть {n}",
                "para": "пункт {n}", "dec": "Решение {n}",
            },
            alone={"subpara": "подпункт {n})", "item": "подпункт {n})"},
            glue_after=frozenset(),
            number=write_number,
        ),
    },
)  # fmt: skip
