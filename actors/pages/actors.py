"""The list of actors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from actors.filters import ActorFilters
from actors.models import Actor
from reading.access import reading_page
from reading.listing import listing_of


@reading_page
def actor_list(request: HttpRequest) -> HttpResponse:
    """Show the actors that the filters leave."""
    listing = listing_of(ActorFilters(request.GET, Actor.objects.all()))
    return render(request, "actors/actor-list.html", {"listing": listing})
