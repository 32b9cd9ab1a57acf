"""Which of several statements is shown for all of them: the first one that says something.

A source is entered passage by passage, and many passages are a greeting or a sign for something
left out. So those shorter than a sentence are passed over, unless none is longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models.functions import Length

from statements.models import Statement

# In characters, and in statements that are looked at.
A_SENTENCE = 40
LOOKED_AT = 40


def lengths_of(statements: Iterable[int]) -> dict[int, int]:
    """Give how long the texts of some public statements are, in characters; one query."""
    found = Statement.objects.public().filter(pk__in=list(statements)).order_by()
    return dict(found.values_list("pk", Length("text")))


def most_telling(candidates: Sequence[int], lengths: Mapping[int, int]) -> int | None:
    """Give the first of some statements that is a sentence long, else the longest; None of none."""
    known = [pk for pk in candidates if pk in lengths]
    sentences = (pk for pk in known if lengths[pk] >= A_SENTENCE)
    return next(sentences, None) or max(known, key=lambda pk: lengths[pk], default=None)
