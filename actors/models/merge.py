"""The log of merges: two records that were one, and all that it takes to part them again."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from actors.models.rules import MERGES_STAND


class Merge(models.Model):
    """A record that was merged into another one, which was kept.

    `record` is the model ("actors.actor"); `kept` and `gone` are the two keys, which need not be
    there any more, and the names are those of then. `not_put_back` says what an undo left.
    """

    record = models.CharField(max_length=40)
    kept = models.BigIntegerField()
    gone = models.BigIntegerField()
    kept_name = models.TextField()
    gone_name = models.TextField()
    gone_address = models.CharField("address that it had", max_length=120)
    reason = models.TextField()
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    merged_at = models.DateTimeField("when", db_default=Now())
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    undone_at = models.DateTimeField("undone", null=True)
    not_put_back = models.JSONField(default=list)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        triggers = [
            MERGES_STAND,
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
        ]
        indexes = [models.Index(fields=["record", "kept"], name="merge_by_kept")]
        constraints = [
            models.CheckConstraint(
                name="merge_has_a_reason",
                condition=~Q(reason__regex=r"^\s*$"),
                violation_error_message="Say why these are one and the same.",
            ),
            models.CheckConstraint(name="merge_is_of_two", condition=~Q(kept=F("gone"))),
            models.CheckConstraint(
                name="merge_is_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
            models.UniqueConstraint(
                name="merge_once",
                fields=["record", "gone"],
                condition=Q(undone_at=None),
                violation_error_message="This was merged already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept_name}"

    def get_absolute_url(self) -> str:
        """Give the address of the merge's page at the desk."""
        return reverse("admin:actors_merge_change", args=[self.pk])


class StepAction(models.TextChoices):
    """What was done in a step of a merge."""

    MOVED = "moved", "moved"
    DROPPED = "dropped", "dropped"
    MADE = "made", "made"
    GONE = "gone", "gone"
    FILLED = "filled", "filled"


class MergeStep(models.Model):
    """One step of a merge: what was done to the rows of one table.

    `rows`, as many as `number` says, are the keys of what was moved, of which `field` was changed;
    whole rows where they were dropped or made or, of the record itself, gone; and of those filled
    the key with the columns before and after.
    """

    Action = StepAction

    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="steps")
    action = models.CharField(max_length=7, choices=StepAction)
    model = models.CharField(max_length=80)
    field = models.CharField(max_length=80, blank=True, db_default="")
    number = models.IntegerField()
    rows = models.JSONField()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]
        constraints = [
            models.CheckConstraint(
                name="merge_step_action_is_known", condition=Q(action__in=StepAction.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.model}"
