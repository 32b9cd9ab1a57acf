"""An actor in an exchange."""

from django.db import models
from django.db.models import Q

from actors.history import tracked
from actors.models import Actor
from statements.models.exchange import Exchange
from statements.models.rules import PARTICIPANTS_ONCE


class Role(models.TextChoices):
    """The part that a participant had."""

    INITIATOR = "initiator", "initiator"
    HOST = "host", "host"
    GUEST = "guest", "guest"
    MEDIATOR = "mediator", "mediator"
    PARTICIPANT = "participant", "participant"


@tracked
class Participation(models.Model):
    """Somebody who took part, as printed and, where it is known, as an actor."""

    Role = Role

    exchange = models.ForeignKey(Exchange, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="participations", null=True, blank=True
    )
    name_as_printed = models.CharField(max_length=300, blank=True, db_default="")
    role = models.CharField(
        max_length=11, choices=Role, default=Role.PARTICIPANT, db_default="participant"
    )

    class Meta:
        ordering = ["id"]
        triggers = [PARTICIPANTS_ONCE]
        constraints = [
            models.UniqueConstraint(
                name="participation_once",
                fields=["exchange", "actor"],
                violation_error_message="This actor is among the participants already.",
            ),
            models.UniqueConstraint(
                name="participation_name_once",
                fields=["exchange", "name_as_printed"],
                condition=Q(actor=None),
                violation_error_message="This name is among the participants already.",
            ),
            models.CheckConstraint(
                name="participation_is_somebody",
                condition=~Q(actor=None) | ~Q(name_as_printed__regex=r"^\s*$"),
                violation_error_message="Choose an actor, or write the name as printed.",
            ),
            models.CheckConstraint(
                name="participation_role_is_known", condition=Q(role__in=Role.values)
            ),
        ]
        indexes = [
            models.Index(
                fields=["name_as_printed"],
                name="participation_unresolved",
                condition=Q(actor=None),
            ),
        ]

    def __str__(self) -> str:
        return self.name_as_printed or str(self.actor)
