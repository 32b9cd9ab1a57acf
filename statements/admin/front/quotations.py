"""The queue of quotations whose words were not found in the kept copy of their source."""

from django.http import HttpRequest
from django.urls import reverse

from statements.admin.front.queue import FIRST, NEWEST, Found, Queue, Way, all_of, first_of
from statements.models import Statement


class Unverified(Queue):
    """Direct quotations, not retracted, without an anchor: those that readers see come first."""

    slug = "unverified"
    heading = "Unverified quotations"
    about = "Direct quotations whose words were not found in a kept copy of their source."
    empty = "Every direct quotation was found in its source."
    permissions = ("statements.change_statement",)

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the newest of those that readers see, then of the others."""
        rows = Statement.objects.unverified().order_by("-editorial_status", *NEWEST)
        shown = Statement.objects.select_related("document", "speaker").defer("search")
        return first_of(rows, shown, start, most)

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to the list of them."""
        address = reverse("admin:statements_statement_changelist")
        return all_of(found, f"{address}?verified=due")
