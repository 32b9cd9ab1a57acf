"""What was said last: of each source and speaker the most telling of the newest statements.

A speech is entered passage by passage: the newest statements may all be of one.
"""

from __future__ import annotations

from itertools import islice

from django.db.models.functions import Length

from reading.cursors import Start
from statements.about.telling import most_telling
from statements.models import Exchange, Statement
from statements.postings.index import Index
from statements.postings.order import by_day
from statements.postings.retracted import retracted

# Of the newest statements; a speech has some hundreds.
LOOKED_AT = 400


def said_last(index: Index, beside: Exchange | None, most: int) -> list[int]:
    """Give keys of the newest statements, each of another source or speaker; one query.

    What was retracted is left out, and so is what was said on an exchange that is told of beside
    it, unless there is nothing else.
    """
    standing = index.everything - retracted(index)
    newest = by_day(index, standing, Start(), newest=True, most=LOOKED_AT)
    rows = Statement.objects.public().filter(pk__in=newest)
    fields = ("pk", "exchange", "document", "speaker", "speaker_as_printed", Length("text"))
    known = list(rows.values_list(*fields))
    others = [row for row in known if beside is None or row[1] != beside.pk]
    sources: dict[tuple[object, ...], list[int]] = {}
    lengths = {pk: length for pk, *_, length in known}
    for pk, _, document, speaker, printed, _ in others or known:
        sources.setdefault((document, speaker or printed), []).append(pk)
    told = (most_telling(several, lengths) for several in sources.values())
    return list(islice((pk for pk in told if pk), most))
