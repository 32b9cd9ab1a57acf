"""The Django app of imprecise dates."""

from django.apps import AppConfig


class DatesConfig(AppConfig):
    """Bring the SQL functions of the dates, and their template filter."""

    name = "dates"
