"""Contacts that count: exchanges that took place."""

from __future__ import annotations

from pyroaring import BitMap

from statements.models import Exchange
from statements.postings.index import Index
from statements.publishing import RETRACTED


def held(index: Index) -> BitMap:
    """Give the exchanges that were held, without those taken back; one query for each index."""
    if (kept := index.kept.get("held")) is None:
        gone = Exchange.objects.filter(editorial_status=RETRACTED).order_by()
        kept = index.having("status", [Exchange.State.HELD]) - BitMap(
            gone.values_list("pk", flat=True)
        )
        index.kept["held"] = kept
    ids: BitMap = kept
    return ids
