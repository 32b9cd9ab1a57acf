"""Contacts that count: exchanges that took place."""

from __future__ import annotations

from pyroaring import BitMap

from statements.models import Exchange
from statements.postings.index import Index
from statements.postings.retracted import retracted


def held(index: Index) -> BitMap:
    """Give the exchanges that were held, without those taken back; one query for each index."""
    if (kept := index.kept.get("held")) is None:
        kept = index.kept["held"] = index.having("status", [Exchange.State.HELD]) - retracted(index)
    ids: BitMap = kept
    return ids
