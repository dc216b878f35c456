"""Arabic: joined prefixes, duals, ordinals, abjad letters, UN and national ways of citing."""

from __future__ import annotations

import re

from portal.citations.grammar import Grammar, Style, Unit
from portal.citations.grammars.arabic_text import (
    ABJAD,
    END,
    LETTER,
    LETTER_NAMES,
    NUMBER,
    ORDINAL,
    fold,
    fragment,
    prepare,
    read_letter,
    read_number,
)
from portal.citations.grammars.arabic_writing import (
    ALONE,
    WORDS,
    in_indic_digits,
    in_latin_letters,
    in_words,
    write_number,
)

_JOINED = "[وف]?(?:[بك]?ال|لل|ل?ال)"
"""Wa-, fa-, bi-, ka-, li- and the article, written onto the front of the word."""
_LOOSE = f"(?:{_JOINED}|[وفبلك]?)"
"""The same, or no article: مادة 7."""
_WORD_END = "ـ*+(?![^\\W\\d])"
"""The end of a unit's word: its number may be written onto it."""
_UNIT_HEAD = f"{_JOINED}(?:ماد[ةهت]|مواد|فقر|مرفق|مرافق|ملحق|جز[ءأ]|أجزاء|مقرر|بند|بنود)"
_NO_SUBSTANCE = (
    "(?! (?:ال)?(?:(?:كيميائي|سام|خطر|خطير|فعال|صلب|سائل|عضوي|ملوث|حافظ|مسرطن|معدني|ضار|متطاير|أولي"
    f"|علمي|تعليمي|تدريبي|دراسي|مرجعي)[ةه]|خام){END})"
)
"""No adjective of a substance or of teaching material, which are called مادة, too."""
_BODY = (
    "(?:اتفاقية (?:بازل|استكهولم|روتردام)|مؤتمر الأطراف(?: في اتفاقية \\w+)?|الجمعية العامة"
    "|جمعية (?:\\w+ ){1,3}?للبيئة"
    "|مجلس (?:الأمن|الإدارة|حقوق الإنسان))"
)
"""What may stand between the word for a decision and its symbol."""
_OWNER = "(?:هذه )?الاتفاقية"
"""What may stand between a unit's word and its numbers: مادتا الاتفاقية 8 و9."""


def _unit(level: str, singular: str, others: str, *, numbered: str = "", bare: str = "") -> Unit:
    """Make a unit; `bare` are duals before what owns them, without article: مادتا الاتفاقية."""
    loose = f"{singular}|{bare}" if bare else singular
    return Unit(
        level,
        fragment(f"(?:{_LOOSE}(?:{loose})|{_JOINED}(?:{others})){_WORD_END}"),
        fragment(f"{_LOOSE}(?:{singular}){END}"),
        weak=level == "item",
        numbered=numbered,
    )


