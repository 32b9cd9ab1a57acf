"""The order by relevance: how well each record answers the words."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from reading.cursors import Order, Start, a_number
from statements.postings.index import Index
from statements.postings.order import by_day
from statements.querysets.ids import Among

RELEVANCE = Order("relevance", "Most relevant first", "rank", a_number, descending=True)
RELEVANCE_NEEDS_WORDS = "Without words to search for, the newest come first."
# To rank a record the database has to read all its words.
MOST_RANKED = 20_000
RANKED_IN_PART = (
    f"More than {MOST_RANKED:,} answer these words: the newest {MOST_RANKED:,} of them are here, "
    "by relevance. The other orders have them all."
)


def ranks_from(
    start: Start, most: int, among: BitMap, index: Index, rows: QuerySet[Any], words: str
) -> dict[int, float]:
    """Give the ids that come first from the start on with their ranks, the nearest first.

    Of very many the newest are ranked.
    """
    if len(among) > MOST_RANKED:
        among = BitMap(by_day(index, among, Start(), newest=True, most=MOST_RANKED))
    ranked = rows.filter(Among(among)).ranked(words).only("pk")  # type: ignore[attr-defined]
    return {row.pk: row.rank for row in RELEVANCE.nearest(ranked, start, most)}
