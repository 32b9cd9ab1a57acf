"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from actors.models import Actor
from reading.access import reading_page
from statements.cards import cards_of
from statements.models import Document, Exchange, Statement

LATEST = 5


@reading_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the latest exchanges and statements, what is to come, and how much there is."""
    said, exchanges = Statement.objects.public(), Exchange.objects.public()
    context = {
        "statement_count": said.count(),
        "statements": cards_of(said[:LATEST]),
        "exchange_count": exchanges.count(),
        "held": exchanges.held().for_list()[:LATEST],
        "planned": exchanges.still_open().for_list()[:LATEST],
        "actor_count": Actor.objects.count(),
        "document_count": Document.objects.public().count(),
    }
    return render(request, "statements/home.html", context)
