"""What editors say of two passages: that they say the same, or that they do not."""

from django.conf import settings
from django.db import models
from django.db.models import F
from django.db.models.functions import Now

from actors.history import tracked
from statements.models.rules import OF_ONE_EXCHANGE
from statements.models.statement import Statement


@tracked
class Verdict(models.Model):
    """An editor's word on two passages of an exchange that stand in different documents.

    Which is `one` and which `other` says nothing: `one` has the lower key. It is replaced rather
    than changed, so that its key tells whose word an editor has seen. When a passage comes to
    belong to another exchange or document, a trigger of `Statement` takes the verdict away.
    """

    one = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    is_same = models.BooleanField("they say the same")
    note = models.TextField(blank=True, db_default="")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["id"]
        triggers = [OF_ONE_EXCHANGE]
        constraints = [
            models.UniqueConstraint(
                name="verdict_once",
                fields=["one", "other"],
                violation_error_message="Somebody has said something of these two passages.",
            ),
            models.CheckConstraint(
                name="verdict_is_of_two_in_order",
                condition=models.Q(one__lt=F("other")),
                violation_error_message="A verdict is of two passages, the lower key first.",
            ),
        ]

    def __str__(self) -> str:
        return "say the same" if self.is_same else "do not say the same"
