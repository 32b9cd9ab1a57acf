"""One side's account of an exchange."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from actors.history import tracked
from actors.models import Actor
from actors.models.base import ImportedRecord
from dates.fields import EDTFField, date_is_sound, date_precision, earliest_day, latest_day
from statements.models.document import Document
from statements.models.exchange import Exchange


@tracked
class Readout(ImportedRecord):
    """What one side published of an exchange, or that nothing was found, and what it claims.

    Without a side it is an account by nobody who took part, such as a newspaper's.
    """

    exchange = models.ForeignKey(Exchange, on_delete=models.CASCADE, related_name="readouts")
    side = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="readouts", null=True, blank=True
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="readouts", null=True, blank=True
    )
    none_found_on = models.DateField(
        "none found, checked on", null=True, blank=True, help_text="The day it was looked for."
    )
    claimed_date = EDTFField(null=True, blank=True, help_text="The day that this side gives.")
    claimed_minutes = models.PositiveIntegerField(
        "claimed length in minutes", null=True, blank=True, validators=[MinValueValidator(1)]
    )
    claimed_initiator = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    note = models.TextField(blank=True, db_default="")
    claimed_date_earliest = earliest_day("claimed_date")
    claimed_date_latest = latest_day("claimed_date")
    claimed_date_precision = date_precision("claimed_date")

    class Meta:
        ordering = ["id"]
        constraints = [
            date_is_sound("claimed_date", "readout_claimed_date_is_sound"),
            models.CheckConstraint(
                name="readout_has_a_document_or_none",
                condition=Q(document=None, none_found_on__isnull=False)
                | Q(document__isnull=False, none_found_on=None),
                violation_error_message="Choose the document, or the day on which none was found.",
            ),
            models.CheckConstraint(
                name="readout_none_found_has_a_side",
                condition=Q(none_found_on=None) | Q(side__isnull=False),
                violation_error_message="Say whose readout was not found.",
            ),
            models.CheckConstraint(
                name="readout_claims_at_least_a_minute",
                condition=Q(claimed_minutes=None) | Q(claimed_minutes__gte=1),
            ),
            models.UniqueConstraint(
                name="readout_once",
                fields=["exchange", "side", "document"],
                nulls_distinct=False,
                violation_error_message="This readout is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side or 'account'}: {self.document or 'none found'}"
