"""The pages of telephone and video calls: who called, and how long each side says it took."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from actors.admin.sections import section
from statements.admin.editorial import FOR_READERS
from statements.admin.exchange import ABOUT, AROUND, CONDITION, WHEN, ExchangeAdmin
from statements.admin.filters import ReadoutFilter, YearFilter
from statements.admin.participants import CallersInline
from statements.admin.readouts import CallReadoutsInline
from statements.models import Call
from statements.models.exchange import CALLS, ExchangeKind

KINDS = [choice for choice in ExchangeKind.choices if choice[0] in CALLS]


@admin.register(Call)
class CallAdmin(ExchangeAdmin):
    """A call."""

    list_display = ["title", "day", "participants", "status", "editorial_status"]
    list_filter = ["editorial_status", "status", "kind", ReadoutFilter, YearFilter]
    inlines = [CallersInline, CallReadoutsInline]
    fieldsets = [
        section(None, "kind", "title", *WHEN, "another_that_day"),
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
        """Offer the kinds of calls."""
        if db_field.name == "kind":
            kwargs.update(choices=KINDS, initial=ExchangeKind.CALL)
        return super().formfield_for_choice_field(db_field, request, **kwargs)
