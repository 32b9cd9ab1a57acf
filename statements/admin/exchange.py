"""The pages of exchanges of any kind."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from actors.admin.display import in_words
from actors.admin.merging import MergingAdmin
from actors.admin.searching import words_of
from actors.admin.sections import section
from statements.admin.aligning import AligningAdmin
from statements.admin.editorial import FOR_READERS
from statements.admin.filters import MineFilter, ReadoutFilter, YearFilter
from statements.admin.from_source import FromSourceAdmin
from statements.admin.listing import statements_listed
from statements.admin.participants import ParticipantsInline
from statements.admin.publishing import PublishingTogetherAdmin
from statements.admin.readouts import CallReadoutsInline
from statements.admin.searching import on_date, with_participant
from statements.admin.twins import refuse_twin
from statements.models import Exchange
from statements.models.exchange import ExchangeKind

WHEN = ("date", ("time", "timezone"))
ABOUT = section("What it was about", "topics", "summary")
CONDITION = section("If it is still to come", "status", "condition", folded=True)
AROUND = section("What it belongs to", "part_of", "countries", "source_url", "statements_here")


@admin.register(Exchange)
class ExchangeAdmin(FromSourceAdmin, AligningAdmin, MergingAdmin, PublishingTogetherAdmin):
    """One contact between actors.

    `kinds` are those that are offered, the most frequent first; none stands for all.
    """

    kinds: tuple[str, ...] = ()
    list_display = ["title", "kind", "day", "participants", "status", "editorial_status"]
    list_filter = ["kind", "editorial_status", MineFilter, "status", ReadoutFilter, YearFilter]
    search_fields = ("title",)
    search_help_text = "Words of the title, participants by any of their names, or a date."
    autocomplete_fields = ("topics", "part_of")
    readonly_fields = ("statements_here",)
    change_form_template = "admin/parts_first.html"
    inlines = [ParticipantsInline, CallReadoutsInline]
    fieldsets = [
        section(None, "kind", "title", *WHEN, "another_that_day", "place"),
        CONDITION,
        ABOUT,
        AROUND,
        FOR_READERS,
    ]

    def formfield_for_choice_field(
        self, db_field: models.Field, request: HttpRequest, **kwargs: object
    ) -> forms.TypedChoiceField | None:
        """Offer the kinds of this page."""
        if db_field.name == "kind" and self.kinds:
            choices = [(kind, ExchangeKind(kind).label) for kind in self.kinds]
            kwargs.update(choices=choices, initial=self.kinds[0])
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the participants too."""
        return super().get_queryset(request).prefetch_related("participations__actor")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find exchanges of which every word is in the title, the participants or the date."""
        for word in words_of(search_term):
            fits = Q(title__icontains=word) | Q(public_id=word) | on_date(word)
            queryset = queryset.filter(fits | Q(with_participant(word)))
        return queryset, False

    def choice_label(self, record: Exchange) -> str:
        """Tell exchanges apart by their day: "Putin–Macron — call, 20 February 2022"."""
        kind = record.get_kind_display()
        return f"{record.title} — {', '.join(filter(None, [kind, in_words(record.date)]))}"

    def settle(self, record: Exchange) -> None:
        """Ask whether a second exchange of the same kind, day and participants is meant."""
        refuse_twin(record)
        super().settle(record)

    @admin.display(description="date", ordering="date_earliest")
    def day(self, exchange: Exchange) -> str:
        """Give the date in words."""
        return in_words(exchange.date)

    @admin.display(description="participants")
    def participants(self, exchange: Exchange) -> str:
        """Name those who took part."""
        parts = exchange.participations.all()
        return ", ".join(str(part.actor or part.name_as_printed) for part in parts)

    @admin.display(description="statements")
    def statements_here(self, exchange: Exchange) -> SafeString | str:
        """List the first statements made in it, with a way to all and to add one."""
        return statements_listed(exchange, "exchange")
