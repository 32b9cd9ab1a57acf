"""What is an account of an exchange of its day, what a reaction, and what a later version.

Of the day is what was made known up to `MARGIN` days after the exchange. A **later version** is
what somebody who speaks for a side said then, or told of it afterwards, and was made known later:
an excerpt of a call that is aired months after it. A **reaction** is what others said after it; and
whatever an editor has linked as responding to words of the exchange.

What is not known decides nothing: without a date, or without knowing who speaks, a statement is of
the day, as far as its source is.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from dates.edtf import ImpreciseDate

# Readouts, transcripts and reports of the week are of the day: offices publish some days late.
MARGIN = 7


class Said(Protocol):
    """What is asked of a statement."""

    speaker_id: int | None
    date: ImpreciseDate | None


class Share(StrEnum):
    """What part a statement has in what is on record of an exchange."""

    OF_THE_DAY = "of the day"
    REACTION = "reaction"
    LATER = "later version"


def share_of(
    statement: Said,
    published: ImpreciseDate | None,
    held: ImpreciseDate | None,
    speakers: Collection[int],
) -> Share:
    """Tell what part a statement on an exchange has.

    `published` is the date of its source, `held` that of the exchange; `speakers` are the keys of
    those who took part and of the sides with a readout, who speak for themselves.
    """
    if held is None:
        return Share.OF_THE_DAY
    if _is_after(statement.date, held) and _is_somebody_else(statement, speakers):
        return Share.REACTION
    known = published or statement.date
    return Share.LATER if _is_after(known, held, MARGIN) else Share.OF_THE_DAY


def _is_after(date: ImpreciseDate | None, held: ImpreciseDate, margin: int = 0) -> bool:
    """Tell whether a date is surely more than so many days after the exchange."""
    return date is not None and date.earliest - held.latest > timedelta(margin)


def _is_somebody_else(statement: Said, speakers: Collection[int]) -> bool:
    return statement.speaker_id is not None and statement.speaker_id not in speakers
