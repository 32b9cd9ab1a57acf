"""Which of two exchanges was later, where not every date is known to the day."""

from __future__ import annotations

from datetime import UTC, date, datetime

from statements.models import Exchange

LONG_AGO = datetime.min.replace(tzinfo=UTC)


def lateness(exchange: Exchange) -> tuple[int, int, datetime, int]:
    """Order exchanges, the latest last; what has no date is before all others.

    Of those that begin on one day the more precise is the later, of these the one begun later. So
    what is known to the month alone is not taken for later than a day of that month.
    """
    first: date = exchange.date_earliest or date.min
    last: date = exchange.date_latest or date.min
    return first.toordinal(), -last.toordinal(), exchange.starts_at or LONG_AGO, exchange.pk
