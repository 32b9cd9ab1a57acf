"""Questions about exchanges."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Self, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Prefetch, Q, QuerySet, When
from django.db.models.functions import JSONObject
from django.db.models.lookups import GreaterThan

from actors.models import Actor
from dates.edtf import ImpreciseDate
from dates.filters import overlaps
from statements.publishing import RETRACTED
from statements.querysets.counting import counted
from statements.querysets.editorial import EditorialQuerySet, User
from statements.querysets.readouts import may_be_seen
from statements.querysets.words import in_language, ranked_in

if TYPE_CHECKING:
    from statements.models import Exchange, Participation, Topic

# Titles, summaries and places are the newsroom's own words.
LANGUAGE = "en"


class ExchangeQuerySet(EditorialQuerySet):
    """Calls, meetings and other exchanges."""

    # What the column `search` is made of.
    searched = ("title", "summary", "place", "condition")

    def once_at(self, public_id: str, user: User) -> Exchange | None:
        """Give the exchange that once had the address, if it is open to the person, else None.

        An address that was a draft's leads readers nowhere: they never knew of it.
        """
        had: dict[str, object] = {"former_addresses__public_id": public_id}
        if not self.edited_by(user):
            had["former_addresses__was_public"] = True
        return cast("Exchange | None", self.visible_to(user).filter(**had).first())

    def matching(self, text: str) -> Self:
        """Keep exchanges whose title, summary, place or condition answers what was typed."""
        return self.filter(in_language(text, LANGUAGE, self.searched))

    def ranked(self, text: str) -> Self:
        """Give each exchange, as `rank`, how well it answers what was typed."""
        return self.annotate(rank=ranked_in(LANGUAGE, text))

    def between(self, actors: Iterable[Actor]) -> Self:
        """Keep exchanges in which every one of the actors took part."""
        from statements.models import Participation

        found = self
        for actor in actors:
            took_part = Participation.objects.filter(exchange=OuterRef("pk"), actor=actor)
            found = found.filter(Exists(took_part))
        return found

    def near(self, date: ImpreciseDate, days: int) -> Self:
        """Keep exchanges of the date, or of at most so many days before or after it."""
        margin = datetime.timedelta(days)
        first = max(date.earliest, datetime.date.min + margin) - margin
        last = min(date.latest, datetime.date.max - margin) + margin
        return self.filter(overlaps("date", first, last))

    def most_shared_first(self, actors: Collection[int], date: ImpreciseDate) -> Self:
        """Order by how many of the actors took part (`shared`), then by the day.

        Those of the date come before those beside it, and those known to the day before others.
        """
        among = Count("participations", filter=Q(participations__actor__in=actors))
        that_day = Case(When(overlaps("date", date.earliest, date.latest), then=0), default=1)
        found = self.annotate(shared=among)
        width = F("date_latest") - F("date_earliest")
        return found.order_by("-shared", that_day, width, "date_earliest", "pk")

    def about(self, topics: Iterable[Topic]) -> Self:
        """Keep exchanges about any of the topics or a topic below it."""
        from statements.models import Exchange, Topic

        ids = Topic.objects.all().ids_with_below(topics)
        tagged = Exchange.topics.through.objects.filter(exchange=OuterRef("pk"), topic__in=ids)
        return self.filter(Exists(tagged))

    def with_statuses(self, statuses: Iterable[str]) -> Self:
        """Keep exchanges of which one of these has become."""
        return self.filter(status__in=list(statuses))

    def still_open(self) -> Self:
        """Keep what was planned or proposed and is not known to have been held or cancelled."""
        return self.with_statuses(["planned", "proposed"])

    def overdue(self, today: datetime.date) -> Self:
        """Keep what is still open although every day on which it may have been has passed."""
        gone_by = self.still_open().filter(date_latest__lt=today)
        return gone_by.exclude(editorial_status=RETRACTED)

    def missing_a_side(self) -> Self:
        """Keep what took place, not retracted, and has no readout of one of its sides.

        `statements/querysets/sides.py` says what a side is.
        """
        from statements.querysets.sides import exchanges_without_readout

        missing = exchanges_without_readout()
        return self.held().exclude(editorial_status=RETRACTED).filter(pk__in=missing)

    def held(self) -> Self:
        """Keep what took place."""
        return self.with_statuses(["held"])

    def for_list(self) -> Self:
        """Fetch with each exchange what a card of it shows, in a fixed number of queries."""
        from statements.models import Statement

        said = counted(Statement.objects.public().filter(exchange=OuterRef("pk")))
        return (
            self.defer("search")
            .annotate(said=said, heard=_heard())
            .prefetch_related(Prefetch("participations", queryset=_participants()))
        )

    def for_calendar(self) -> Self:
        """Fetch of each exchange what a calendar shows of it."""
        return self.only(
            "public_id",
            "title",
            "kind",
            "status",
            "editorial_status",
            "date",
            "date_earliest",
            "date_latest",
            "starts_at",
        )

    def for_page(self) -> Self:
        """Fetch with an exchange what its page shows, and nothing that is not public."""
        from statements.models import Exchange, Readout, Snapshot

        copies = Snapshot.objects.defer("text", "original")
        sides = (
            Readout.objects.filter(may_be_seen())
            .select_related("side", "document__publisher", "claimed_initiator")
            .prefetch_related(Prefetch("document__snapshots", queryset=copies))
        )
        return self.for_list().prefetch_related(
            "topics",
            Prefetch("readouts", queryset=sides),
            Prefetch("part_of", queryset=Exchange.objects.public()),
            Prefetch("parts", queryset=Exchange.objects.public().for_list()),
        )


def _participants() -> QuerySet[Participation]:
    from statements.models import Participation

    return Participation.objects.select_related("actor").prefetch_related("actor__tenures")


def _heard() -> ArraySubquery:
    """Give whose readouts there are: the name of each side once, and whether one was found."""
    from statements.models import Readout

    public = Readout.objects.filter(may_be_seen(), exchange=OuterRef("pk"))
    sides = public.exclude(side=None).order_by()
    found = sides.values("side__name").annotate(found=Count("document"), first=Min("pk"))
    told = JSONObject(name="side__name", found=GreaterThan(F("found"), 0))
    return ArraySubquery(found.order_by("first").values_list(told, flat=True))


ExchangeManager = models.Manager.from_queryset(ExchangeQuerySet)
