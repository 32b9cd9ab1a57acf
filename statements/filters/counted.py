"""Whether the results of words are counted, by how many records may have them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from reading.strict import Counting
from statements.postings.index import Index
from statements.postings.matches import estimated

# Of more records that answer words a reader need not wait for the numbers: about 50 ms.
MANY = 50_000
# Of more it would take more than a second to count them.
MOST_COUNTED = 1_000_000
TOO_MANY = (
    "Too many records have these words to count them at once: at most {most:,} answer. "
    "With another word, or a rarer one, all is counted."
)


def counting_of(index: Index, rows: QuerySet[Any], words: str, *, may_be_later: bool) -> Counting:
    """Tell how the results of a search are counted; without words they always are."""
    if not words or len(index.everything) < MANY:
        return Counting.EXACT
    about = min(estimated(index, rows, words), len(index.everything))
    if about > MOST_COUNTED:
        return Counting.TOO_MANY
    return Counting.LATER if may_be_later and about > MANY else Counting.EXACT
