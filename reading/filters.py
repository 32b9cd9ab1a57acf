"""Filters that pass what they are given to a verb of the queryset."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django.db.models import QuerySet

from reading.cursors import Order
from reading.fields import CodesField, WordsField
from reading.queries import CURSORS
from reading.strict import CursorFilter, SortFilter

LONGEST_WORDS = 500


class MeaningFilter(django_filters.Filter):  # type: ignore[misc]
    """Passes what is meant to a verb of the queryset; keeps all rows where nothing is asked."""

    def __init__(self, verb: str, label: str, **kwargs: Any) -> None:
        super().__init__(label=label, **kwargs)
        self.verb = verb

    def filter(self, qs: QuerySet[Any], value: object) -> QuerySet[Any]:
        """Keep the rows that the verb keeps."""
        if not value:
            return qs
        kept: QuerySet[Any] = getattr(qs, self.verb)(value)
        return kept


class WordsFilter(MeaningFilter):
    """Words to search for."""

    field_class = WordsField

    def __init__(self, verb: str, label: str, **kwargs: Any) -> None:
        super().__init__(verb, label, longest=LONGEST_WORDS, **kwargs)


class CodesFilter(MeaningFilter):
    """Codes out of a list that `known` gives."""

    field_class = CodesField


def presentation(orders: Iterable[Order]) -> dict[str, django_filters.Filter]:
    """Give `sort`, `after` and `before`, which say how the results are given."""
    choices = [(order.name, order.label) for order in orders]
    cursors = {name: CursorFilter(label="Page") for name in CURSORS}
    return {"sort": SortFilter(label="Order", choices=choices), **cursors}
