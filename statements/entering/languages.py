"""In which language a text is written, by its script and its commonest words."""

import unicodedata
from collections import Counter
from collections.abc import Mapping

from statements.entering.suggesting import Suggestion
from statements.languages import language_name

# So much of a text is looked at, in characters.
SAMPLE = 8_000

# Scripts, as the names of their letters begin, that one language of the news is written in.
ALONE = {
    "ARMENIAN": "hy", "BENGALI": "bn", "CJK": "zh", "GEORGIAN": "ka", "GREEK": "el",
    "GUJARATI": "gu", "HANGUL": "ko", "HEBREW": "he", "HIRAGANA": "ja", "KATAKANA": "ja",
    "TAMIL": "ta", "TELUGU": "te", "THAI": "th",
}  # fmt: skip

# Words that a text of some length cannot do without, of the languages that share a script.
COMMON = {
    "LATIN": """
        en the of and to in that is was for with on as he by his has have be at which
        fr le la les de des du et que une est dans pour qui sur au par avec aux ce il ont
        de der die und das den von zu mit des dem für nicht ein eine auf ist im sich hat
        es el la los las de del y que en una por con para se su es como al ha sobre
        it il di che la e gli della dei per un una con del le nel alla sono è ha
        pt o a os as de do da dos e que em um uma para com não se na no ao pela
        nl de het een van en in dat is op te met voor zijn niet aan door ook heeft
        pl i w na z że do się nie to o jest po dla przez od oraz przy jego jak
        tr ve bir bu ile için olarak da de daha olan çok en ise kadar sonra ancak olduğu
        ro și de la în a cu pe că din pentru este nu care un o mai prin au
        sv och att det i en som på är av för med till den har inte om ett
        cs a se v na je že s z do o i by si ve pro jeho jak jsou bylo
        hu a az és hogy nem egy is meg ez volt el azt van csak már vagy
        fi ja on ei että se oli ovat hän mutta joka kun myös sekä olla
    """,
    "CYRILLIC": """
        ru и в на не что с по как он это его к из за для от был было о также
        uk і в на не що з по як він це його до та за для від був було про також є
        be і ў на не што з па як ён гэта яго да за для ад быў было пра таксама
        bg и в на не че с по как той това да се за от е бе беше са със също
        sr и у на не да с по као он то је се за од био било о су који такође
    """,
    "ARABIC": """
        ar في من على إلى أن التي عن مع هذا الذي ما هذه كان بين بعد قد كما
        fa در از به که این را با است آن برای های بر شد کرد تا خود
        ur کے کی میں ہے اور سے کا کو نے پر یہ کہ ہیں بھی اس
    """,
    "DEVANAGARI": """
        hi के की में है और से का को ने पर यह कि हैं भी इस लिए
        ne को का मा र छ हो ले लाई पनि गर्न यो भएको छन् नै
        mr आहे आणि या च्या ने हे त्या होते नाही करण्यात साठी
    """,
}
# Letters that tell languages apart where their words do not, the surest first.
LETTERS = (("be", "ў"), ("uk", "їєґ"), ("sr", "јљњћђџ"), ("ru", "ыэё"))
# One word in so many is common, at least; and a language is that much surer than the next.
LEAST, AHEAD = 0.06, 1.2


def _tables() -> Mapping[str, Mapping[str, frozenset[str]]]:
    lines = {script: [line.split() for line in text.strip().splitlines()]
             for script, text in COMMON.items()}  # fmt: skip
    return {
        script: {language: frozenset(words) for language, *words in rows}
        for script, rows in lines.items()
    }


WORDS = _tables()


def language_of(text: str) -> Suggestion | None:
    """Suggest the language; None where the text does not say it clearly."""
    sample = unicodedata.normalize("NFC", text[:SAMPLE])
    script = _script(sample)
    if language := ALONE.get(script):
        return _suggest(language, f"its script, {script.capitalize()}")
    return _by_words(sample.casefold(), WORDS.get(script, {})) or _by_letters(sample.casefold())


def _script(text: str) -> str:
    """Give the script of most letters; of Chinese signs among Japanese ones, the Japanese."""
    names = (unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha())
    counted = Counter(names)
    if counted["HIRAGANA"] + counted["KATAKANA"] > counted["CJK"] / 10:
        counted["HIRAGANA"] += counted.pop("CJK", 0)
    return max(counted, key=lambda name: counted[name], default="")


def _by_words(text: str, languages: Mapping[str, frozenset[str]]) -> Suggestion | None:
    counted = Counter(_words(text))
    uses = {
        language: sum(counted[word] for word in common) for language, common in languages.items()
    }
    first, second, *_ = [*sorted(uses, key=lambda one: -uses[one]), "", ""]
    if not first or uses[first] < max(2, LEAST * counted.total()):
        return None
    if uses[first] < AHEAD * uses.get(second, 0):
        return None
    found = sorted(languages[first], key=lambda word: (-counted[word], word))[:3]
    words = ", ".join(f"“{word}”" for word in found if counted[word])
    return _suggest(first, f"its frequent words {words}")


def _by_letters(text: str) -> Suggestion | None:
    for language, letters in LETTERS:
        if found := [letter for letter in letters if letter in text]:
            return _suggest(language, f"its letter “{found[0]}”")
    return None


def _words(text: str) -> list[str]:
    """Give the words; marks that belong to letters, as vowels of Hindi do, part none."""
    bare = "".join(" " if unicodedata.category(sign)[0] in "PSZC" else sign for sign in text)
    return bare.split()


def _suggest(language: str, why: str) -> Suggestion:
    return Suggestion("language", language, language_name(language), why)
