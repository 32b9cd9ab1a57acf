"""Two actors: every contact of theirs, and what each said to the other."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from actors.models import Actor
from reading.access import reading_page
from reading.addresses import moved_to
from reading.cursors import Start
from reading.paging import CursorForm, PageAt, page_asked
from statements.dossiers.latest import exchanges_at
from statements.dossiers.pair import dossier_of_two
from statements.figures.contacts import Contacts, contacts_between
from statements.filters.common import NEWEST
from statements.models import Exchange
from statements.pages.actor import actor_at
from statements.postings import current as postings
from statements.postings.index import Index
from statements.postings.order import by_day

ON_A_PAGE = 20


@reading_page
def pair(request: HttpRequest, slug: str, other_slug: str) -> HttpResponse:
    """Show the contacts of two actors; the order of the two in the address is the reader's."""
    one, other = actor_at(slug), actor_at(other_slug)
    if one == other:
        raise Http404("These are the same actor.")
    if (one.slug, other.slug) != (slug, other_slug):
        return moved_to(_address(one, other), request)
    index = postings.exchanges()
    contacts = contacts_between(index, [one.pk, other.pk])
    at = _page(request.GET, index, contacts)
    context = {"one": one, "other": other, "contacts": contacts, "at": at}
    context["canonical"] = _canonical(one, other)
    if not at.problems and not at.continued:
        today, said = timezone.localdate(), postings.statements()
        context["dossier"] = dossier_of_two(one, other, contacts, index, said, today)
    return render(request, "actors/pair.html", context)


def _page(asked: QueryDict, index: Index, contacts: Contacts) -> PageAt:
    """Give the page of all their exchanges that is asked for."""

    def nearest(start: Start, most: int) -> list[Exchange]:
        return exchanges_at(by_day(index, contacts.all, start, newest=True, most=most))

    return page_asked(CursorForm(asked, NEWEST), nearest, ON_A_PAGE)


def _address(one: Actor, other: Actor) -> str:
    return reverse("pair", args=[one.slug, other.slug])


def _canonical(one: Actor, other: Actor) -> str:
    """Give the one address under which both orders are known."""
    return _address(*sorted([one, other], key=lambda actor: actor.slug))
