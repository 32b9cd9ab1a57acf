"""Where words stand in a copy of their source.

Positions count Unicode code points, as the TextPosition selector of W3C's Web Annotation Data
Model does: `start` is the first, `end` the one after the last. Pure: it knows no database.
"""

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

# Characters that leave no mark on paper: soft hyphen, zero-width spaces and joiners, directions.
UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff"
QUOTES = (
    "\"'`\u00ab\u00b4\u00bb\u02bc\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\uff02\uff07"
)
DASHES = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"

# White space beside a quotation mark or a dash is a matter of typography: « ainsi », 5 – 6.
VARIED = re.compile(f"[\\s{UNSEEN}]*(?:([{QUOTES}])|([{DASHES}]))[\\s{UNSEEN}]*|[\\s{UNSEEN}]+")
SPACE = re.compile(r"\s")
EDGES = "".join(filter(re.compile(f"[\\s{UNSEEN}]").match, map(chr, range(0x10000))))


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and for each of its characters the position it comes from."""

    text: str
    positions: "array[int]"


def fold(text: str) -> Folded:
    """Fold quotation marks to one, dashes to one, white space to one space; drop what is unseen."""
    pieces: list[str] = []
    positions = array("q")
    end = 0
    for match in VARIED.finditer(text):
        pieces.append(text[end : match.start()])
        positions.extend(range(end, match.start()))
        if match.lastindex:
            pieces.append('"' if match.lastindex == 1 else "-")
            positions.append(match.start(match.lastindex))
        elif SPACE.search(match[0]):
            pieces.append(" ")
            positions.append(match.start())
        end = match.end()
    pieces.append(text[end:])
    positions.extend(range(end, len(text)))
    return Folded("".join(pieces), positions)


class Copy:
    """A copy of a source, in which words are looked for one after the other.

    Statements mostly come in the order of their source, so each search goes on behind the last
    hit: of two equal sentences the second is found second. Only then it begins at the start.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._behind_last = 0

    @cached_property
    def _folded(self) -> Folded:
        return fold(self.text)

    def find(self, words: str) -> tuple[int, int] | None:
        """Give start and end of the words, letter by letter or else folded; None if not there.

        A hit inside a longer word or number is none.
        """
        bare = _bare(words)
        for first in dict.fromkeys((self._behind_last, 0)) if bare else ():
            span = self._exactly(bare, first) or self._loosely(fold(bare).text, first)
            if span:
                self._behind_last = span[1]
                return span
        return None

    def _exactly(self, words: str, first: int) -> tuple[int, int] | None:
        start = self.text.find(words, first)
        while start >= 0:
            if self._stands_alone(start, start + len(words)):
                return start, start + len(words)
            start = self.text.find(words, start + 1)
        return None

    def _loosely(self, folded: str, first: int) -> tuple[int, int] | None:
        within, positions = self._folded.text, self._folded.positions
        at = within.find(folded, bisect_left(positions, first))
        while at >= 0:
            start, end = positions[at], positions[at + len(folded) - 1] + 1
            if self._stands_alone(start, end):
                return start, end
            at = within.find(folded, at + 1)
        return None

    def _stands_alone(self, start: int, end: int) -> bool:
        return not (_run_on(self.text, start) or _run_on(self.text, end))


def _bare(words: str) -> str:
    """Give the words without white space and what is unseen around them."""
    return words.strip(EDGES)


def _run_on(text: str, place: int) -> bool:
    """Tell whether a word or number goes on across the place.

    Scripts without capitals are left out: some of them put no space between words.
    """
    if not 0 < place < len(text):
        return False
    return _goes_on(text[place - 1]) and _goes_on(text[place])


def _goes_on(sign: str) -> bool:
    return sign.isdigit() or sign.lower() != sign.upper()
