"""The queues of what is not yet public: my own, and what waits for a chief."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from reading.counting import counted
from statements import work
from statements.admin.front.queue import FIRST, Found, Queue, Way


class Drafts(Queue):
    """What the person entered and nobody has published."""

    slug = "drafts"
    heading = "My drafts"
    about = "What you entered that is not yet public, the newest first."
    empty = "You have nothing in hand."
    permissions = ("statements.add_statement",)

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the newest."""
        return _found(work.entered_by(request.user.pk or 0, most))

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to the lists of one's own."""
        return _ways(found, {"mine": "yes"})


class InReview(Queue):
    """What waits for somebody who publishes."""

    slug = "review"
    heading = "Waiting for review"
    about = "The oldest first."
    empty = "Nothing waits for review."
    permissions = ("statements.publish_statement",)

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the oldest."""
        return _found(work.in_review(most))

    def ways(self, request: HttpRequest, found: Found) -> list[Way]:
        """Lead to the lists of what is in review."""
        return _ways(found, {"editorial_status__exact": "in_review"})


def _found(found: work.Work) -> Found:
    return Found(found.pieces, found.number, found.counts)


def _ways(found: Found, filters: dict[str, str]) -> list[Way]:
    return [
        Way(counted(number, sort), f"{_list(sort)}?{urlencode(filters)}")
        for sort, number in found.counts.items()
        if number
    ]


def _list(sort: str) -> str:
    return reverse(f"admin:statements_{sort}_changelist")
