"""Filters of the desk's lists."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpRequest

from statements.models import Statement
from statements.publishing import IN_HAND


class ListedFilter(admin.SimpleListFilter):
    """A filter that takes what it offers and nothing else."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows that answer the choice."""
        chosen = self.value()
        if chosen is None:
            return queryset
        if chosen not in {str(value) for value, _ in self.lookup_choices}:
            raise IncorrectLookupParameters
        return self.kept(queryset, chosen)

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Give the rows that answer the choice."""
        raise NotImplementedError


class YearFilter(ListedFilter):
    """The years of a record's date; one that may have been in several years is in each."""

    title = "year"
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """Offer the years in which something begins."""
        year = ExtractYear("date_earliest")
        rows = model_admin.model.objects.exclude(date_earliest=None).order_by()
        years = rows.values_list(year, flat=True).distinct()
        return [(str(one), str(one)) for one in sorted(years, reverse=True)]

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Keep what overlaps the year."""
        year = int(chosen)
        return queryset.filter(date_earliest__year__lte=year, date_latest__year__gte=year)


class YesNoFilter(ListedFilter):
    """Whether something is there."""

    present = "yes"
    missing = "no"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """Offer both."""
        return [("yes", self.present), ("no", self.missing)]


class VerifiedFilter(ListedFilter):
    """Whether the words were found in a kept copy, and are still found there and in the source."""

    title = "the source"
    parameter_name = "verified"
    due = "due"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """Offer what a statement may be."""
        return [
            ("yes", "has the words"),
            ("no", "not found there"),
            (self.due, "not found there: direct quotations"),
            ("failed", "failed its check"),
            ("gone", "changed since"),
        ]

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Ask for the anchor, for what failed, and for the latest copy."""
        if chosen == self.due:
            return queryset.filter(pk__in=Statement.objects.unverified().values("pk"))
        if chosen == "failed":
            return queryset.failing()  # type: ignore[attr-defined]
        if chosen == "gone":
            return queryset.gone_from_source()  # type: ignore[attr-defined]
        return queryset.filter(snapshot__isnull=chosen == "no")


class MineFilter(ListedFilter):
    """What the person entered that is not yet public."""

    title = "my drafts"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """Offer one's own."""
        self.person = request.user.pk
        return [("yes", "what I have in hand")]

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Ask who entered it."""
        return queryset.filter(entered_by=self.person, editorial_status__in=IN_HAND)


class SpeakerKnownFilter(YesNoFilter):
    """Whether it is known who is meant by the speaker as printed."""

    title = "speaker"
    parameter_name = "known"
    present = "known"
    missing = "waits for an editor"

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Ask for the actor."""
        return queryset.filter(speaker__isnull=chosen == "no")


class ReadoutFilter(YesNoFilter):
    """Whether any side's account of an exchange is there."""

    title = "readouts"
    parameter_name = "readouts"
    present = "at least one"
    missing = "none yet"

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Ask for a readout with a document."""
        with_one = queryset.model.objects.filter(readouts__document__isnull=False).values("pk")
        found = {"pk__in": with_one}
        return queryset.filter(**found) if chosen == "yes" else queryset.exclude(**found)


class SnapshotFilter(YesNoFilter):
    """Whether the text of a document is kept."""

    title = "kept copy"
    parameter_name = "kept"
    present = "there"
    missing = "none yet"

    def kept(self, queryset: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Ask for a snapshot."""
        with_one = queryset.model.objects.filter(snapshots__isnull=False).values("pk")
        return (
            queryset.filter(pk__in=with_one)
            if chosen == "yes"
            else queryset.exclude(pk__in=with_one)
        )
