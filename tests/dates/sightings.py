"""A model to test the fields with, in a registry of its own: no app has it, no migration."""

from typing import ClassVar, Self

from django.apps.registry import Apps
from django.db import models

from dates.fields import (
    EDTFField,
    date_is_sound,
    date_precision,
    earliest_day,
    latest_day,
    span_is_sound,
)


class Sighting(models.Model):
    """A bird seen on a date, and the span for which it stayed."""

    objects: ClassVar[models.Manager[Self]] = models.Manager()
    seen = EDTFField()
    seen_earliest = earliest_day("seen")
    seen_latest = latest_day("seen")
    seen_precision = date_precision("seen")
    start = EDTFField(null=True, blank=True)
    start_earliest = earliest_day("start")
    start_latest = latest_day("start")
    end = EDTFField(null=True, blank=True)
    end_earliest = earliest_day("end")
    end_latest = latest_day("end")

    class Meta:
        app_label = "sightings"
        apps = Apps()
        constraints = (
            date_is_sound("seen", "sighting_seen_is_sound"),
            date_is_sound("start", "sighting_start_is_sound"),
            date_is_sound("end", "sighting_end_is_sound"),
            span_is_sound("start", "end", "sighting_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        """Name it by its date."""
        return str(self.seen)
