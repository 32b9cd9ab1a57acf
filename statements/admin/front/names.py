"""The queue of names that wait for somebody to say who is meant."""

from django.db.models import Count, Window
from django.http import HttpRequest
from django.urls import reverse

from statements.admin.front.queue import FIRST, Found, Queue, Way, all_of
from statements.admin.waiting import naming_address
from statements.models import UnresolvedName


class Names(Queue):
    """The most frequent names that are linked with no actor."""

    slug = "names"
    heading = "Unresolved names"
    about = "Who is meant? The most frequent first."
    empty = "Everybody who is named is known."
    permissions = ("statements.view_unresolvedname", "statements.change_unresolvedname")

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the most frequent; the names are gathered once, to be counted and put in order."""
        ordered = UnresolvedName.objects.order_by("-total", "name")
        names = list(ordered.annotate(number=Window(Count("*")))[start : start + most])
        rows = [(name, naming_address(name.name)) for name in names]
        return Found(rows, names[0].number if names else 0)

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to all of them."""
        return all_of(found, reverse("admin:statements_unresolvedname_changelist"))
