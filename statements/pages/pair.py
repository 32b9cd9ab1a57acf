"""Two actors: every contact of theirs, and what each said to the other."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from actors.models import Actor
from reading.access import reading_page
from reading.addresses import moved_to
from reading.paging import page_at
from statements.filters.common import NEWEST
from statements.models import Exchange, Statement
from statements.pages.actor import actor_at
from statements.querysets.exchanges import ExchangeQuerySet


@dataclass(frozen=True)
class Said:
    """How much one of the two said to the other, or about an exchange with the other."""

    speaker: Actor
    counterpart: Actor
    count: int


@reading_page
def pair(request: HttpRequest, slug: str, other_slug: str) -> HttpResponse:
    """Show the contacts of two actors; the order of the two in the address is the reader's."""
    one, other = actor_at(slug), actor_at(other_slug)
    if one == other:
        raise Http404("These are the same actor.")
    if (one.slug, other.slug) != (slug, other_slug):
        return moved_to(_address(one, other), request)
    context = {"one": one, "other": other, "canonical": _canonical(one, other)}
    contacts = Exchange.objects.public().between([one, other])
    context |= _contacts(contacts)
    context["at"] = page_at(request.GET, contacts.for_list(), NEWEST)
    context["said"] = [_said(one, other), _said(other, one)]
    return render(request, "actors/pair.html", context)


def _contacts(contacts: ExchangeQuerySet) -> dict[str, object]:
    last = contacts.last_held()
    return {
        "count": contacts.count(),
        "last": last,
        "days_since": _days_since(last) if last else None,
    }


def _days_since(exchange: Exchange) -> int | None:
    """Count the days since an exchange whose very day is known."""
    day = exchange.date_earliest
    return (timezone.localdate() - day).days if day == exchange.date_latest else None


def _said(speaker: Actor, counterpart: Actor) -> Said:
    public = Statement.objects.public()
    return Said(
        speaker,
        counterpart,
        public.said_by([speaker]).with_counterpart([counterpart]).count(),
    )


def _address(one: Actor, other: Actor) -> str:
    return reverse("pair", args=[one.slug, other.slug])


def _canonical(one: Actor, other: Actor) -> str:
    """Give the one address under which both orders are known."""
    return _address(*sorted([one, other], key=lambda actor: actor.slug))
