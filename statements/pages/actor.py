"""An actor: who it is, with whom they were in contact, and what they said."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from actors.models import Actor, Tenure
from reading.access import reading_page
from reading.addresses import moved_to
from reading.paging import nothing_asked
from statements.cards import cards_of
from statements.models import Document, Exchange, Statement
from statements.querysets.contacts import contacts_of

LATEST = 10
MOST_CONTACTS = 24


@reading_page
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an actor; a former address leads to the one of today."""
    found = actor_at(slug)
    if found.slug != slug:
        return moved_to(found.get_absolute_url(), request)
    context = {"actor": found, "problems": nothing_asked(request.GET), **_who(found)}
    if not context["problems"]:
        context |= _record(found)
    return render(request, "actors/actor.html", context)


def actor_at(slug: str) -> Actor:
    """Give the actor at an address or a former one, or 404."""
    found = Actor.objects.at(slug)
    if not found:
        raise Http404("No actor has this address.")
    return found


def _who(actor: Actor) -> dict[str, object]:
    return {
        "tenures": actor.tenures.select_related("organisation"),
        "posts": Tenure.objects.filter(organisation=actor).select_related("person"),
    }


def _record(actor: Actor) -> dict[str, object]:
    said = Statement.objects.public().said_by([actor])
    exchanges = Exchange.objects.public().between([actor])
    contacts = contacts_of(actor)
    return {
        "statement_count": said.count(),
        "statements": cards_of(said[:LATEST]),
        "exchange_count": exchanges.count(),
        "exchanges": exchanges.for_list()[:LATEST],
        "contact_count": contacts.count(),
        "contacts": contacts[:MOST_CONTACTS],
        "document_count": Document.objects.public().published_by([actor]).count(),
        "addressed_count": Statement.objects.public().with_counterpart([actor]).count(),
    }
