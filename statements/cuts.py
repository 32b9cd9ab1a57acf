"""A quotation that leaves words out, or has words of its editor's own in brackets. Pure.

What the patterns say is said again in SQL, where the database checks what was anchored (`quotes` of
`0010_anchors.py`): they hold for the expressions of Python and of PostgreSQL alike.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from unicodedata import category, normalize

from statements.folding import fold

Span = tuple[int, int]

SPACES: Final = r"\t-\r \u00a0\u2000-\u200a\u202f\u205f\u3000"
# Latin, Greek and Cyrillic letters, which have capitals.
LETTERS: Final = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0137\u0139-\u0148\u014a-\u017e"
    r"\u0386\u0388-\u03ce\u0400-\u052f"
)
OPENS, CLOSES = r"\u005b\uff3b", r"\u005d\uff3d"
# “[T]he President” stands for “the President”: the letter is the source's, its case is not.
CASE: Final = rf"[{OPENS}]([{LETTERS}])[{CLOSES}](?=[{LETTERS}])"
BRACKETED: Final = rf"[{OPENS}][^{OPENS}{CLOSES}]*[{CLOSES}]"
DOTS: Final = rf"(?:\u2026|\.[{SPACES}]?\.[{SPACES}]?\.)[{SPACES}.\u2026]*"
# Words in square brackets, or an ellipsis, which round brackets may hold.
GAP: Final = rf"(?!{CASE}){BRACKETED}|(?:\([{SPACES}]*)?{DOTS}\)?"

# More than these no quotation has; each may leave out so many characters, one with another.
MOST_GAPS: Final = 100
LONGEST_GAP: Final = 2_000

MAY_HAVE_GAPS: Final = re.compile(r"[\[\uff3b\u2026]|\.[^.]?\.")
IS_GAP: Final = re.compile(GAP)
IS_CASE: Final = re.compile(CASE)
# Where an editor breaks off, the signs are the editor's too; a minus belongs to its number.
SIGNS: Final = ' ",.;:!?()'
LEADING: Final = re.compile(rf"^(?:[{SIGNS}]|-(?!\d))+")
TRAILING: Final = re.compile(rf"[{SIGNS}-]+$")
# So may be those at either end of the quotation, which close what a bracket opened.
OUTER: Final = ' ",.;:'
# Categories of signs that make a word, and of those that make none. What is left, as an accent
# alone or a letter of a later Unicode, is a word for some and none for others.
OF_WORDS: Final = ("L", "N")
OF_NO_WORDS: Final = ("P", "S", "Z", "Cc", "Cf")
CIRCLED: Final = range(0x1F130, 0x1F18A)


def has_gaps(words: str) -> bool:
    """Tell whether words may be left out or put in anywhere."""
    return bool(MAY_HAVE_GAPS.search(words) and (IS_GAP.search(words) or IS_CASE.search(words)))


def reach(words: str) -> int:
    """Give how far the pieces of the words may lie apart: the longest stretch, in characters."""
    return len(words) + LONGEST_GAP * len(IS_GAP.findall(words))


def pieces_of(words: str) -> Iterator[list[str]]:
    """Give what has to stand in the source, folded, in order: with its outer signs, then without.

    Nothing where there is no word among them, or where more is left out than anybody does.
    """
    gaps = [gap.span() for gap in IS_GAP.finditer(words)]
    if len(gaps) > MOST_GAPS:
        return
    parts = [fold(part).text for part in _between(words, gaps)]
    parts[1:] = [LEADING.sub("", part) for part in parts[1:]]
    parts[:-1] = [TRAILING.sub("", part) for part in parts[:-1]]
    yield from filter(None, (_with_words(parts), _with_words(_without_ends(parts))))


def pattern_of(piece: str) -> "re.Pattern[str]":
    """Give the expression of a folded piece: a letter in brackets may be a capital or not."""
    parts = IS_CASE.split(piece)
    told = [_either(part) if at % 2 else re.escape(part) for at, part in enumerate(parts)]
    return re.compile("".join(told))


def tightest(places: Sequence[Sequence[Span]], first: int) -> list[Span]:
    """Give a place of each piece, in order: of all ways from `first` on that which spans least.

    `places` has for each piece where it stands, in order. Nothing where there is no way.
    """
    starts = [start if start >= first else -1 for start, _ in places[0]]
    for before, there in pairwise(places):
        starts = _carried(before, starts, there)
    ways = [(end - start, start, at) for at, (start, (_, end)) in _ways(starts, places[-1])]
    if not ways:
        return []
    return _back(places, min(ways)[2])


def _between(words: str, gaps: Sequence[Span]) -> Iterator[str]:
    ends = [(0, 0), *gaps, (len(words), len(words))]
    return (words[one[1] : then[0]] for one, then in pairwise(ends))


def _without_ends(parts: Sequence[str]) -> list[str]:
    """Give the parts without the signs at either end; nothing where there are none."""
    first, last = parts[0].lstrip(OUTER), parts[-1].rstrip(OUTER)
    if len(parts) == 1 or (first, last) == (parts[0], parts[-1]):
        return []
    return [first, *parts[1:-1], last]


def _with_words(parts: Sequence[str]) -> list[str]:
    """Give the parts that hold words; nothing where it is doubtful which do."""
    signs = [normalize("NFKC", part) for part in parts]
    have = [any(category(sign).startswith(OF_WORDS) for sign in part) for part in signs]
    if not all(word or _is_without_words(part) for word, part in zip(have, signs, strict=True)):
        return []
    return [part for part, word in zip(parts, have, strict=True) if word]


def _is_without_words(part: str) -> bool:
    return all(category(sign).startswith(OF_NO_WORDS) and ord(sign) not in CIRCLED for sign in part)


def _either(letter: str) -> str:
    """Give the letter as it is and in the other case, bare or in brackets."""
    same = (
        one for one in {letter, letter.lower(), letter.upper()} if one.lower() == letter.lower()
    )
    either = "".join(sorted(one for one in same if len(one) == 1)) or letter
    return rf"(?:[{either}]|\[[{either}]\])"


def _carried(before: Sequence[Span], starts: Sequence[int], there: Sequence[Span]) -> list[int]:
    """Give for each place the latest start of a way that leads to it, or -1."""
    found, latest, at = [], -1, 0
    for start, _ in there:
        while at < len(before) and before[at][1] <= start:
            latest = max(latest, starts[at])
            at += 1
        found.append(latest)
    return found


def _ways(starts: Sequence[int], last: Sequence[Span]) -> Iterator[tuple[int, tuple[int, Span]]]:
    return ((at, way) for at, way in enumerate(zip(starts, last, strict=True)) if way[0] >= 0)


def _back(places: Sequence[Sequence[Span]], at: int) -> list[Span]:
    """Give the way to a place of the last piece: of each piece before, the last place in time."""
    way = [places[-1][at]]
    for there in reversed(places[:-1]):
        way.append(max(place for place in there if place[1] <= way[-1][0]))
    return way[::-1]
