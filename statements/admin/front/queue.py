"""A queue of the desk's front page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, QuerySet, Window
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse

# On the front page, and on a queue's own page.
FIRST, A_PAGE = 5, 25


@dataclass(frozen=True)
class Way:
    """A link to a list with more of a queue."""

    text: str
    address: str


@dataclass(frozen=True)
class Found:
    """A part of what waits, and how much waits in all; `counts` by sort, where it has several."""

    rows: Sequence[Any]
    number: int
    counts: dict[str, int] = field(default_factory=dict)


def all_of(found: Found, address: str) -> list[Way]:
    """Lead to everything, where not all of it is shown."""
    return [Way(f"All {found.number:,}", address)] if found.number > len(found.rows) else []


class Queue:
    """Something that waits for editors: who sees it, how much there is, and the first few.

    `permissions` are those of which a person needs every one to see it. The rows are shown by the
    template `admin/queues/<slug>.html`.
    """

    slug: ClassVar[str]
    heading: ClassVar[str]
    # What is said of it below its heading.
    about: ClassVar[str] = ""
    empty: ClassVar[str]
    permissions: ClassVar[tuple[str, ...]]

    def is_for(self, request: HttpRequest) -> bool:
        """Tell whether the person can do something about it."""
        return request.user.has_perms(self.permissions)

    @property
    def template(self) -> str:
        """What shows its rows."""
        return f"admin/queues/{self.slug}.html"

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the rows from one on, and how many there are; the queries are a fixed few."""
        raise NotImplementedError

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to all of it."""
        raise NotImplementedError


class PagedQueue(Queue):
    """A queue with a page of its own, on which its rows are acted on as on the front page."""

    # What narrows it, by GET, where anything does.
    filters: ClassVar[type[Form] | None] = None

    @property
    def address(self) -> str:
        """Where its page is."""
        return reverse("admin:queue", args=[self.slug])

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to its page."""
        return all_of(found, self.address)

    def narrowed(self, request: HttpRequest, start: int, most: int, by: dict[str, Any]) -> Found:
        """Give the rows from one on, narrowed by what its filters were told."""
        return self.found(request, start, most)

    def act(self, request: HttpRequest) -> "Refused | None":
        """Do what a row's button asks; give the row again, with why not, where it cannot be done.

        Raise PermissionDenied where the person may not, and Http404 where there is no such row.
        """
        raise PermissionDenied


@dataclass(frozen=True)
class Refused:
    """A row whose form was not taken: it is shown again with what was typed."""

    row: Any


def first_of(rows: QuerySet[Any], whole: QuerySet[Any], start: int, most: int) -> Found:
    """Give some rows of a query in its order, as `whole` fetches them, and how many there are.

    They are counted and chosen by their keys, in one query: another fetches those that are shown.
    Past the last row nobody is counted.
    """
    keys = rows.annotate(number=Window(Count("*"))).values_list("pk", "number")
    chosen = list(keys[start : start + most])
    records = whole.in_bulk([pk for pk, _ in chosen]) if chosen else {}
    return Found([records[pk] for pk, _ in chosen if pk in records], chosen[0][1] if chosen else 0)


NEWEST = (F("date_earliest").desc(nulls_last=True), "pk")
