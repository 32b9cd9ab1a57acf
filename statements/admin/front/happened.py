"""The queue of exchanges that were to be, and whose day has passed."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from actors.admin.keys import key_of
from statements.admin.front.queue import FIRST, Found, PagedQueue, Refused, first_of
from statements.models import Exchange
from statements.models.exchange import ExchangeState

ANSWERS = {
    "held": (ExchangeState.HELD, "It was held"),
    "cancelled": (ExchangeState.CANCELLED, "It was cancelled"),
}


@dataclass(frozen=True)
class Open:
    """An exchange that is still open, and whether the person may say what became of it."""

    exchange: Exchange
    may_change: bool


class Happened(PagedQueue):
    """Planned and proposed exchanges of which every possible day has passed, the latest first."""

    slug = "happened"
    heading = "Did it happen?"
    about = "Planned or proposed exchanges whose date has passed, the latest first."
    empty = "No planned or proposed exchange has a date that has passed."
    permissions = ("statements.change_exchange",)

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the latest."""
        rows = Exchange.objects.overdue(timezone.localdate()).order_by("-date_latest", "pk")
        shown = Exchange.objects.defer("search")
        found = first_of(rows, shown, start, most)
        marked = [Open(one, may_change(request, one)) for one in found.rows]
        return Found(marked, found.number)

    @transaction.atomic
    def act(self, request: HttpRequest) -> Refused | None:
        """Note what became of an exchange, unless somebody has done so meanwhile."""
        answer = ANSWERS.get(request.POST.get("answer", ""))
        if answer is None:
            raise BadRequest("That is no answer.")
        exchange = asked_about(request)
        if exchange.status not in (ExchangeState.PLANNED, ExchangeState.PROPOSED):
            text = f"Somebody has said already that it is {exchange.get_status_display()}: "
            messages.warning(request, f"{text}“{exchange}”. Nothing was changed.")
            return None
        note(request, exchange, *answer)
        messages.success(request, f"{answer[1]}: “{exchange}”.")
        return None


def note(request: HttpRequest, exchange: Exchange, status: ExchangeState, words: str) -> None:
    """Write down what became of an exchange."""
    exchange.status = status
    exchange.save(update_fields=["status"])
    _admin().log_change(request, exchange, f"{words}.")


def asked_about(request: HttpRequest) -> Exchange:
    """Give the exchange that a form names, for as long as the transaction lasts nobody else's.

    Raise Http404 where there is none, and PermissionDenied where the person may not change it.
    """
    rows = Exchange.objects.select_for_update().defer("search")
    exchange: Exchange = get_object_or_404(rows, pk=key_of(request.POST.get("exchange", "")))
    if not may_change(request, exchange):
        raise PermissionDenied("Readers see this record: only a chief changes it.")
    return exchange


def may_change(request: HttpRequest, exchange: Exchange) -> bool:
    """Tell whether the person may change an exchange, as its own page has it."""
    return bool(_admin().has_change_permission(request, exchange))


def _admin() -> Any:  # noqa: ANN401, the page of exchanges
    return admin.site.get_model_admin(Exchange)
