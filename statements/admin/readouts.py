"""The sides' accounts of an exchange, on its page and on the page of the document."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from actors.admin.parts import DeskBlocks
from statements.models import Readout


class ReadoutsInline(DeskBlocks):
    """What each side published of an exchange and claims, or that nothing was found."""

    model = Readout
    autocomplete_fields = ("side", "document", "claimed_initiator")
    fields = [
        ("side", "document"),
        "none_found_on",
        ("claimed_date", "claimed_initiator"),
        "note",
    ]
    verbose_name_plural = "each side’s readout"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch what the heading of a readout names."""
        return super().get_queryset(request).select_related("side", "document")


class CallReadoutsInline(ReadoutsInline):
    """The readouts of a call, with how long a side says that it took."""

    fields = [
        ("side", "document"),
        "none_found_on",
        ("claimed_date", "claimed_minutes", "claimed_initiator"),
        "note",
    ]


class DocumentReadoutsInline(ReadoutsInline):
    """Of which exchanges a document is the account, and whose."""

    autocomplete_fields = ("exchange", "side", "claimed_initiator")
    fields = [
        ("exchange", "side"),
        ("claimed_date", "claimed_minutes", "claimed_initiator"),
        "note",
    ]
    verbose_name_plural = "readout of"
