"""Pages of a list, each with the cursors of the pages before and after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from reading.cursors import Order, Start

PAGE_SIZE = 50

Nearest = Callable[[Start, int], list[Any]]


@dataclass(frozen=True)
class Page:
    """The rows of one page, and the cursors of its neighbours where there are any.

    The next page is what comes after `after`, the one before is what comes before `before`.
    """

    rows: list[Any]
    after: str | None = None
    before: str | None = None


def page_of(
    rows: QuerySet[Any], order: Order, start: Start | None = None, size: int = PAGE_SIZE
) -> Page:
    """Give the rows of a queryset from the start on, as many as a page has."""

    def nearest(begin: Start, most: int) -> list[Any]:
        return order.nearest(rows, begin, most)

    return page_from(nearest, order, start or Start(), size)


def page_from(nearest: Nearest, order: Order, start: Start, size: int = PAGE_SIZE) -> Page:
    """Give the page that begins at the start; `nearest` gives rows from there, the nearest first.

    What is left at the beginning of a list may be less than a page: then the first page is given.
    """
    # One row more tells whether there is another page.
    found = nearest(start, size + 1)
    rows, more = found[:size], len(found) > size
    if not start.backwards:
        return Page(
            rows,
            after=order.cursor(rows[-1]) if more else None,
            before=order.cursor(rows[0]) if start.place and rows else None,
        )
    if not more:
        return page_from(nearest, order, Start(), size)
    rows.reverse()
    return Page(rows, after=order.cursor(rows[-1]), before=order.cursor(rows[0]))
