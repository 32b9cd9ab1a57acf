"""The page on which a source is entered, with its exchange and what is quoted from it."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from actors.admin.attempts import attempt
from actors.admin.keys import key_of
from reading.counting import counted
from statements import standing
from statements.admin.editorial import EditorialAdmin
from statements.admin.publishing import said
from statements.admin.source_entry import SourceEntry
from statements.admin.source_page import SourcePage
from statements.admin.twins import refuse_twin
from statements.entering.keeping import Entry, keep
from statements.models import Document, Exchange, Readout, Statement
from statements.publishing import DRAFT
from statements.standing import Key, send_to_review

NEEDED = ("statements.add_document", "statements.add_exchange", "statements.add_statement")


def may_enter(request: HttpRequest) -> bool:
    """Tell whether the person enters documents, exchanges and statements."""
    return request.user.has_perms(NEEDED)


class FromSourceAdmin(EditorialAdmin):
    """The pages of exchanges, with one on which they are entered from a source."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page, once: calls and meetings are exchanges too."""
        if self.model is not Exchange:
            return super().get_urls()
        enter = self.admin_site.admin_view(self.from_source_view)
        made = self.admin_site.admin_view(self.made_view)
        name = "statements_exchange_from_source"
        return [
            path("from-source/", enter, name=name),
            path("from-source/<path:object_id>/", made, name=f"{name}_made"),
            *super().get_urls(),
        ]

    def from_source_view(self, request: HttpRequest) -> HttpResponse:
        """Show the page as far as it is filled in; keep everything when that is asked."""
        if not may_enter(request):
            raise PermissionDenied
        data = request.POST.copy() if request.method == "POST" else _first_values(request.GET)
        page = SourcePage(data)
        _act(page, data)
        page.settle()
        entry = SourceEntry(request, self.admin_site, page)
        if request.method == "POST" and "_save" in data:
            return self._save(request, entry)
        entry.forgive_missing()
        return self._show(request, entry)

    def _save(self, request: HttpRequest, entry: SourceEntry) -> HttpResponse:
        if not entry.is_valid():
            return self._show(request, entry, ["Please correct what is marked below."])
        refusal, response = attempt(lambda: self._keep(request, entry.complete()))
        if response:
            return response
        return self._show(request, entry, refusal.messages if refusal else [])

    def _keep(self, request: HttpRequest, entry: Entry) -> HttpResponse:
        """Keep all, and have the rules checked that wait for the transaction's end."""
        is_new = entry.is_new
        document = keep(entry, request.user)
        if is_new and entry.exchange:
            refuse_twin(entry.exchange)
        connection.check_constraints()
        self.message_user(request, _told(entry, is_new), messages.SUCCESS)
        return redirect("admin:statements_exchange_from_source_made", document.pk)

    def _show(
        self, request: HttpRequest, entry: SourceEntry, refused: list[str] | None = None
    ) -> HttpResponse:
        return self.desk_page(
            request,
            "from-source",
            "New exchange from a source",
            entry=entry,
            page=entry.page,
            refused=refused or [],
            media=entry.media,
        )

    def made_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show what was made of a source, and what is to be done next."""
        if not may_enter(request):
            raise PermissionDenied
        document = get_object_or_404(Document, pk=key_of(object_id))
        if request.method == "POST":
            return self._send_to_review(request, document)
        statements = Statement.objects.filter(document=document).select_related("speaker")
        readouts = Readout.objects.filter(document=document).select_related("exchange", "side")
        drafts = drafts_of(document)
        return self.desk_page(
            request,
            "from-source-made",
            "Entered from a source",
            document=document,
            statements=list(statements.order_by("anchor_start", "pk")),
            readouts=list(readouts),
            drafts=len(drafts),
        )

    def _send_to_review(self, request: HttpRequest, document: Document) -> HttpResponse:
        """Send to review what is still a draft of all that was made of the source."""

        def act() -> None:
            if keys := drafts_of(document):
                send_to_review(keys)
                self.message_user(request, said(keys, "sent to review"), messages.SUCCESS)

        refusal, _ = attempt(act)
        for message in refusal.messages if refusal else ():
            self.message_user(request, message, messages.ERROR)
        return redirect(request.path)


def drafts_of(document: Document) -> list[Key]:
    """Name the drafts among the document, its statements and the exchanges that it is about."""
    draft = {"editorial_status": DRAFT}
    here = Document.objects.filter(pk=document.pk, **draft)
    about = Exchange.objects.filter(readouts__document=document, **draft).distinct()
    quoted = Statement.objects.filter(document=document, **draft)
    return [
        standing.key_of(record)
        for records in (here, about, quoted)
        for record in records.only("pk")
    ]


def _first_values(asked: QueryDict) -> QueryDict:
    """Give the form as a link asks for it: the exchange that lacks a readout, and the side."""
    data = QueryDict(mutable=True)
    for name in ("exchange", "side"):
        if key := key_of(asked.get(name, "")):
            data[f"pick-{name}"] = str(key)
    return data


def _act(page: SourcePage, data: QueryDict) -> None:
    """Do what the button asks that was pressed."""
    if "_look" in data:
        page.look()
    elif "_passage" in data:
        page.passages.add()
        page.passages.suggest()
    elif "_participant" in data:
        page.add_participant()
    elif "_drop" in data:
        page.passages.drop(cast(str, data["_drop"]))


def _told(entry: Entry, is_new: bool) -> str:
    """Say what was saved."""
    count = len(entry.passages)
    parts: list[Any] = ["the document with its text"]
    if is_new:
        parts.append("a new exchange")
    if count:
        parts.append(counted(count, "statement"))
    return f"Saved as drafts: {', '.join(parts)}."
