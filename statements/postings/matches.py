"""The records that answer words: asked of the database once for an index, and kept with it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from statements.postings.index import Index, ids_in
from statements.querysets.ids import PackedIds

# Each takes at most an eighth of a byte for each record of the archive.
MOST_KEPT = 16


def matches(index: Index, rows: QuerySet[Any], words: str) -> BitMap:
    """Give the ids of the rows that answer the words, among the records of the index."""
    if words not in index.matches:
        packed = rows.order_by().aggregate(ids=PackedIds("pk"))["ids"]
        if len(index.matches) >= MOST_KEPT:
            index.matches.pop(next(iter(index.matches)), None)
        index.matches[words] = ids_in(packed) & index.everything
    return index.matches[words]
