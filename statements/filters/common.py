"""What the filters of several lists share."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from actors.choosing import ActorsField
from dates.filters import FromFilter, ToFilter
from reading.cursors import Order, a_date, a_number
from reading.filters import MeaningFilter
from reading.strict import StrictFilterSet
from statements.filters.fields import KindsField, PublishersField, TopicsField

# By the earliest day alone. Within a day the order is the one in which the rows were entered,
# whatever time is known, as the index `…_newest` has it.
NEWEST = Order("newest", "Newest first", "date_earliest", a_date, descending=True)
OLDEST = Order("oldest", "Oldest first", "date_earliest", a_date)
RELEVANCE = Order("relevance", "Most relevant first", "rank", a_number, descending=True)

DATE_HINT = "Such as 2022-02-21, 2022-02 or 2022."
BOTH_ENDS = "The last day is included."
RELEVANCE_NEEDS_WORDS = "Without words to search for, the newest come first."


class ActorsFilter(MeaningFilter):
    """Actors, named by address or by name."""

    field_class = ActorsField


class PublishersFilter(MeaningFilter):
    """Publishers, to be picked."""

    field_class = PublishersField


class TopicsFilter(MeaningFilter):
    """Topics, named by address or by name."""

    field_class = TopicsField


class KindsFilter(MeaningFilter):
    """Kinds of exchange."""

    field_class = KindsField


class RankedFilters(StrictFilterSet):
    """Filters of records that can be put in the order of how well they answer the words."""

    orders = (NEWEST, OLDEST, RELEVANCE)

    @property
    def _words(self) -> str:
        return str(self.form.cleaned_data.get("q") or "")

    @property
    def order(self) -> Order:
        """The order that was asked for, as far as it can be had."""
        asked = super().order
        return NEWEST if asked is RELEVANCE and not self._words else asked

    @property
    def note(self) -> str:
        """Say where the order is another one than was asked for."""
        return "" if self.order is super().order else RELEVANCE_NEEDS_WORDS

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch what a card shows, and the rank where it gives the order."""
        cards: QuerySet[Any] = rows.for_list()  # type: ignore[attr-defined]
        return cards.ranked(self._words) if self.order is RELEVANCE else cards  # type: ignore[attr-defined]


def date_range() -> dict[str, django_filters.Filter]:
    """Give the filters `from` and `to`, which no class body can name."""
    return {
        "from": FromFilter("date", label="From", help_text=DATE_HINT),
        "to": ToFilter("date", label="To", help_text=BOTH_ENDS),
    }
