"""What the filters of several lists share."""

import django_filters

from dates.filters import FromFilter, ToFilter
from reading.cursors import Order, a_date
from reading.filters import MeaningFilter
from statements.filters.fields import DayField, PublishersField

# By the earliest day alone. Within a day the order is the one in which the rows were entered,
# whatever time is known, as the index `…_newest` has it.
NEWEST = Order("newest", "Newest first", "date_earliest", a_date, descending=True)
OLDEST = Order("oldest", "Oldest first", "date_earliest", a_date)

DATE_HINT = "Such as 2022-02-21, 2022-02 or 2022."
BOTH_ENDS = "The last day is included."


class PublishersFilter(MeaningFilter):
    """Publishers, to be picked."""

    field_class = PublishersField


class FirstDayFilter(FromFilter):
    """The beginning of a range."""

    field_class = DayField


class LastDayFilter(ToFilter):
    """The end of a range."""

    field_class = DayField


def date_range() -> dict[str, django_filters.Filter]:
    """Give the filters `from` and `to`, which no class body can name."""
    return {
        "from": FirstDayFilter("date", label="From", help_text=DATE_HINT),
        "to": LastDayFilter("date", label="To", help_text=BOTH_ENDS),
    }
