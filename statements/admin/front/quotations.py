"""The queues of quotations of which something is wrong between them and their source."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from statements.admin.front.queue import FIRST, NEWEST, Found, Queue, Way, all_of, first_of
from statements.models import Statement


class Quotations(Queue):
    """Statements that a filter of their list finds: those that readers see come first."""

    permissions = ("statements.change_statement",)
    # What the list's filter by the source is set to.
    chosen: ClassVar[str]

    @property
    def template(self) -> str:
        """What shows the rows of all of these queues."""
        return "admin/queues/quotations.html"

    def rows(self) -> QuerySet[Statement]:
        """Give the statements."""
        raise NotImplementedError

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the newest of those that readers see, then of the others."""
        rows = self.rows().order_by("-editorial_status", *NEWEST)
        shown = Statement.objects.select_related("document", "speaker").defer("search")
        return first_of(rows, shown, start, most)

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to the list of them."""
        address = reverse("admin:statements_statement_changelist")
        return all_of(found, f"{address}?verified={self.chosen}")


class Unverified(Quotations):
    """Direct quotations, not retracted, without an anchor."""

    slug = "unverified"
    heading = "Unverified quotations"
    about = "Direct quotations whose words were not found in a kept copy of their source."
    empty = "Every direct quotation was found in its source."
    chosen = "due"

    def rows(self) -> QuerySet[Statement]:
        """Give those whose words were not found."""
        return Statement.objects.unverified()


class Failing(Quotations):
    """What failed when it was last compared with its copy, or stands in a copy that did."""

    slug = "failing"
    heading = "Failed their check"
    about = "Compared with the kept copy, by the nightly run or on saving, and not found right."
    empty = "Nothing failed its last check."
    chosen = "failed"

    def rows(self) -> QuerySet[Statement]:
        """Give those that failed."""
        return Statement.objects.all().failing()


class Gone(Quotations):
    """Statements whose words are in an older copy of their source and not in the latest."""

    slug = "gone"
    heading = "Changed at the source"
    about = "The latest copy of their source does not have these words any more."
    empty = "The latest copy of each source has what was quoted from it."
    chosen = "gone"

    def rows(self) -> QuerySet[Statement]:
        """Give those whose words are gone."""
        return Statement.objects.all().gone_from_source()
