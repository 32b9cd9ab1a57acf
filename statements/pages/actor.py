"""An actor: who it is, with whom they were in contact, and what they said."""

from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actors.careers import career, holders
from actors.models import Actor, Tenure
from actors.titles import titles_between
from reading.access import reading_page
from reading.addresses import moved_to
from statements.dossiers.actor import dossier_of
from statements.dossiers.wording import wording_of
from statements.dossiers.words import words_of
from statements.postings import current as postings

# Of those who held posts somewhere the latest are shown.
MOST_POSTS = 16


@reading_page
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an actor; a former address leads to the one of today."""
    found = actor_at(slug)
    if found.slug != slug:
        return moved_to(found.get_absolute_url(), request)
    index = postings.statements()
    words = words_of(index, found, request.GET)
    context = {"actor": found, "words": words, "problems": words.at.problems, **_who(found)}
    context["wording"] = wording_of(found)
    if not words.at.problems and not words.at.continued:
        context["dossier"] = dossier_of(found, index, postings.exchanges())
    return render(request, "actors/actor.html", context)


def actor_at(slug: str) -> Actor:
    """Give the actor at an address or a former one, or 404."""
    found = Actor.objects.at(slug)
    if not found:
        raise Http404("No actor has this address.")
    return found


def _who(actor: Actor) -> dict[str, object]:
    """Give the posts of a person, or who held posts in an organisation or a state."""
    today = timezone.localdate()
    tenures = list(actor.tenures.select_related("organisation"))
    titles = titles_between(tenures, today, today)
    posts = _posts(actor)
    return {
        "tenures": tenures,
        "titles": titles,
        "says_more": actor.description.rstrip(".") not in ("", *titles),
        "career": career(tenures, today),
        "posts": posts[:MOST_POSTS],
        "has_more_posts": len(posts) > MOST_POSTS,
        "holders": holders(reversed(posts[:MOST_POSTS]), today),
    }


def _posts(actor: Actor) -> list[Tenure]:
    """Give who held posts there, the latest first, and one more than are shown."""
    if actor.kind == Actor.Kind.PERSON:
        return []
    there = Q(organisation=actor)
    if actor.kind == Actor.Kind.STATE and actor.country:
        there |= Q(country=actor.country)
    posts = Tenure.objects.filter(there).select_related("person")
    return list(posts.order_by(F("start_earliest").desc(nulls_last=True), "-pk")[: MOST_POSTS + 1])
