"""Who was in contact with whom."""

from django.db.models import Count, QuerySet

from actors.models import Actor
from statements.models import Exchange


def contacts_of(actor: Actor) -> QuerySet[Actor]:
    """Give the others of the actor's public exchanges, each with how many as `contacts`."""
    shared = Exchange.objects.public().filter(participations__actor=actor)
    return (
        Actor.objects.filter(participations__exchange__in=shared)
        .exclude(pk=actor.pk)
        .annotate(contacts=Count("participations__exchange", distinct=True))
        .order_by("-contacts", "folded", "pk")
    )


def frequent_actors(most: int) -> QuerySet[Actor]:
    """Give the actors who took part in most public exchanges, the busiest first."""
    public = Exchange.objects.public()
    return (
        Actor.objects.filter(participations__exchange__in=public)
        .annotate(contacts=Count("participations__exchange", distinct=True))
        .order_by("-contacts", "folded", "pk")[:most]
    )
