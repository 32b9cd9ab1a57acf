"""The pages of meetings, visits and summits: where, and who hosted."""

from django.contrib import admin

from actors.admin.sections import section
from statements.admin.editorial import FOR_READERS
from statements.admin.exchange import ABOUT, AROUND, CONDITION, WHEN, ExchangeAdmin
from statements.admin.filters import ReadoutFilter, YearFilter
from statements.admin.participants import GuestsInline
from statements.admin.readouts import ReadoutsInline
from statements.models import Meeting
from statements.models.exchange import MEETINGS


@admin.register(Meeting)
class MeetingAdmin(ExchangeAdmin):
    """A meeting in one place."""

    kinds = MEETINGS
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
