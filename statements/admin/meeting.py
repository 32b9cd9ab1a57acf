"""The pages of meetings, visits and summits: where, and who hosted."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from actors.admin.sections import section
from statements.admin.editorial import FOR_READERS
from statements.admin.exchange import ABOUT, AROUND, CONDITION, WHEN, ExchangeAdmin
from statements.admin.filters import ReadoutFilter, YearFilter
from statements.admin.participants import GuestsInline
from statements.admin.readouts import ReadoutsInline
from statements.models import Meeting
from statements.models.exchange import MEETINGS, ExchangeKind

KINDS = [choice for choice in ExchangeKind.choices if choice[0] in MEETINGS]


@admin.register(Meeting)
class MeetingAdmin(ExchangeAdmin):
    """A meeting in one place."""

    list_display = ["title", "kind", "day", "place", "participants", "status", "editorial_status"]
    list_filter = ["editorial_status", "status", "kind", ReadoutFilter, YearFilter]
    inlines = [GuestsInline, ReadoutsInline]
    fieldsets = [
        section(None, "kind", "title", "place", *WHEN, "another_that_day"),
        CONDITION,
        ABOUT,
        AROUND,
        FOR_READERS,
    ]

    def formfield_for_choice_field(
        self,
        db_field: models.Field,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.TypedChoiceField | None:
        """Offer the kinds of meetings."""
        if db_field.name == "kind":
            kwargs.update(choices=KINDS, initial=ExchangeKind.MEETING)
        return super().formfield_for_choice_field(db_field, request, **kwargs)
