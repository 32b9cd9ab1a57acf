"""Finding again, in a later copy of a source, words that stood in an earlier one. Pure.

Where they stand several times, the place with the same surroundings is theirs: what the prefix and
the suffix of a TextQuote selector are for.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final, NamedTuple, Self

from statements.anchoring import Copy
from statements.cuts import Span
from statements.folding import fold

AROUND: Final = 64
"""In code points: so much before the words and behind them is compared."""

MOST_PLACES: Final = 200
"""So many places are looked at; who says “yes” more often is anchored where one is close."""


class Former(NamedTuple):
    """Words as they stood in the copy before: their start there, and what stood around them."""

    exact: str
    start: int
    before: str
    behind: str

    @classmethod
    def at(cls, exact: str, text: str, start: int, end: int) -> Self:
        """Take the words, and what stands around their place in a text."""
        return cls(exact, start, text[max(start - AROUND, 0) : start], text[end : end + AROUND])


def find_again(copy: Copy, words: str, former: Former) -> Span | None:
    """Give where a statement's words stand in the later copy; None if they do not.

    They are looked for as they stood there, and then as the statement has them.
    """
    for sought in dict.fromkeys((former.exact, words)):
        places = list(_places(copy, sought))
        if places:
            return max(places, key=lambda span: _likeness(copy.text, span, former))
    return None


def _places(copy: Copy, words: str) -> Iterator[Span]:
    """Give each place of the words: a copy goes on behind its last hit, and then begins anew."""
    seen: set[Span] = set()
    while (span := copy.find(words)) and span not in seen and len(seen) < MOST_PLACES:
        seen.add(span)
        yield span


def _likeness(text: str, span: Span, former: Former) -> tuple[int, int]:
    """Say how much around a place is as it was; of equals the one that moved least is the best."""
    here = Former.at("", text, *span)
    alike = _shared(reversed(_plain(here.before)), reversed(_plain(former.before)))
    alike += _shared(_plain(here.behind), _plain(former.behind))
    return alike, -abs(here.start - former.start)


def _plain(text: str) -> str:
    return fold(text).text


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the signs that both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
