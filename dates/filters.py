"""Filters by date, for what may have happened within a range, both of its ends included."""

import datetime
from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from dates.edtf import ImpreciseDate
from dates.forms import EDTFFormField


def overlaps(
    field_name: str, first: datetime.date | None = None, last: datetime.date | None = None
) -> Q:
    """Give the condition that the field's date has a day from `first` to `last`.

    Both days are included; None leaves that side open. Rows without a date do not meet it, unless
    both sides are open, when it asks nothing. Needs the columns that `dates.fields` names.
    """
    condition = Q()
    if first is not None:
        condition &= Q(**{f"{field_name}_latest__gte": first})
    if last is not None:
        condition &= Q(**{f"{field_name}_earliest__lte": last})
    return condition


class DateBoundFilter(django_filters.Filter):  # type: ignore[misc]
    """What `FromFilter` and `ToFilter` share: one EDTF date that bounds an EDTF field."""

    field_class = EDTFFormField

    def bound(self, value: ImpreciseDate) -> Q:
        """Give the condition that the date sets."""
        raise NotImplementedError

    def filter(self, qs: QuerySet[Any], value: ImpreciseDate | None) -> QuerySet[Any]:
        """Give the rows within the bound; all of them where no date is given."""
        if value is None:
            return qs
        kept: QuerySet[Any] = self.get_method(qs)(self.bound(value))
        return kept


class FromFilter(DateBoundFilter):
    """Keep what may have happened on the first day of the date that is given, or later."""

    def bound(self, value: ImpreciseDate) -> Q:
        """Open at the end."""
        return overlaps(self.field_name, first=value.earliest)


class ToFilter(DateBoundFilter):
    """Keep what may have happened on the last day of the date that is given, or earlier."""

    def bound(self, value: ImpreciseDate) -> Q:
        """Open at the start."""
        return overlaps(self.field_name, last=value.latest)
