"""A text with the places of statements marked: flat runs, in paragraphs. Pure.

Places overlap and lie within each other, and markup may not: so the text is cut wherever one begins
or ends, and each run says which statements it belongs to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, TypeVar

from statements.cuts import Span

Key = TypeVar("Key")

# A line break with the empty lines behind it.
BREAK: Final = re.compile(r"\n(?:[^\S\n]*\n)*")


@dataclass(frozen=True, slots=True)
class Marked(Generic[Key]):
    """Where the words of a statement stand in a copy: its pieces, in order."""

    key: Key
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Run(Generic[Key]):
    """A run of text with the statements that it belongs to, and those of them that begin here."""

    text: str
    said: tuple[Key, ...] = ()
    opens: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[Key]):
    """The runs of a line, and the line breaks behind it."""

    runs: list[Run[Key]]
    behind: str

    @property
    def goes_on(self) -> bool:
        """Whether the next line follows without an empty one between."""
        return self.behind.count("\n") == 1


@dataclass(frozen=True, slots=True)
class _Piece(Generic[Key]):
    start: int
    end: int
    key: Key


def marked(text: str, places: Sequence[Marked[Key]], first: int = 0) -> list[Paragraph[Key]]:
    """Give the text, which begins at the character `first` of its copy, with the places marked."""
    pieces = [
        _Piece(max(start - first, 0), min(end - first, len(text)), place.key)
        for place in places
        for start, end in place.pieces
    ]
    pieces = sorted((one for one in pieces if one.start < one.end), key=lambda one: one.start)
    seen: list[Key] = []
    return [
        Paragraph(list(_runs(text, start, end, pieces, seen)), text[end:behind])
        for start, end, behind in _lines(text)
    ]


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Give start and end of each line, and where the breaks behind it end."""
    start = 0
    for found in BREAK.finditer(text):
        yield start, found.start(), found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text), len(text)


def _runs(
    text: str, start: int, end: int, pieces: Sequence[_Piece[Key]], seen: list[Key]
) -> Iterator[Run[Key]]:
    """Give the runs of a line; `seen` keeps the statements that have begun."""
    here = [one for one in pieces if one.start < end and one.end > start]
    bounds = {place for one in here for place in (one.start, one.end) if start < place < end}
    for at, behind in pairwise(sorted({start, end, *bounds})):
        said = tuple(dict.fromkeys(one.key for one in here if one.start <= at < one.end))
        opens = tuple(key for key in said if key not in seen)
        seen.extend(opens)
        yield Run(text[at:behind], said, opens)
