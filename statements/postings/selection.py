"""Which records some filters leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_

from pyroaring import BitMap

from statements.postings.index import Index


@dataclass(frozen=True)
class Selection:
    """The records of an index that every one of some filters leaves, each given as ids by name."""

    index: Index
    kept: Mapping[str, BitMap]

    @cached_property
    def ids(self) -> BitMap:
        """The records that all filters leave."""
        return self._left(self.kept.values())

    def without(self, name: str | None) -> BitMap:
        """Give the records that all filters but the named one leave."""
        if name not in self.kept:
            return self.ids
        return self._left(ids for other, ids in self.kept.items() if other != name)

    def _left(self, kept: Iterable[BitMap]) -> BitMap:
        return reduce(and_, sorted(kept, key=len) or [self.index.everything])
