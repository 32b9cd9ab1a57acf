"""What an empty list would have without one of its filters, and the links that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from reading.shown import Shown
from reading.text import clipped


@dataclass(frozen=True)
class Eased:
    """A filter without which there are results: what it is called, and how many there are.

    `changes` has the name of the filter with the values that are kept.
    """

    label: str
    changes: Mapping[str, Sequence[str]]
    count: int


@dataclass(frozen=True)
class WayOut(Shown):
    """A link to the list without a filter, and how many results are there."""

    label: str
    query: QueryDict
    count: int

    @property
    def short(self) -> str:
        """The label, short enough for a line."""
        return clipped(self.label)
