"""The page of a kept copy: what changed against the copy before, and the whole text."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from actors.admin.desk import DeskAdmin
from reading.differences import differ, differences, shortened
from statements.admin.carrying import Carried
from statements.admin.snapshots import copy_address
from statements.models import Document, Snapshot

# Where a request keeps which copy it made.
MADE = "verbatim.copy"

# So many flagged statements are listed; the others are behind the link to all.
SHOWN = 100


class CopyPages(DeskAdmin):
    """What the pages of documents have for each of their copies."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page of a copy."""
        view = self.admin_site.admin_view(self.copy_view)
        address = "<int:document>/copy/<int:copy>/"
        return [path(address, view, name="statements_document_copy"), *super().get_urls()]

    def tell_of_copy(self, request: HttpRequest, document: Document, carried: Carried) -> None:
        """Say what a new copy meant for the statements, where there was one before."""
        copies = list(document.snapshots.values_list("pk", flat=True)[:2])
        if len(copies) > 1:
            request.META[MADE] = copies[0]
            weight = messages.WARNING if carried.flagged else messages.SUCCESS
            self.message_user(request, f"The new text is kept: {carried}.", weight)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:  # noqa: ANN401, Django's to name
        """Show what a new copy changed, before anything else."""
        answer = super().response_change(request, obj)
        made = request.META.get(MADE)
        if not made or "_addanother" in request.POST or IS_POPUP_VAR in request.POST:
            return answer
        return redirect(copy_address(obj.pk, made))

    def copy_view(self, request: HttpRequest, document: int, copy: int) -> HttpResponse:
        """Show a copy."""
        found = get_object_or_404(Document, pk=document)
        if not self.has_view_permission(request, found):
            raise PermissionDenied
        kept = get_object_or_404(found.snapshots, pk=copy)
        return self.desk_page(
            request,
            "copy",
            "A kept copy",
            subtitle=found.title,
            original=found,
            kept=kept,
            **_against(_before(kept), kept),
            **_flagged(found),
        )


def _before(kept: Snapshot) -> Snapshot | None:
    """Give the copy that was the latest when this one was made."""
    when = kept.retrieved_at
    earlier = Q(retrieved_at__lt=when) | Q(retrieved_at=when, pk__lt=kept.pk)
    return Snapshot.objects.filter(earlier, document=kept.document_id).first()


def _against(before: Snapshot | None, kept: Snapshot) -> dict[str, Any]:
    """Give what changed since the copy before, shortened around the changes."""
    pieces = differences(before.text, kept.text) if before else []
    return {"before": before, "pieces": shortened(pieces), "differs": differ(pieces)}


def _flagged(document: Document) -> dict[str, Any]:
    """Give the statements whose words the document's latest copy does not have any more."""
    flagged = document.statements.gone_from_source().select_related("snapshot")
    listed = flagged.defer("search", "snapshot__text", "snapshot__original").order_by("pk")
    query = urlencode({"document": document.pk, "verified": "gone"})
    every = f"{reverse('admin:statements_statement_changelist')}?{query}"
    return {"flagged": listed[:SHOWN], "flagged_in_all": flagged.count(), "all_flagged": every}
