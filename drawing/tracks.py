"""Bars of one lane that overlap, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

Span = tuple[date, date]


def tracks(spans: Sequence[Span], dots: Sequence[date] = ()) -> list[int]:
    """Give each span, in order of their first days, the uppermost track that is free, from 0.

    Dots stand in track 0: what has one of them in its time goes below.
    """
    busy: dict[int, date] = {}
    found = []
    for first, last in spans:
        track = 1 if any(first <= dot <= last for dot in dots) else 0
        while track in busy and busy[track] >= first:
            track += 1
        busy[track] = last
        found.append(track)
    return found
