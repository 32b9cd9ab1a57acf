"""The people about a statement: those addressed, and those through whom it reached us."""

from django.db import models
from django.db.models import Q

from actors.history import tracked
from actors.models import Actor
from statements.models.statement import Statement


@tracked
class Addressee(models.Model):
    """Somebody to whom a statement was said, as printed and, where known, as an actor."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="addressed")
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="addressed", null=True, blank=True
    )
    name_as_printed = models.CharField(max_length=300, blank=True, db_default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="addressee_once",
                fields=["statement", "actor"],
                violation_error_message="This actor is among the addressees already.",
            ),
            models.UniqueConstraint(
                name="addressee_name_once",
                fields=["statement", "name_as_printed"],
                condition=Q(actor=None),
                violation_error_message="This name is among the addressees already.",
            ),
            models.CheckConstraint(
                name="addressee_is_somebody",
                condition=~Q(actor=None) | ~Q(name_as_printed__regex=r"^\s*$"),
                violation_error_message="Choose an actor, or write the name as printed.",
            ),
        ]

    def __str__(self) -> str:
        return self.name_as_printed or str(self.actor)


class AttributionRole(models.TextChoices):
    """What a link of the chain is."""

    SPEAKER = "speaker", "speaker"
    SPOKESPERSON = "spokesperson", "spokesperson"
    OFFICE = "office", "office"
    AGENCY = "agency", "agency"
    OUTLET = "outlet", "outlet"


@tracked
class Attribution(models.Model):
    """One link of the chain by which words reached us, from the speaker (1) on."""

    Role = AttributionRole

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField(default=1)
    role = models.CharField(max_length=12, choices=AttributionRole)
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="attributions", null=True, blank=True
    )
    name_as_printed = models.CharField(max_length=300, blank=True, db_default="")

    class Meta:
        ordering = ["statement_id", "position"]
        constraints = [
            models.UniqueConstraint(
                name="attribution_position_once",
                fields=["statement", "position"],
                violation_error_message="Another link of the chain has this position.",
            ),
            models.CheckConstraint(
                name="attribution_is_somebody",
                condition=~Q(actor=None) | ~Q(name_as_printed__regex=r"^\s*$"),
                violation_error_message="Choose an actor, or write the name as printed.",
            ),
            models.CheckConstraint(
                name="attribution_role_is_known", condition=Q(role__in=AttributionRole.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name_as_printed or str(self.actor)