_LONE = f"(?:[{ABJAD[:11].replace('و', '')}]|{'|'.join(LETTER_NAMES)})"
"""Letters that behind a unit's word can only be a label: a lone و is an "and"."""
_SYMBOL = "(?:MC|МС|ا\\.? ?م\\.?) ?[-/\\u2010-\\u2015\\u2212] ?"
_WORD = "[\\wـ]+"
_PLACE = (
    "بازل|استكهولم|روتردام|فيينا|باريس|كيوتو|مونتريال|جنيف|لندن|باماكو|برشلونة|رامسار|آرهوس"
    "|الأمم المتحدة"
)
_STOP = f"(?:{_UNIT_HEAD}|(?:في|على|من) {_UNIT_HEAD}|بموجب|ولا سيما|لا سيما|وخاصة|وبخاصة|تنص|ينص)"
_QUALIFIED = "(?:الإطارية|الدولية|الأوروبية|الأفريقية|الأمريكية|العربية|المذكورة|رقم)"
_TAIL = (
    "(?: (?:رقم|عدد) ?\\(?[\\d.-]+(?: ?/ ?[\\d.-]+)*\\)?| \\d[\\d/-]*)?"
    "(?: (?:لسنة|لعام|الصادر في|المؤرخ في|بتاريخ) ?(?:\\d{1,2} \\w+ )?\\d{4})?"
    "(?: \\([^()]{2,40}\\))?(?: [\\d/]+)?"
    "(?: (?:بشأن|في شأن|المتعلقة?|الخاصة?|المعنية|لحماية|لمكافحة|للتحكم|الإطارية)"
    f"(?: (?!{_STOP}){_WORD}){{1,16}})?"
)
"""What may follow the head of a name: number, year, subject."""
_TREATY_OF = "(?:ال|عمل|حظر|منع|عدم|إنشاء|لشبونة|مراكش|روما|ماستريخت|أنتاركتيكا)"
"""What goes on with the word for treaty where it is a name."""
_LAW = (
    "قانون|مشروع(?= (?:ال)?(?:قانون|لائحة|مرسوم|نظام|قرار))"
    "|لائحة|مرسوم|توجيه|دستور|ظهير|مدونة|نظام(?= (?:الأساسي|الداخلي|روما|رقم|أساسي|داخلي))"
    f"|بروتوكول|معاهدة(?= {_TREATY_OF})|ميثاق|عهد(?= ال)|اتفاق|قرار|مقرر|أمر(?= (?:رقم|عدد))"
    "|إعلان(?= (?!بموجب|وفق|عملا)\\w)"
)
_FOREIGN = (
    f"[وفبلك]{{0,2}}(?:اتفاقي(?:ة|ات|تي) (?!ميناماتا|الزئبق)(?:(?:{_PLACE}){END}|{_WORD})"
    f"|(?:ال|لل)?اتفاقية {_QUALIFIED}(?: (?!{_STOP}){_WORD})?"
    f"|(?:ال|لل)?(?:{_LAW}){END}(?! [يت]\\w{{2,6}} ?\\Z)"
    f"(?: (?!{_STOP}|\\d|رقم|عدد|لسنة|لعام|ال?صادر|في|من|على){_WORD}){{0,2}})"
    f"{_TAIL}|(?:بازل|استكهولم|روتردام)(?=\\))|مكرر[اة]?{END}|المشتركة (?:بين|في) اتفاقيات {_WORD}"
    f"|(?:ال|لل)?(?:تقرير|مذكرة|وثيقة|رسالة)(?: (?!{_STOP}){_WORD}){{0,3}}(?= ?\\()"
    "|(?:ذلك|تلك|هذا|هذه) ال(?:قانون|لائحة|مرسوم|بروتوكول|معاهدة|نظام|قرار|توجيه|دستور|ميثاق|اتفاق"
    "|مدونة|أمر|ظهير|عقد|تشريع)"
)
_CHAPTER = f"\\(?(?:\\d{{1,3}}|{ORDINAL})\\)?"
_LAWS_CHAPTER = (
    f" ?{_CHAPTER}(?: ?(?:،|و|إلى)[ و]{{0,2}}{_CHAPTER}){{0,5}} من (?:هذا |هذه )?(?:ال)?(?:{_LAW})"
)
"""Numbers behind فصل, and the law that has it."""
_DOCUMENT = (
    "تقرير|وثيقة|مذكرة|جدول ال?أعمال|دليل|مبادئ التوجيهية|توجيهات|برنامج|خطة|دراسة|عقد|رسالة|محضر"
    "|(?:إجراءات|قواعد|لائحة) المالية|كتيب|استراتيجية|اختصاصات|نظام الداخلي|ورقة|إرشادات|نموذج"
)
_OF_ANNEX_E = f"(?: (?:في|من) (?:الجزء (?:الأول|الثاني|الاول) من )?المرفق هاء{END})?"
"""Where the arbitration and conciliation procedures stand."""
_EVENT = (
    "حلقة|ورشة|دورة|تدريب|درس|دروس|محاضرة|عرض|ندوة|جلسة|اجتماع|مناقشة|فيلم|كتاب|مقالة?|صحيفة|قصة"
    "|تمرين|اختبار|امتحان|سلسلة|رحلة|مشروع|مباراة"
)
"""What has parts and paragraphs that no citation names."""
_THIS_OR_THAT = "(?:(?:هذا|هذه|ذلك|تلك) )?"
_REFERS = re.findall(
    "\\w+",
    "تحيل يحيل أحالت أحال تشير يشير أشارت أشار تستند استندت تضيف أضافت نقلت تنقل تؤدي تعود ترجع"
    " تضم ضمت",
)
"""Verbs with "to": behind them "Article 4 to Article 7" is no range."""
_PREVIOUS = {"السابقة?": 1, "السابقت[اي]ن": 2}
"""The provision right before, and the two before."""

