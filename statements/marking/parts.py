"""A long text in parts, each cut at the end of a paragraph. Pure.

A part is known by its number, from 0 on: what it holds follows from the text alone, which never
changes, and only what stands around its ends is read to find them.
"""

import re
from typing import Final

# In characters: what a part has, and how far from its end a better place for it is looked for.
SIZE: Final = 20_000
REACH: Final = 2_000

LAST_LINE: Final = re.compile(r".*\n", re.DOTALL)
LAST_WORD: Final = re.compile(r".*\s", re.DOTALL)


def parts_in(length: int) -> int:
    """Give how many parts a text of so many characters has; the last may be longer by a quarter."""
    return max(1, -(-(length - SIZE // 4) // SIZE))


def window(number: int, length: int) -> tuple[int, int]:
    """Give from where to where a text has to be read to know the part: wider than the part."""
    first = max(0, number * SIZE - REACH)
    return first, length if number + 1 >= parts_in(length) else (number + 1) * SIZE


def cut(number: int, read: str, first: int) -> int:
    """Give where the part begins, by a stretch of the text, read from `first` on, that holds it.

    Behind the last line that ends before it would, else behind a word, else where it would.
    """
    if not number:
        return 0
    start, end = number * SIZE - REACH - first, number * SIZE - first
    near = LAST_LINE.match(read, start, end) or LAST_WORD.match(read, start, end)
    return first + (near.end() if near else end)


def ends(number: int, length: int, read: str, first: int) -> tuple[int, int]:
    """Give from where to where a part goes, by the text of its window."""
    last = number + 1 >= parts_in(length)
    return cut(number, read, first), length if last else cut(number + 1, read, first)


def nominal(place: int, length: int) -> int:
    """Give the part in which a place stands; near the end of that part it may be the next one."""
    return min(place // SIZE, parts_in(length) - 1)
