"""Who was in contact with whom."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from actors.models import Actor
from actors.querysets import ActorQuerySet
from statements.models import Exchange, Participation, Statement


def contacts_of(actor: Actor) -> QuerySet[Actor]:
    """Give the others of the actor's public exchanges, each with how many as `contacts`."""
    shared = Exchange.objects.public().filter(participations__actor=actor)
    return (
        Actor.objects.filter(participations__exchange__in=shared)
        .exclude(pk=actor.pk)
        .annotate(contacts=Count("participations__exchange", distinct=True))
        .order_by("-contacts", "folded", "pk")
    )


def actors_on_record() -> ActorQuerySet:
    """Give the actors who took part in a public exchange or made a public statement."""
    part = Participation.objects.filter(
        actor=OuterRef("pk"), exchange__in=Exchange.objects.public()
    )
    said = Statement.objects.public().filter(speaker=OuterRef("pk")).order_by()
    return Actor.objects.filter(Exists(part) | Exists(said))


def frequent_actors(most: int) -> QuerySet[Actor]:
    """Give the actors who took part in most public exchanges, the busiest first."""
    public = Exchange.objects.public()
    return (
        Actor.objects.filter(participations__exchange__in=public)
        .annotate(contacts=Count("participations__exchange", distinct=True))
        .order_by("-contacts", "folded", "pk")[:most]
    )
