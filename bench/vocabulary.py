"""The words of each language: real ones where they are most frequent, made-up ones below.

How often a word comes falls off with its rank as Zipf and Mandelbrot found it does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice
from random import Random

from bench import function_words
from bench.function_words import Make

# Phrases that are put into texts at fixed intervals: one in so many texts of the language.
PHRASES = {
    "en": {
        "security guarantees": 150,
        "territorial integrity": 250,
        "peace settlement": 300,
        "humanitarian corridor": 350,
        "economic sanctions": 400,
        "prisoner exchange": 450,
        "missile defence": 500,
        "energy supplies": 550,
        "border crossing": 600,
        "nuclear deterrence": 700,
        "ceasefire agreement": 800,
        "bilateral relations": 900,
    },
    "fr": {"garanties de sécurité": 150, "intégrité territoriale": 250},
    "ru": {"гарантии безопасности": 150, "территориальная целостность": 250},
    "uk": {"гарантії безпеки": 150},
    "de": {"territoriale integrität": 150},
    "ar": {"ضمانات أمنية": 150},
    "zh": {"安全保障": 150},
}
# Words of the phrases stand alone too, at these ranks and below.
FIRST_OF_PHRASES = 120
# Mandelbrot's two numbers.
EXPONENT, SHIFT = 1.05, 2.7


@dataclass(frozen=True)
class Language:
    """A language: its tag, its share of the texts, its words by rank, and what is between them."""

    tag: str
    share: float
    words: tuple[str, ...]
    cumulative: tuple[float, ...]
    space: str = " "
    comma: str = ","
    stop: str = "."


@dataclass(frozen=True)
class Plan:
    """What a language is made from."""

    tag: str
    share: float
    make: Make
    size: int
    signs: tuple[str, str, str] = (" ", ",", ".")


PLANS = (
    Plan("en", 0.60, function_words.ENGLISH, 60_000),
    Plan("fr", 0.14, function_words.FRENCH, 25_000),
    Plan("ru", 0.10, function_words.RUSSIAN, 25_000),
    Plan("uk", 0.06, function_words.UKRAINIAN, 20_000),
    Plan("de", 0.05, function_words.GERMAN, 20_000),
    Plan("ar", 0.03, function_words.ARABIC, 10_000, (" ", "،", ".")),
    Plan("zh", 0.02, function_words.CHINESE, 4_000, ("", "，", "。")),
)


@cache
def languages() -> tuple[Language, ...]:
    """Give the languages, most frequent first; they are the same in every archive."""
    return tuple(_language(plan) for plan in PLANS)


def _language(plan: Plan) -> Language:
    words = tuple(_ranked(plan))
    weights = (1 / (rank + SHIFT) ** EXPONENT for rank in range(1, len(words) + 1))
    return Language(plan.tag, plan.share, words, tuple(accumulate(weights)), *plan.signs)


def _ranked(plan: Plan) -> list[str]:
    """Give the words by rank: frequent ones, then made-up ones with those of phrases among them."""
    common = plan.make.common.split()
    ours = " ".join(PHRASES[plan.tag]).split() if plan.signs[0] else []
    known = dict.fromkeys(common + ours)
    made = list(islice(_made_up(plan, set(known)), plan.size - len(known)))
    places = {FIRST_OF_PHRASES - len(set(common)) + 7 * at: word for at, word in enumerate(ours)}
    for place, word in sorted(places.items()):
        made.insert(place, word)
    return list(dict.fromkeys([*common, *made]))


def _made_up(plan: Plan, taken: set[str]) -> Iterator[str]:
    """Give new words, the shortest ones on the whole first, as in any language."""
    random = Random(plan.tag)  # noqa: S311, nothing is kept secret with it
    make, number = plan.make, 0
    while True:
        number += 1
        word = _word(random, make, syllables=1 + (number > 300) + (random.random() < 0.5))
        if word not in taken and len(word) > 1:
            taken.add(word)
            yield word


def _word(random: Random, make: Make, syllables: int) -> str:
    onsets, vowels, codas = make.onsets.split(), make.vowels.split(), make.codas.split() or ["_"]
    parts = [
        random.choice(onsets) + random.choice(vowels) + random.choice(codas)
        for _ in range(syllables)
    ]
    word = "".join([*parts, random.choice(make.endings.split() or ["_"])]).replace("_", "")
    if make.accents and random.random() < 0.05:
        pair = random.choice(make.accents.split())
        return word.replace(pair[0], pair[1], 1)
    return word
