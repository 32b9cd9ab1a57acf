"""The words of a text, as quotations are compared. Pure: it knows no database.

Capitals, accents, punctuation, quotation marks and what leaves no mark on paper make no
difference. In scripts that put no space between words, every letter is a word.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import category, combining, name, normalize

from statements.folding import UNSEEN

# Han, Japanese, Thai, Lao, Tibetan, Burmese and Khmer.
UNSPACED = (
    "\u0e01-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u2e80-\u2fd5\u3005-\u3007\u3041-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
# The line below, and letters that are written for apostrophes and accents.
NO_LETTERS = "_\u02b0-\u02ff"
LAST_MARK = 0x1F000


def _marks() -> str:
    """Give the ranges of the marks that stand on letters, as a class of an expression has them."""
    codes = [code for code in range(0x300, LAST_MARK) if category(chr(code))[0] == "M"]
    runs = groupby(enumerate(codes), key=lambda at: at[1] - at[0])
    ends = [[code for _, code in run] for _, run in runs]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in ends)


MARKS = _marks()
LETTER_UNSPACED = re.compile(f"[{UNSPACED}]")
INVISIBLE = re.compile(f"[{UNSEEN}]+")
LETTER = f"(?![{NO_LETTERS}{UNSPACED}])\\w"
WORD = re.compile(f"[{UNSPACED}][{MARKS}{UNSEEN}]*|{LETTER}(?:{LETTER}|[{MARKS}{UNSEEN}])*")
# Three dots or more, spaced or not, in brackets or not: words are left out.
ELLIPSIS = re.compile(r"[\[(<]?\s*(?:…|\.\s?\.\s?\.)[\s.…]*[\])>]?")
# With more of them a text is not taken for a quotation that leaves words out.
MOST_GAPS = 100
# Vowel points of Arabic and Hebrew, which most texts leave out, and the stroke that widens words.
POINTS = frozenset(map(chr, [*range(0x591, 0x5C8), 0x640, *range(0x64B, 0x660), 0x670]))
ACCENTED = ("LATIN", "GREEK")
YO = str.maketrans("ё", "е")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: `keys` are what is compared, `spans` where each stands in the text."""

    text: str
    keys: list[str]
    spans: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.keys)

    def between(self, first: int, last: int) -> str:
        """Give the text from one word up to, but not including, another one."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as it was pasted.

    `gaps` are the numbers of the words, from 1, before which an ellipsis leaves words out.
    """

    words: Words
    gaps: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.words)


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Give the words of the text, or of the part of it between two positions."""
    keys: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        if key := key_of(match[0]):
            keys.append(key)
            spans.append(match.span())
    return Words(text, keys, spans)


def small_words(text: str) -> list[str]:
    """Give the words of the text that do not begin with a capital, as they are compared."""
    words = words_of(text)
    starts = (text[start] for start, _ in words.spans)
    return [key for key, sign in zip(words.keys, starts, strict=True) if not sign.isupper()]


def quotation_of(text: str) -> Quotation:
    """Give the words of what was pasted, and where an ellipsis stands between them."""
    words = words_of(text)
    ends = [end for _, end in words.spans]
    before = (bisect_right(ends, match.start()) for match in ELLIPSIS.finditer(text))
    gaps = frozenset(place for place in before if 0 < place < len(words))
    return Quotation(words, gaps if len(gaps) <= MOST_GAPS else frozenset())


def is_unspaced(word: str) -> bool:
    """Tell whether the word is of a script that puts no space between words."""
    return bool(LETTER_UNSPACED.match(word))


def seen(text: str) -> str:
    """Give the text without what leaves no mark on paper, as soft hyphens."""
    return INVISIBLE.sub("", text)


def key_of(word: str) -> str:
    """Give what is compared of a word; nothing where it is marks alone."""
    return word.lower() if word.isascii() else _folded(word)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    bare = "".join(_without_accents(normalize("NFKD", word).casefold()))
    return normalize("NFC", bare).translate(YO)


def _without_accents(decomposed: str) -> Iterator[str]:
    accented = False
    for sign in decomposed:
        if combining(sign) and (accented or sign in POINTS):
            continue
        if category(sign)[0] == "M" or (sign.isalnum() and sign not in POINTS):
            yield sign
        if not combining(sign):
            accented = name(sign, "").startswith(ACCENTED)
