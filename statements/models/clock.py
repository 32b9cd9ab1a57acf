"""The time of day beside a date of record, and the instant that follows from both."""

from django.db import models
from django.db.models import F, Func, Q


class Instant(Func):
    """`instant(edtf, time, zone)`: the aware time, or NULL where the date is not one day."""

    function = "instant"
    arity = 3
    output_field = models.DateTimeField()


def instant_of(
    date: str = "date", time: str = "time", zone: str = "timezone"
) -> models.GeneratedField:
    """Give the generated column with the aware instant of a date, wall-clock time and IANA zone."""
    return models.GeneratedField(
        expression=Instant(F(date), F(time), F(zone)),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
        editable=False,
    )


def time_is_sound(name: str) -> models.CheckConstraint:
    """Give the rule that a time comes with its zone."""
    return models.CheckConstraint(
        name=name,
        condition=Q(time=None) | ~Q(timezone=""),
        violation_error_message="A time needs its time zone, such as Europe/Paris.",
    )


class IsTimeZone(Func):
    """`is_time_zone(text)`: whether PostgreSQL knows the time zone."""

    function = "is_time_zone"
    arity = 1
    output_field = models.BooleanField()


def zone_is_sound(name: str) -> models.CheckConstraint:
    """Give the rule that a time zone is empty or known."""
    return models.CheckConstraint(
        name=name,
        condition=Q(timezone="") | Q(IsTimeZone("timezone")),
        violation_error_message="This time zone is not known. Write it as Europe/Paris.",
    )
