"""The page on which editors put right which passages of an exchange say the same."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods

from actors.admin.attempts import attempt
from reading.counting import counted
from statements.admin.aligning_board import Board
from statements.admin.aligning_sent import Sent, sent_in
from statements.admin.editorial import EditorialAdmin
from statements.aligning.judging import Done, Judgement, judge
from statements.models import Exchange

NEEDED = ("statements.add_verdict", "statements.delete_verdict")
NAME = "statements_exchange_aligning"


class AligningAdmin(EditorialAdmin):
    """The pages of exchanges, with one on which the sides' passages are aligned."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page, once: calls and meetings are exchanges too."""
        if self.model is not Exchange:
            return super().get_urls()
        view = require_http_methods(["GET", "HEAD", "POST"])(self.aligning_view)
        page = self.admin_site.admin_view(view)
        return [path("<int:key>/aligning/", page, name=NAME), *super().get_urls()]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,  # noqa: ANN401, Django's to name
    ) -> HttpResponse:
        """Lead from an exchange to the page on which its readouts are aligned."""
        if obj and change:
            context["aligning_address"] = reverse(f"admin:{NAME}", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def may_align(self, request: HttpRequest, exchange: Exchange) -> bool:
        """Tell whether the person may say which passages of the exchange say the same."""
        return request.user.has_perms(NEEDED) and self.has_change_permission(request, exchange)

    def aligning_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show the sides with what was worked out; keep what an editor says of it."""
        exchange = get_object_or_404(Exchange.objects.defer("search"), pk=key)
        if not self.has_view_permission(request, exchange):
            raise PermissionDenied
        if request.method != "POST":
            return self._board(request, exchange, Sent())
        if not self.may_align(request, exchange):
            raise PermissionDenied("Readers see this exchange: only a chief corrects it.")
        try:
            sent = sent_in(request.POST)
        except ValidationError as error:
            return self._board(request, exchange, Sent(), error.messages)
        refusal, response = attempt(lambda: self._judge(request, exchange, sent))
        return response or self._board(request, exchange, sent, refusal.messages if refusal else [])

    def _judge(self, request: HttpRequest, exchange: Exchange, sent: Sent) -> HttpResponse:
        board = Board(exchange, sent)
        apart = sent.apart | board.parted(sent)
        judgement = Judgement(sent.joined, apart, sent.back, sent.seen, sent.note)
        done = judge(exchange, board.passages, judgement, cast(User, request.user))
        connection.check_constraints()
        if done:
            self.log_change(request, exchange, f"Aligned: {told(done)}")
            self.message_user(request, f"Saved: {told(done)}.", messages.SUCCESS)
        else:
            self.message_user(request, "Nothing was changed.", messages.WARNING)
        if done.gone:
            gone = f"{counted(done.gone, 'verdict')} had been taken back already."
            self.message_user(request, gone, messages.WARNING)
        return redirect(request.path)

    def _board(
        self,
        request: HttpRequest,
        exchange: Exchange,
        sent: Sent,
        refused: list[str] | None = None,
    ) -> HttpResponse:
        return self.desk_page(
            request,
            "aligning",
            "Which passages say the same",
            original=exchange,
            exchange=exchange,
            board=Board(exchange, sent),
            may_align=self.may_align(request, exchange),
            refused=refused or [],
        )


def told(done: Done) -> str:
    """Say what was done."""
    parts = {
        "joined": done.joined,
        "parted": done.parted,
        "taken back": done.back,
    }
    return ", ".join(f"{number} {what}" for what, number in parts.items() if number)
