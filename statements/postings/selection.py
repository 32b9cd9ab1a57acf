"""Which records some filters leave, and how many of them have each value of another filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_

from pyroaring import BitMap

from statements.postings.index import Index


@dataclass(frozen=True)
class Selection:
    """The records of an index that every one of some filters leaves, each given as ids by name."""

    index: Index
    kept: Mapping[str, BitMap]

    @property
    def ids(self) -> BitMap:
        """The records that all filters leave."""
        return self.without(None)

    def without(self, name: str | None) -> BitMap:
        """Give the records that all filters but the named one leave."""
        others = [ids for other, ids in self.kept.items() if other != name]
        return reduce(and_, sorted(others, key=len)) if others else self.index.everything
