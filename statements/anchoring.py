"""Where words stand in a copy of their source.

Positions count Unicode code points, as the TextPosition selector of W3C's Web Annotation Data
Model does: `start` is the first, `end` the one after the last. Pure: it knows no database.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from unicodedata import category

from statements.cuts import Span, has_gaps, pattern_of, pieces_of, reach, tightest
from statements.folding import UNSEEN, Folded, bare, fold
from statements.quoting.words import words_of

UNSEEN_SIGNS = frozenset(filter(re.compile(f"[{UNSEEN}]").match, map(chr, range(0x10000))))
FIRST_MARK = "\u0300"
# Of pieces that are single letters a long copy has hundreds of thousands: nobody quotes so.
MOST_PLACES = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand: in one piece, or in several that lie between ellipses and brackets.

    `to_the_letter` tells that not even spaces, quotation marks and dashes differ, `is_cut` that
    ellipses or brackets had to be allowed for. `left_out` counts the words between the pieces.
    """

    pieces: tuple[Span, ...]
    to_the_letter: bool = False
    is_cut: bool = False
    left_out: int = 0

    @property
    def span(self) -> Span:
        """From the first piece to the last."""
        return self.pieces[0][0], self.pieces[-1][1]


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

    def find(self, words: str) -> Span | None:
        """Give start and end of the words, or None if they do not stand there.

        They are looked for letter by letter, then folded, and last in pieces, where an ellipsis
        leaves words out or brackets hold the editor's own. A hit inside a longer word or number
        is none.
        """
        sought = bare(words)
        span = self._whole(sought)
        if span is None and (pieces := self._in_pieces(sought)):
            span = pieces[0][0], pieces[-1][1]
        if span:
            self._behind_last = span[1]
        return span

    def look_for(self, words: str) -> Found | None:
        """Find the words as `find` does, and tell in what they differ from what stands there."""
        sought = bare(words)
        if span := self._whole(sought):
            self._behind_last = span[1]
            return Found((span,), to_the_letter=self.text[slice(*span)] == sought)
        if pieces := self._in_pieces(sought):
            self._behind_last = pieces[-1][1]
            return Found(tuple(pieces), is_cut=True, left_out=self._words_between(pieces))
        return None

    def holds(self, words: str) -> bool:
        """Tell whether the words are found, without going on behind them."""
        sought = bare(words)
        return bool(self._whole(sought) or self._in_pieces(sought))

    def _whole(self, sought: str) -> Span | None:
        for first in dict.fromkeys((self._behind_last, 0)) if sought else ():
            span = self._exactly(sought, first) or self._loosely(fold(sought).text, first)
            if span:
                return span
        return None

    def _exactly(self, words: str, first: int) -> Span | None:
        start = self.text.find(words, first)
        while start >= 0:
            if self._stands_alone(start, start + len(words)):
                return start, start + len(words)
            start = self.text.find(words, start + 1)
        return None

    def _loosely(self, folded: str, first: int) -> Span | None:
        within, positions = self._folded.text, self._folded.positions
        at = within.find(folded, bisect_left(positions, first))
        while at >= 0:
            start, end = positions[at], positions[at + len(folded) - 1] + 1
            if self._stands_alone(start, end):
                return start, end
            at = within.find(folded, at + 1)
        return None

    def _in_pieces(self, sought: str) -> list[Span]:
        """Give where the pieces stand, as near to each other as they do anywhere."""
        if not has_gaps(sought):
            return []
        for pieces in pieces_of(sought):
            places = self._places(pieces)
            for first in dict.fromkeys((self._behind_last, 0)) if places else ():
                way = tightest(places, first)
                if way and way[-1][1] - way[0][0] <= reach(sought):
                    return way
        return []

    def _places(self, pieces: Sequence[str]) -> list[list[Span]]:
        """Give where each piece stands; nothing where one stands nowhere, or all in too many."""
        known: dict[str, list[Span]] = {}
        spare = MOST_PLACES
        for piece in pieces:
            if piece not in known:
                known[piece] = list(self._hits(piece, spare))
            spare -= len(known[piece])
            if not known[piece] or spare <= 0:
                return []
        return [known[piece] for piece in pieces]

    def _hits(self, piece: str, most: int) -> Iterator[Span]:
        """Give the first places of a folded piece, half words passed over."""
        within, positions, pattern = self._folded.text, self._folded.positions, pattern_of(piece)
        hit = pattern.search(within)
        while hit and most > 0:
            start, end = positions[hit.start()], positions[hit.end() - 1] + 1
            if self._stands_alone(start, end):
                yield start, end
            most -= 1
            hit = pattern.search(within, hit.start() + 1)

    def _words_between(self, pieces: Sequence[Span]) -> int:
        return sum(len(words_of(self.text, one[1], then[0])) for one, then in pairwise(pieces))

    def _stands_alone(self, start: int, end: int) -> bool:
        return not (_run_on(self.text, start) or _run_on(self.text, end))


def _run_on(text: str, place: int) -> bool:
    """Tell whether a word or number goes on across the place.

    Scripts without capitals are left out: some of them put no space between words.
    """
    if not 0 < place < len(text):
        return False
    before, behind = text[place - 1], text[place]
    if before > "~" or behind > "~":
        if before in UNSEEN_SIGNS or behind in UNSEEN_SIGNS:
            before, behind = _seen_around(text, place)
        if behind >= FIRST_MARK and before.isalnum() and category(behind)[0] == "M":
            return True
    return _goes_on(before) and _goes_on(behind)


def _seen_around(text: str, place: int) -> tuple[str, str]:
    """Give the signs before and behind the place that leave a mark on paper; or else a space."""
    before, behind = place - 1, place
    while before >= 0 and text[before] in UNSEEN_SIGNS:
        before -= 1
    while behind < len(text) and text[behind] in UNSEEN_SIGNS:
        behind += 1
    return text[before] if before >= 0 else " ", text[behind] if behind < len(text) else " "


def _goes_on(sign: str) -> bool:
    return sign.isdigit() or sign.lower() != sign.upper()
