"""The first rows with some words, before all of them are asked for."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from reading.cursors import Order, Start

# How many records with the words are looked at for those that the other filters leave too.
LOOKED_AT = (200, 2_000, 20_000)


def first_seen(
    start: Start, most: int, matching: QuerySet[Any], order: Order, others: BitMap
) -> list[int] | None:
    """Read records with the words in the order of the list until enough are among the others.

    None where so many have been looked at that it is quicker to ask for all.
    """
    rows = matching.only("pk", order.column)
    for number in LOOKED_AT:
        seen = order.nearest(rows, start, number)
        ids = [row.pk for row in seen if row.pk in others]
        if len(ids) >= most or len(seen) < number:
            return ids[:most]
    return None
