"""An actor: a person, an office, an organisation or a state."""

from typing import ClassVar

from django.db import models
from django.db.models.lookups import Exact

from actors.history import tracked
from actors.models.base import ImportedRecord, country_is_sound
from actors.models.folding import Fold, folded, folded_index
from actors.models.rules import HOLDERS_ARE_PERSONS, KEEP_FORMER_ADDRESS, TAKE_UP_ADDRESS
from actors.querysets import ActorManager, ActorQuerySet
from reading.addresses import address_of


class ActorKind(models.TextChoices):
    """What an actor is."""

    PERSON = "person", "person"
    OFFICE = "office", "office"
    ORGANISATION = "organisation", "organisation"
    STATE = "state", "state"


@tracked
class Actor(ImportedRecord):
    """Someone who speaks, or in whose name is spoken."""

    Kind = ActorKind

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="The last part of the address; the old address keeps leading here.",
    )
    name = models.CharField(max_length=200, help_text="As the newsroom writes it.")
    kind = models.CharField(max_length=12, choices=ActorKind)
    country = models.CharField(
        max_length=2, blank=True, db_default="", help_text="ISO 3166-1 alpha-2, such as FR."
    )
    wikidata = models.CharField(
        "Wikidata", max_length=16, blank=True, db_default="", help_text="Such as Q7747."
    )
    description = models.TextField(blank=True, db_default="")
    folded = folded("name")

    objects = ActorManager()

    class Meta:
        ordering = ["name", "id"]
        triggers = [KEEP_FORMER_ADDRESS, TAKE_UP_ADDRESS, HOLDERS_ARE_PERSONS]
        indexes = [
            folded_index("actor_folded_trgm"),
            models.Index(fields=["folded", "id"], name="actor_by_name"),
        ]
        constraints = [
            country_is_sound("actor_country_is_a_code"),
            models.CheckConstraint(
                name="actor_kind_is_known", condition=models.Q(kind__in=ActorKind.values)
            ),
            models.CheckConstraint(
                name="actor_name_has_letters",
                condition=~models.Q(Exact(Fold("name"), models.Value(""))),
                violation_error_message="A name has at least one letter or digit.",
            ),
            models.CheckConstraint(
                name="actor_wikidata_is_an_item",
                condition=models.Q(wikidata="") | models.Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                violation_error_message="A Wikidata item is Q and a number, such as Q7747.",
            ),
            models.UniqueConstraint(
                name="actor_wikidata_once",
                fields=["wikidata"],
                condition=~models.Q(wikidata=""),
                violation_error_message="Another actor has this Wikidata item.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Give the address of the actor's page."""
        return address_of("actor", self.slug)


class LeaderManager(ActorManager):
    """Actors who are persons."""

    def get_queryset(self) -> ActorQuerySet:  # type: ignore[override]
        """Give the persons among the actors."""
        return ActorQuerySet(self.model, using=self._db).filter(kind=ActorKind.PERSON)


class Leader(Actor):
    """A person, as the newsroom calls those who speak for states."""

    objects: ClassVar[LeaderManager] = LeaderManager()

    class Meta:
        proxy = True


class FormerAddress(models.Model):
    """A slug that an actor had: written by a trigger when the slug changes, never by hand."""

    slug = models.SlugField(max_length=120, primary_key=True)
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name_plural = "former addresses"

    def __str__(self) -> str:
        return self.slug