GRAMMAR = Grammar(
    language="ar",
    our_meeting=fragment("[وفبكل]?مؤتمر الأطراف في اتفاقية ميناماتا"),
    stems=tuple(fold(stem) for stem in (
        "مادة", "ماده", "مادت", "مواد", "فقر", "مرفق", "مرافق", "ملحق", "ملاحق", "جزء", "جزآ",
        "جزأ", "جزئ", "قسم",
        "أقسام",
        "أجزاء", "مقرر", "قرار", "بند", "بنود", "ديباج", "MC", "МС", "م.", "فصل", "فصول",
        "ا م-", "ا م -", "ا م–", "ا م –", "ا.م-", "UNEP/MC",
    )),
    prepare=prepare,
    units=(
        _unit(
            "subpara", "فقرة (?:ال)?فرعية", "فقرت[اي]ن الفرعيت[اي]ن|فقرات الفرعية", numbered="para",
        ),
        Unit("subpara", fragment(f"{_LOOSE}فقر[ةه](?= (?:[{ABJAD}] من|{_LONE}){END})")),
        _unit(
            "para", "فقر[ةه]|فقرتها?", "فقرت[اي]ن|فقرات", bare="فقرت[اي](?:ها?)?|فقراتها?",
        ),
        _unit(
            "art", f"ماد[ةه]{_NO_SUBSTANCE}|مادتها?", "مادت[اي]ن|مواد",
            bare=f"مادت[اي](?:ها)?|موادها|مواد(?= {_OWNER})",
        ),
        _unit(
            "annex", "(?:مرفق|ملحق)(?:ها?)?", "(?:مرفق|ملحق)(?:[اي]ن|ات)|مرافق|ملاحق",
            bare=f"مرفقاتها?|مرفق[اي]ها?|مرفق(?:[اي]|ات)(?= {_OWNER})",
        ),
        _unit(
            "part", "(?:جزء|قسم)", "جز(?:[اآ]|أي|ءا|ءي|ئي)ن|أجزاء|قسم[اي]ن|أقسام",
            bare="جز(?:أي|ءي|ئي)ها?",
        ),
        _unit("dec", "(?:مقرر|قرار)(?:ها?)?", "(?:مقرر|قرار)(?:[اي]ن|ات)"),
        _unit("item", "بند", "بند[اي]ن|بنود"),
        # Laws of Morocco and Tunisia have a فصل for an article; elsewhere it is a chapter.
        Unit("art", fragment(f"{_LOOSE}(?:فصل(?:[اي]ن)?|فصول){END}(?={_LAWS_CHAPTER})"), weak=True),
        # "م. 7 ف. 3" in notes; a metre has its number before it.
        Unit("art", "(?<!\\d)(?<!\\d[\\s])(?<!ا\\.)(?<!ا\\.[\\s])و?م\\.(?= ?\\(?\\d)"),
        Unit("para", "ف\\.?(?= ?\\(?\\d)", weak=True),
        Unit("dec", fragment(f"(?={_SYMBOL}\\d|UNEP/MC/COP\\.\\d{{1,2}}/Dec\\.)")),
        Unit("preamble", fragment(f"{_LOOSE}ديباج[ةه]{END}"), weak=True),
    ),
    of=fragment(
        f"،? ?(?:من{END}(?: (?:منطوق|نص|أحكام|كل من|كلا|كلتا){END})?"
        f"|(?:في|ضمن|تحت){END}(?= {_UNIT_HEAD})"
        f"|/(?= ?{_JOINED}(?:ماد[ةه]|مرفق))|(?=(?:منها?|مكرر[اة]?|المشتركة){END})"
        "|(?=(?:ل|لل)(?:ماد[ةه]|مرفق|اتفاقية|بروتوكول|معاهدة|مقرر)))"
    ),
    and_=fragment(
        f"(?=و[بكل]?{_UNIT_HEAD})|(?=(?:لل|[فبك]ال)(?:فقر|بند|بنود|جز[ءأ]|أجزاء))"
        f"|و ?/ ?أو{END}|أو{END}|(?:وكذلك|وأيضا|فضلا عن|علاوة على){END}"
        f"|و(?:من(?= ?\\d{{1,2}} ?(?:إلى|حتى|لغاية|[-–])) ?)?"
        f"(?:عند (?:الاقتضاء|الانطباق|الضرورة){END}،? ?)?(?! ?(?:حتى|إلى){END})"
    ),
    to=fragment(f"(?:و?إلى|و?حتى|لغاية){END}"),
    range_from=fold("".join(f"(?<!{verb}[\\s])" for verb in _REFERS)),
    lead=fragment(f"(?:من|في|إلى|على|و?كذلك){END}"),
    numero=fragment(
        "(?:ال)?(?:رقم[اي]?|أرقام)|(?:التالي|الآتي)(?:ة|تان|تين) ?:|[-–] ?(?=\\d{1,2} ?[-–])"
        "|من(?= ?(?:[(\\s]*\\w{1,2}[)ـ\\s]*(?:إلى|و?حتى|لغاية|[-–])|ال))|الـ*(?=\\d)"
        "|:(?= ?\\d{1,2} ?(?:[،؛,|.)]|و|\\Z))"
        f"|{_BODY}(?: رقم)?(?= ?(?:{_SYMBOL}|UNEP/|ا ?[ء-ي] ?-|\\d{{1,4}} ?/))"
        f"|{_OWNER}(?: ?:)?(?= (?:\\d|ألف|باء|جيم|دال|هاء))"
    ),
    number_suffix=f"ـ(?: {ORDINAL})?|/ ?(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن)اـ*",
    ordinals={
        fragment(f"الأولي[اي]ن{END}"): (1, 2),
        fragment(f"الثلاث الأولى{END}"): (1, 2, 3),
        fragment(f"الأربع الأولى{END}"): (1, 2, 3, 4),
    },
    bis=fragment(f"(?:(?:{'|'.join(LETTER_NAMES)}|طاء){END}|(?:bis|ter|quater)\\b)"),
    this=fragment(f"[وف]?[بلك]?هذ[ها]{END}"),
    same=fragment(f"[وف]?[بلك]?(?:نفس|ذات|تلك|ذلك){END}"),
    definite="ال",
    this_after=fragment(f"(?:هذه|هذا|الحالية?|{'|'.join(_PREVIOUS)}){END}"),
    previous_after={fragment(words + END): count for words, count in _PREVIOUS.items()},
    same_after=fragment(
        "(?:نفسها|نفسه|ذاتها|ذاته|عينها|عينه|المذكورة?|(?:سالفة?|آنفة?) الذكر|المشار إليها?"
        f"|أعلاه){END}"
    ),
    above=fragment(f"(?:(?:المذكورة?|الواردة?) )?(?:أعلاه|أدناه){END}"),
    aside=fragment(
        f"(?:في )?الجملة (?:الأولى|الثانية|الثالثة|الأخيرة){END}|الفقرة الاستهلالية"
        f"|(?:حسب (?:الحالة|الاقتضاء|الانطباق|مقتضى الحال)|على التوالي|تباعا){END}"
    ),
    genitive=fragment(f"[:/](?= ?{_JOINED}(?:فقر|بند))"),
    its_ending=fold("(?:ت|تي|واد)ها?ـ*"),
    subject=fragment(f"[وف]?ال(?:{_LAW}){END}"),
    thereof=fragment(f"(?:منها?|منهما){END}"),
    ours=fragment(
        "(?:أحكام |نص )?(?:[وفبلك]{0,2}اتفاقية (?:ميناماتا|الزئبق)"
        "(?: (?:بشأن|المتعلقة ب|الخاصة ب) ?الزئبق)?"
        f"|(?:هذه )?[وفبك]?(?:ال|لل)اتفاقية{END}(?! {_QUALIFIED}))"
    ),
    that_treaty=fragment(
        f"(?:منها?|(?:تلك|ذات|نفس) الاتفاقية|الاتفاقية (?:ذاتها|نفسها|المذكورة)){END}"
    ),
    foreign=fragment(_FOREIGN),
    foreign_hints=tuple(fold(hint) for hint in (
        "تفاق", "روتوكول", "عاهد", "يثاق", "عهد", "قانون", "لائحة", "مرسوم", "توجيه", "دستور",
        "ظهير", "نظام", "مدونة", "إعلان", "قرار", "مقرر", "أمر", "تقرير", "مذكرة", "وثيقة", "رسالة",
    )),
    procedures=(
        fragment(f"(?:من|في) (?:إجراء(?:ات)?|قواعد) التحكيم{END}{_OF_ANNEX_E}"),
        fragment(f"(?:من|في) (?:إجراء(?:ات)?|قواعد) التوفيق{END}{_OF_ANNEX_E}"),
    ),
    only=fragment(f"(?:فقط|فحسب|وحدها?|حصرا){END}"),
    excepted=fragment(f"(?:باستثناء|فيما عدا|ما عدا|عدا|ما خلا|دون){END}"),
    documents=fragment(
        f"(?:من|ل) ?{_THIS_OR_THAT}(?:ال|ل)?(?:{_DOCUMENT}){END}|من (?:ال)?نظام{END}"
    ),
    foreign_any=fragment(
        f"في ?{_THIS_OR_THAT}(?:ال)?(?:{_DOCUMENT}){END}"
        f"|(?:من|في|ل) ?{_THIS_OR_THAT}(?:ال|ل)?(?:{_EVENT}){END}"
    ),
    bridge=fragment(
        f"،|؛|(?:في|بموجب|ولا سيما|لا سيما|وخاصة|وبخاصة|خصوصا|وتحديدا|انظر|وفق|حسب|عملا ب){END}"
        f"|(?:تنص|نصت|تقضي|تشترط|تحظر|تلزم|تجيز|ذلك|هذا|هذه المسالة|المسالة|الامر){END}"
    ),
    contrast=fragment("(?:بخلاف|خلافا|على عكس|على خلاف|على غرار|مثل) ?"),
    number=NUMBER,
    read_number=read_number,
    letter=LETTER,
    read_letter=read_letter,
    annex_value=(
        f"(?:{'|'.join(map(fold, LETTER_NAMES))}){END}|{LETTER}|[A-ZАВЕСΑΒΕ](?!\\w)"
        f"|[IVX]{{1,5}}(?!\\w)|{NUMBER}"
    ),
    part_value=f"{NUMBER}|(?:اولا|ثانيا|ثالثا){END}|[IVX]{{1,5}}(?!\\w)",
    symbol=fragment(f"{_SYMBOL}(?P<cop>\\d{{1,2}}) ?/ ?(?P<dec>\\d{{1,3}})(?!\\d)"),
    dash_below=True,
    sentence_end="[.!?؟…][\"'”’»)\\]]*+\\s+",
    abbreviations="ص|د|م|ف|الخ",
    styles={
        "un": Style(units=WORDS, alone=ALONE, joined=" من ", ascending=True, number=write_number),
        "downwards": Style(units=WORDS, alone=ALONE, joined="، ", number=write_number),
        "words": Style(units=WORDS, alone=ALONE, joined=" من ", ascending=True, number=in_words),
        "step by step": Style(
            units={**WORDS, "subpara": "", "item": " '{n}'"}, alone=ALONE, joined=" من ",
            ascending=True, number=write_number, glue_after=frozenset(),
        ),
        "brackets": Style(
            units={**WORDS, "art": "المادة ({n})", "para": "الفقرة ({n})"}, alone=ALONE,
            joined="، ", number=write_number,
        ),
        "latin": Style(
            units={**WORDS, "item": " ({n})"}, alone={**ALONE, "item": "البند ({n})"},
            joined=" من ", ascending=True, number=in_latin_letters,
        ),
        "indic": Style(
            units=WORDS, alone=ALONE, joined=" من ", ascending=True, number=in_indic_digits
        ),
    },
)  # fmt: skip
