"""Exchanges of the archive that a source may be about, and the title of a new one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, TextField

from actors.models import Actor
from dates.edtf import ImpreciseDate, for_people
from statements.models import Exchange
from statements.models.exchange import ExchangeKind
from statements.publishing import RETRACTED

OFFERED = 6
# A readout appears on the day, or on the one after it; a journey crosses midnight.
DAYS = 1


class ExchangeWho(Func):
    """`exchange_who(id)`: the participants, as the rule against twins compares them."""

    function = "exchange_who"
    arity = 1
    output_field = ArrayField(TextField())


@dataclass(frozen=True)
class Candidate:
    """An exchange that may be the one, and why."""

    exchange: Exchange
    why: str


def candidates(date: ImpreciseDate | None, actors: Collection[int]) -> list[Candidate]:
    """Give the exchanges of those days with any of the actors, the most fitting first.

    Two queries. Without a date there are none; without actors, all of those days.
    """
    if date is None:
        return []
    near = Exchange.objects.all().near(date, DAYS).exclude(editorial_status=RETRACTED)
    ordered = near.most_shared_first(actors, date).prefetch_related("participations__actor")
    first: Any = ordered[:OFFERED]
    # Those with none of the actors come last.
    return [Candidate(one, why(one, actors)) for one in first if one.shared or not actors]


def why(exchange: Exchange, actors: Collection[int]) -> str:
    """Say what speaks for it: "call, 20 February 2022, both took part"."""
    when = for_people(exchange.date) if exchange.date else "no date"
    parts = [exchange.get_kind_display(), when, _who_took_part(exchange, actors)]
    if exchange.status != Exchange.State.HELD:
        parts.insert(0, exchange.get_status_display())
    return ", ".join(filter(None, parts))


def _who_took_part(exchange: Exchange, actors: Collection[int]) -> str:
    """Name those of the text who took part; of two, both."""
    parts = list(exchange.participations.all())
    named = [str(part.actor) for part in parts if part.actor_id in actors]
    if len(named) == 2 == len(parts):
        return f"both took part: {' and '.join(named)}"
    return f"{' and '.join(named)} took part" if named else ""


def twin_of(
    kind: str, date: ImpreciseDate | None, participants: Collection[str]
) -> Exchange | None:
    """Give an exchange that a new one would be entered for again, as the database sees it.

    `participants` are keys of actors, or else names in lower case.
    """
    if not participants or date is None or date.earliest != date.latest:
        return None
    that_day: Any = Exchange.objects.filter(
        kind=kind, date_earliest=date.earliest, date_latest=date.latest, another_that_day=False
    ).annotate(who=ExchangeWho("pk"))
    return next((one for one in that_day if sorted(one.who or []) == sorted(participants)), None)


def title_of(kind: str, actors: Sequence[Actor]) -> str:
    """Give a title: "Call of Emmanuel Macron and Vladimir Putin"; nothing without two actors."""
    if kind not in ExchangeKind.values or len(actors) < 2:
        return ""
    names = sorted(actor.name for actor in actors)
    label = str(ExchangeKind(kind).label).capitalize()
    return f"{label} of {', '.join(names[:-1])} and {names[-1]}"
