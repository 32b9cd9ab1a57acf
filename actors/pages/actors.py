"""The list of actors."""

from django.http import HttpRequest, HttpResponse

from actors.filters import ActorFilters
from actors.models import Actor
from reading.access import reading_page
from reading.lists import list_response


@reading_page
def actor_list(request: HttpRequest) -> HttpResponse:
    """Show the actors that the filters leave."""
    return list_response(request, "actors/actor", ActorFilters(request.GET, Actor.objects.all()))
