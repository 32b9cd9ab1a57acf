"""The pages of telephone and video calls: who called, and how long each side says it took."""

from django.contrib import admin

from actors.admin.sections import section
from statements.admin.editorial import FOR_READERS
from statements.admin.exchange import ABOUT, AROUND, CONDITION, WHEN, ExchangeAdmin
from statements.admin.filters import ReadoutFilter, YearFilter
from statements.admin.participants import CallersInline
from statements.admin.readouts import CallReadoutsInline
from statements.models import Call
from statements.models.exchange import CALLS


@admin.register(Call)
class CallAdmin(ExchangeAdmin):
    """A call."""

    kinds = CALLS
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
