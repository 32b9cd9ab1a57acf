"""Texts of any length in a language: sentences of its words, with phrases put into some."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from bench.chance import length
from bench.vocabulary import PHRASES, Language

# Words.
SHORTEST, LONGEST, MEDIAN, SPREAD = 8, 200, 30, 0.75
SENTENCE = (7, 24)
COMMA_EVERY = 9


@dataclass
class Writer:
    """Writes texts; every so many texts of a language hold a phrase of it (`PHRASES`)."""

    random: Random
    written: Counter[str] = field(default_factory=Counter)

    def statement(self, language: Language) -> str:
        """Write words of somebody: 8 to 200 of them."""
        self.written[language.tag] += 1
        count = length(self.random, MEDIAN, SPREAD, SHORTEST, LONGEST)
        words = self._words(language, count)
        for phrase in self._phrases(language):
            words.insert(self.random.randrange(1, len(words)), phrase)
        return sentences(self.random, language, words)

    def prose(self, language: Language, least: int, most: int) -> str:
        """Write what stands around the words of others."""
        words = self._words(language, self.random.randint(least, most))
        return sentences(self.random, language, words)

    def title(self, language: Language) -> str:
        """Write a title of some words."""
        return _capital(language.space.join(self._words(language, self.random.randint(4, 9))))

    def _words(self, language: Language, count: int) -> list[str]:
        return self.random.choices(language.words, cum_weights=language.cumulative, k=count)

    def _phrases(self, language: Language) -> list[str]:
        number = self.written[language.tag]
        return [phrase for phrase, every in PHRASES[language.tag].items() if number % every == 0]


def sentences(random: Random, language: Language, words: list[str]) -> str:
    """Put words into sentences with commas, in place: the list is used up."""
    for at in range(COMMA_EVERY, len(words) - 1, COMMA_EVERY):
        words[at] += language.comma
    at = 0
    while at < len(words):
        words[at] = _capital(words[at])
        at += random.randint(*SENTENCE)
        if at < len(words):
            words[at - 1] = words[at - 1].rstrip(language.comma) + language.stop
    return language.space.join(words) + language.stop


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
