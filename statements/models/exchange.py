"""One contact between actors."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from actors.history import tracked
from actors.models import Actor
from actors.models.base import ImportedRecord
from dates.fields import EDTFField, date_is_sound, date_precision, earliest_day, latest_day
from reading.addresses import address_of
from statements.models.clock import instant_of, time_is_sound, zone_is_sound
from statements.models.editorial import EditorialRecord, editorial_rules, work_index
from statements.models.rules import EXCHANGE_ONCE, EXCHANGE_TREE
from statements.models.search import words_of
from statements.models.steps import editorial_triggers
from statements.models.topic import Topic
from statements.querysets.exchanges import ExchangeManager, ExchangeQuerySet


class ExchangeKind(models.TextChoices):
    """How the actors were in contact."""

    CALL = "call", "call"
    VIDEO_CALL = "video_call", "video call"
    MEETING = "meeting", "meeting"
    VISIT = "visit", "visit"
    SUMMIT = "summit", "summit"
    LETTER = "letter", "letter"
    NEGOTIATION = "negotiation", "negotiation"
    PRESS_CONFERENCE = "press_conference", "press conference"
    OTHER = "other", "other"


CALLS = (ExchangeKind.CALL, ExchangeKind.VIDEO_CALL)
MEETINGS = (ExchangeKind.MEETING, ExchangeKind.VISIT, ExchangeKind.SUMMIT)


class CountryCodes(models.Func):
    """`are_country_codes(text[])`: whether all are two capital letters."""

    function = "are_country_codes"
    arity = 1
    output_field = models.BooleanField()


class ExchangeState(models.TextChoices):
    """Whether it took place."""

    HELD = "held", "held"
    PLANNED = "planned", "planned"
    PROPOSED = "proposed", "proposed"
    CANCELLED = "cancelled", "cancelled"


@tracked
class Exchange(EditorialRecord, ImportedRecord):
    """A call, a meeting, a letter: one contact between actors, held or still to come.

    `another_that_day` says that an editor knows of an exchange of the same kind, day and
    participants and means this one to stand beside it; a trigger refuses the second otherwise.
    """

    Kind = ExchangeKind
    State = ExchangeState

    kind = models.CharField(max_length=16, choices=ExchangeKind)
    status = models.CharField(
        max_length=9, choices=ExchangeState, default=ExchangeState.HELD, db_default="held"
    )
    title = models.CharField(max_length=400)
    summary = models.TextField(blank=True, db_default="")
    condition = models.TextField(
        blank=True, db_default="", help_text="What a planned or proposed one depends on."
    )
    date = EDTFField(null=True, blank=True)
    time = models.TimeField(null=True, blank=True, help_text="On the clock of the time zone.")
    timezone = models.CharField(
        "time zone", max_length=64, blank=True, db_default="", help_text="Such as Europe/Paris."
    )
    place = models.CharField(max_length=300, blank=True, db_default="")
    countries = ArrayField(
        models.CharField(max_length=2),
        blank=True,
        default=list,
        db_default=[],
        help_text="ISO 3166-1 alpha-2, with commas between them: FR, RU.",
    )
    actors: models.ManyToManyField = models.ManyToManyField(
        Actor, through="Participation", related_name="exchanges"
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="exchanges")
    part_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="parts", null=True, blank=True
    )
    source_url = models.URLField("source", max_length=2000, blank=True, db_default="")
    another_that_day = models.BooleanField(
        "another one on that day",
        default=False,
        db_default=False,
        help_text="They were in contact in this way more than once on that day.",
    )
    date_earliest = earliest_day("date")
    date_latest = latest_day("date")
    date_precision = date_precision("date")
    starts_at = instant_of()
    search = words_of("title", "summary", "place", "condition")

    objects = ExchangeManager()

    class Meta:
        ordering = [models.F("date_earliest").desc(nulls_last=True), "id"]
        triggers = [EXCHANGE_TREE, EXCHANGE_ONCE, *editorial_triggers("exchange")]
        indexes = [
            work_index("exchange"),
            models.Index(
                models.F("date_earliest").desc(nulls_last=True), "id", name="exchange_newest"
            ),
            models.Index(fields=["date_earliest", "id"], name="exchange_oldest"),
            models.Index(fields=["kind", "date_earliest"], name="exchange_twins"),
            GinIndex(fields=["search"], name="exchange_search"),
        ]
        constraints = [
            *editorial_rules("exchange"),
            date_is_sound("date", "exchange_date_is_sound"),
            time_is_sound("exchange_time_has_a_zone"),
            zone_is_sound("exchange_zone_is_known"),
            models.CheckConstraint(
                name="exchange_countries_are_codes",
                condition=CountryCodes("countries"),
                violation_error_message="Each country is two capital letters (ISO 3166-1).",
            ),
            models.CheckConstraint(
                name="exchange_kind_is_known", condition=models.Q(kind__in=ExchangeKind.values)
            ),
            models.CheckConstraint(
                name="exchange_status_is_known",
                condition=models.Q(status__in=ExchangeState.values),
            ),
            models.CheckConstraint(
                name="exchange_title_is_not_empty", condition=~models.Q(title__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of the exchange's page."""
        return address_of("exchange", self.public_id)


class KindManager(ExchangeManager):
    """Exchanges of certain kinds."""

    def __init__(self, *kinds: str) -> None:
        super().__init__()
        self.kinds = kinds

    def get_queryset(self) -> ExchangeQuerySet:
        """Give the exchanges of the manager's kinds."""
        return ExchangeQuerySet(self.model, using=self._db).filter(kind__in=self.kinds)


class Call(Exchange):
    """A telephone or video call."""

    objects: ClassVar[KindManager] = KindManager(*CALLS)

    class Meta:
        proxy = True


class Meeting(Exchange):
    """A meeting in one place: also a visit or a summit."""

    objects: ClassVar[KindManager] = KindManager(*MEETINGS)

    class Meta:
        proxy = True
