"""One page of a list that has an order and a cursor, and no filters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from reading.cursors import CursorError, Order, Start
from reading.pages import PAGE_SIZE, Nearest, Page, page_from
from reading.problems import Problem, problems_of
from reading.queries import AFTER, BEFORE, CURSORS
from reading.strict import NO_SUCH_PAGE, StrictForm, start_of


@dataclass(frozen=True)
class PageAt:
    """The page that an address asks for. Where something is wrong with it there is no row."""

    page: Page = field(default_factory=lambda: Page([]))
    continued: bool = False
    problems: list[Problem] = field(default_factory=list)


class CursorForm(StrictForm):
    """`after` or `before` alone."""

    after = forms.CharField(required=False)
    before = forms.CharField(required=False)

    def __init__(self, data: QueryDict, order: Order) -> None:
        super().__init__(data)
        self.order = order

    def clean(self) -> dict[str, Any]:
        """Give, as `start`, where the page begins; refuse cursors that name no place."""
        cleaned = super().clean()
        try:
            cleaned["start"] = start_of(self.order, cleaned.get(AFTER), cleaned.get(BEFORE))
        except CursorError:
            given = [name for name in CURSORS if cleaned.get(name)]
            self.add_error(given[-1], NO_SUCH_PAGE)
        return cleaned


def page_at(asked: QueryDict, rows: QuerySet[Any], order: Order, size: int = PAGE_SIZE) -> PageAt:
    """Give the page of the rows that is asked for, or what is wrong with what is asked."""

    def nearest(start: Start, most: int) -> list[Any]:
        return order.nearest(rows, start, most)

    return page_asked(CursorForm(asked, order), nearest, size)


def page_asked(form: CursorForm, nearest: Nearest, size: int = PAGE_SIZE) -> PageAt:
    """Give the page that a form asks for, or what is wrong with it.

    `nearest` gives rows from a start on in the form's order, the nearest first.
    """
    if not form.is_valid():
        return PageAt(problems=problems_of(form))
    start: Start = form.cleaned_data["start"]
    return PageAt(page_from(nearest, form.order, start, size), continued=start.place is not None)


def nothing_asked(asked: QueryDict) -> list[Problem]:
    """Give what is wrong with the query of a page that takes none."""
    return problems_of(StrictForm(asked))
