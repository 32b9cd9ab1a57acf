"""Quotations as people remember them: words dropped, changed or swapped, and other signs."""

import re
from collections.abc import Callable, Sequence
from random import Random

# Words.
FEWEST, MOST = 12, 40
# The share of words that are dropped or changed.
SHARE = 0.15
UNSPACED = re.compile("[\u4e00-\u9fff]")
SIGNS = re.compile(r"[^\w\s]")
QUOTATION_MARKS = ("«{}»", "“{}”", "„{}“", "'{}'", '"{}"')

Words = list[str]
Mangling = Callable[[Random, Words, Sequence[str]], Words]


def words_of(text: str) -> Words:
    """Give the words of a text; of one in a script without spaces, its letters."""
    return list(text) if UNSPACED.search(text) else text.split()


def joined(words: Words) -> str:
    """Put words together again, as `words_of` took them apart."""
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)


def passage(random: Random, words: Words) -> Words:
    """Give a piece of the words, of 12 to 40 of them; all where there are no more."""
    length = min(len(words), random.randint(FEWEST, MOST))
    start = random.randint(0, len(words) - length)
    return words[start : start + length]


def dropped(random: Random, words: Words, others: Sequence[str]) -> Words:
    """Leave some words out."""
    gone = _some(random, words)
    return [word for at, word in enumerate(words) if at not in gone]


def changed(random: Random, words: Words, others: Sequence[str]) -> Words:
    """Put other words in the place of some."""
    gone = _some(random, words)
    return [random.choice(others) if at in gone else word for at, word in enumerate(words)]


def swapped(random: Random, words: Words, others: Sequence[str]) -> Words:
    """Swap some words with the ones behind them."""
    mixed = list(words)
    for at in _some(random, words[:-1]):
        mixed[at], mixed[at + 1] = mixed[at + 1], mixed[at]
    return mixed


def repunctuated(random: Random, words: Words, others: Sequence[str]) -> Words:
    """Take all signs away, put others in, and write all in small letters or capitals."""
    bare = SIGNS.sub("", joined(words))
    again = words_of(random.choice((bare.lower(), bare.upper(), bare)))
    for at in _some(random, again):
        again[at] += random.choice((",", " –", ";", "…") if len(again[at]) > 1 else ("",))
    return words_of(random.choice(QUOTATION_MARKS).format(joined(again)))


KINDS: dict[str, Mangling] = {
    "words dropped": dropped,
    "words changed": changed,
    "neighbours swapped": swapped,
    "other signs": repunctuated,
}


def _some(random: Random, words: Words) -> set[int]:
    """Choose places of words: some, and one at least."""
    return set(random.sample(range(len(words)), max(1, round(len(words) * SHARE))))
