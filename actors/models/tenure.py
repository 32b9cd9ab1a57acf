"""A person's time in a post."""

from django.db import models

from actors.history import tracked
from actors.models.actor import Actor, ActorKind
from actors.models.base import ImportedRecord, country_is_sound
from actors.models.rules import TENURE_OF_A_PERSON
from dates.fields import (
    EDTFField,
    date_is_sound,
    date_precision,
    earliest_day,
    latest_day,
    span_is_sound,
)


@tracked
class Tenure(ImportedRecord):
    """A post held from a day to a day; gives the title of a person on a date."""

    person = models.ForeignKey(
        Actor,
        on_delete=models.CASCADE,
        related_name="tenures",
        limit_choices_to={"kind": ActorKind.PERSON},
    )
    title = models.CharField(max_length=300, help_text="Such as President of France.")
    organisation = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="posts", null=True, blank=True
    )
    country = models.CharField(max_length=2, blank=True, db_default="")
    start = EDTFField(null=True, blank=True, help_text="Empty where it is not known.")
    end = EDTFField(null=True, blank=True, help_text="Empty while it goes on.")
    start_earliest = earliest_day("start")
    start_latest = latest_day("start")
    start_precision = date_precision("start")
    end_earliest = earliest_day("end")
    end_latest = latest_day("end")
    end_precision = date_precision("end")

    class Meta:
        ordering = [models.F("start_earliest").asc(nulls_first=True), "id"]
        triggers = [TENURE_OF_A_PERSON]
        constraints = [
            country_is_sound("tenure_country_is_a_code"),
            date_is_sound("start", "tenure_start_is_sound"),
            date_is_sound("end", "tenure_end_is_sound"),
            span_is_sound("start", "end", "tenure_ends_after_it_starts"),
            models.CheckConstraint(
                name="tenure_title_is_not_empty", condition=~models.Q(title__regex=r"^\s*$")
            ),
            models.UniqueConstraint(
                name="tenure_once",
                fields=["person", "title", "start"],
                nulls_distinct=False,
                violation_error_message="This post from this day is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
