"""Filters that take what they understand, and refuse the rest aloud."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Protocol

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from dates.edtf import ImpreciseDate
from reading.cursors import CursorError, Order, Start
from reading.easing import Eased
from reading.fields import Choice
from reading.pages import Page, page_of
from reading.problems import unknown_filter
from reading.queries import AFTER, BEFORE, CURSORS
from reading.text import clipped
from reading.timeline import Timeline

MOST_UNKNOWN = 5
NO_SUCH_PAGE = "This page of the list is not to be found."


class StrictForm(forms.Form):
    """Refuses names that it does not know, and a second value where one is taken."""

    def clean(self) -> dict[str, Any]:
        """Check what no single field can."""
        cleaned = super().clean() or {}
        data = self.data if isinstance(self.data, QueryDict) else QueryDict()
        self._refuse_unknown([name for name in data if name not in self.fields])
        for name, values in data.lists():
            field = self.fields.get(name)
            if field and len(values) > 1 and not getattr(field, "takes_several", False):
                self.add_error(name, "This can be given only once.")
        self._check_range(cleaned.get("from"), cleaned.get("to"))
        return cleaned

    def _refuse_unknown(self, names: list[str]) -> None:
        for name in names[:MOST_UNKNOWN]:
            alike = get_close_matches(clipped(name), list(self.fields), n=1)
            self.add_error(None, unknown_filter(name, alike[0] if alike else None))

    def _check_range(self, first: ImpreciseDate | None, last: ImpreciseDate | None) -> None:
        if first and last and first.earliest > last.latest:
            self.add_error("to", "This date is before the date from which to look.")


class SortField(forms.ChoiceField):
    """The order of a list, by its name."""

    default_error_messages = {"invalid_choice": "“%(value)s” is no order of this list."}

    def validate(self, value: Any) -> None:  # noqa: ANN401, Django's to name
        """Refuse an unknown order in a message of bounded length."""
        if value and not self.valid_value(value):
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, "invalid_choice", {"value": clipped(value)})


class Presented(django_filters.Filter):  # type: ignore[misc]
    """What says how the results are given, not which."""

    def filter(self, qs: QuerySet[Any], value: object) -> QuerySet[Any]:
        """Keep all rows."""
        return qs


class SortFilter(Presented):
    """`sort`: the name of an order."""

    field_class = SortField


class CursorFilter(Presented):
    """`after` or `before`: a cursor."""

    field_class = forms.CharField


class Counting(StrEnum):
    """Whether the results are counted: in the page, when the list is there already, or not."""

    EXACT = "exact"
    LATER = "later"
    TOO_MANY = "too many"


class Near(Protocol):
    """A search near to this one: what to call it, and the filters that are other in it."""

    @property
    def label(self) -> str: ...

    @property
    def changes(self) -> Mapping[str, Sequence[str]]: ...


class StrictFilterSet(django_filters.FilterSet):  # type: ignore[misc]
    """Filters with an order and a cursor; what cannot be understood leaves no results."""

    orders: tuple[Order, ...] = ()
    # Whether the page can ask again for what takes longer.
    may_count_later = False

    @property
    def version(self) -> str:
        """What changes when anything that the list can show does; nothing if that is not known."""
        return ""

    @property
    def order(self) -> Order:
        """The order that was asked for, else the first."""
        asked = self.form.cleaned_data.get("sort")
        return next((order for order in self.orders if order.name == asked), self.orders[0])

    @property
    def start(self) -> Start:
        """Where the page begins; raise CursorError where a cursor names no place."""
        cleaned = self.form.cleaned_data
        return start_of(self.order, cleaned.get(AFTER), cleaned.get(BEFORE))

    @property
    def note(self) -> str:
        """What the reader should know about how the filters were taken."""
        return ""

    @property
    def counting(self) -> Counting:
        """Whether the results are counted."""
        return Counting.EXACT

    @property
    def count(self) -> int | None:
        """How many rows the filters leave, where they are counted."""
        return int(self.qs.count())

    @property
    def page(self) -> Page:
        """The page that is asked for."""
        return page_of(self.shown(self.qs), self.order, self.start)

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch with the rows what the list shows of each."""
        return rows

    def offers(self) -> dict[str, list[Choice]]:
        """Give the values to choose from, of the filters that offer others than all they know."""
        return {}

    def near(self) -> Sequence[Near]:
        """Give searches that have results, where this one has none and such are known."""
        return []

    def eased(self) -> Sequence[Eased] | None:
        """Give the filters without which, alone, this list has results; None if not known."""
        return None

    def timeline(self) -> Timeline | None:
        """Give how many results there are in each stretch of time, where that is known."""
        return None

    def is_valid(self) -> bool:
        """Tell whether everything that was asked is understood, the cursors too."""
        if not super().is_valid():
            return False
        try:
            self.start  # noqa: B018, asked for its error alone
        except CursorError:
            given = [name for name in CURSORS if self.form.cleaned_data.get(name)]
            self.form.add_error(given[-1], NO_SUCH_PAGE)
        return self.form.is_valid()


def start_of(order: Order, after: str | None, before: str | None) -> Start:
    """Give where a page begins by its cursors, or raise CursorError."""
    if after and before:
        raise CursorError("two ways at once")
    if before:
        return Start(order.place(before), backwards=True)
    return Start(order.place(after)) if after else Start()
