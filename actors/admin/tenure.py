"""The page of posts held, for finding who held which."""

from django.contrib import admin

from actors.admin.desk import DeskAdmin
from actors.admin.display import in_words
from actors.models import Tenure


@admin.register(Tenure)
class TenureAdmin(DeskAdmin):
    """A person's time in a post."""

    list_display = ("title", "person", "organisation", "country", "started", "ended")
    list_filter = ("country",)
    list_select_related = ("person", "organisation")
    search_fields = ("title", "person__name", "person__folded", "organisation__name")
    autocomplete_fields = ("person", "organisation")
    fields = ("person", "title", "organisation", "country", ("start", "end"))

    @admin.display(description="from", ordering="start_earliest")
    def started(self, tenure: Tenure) -> str:
        """Give the start in words."""
        return in_words(tenure.start)

    @admin.display(description="to", ordering="end_latest")
    def ended(self, tenure: Tenure) -> str:
        """Give the end in words."""
        return in_words(tenure.end)
