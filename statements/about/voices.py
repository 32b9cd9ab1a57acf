"""Who speaks of a topic most, and what each said of it last."""

from __future__ import annotations

from dataclasses import dataclass

from pyroaring import BitMap

from reading.cursors import Start
from statements.postings.counting import top_counts
from statements.postings.index import Index
from statements.postings.order import by_day

SPEAKER = "speaker"
# Of the latest ones the first that says something is shown.
MOST_LATEST = 12


@dataclass(frozen=True)
class Voice:
    """A speaker with how many of some statements are theirs, and the keys of the latest ones."""

    speaker: int
    count: int
    latest: list[int]


def voices(index: Index, among: BitMap, most: int) -> list[Voice]:
    """Give those who made most of some statements, the most frequent first."""
    counts = top_counts(among, index.groups(SPEAKER), most)
    return [
        Voice(int(speaker), count, _latest(index, among & index.facets[SPEAKER][speaker]))
        for speaker, count in counts.items()
    ]


def _latest(index: Index, said: BitMap) -> list[int]:
    return by_day(index, said, Start(), newest=True, most=MOST_LATEST)
