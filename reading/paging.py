"""One page of a list that has an order and a cursor, and no filters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from reading.cursors import PAGE_SIZE, CursorError, Order, Page, Place, page_of
from reading.problems import Problem, problems_of
from reading.queries import CURSOR
from reading.strict import NO_SUCH_PAGE, StrictForm


@dataclass(frozen=True)
class PageAt:
    """The page that an address asks for. Where something is wrong with it there is no row."""

    page: Page = field(default_factory=lambda: Page([]))
    continued: bool = False
    problems: list[Problem] = field(default_factory=list)


class CursorForm(StrictForm):
    """`after` alone."""

    after = forms.CharField(required=False)

    def __init__(self, data: QueryDict, order: Order) -> None:
        super().__init__(data)
        self.order = order

    def clean_after(self) -> Place | None:
        """Give the place that the cursor names; raise ValidationError where it names none."""
        cursor = self.cleaned_data[CURSOR]
        try:
            return self.order.place(cursor) if cursor else None
        except CursorError as error:
            raise ValidationError(NO_SUCH_PAGE) from error


def page_at(asked: QueryDict, rows: QuerySet[Any], order: Order, size: int = PAGE_SIZE) -> PageAt:
    """Give the page of the rows that is asked for, or what is wrong with what is asked."""
    form = CursorForm(asked, order)
    if not form.is_valid():
        return PageAt(problems=problems_of(form))
    place: Place | None = form.cleaned_data[CURSOR]
    return PageAt(page_of(rows, order, place, size), continued=place is not None)


def nothing_asked(asked: QueryDict) -> list[Problem]:
    """Give what is wrong with the query of a page that takes none."""
    return problems_of(StrictForm(asked))
