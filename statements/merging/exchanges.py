"""When two exchanges are one, and when they cannot be."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q

from actors.merging import Conflict, Duplicate, Kind, register
from actors.models import Actor
from dates.edtf import for_people
from dates.filters import overlaps
from statements.merging.links import change_page, merge_page
from statements.merging.public import published_by_it
from statements.models import (
    EditorialStatus,
    Exchange,
    ExchangeImportId,
    FormerExchangeAddress,
    Participation,
    Readout,
)
from statements.models.exchange import ExchangeKind, ExchangeState

MOST = 5
SHOWN = (
    "title", "public_id", "editorial_status", "kind", "status", "date", "time", "timezone",
    "place", "countries", "summary", "condition", "part_of", "source_url", "another_that_day",
)  # fmt: skip
TAKEN = ("summary", "condition", "place", "part_of_id", "source_url")

# A name that waits in one of the two, and in the other is the same or is resolved: one person.
WAITING = """
SELECT gone, kept FROM (
    SELECT gone.id AS gone, kept.id AS kept, count(*) OVER (PARTITION BY gone.id) AS fits,
        count(*) OVER (PARTITION BY kept.id) AS fit_it
    FROM statements_participation AS gone JOIN statements_participation AS kept
        ON fold_name(gone.name_as_printed) = fold_name(kept.name_as_printed)
    WHERE gone.exchange_id = %(gone)s AND kept.exchange_id = %(kept)s
        AND gone.name_as_printed <> '' AND (gone.actor_id IS NULL OR kept.actor_id IS NULL)
) AS same WHERE fits = 1 AND fit_it = 1
"""


def taken(kept: Exchange, gone: Exchange) -> dict[str, Any]:
    """Give what the kept one does not say, or says less precisely than the other."""
    said = {name: (getattr(kept, name), getattr(gone, name)) for name in TAKEN}
    found = {name: theirs for name, (ours, theirs) in said.items() if theirs and not ours}
    if gone.time and not kept.time:
        found |= {"time": gone.time, "timezone": gone.timezone}
    if new := [code for code in gone.countries if code not in kept.countries]:
        found["countries"] = [*kept.countries, *new]
    return found | _more_precise(kept, gone)


def _more_precise(kept: Exchange, gone: Exchange) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if kept.kind == ExchangeKind.OTHER != gone.kind:
        found["kind"] = gone.kind
    if _is_to_come(kept) and not _is_to_come(gone):
        found["status"] = gone.status
    if gone.date and (kept.date is None or _days(gone) < _days(kept)):
        found["date"] = gone.date
    return found


def _is_to_come(exchange: Exchange) -> bool:
    return exchange.status in (ExchangeState.PLANNED, ExchangeState.PROPOSED)


def _days(exchange: Exchange) -> int:
    """Count the days on which it may have been; one without bounds may have been on any."""
    first, last = exchange.date_earliest, exchange.date_latest
    return (last - first).days if first and last else 10**7


def conflicts(kept: Exchange, gone: Exchange) -> list[Conflict]:
    """Give all that shows that they are not the same, or that readers should not find it so."""
    return [
        *_of_its_kind(kept, gone),
        *_when(kept, gone),
        *_part_of_it(kept, gone),
        *_for_readers(kept, gone),
    ]


def _of_its_kind(kept: Exchange, gone: Exchange) -> Iterator[Conflict]:
    precise = ExchangeKind.OTHER not in (kept.kind, gone.kind)
    if precise and kept.kind != gone.kind:
        kinds = f"{kept.get_kind_display()} and {gone.get_kind_display()}"
        yield _mend(gone, f"They are of two kinds, {kinds}. If one is wrong, correct it first.")
    if {kept.status, gone.status} == {ExchangeState.HELD, ExchangeState.CANCELLED}:
        yield _mend(
            gone, "One was held and the other cancelled. If one is wrong, correct it first."
        )


def _when(kept: Exchange, gone: Exchange) -> Iterator[Conflict]:
    if kept.date and gone.date and not _may_be_one_day(kept, gone):
        days = f"{for_people(kept.date)} and {for_people(gone.date)}"
        yield _mend(
            gone, f"They were at different times, {days}. If one is wrong, correct it first."
        )


def _may_be_one_day(one: Exchange, other: Exchange) -> bool:
    return bool(
        Exchange.objects.filter(
            overlaps("date", one.date_earliest, one.date_latest), pk=other.pk
        ).exists()
    )


def _part_of_it(kept: Exchange, gone: Exchange) -> Iterator[Conflict]:
    for part, whole in ((kept, gone), (gone, kept)):
        if whole.pk in _above(part):
            yield Conflict(
                f"“{part}” is a part of “{whole}”: a part is not the whole.",
                change_page(part),
                "Change what it belongs to",
            )


def _above(exchange: Exchange) -> set[int]:
    found: set[int] = set()
    above = exchange.part_of
    while above and above.pk not in found:
        found.add(above.pk)
        above = above.part_of
    return found


def _for_readers(kept: Exchange, gone: Exchange) -> Iterator[Conflict]:
    if kept.is_retracted != gone.is_retracted:
        which = kept if kept.is_retracted else gone
        yield _mend(which, f"“{which}” was retracted, and the other was not.")
    elif gone.is_public and not kept.is_public:
        words = f"Readers see “{gone}” and would lose it in a draft: keep “{gone}”."
        yield Conflict(words, merge_page(Exchange, gone.pk, kept.pk), "Keep the published one")
    elif kept.is_public and not gone.is_public:
        yield from _in_a_draft(kept, gone)


def _in_a_draft(kept: Exchange, gone: Exchange) -> Iterator[Conflict]:
    if only := published_by_it(kept, gone, taken(kept, gone)):
        status = "in review" if gone.editorial_status == EditorialStatus.IN_REVIEW else "a draft"
        words = f"“{gone}” is {status}, and readers would see what only it has: {', '.join(only)}."
        yield _mend(gone, f"{words} Publish it first, or take that out of it.")


def _mend(exchange: Exchange, words: str) -> Conflict:
    return Conflict(words, change_page(exchange), f"Change “{exchange}”")


def doubts(kept: Exchange, gone: Exchange) -> list[str]:
    """Give what may show that there were two, and may be a slip as well."""
    found = []
    if kept.starts_at and gone.starts_at and kept.starts_at != gone.starts_at:
        found.append(f"They began at different times: {kept.time:%H:%M} and {gone.time:%H:%M}.")
    found += [
        f"One has a readout of {side}, and the other says that none was found."
        for side in _found_after_all(kept, gone)
    ]
    return found


def _found_after_all(kept: Exchange, gone: Exchange) -> list[str]:
    of_both = Readout.objects.filter(exchange__in=[kept, gone]).exclude(side=None)
    sides = of_both.values("side__name").annotate(
        none=Count("pk", filter=Q(document=None)), some=Count("document")
    )
    return list(sides.filter(none__gt=0, some__gt=0).values_list("side__name", flat=True))


def duplicates(exchange: Exchange) -> list[Duplicate]:
    """Give the few exchanges of those days that share participants, the likeliest first."""
    who = set(exchange.actors.values_list("pk", flat=True))
    same = Q(participations__actor__in=who)
    found = _of_those_days(exchange).annotate(shared=Count("participations", filter=same))
    likely = found.filter(Q(shared__gt=0) | _same_source(exchange))
    rows = likely.order_by("-shared", "pk")[: MOST * 4]
    rated = sorted(rows, key=lambda it: (it.kind != exchange.kind, -it.shared))
    return [Duplicate(one, _reasons(exchange, one, who)) for one in rated[:MOST]]


def _of_those_days(exchange: Exchange) -> Any:  # noqa: ANN401, a queryset
    others = Exchange.objects.exclude(pk=exchange.pk)
    if exchange.kind != ExchangeKind.OTHER:
        others = others.filter(kind__in=[exchange.kind, ExchangeKind.OTHER])
    if exchange.date is None:
        return others.filter(_same_source(exchange))
    return others.filter(overlaps("date", exchange.date_earliest, exchange.date_latest))


def _same_source(exchange: Exchange) -> Q:
    return Q(source_url=exchange.source_url) if exchange.source_url else Q(pk__in=[])


def _reasons(exchange: Exchange, other: Exchange, who: set[int]) -> list[str]:
    shared = Actor.objects.filter(participations__exchange=other, pk__in=who)
    names = list(shared.values_list("name", flat=True))
    same_day = exchange.date is not None and exchange.date == other.date
    reasons: dict[str, bool] = {
        "same day": same_day,
        "the days overlap": exchange.date is not None and not same_day,
        f"same kind ({other.get_kind_display()})": exchange.kind == other.kind,
        f"in both: {', '.join(names)}": bool(names),
        "same source": bool(exchange.source_url) and exchange.source_url == other.source_url,
    }
    return [words for words, holds in reasons.items() if holds]


EXCHANGES = register(
    Kind(
        model=Exchange,
        address="public_id",
        addresses=FormerExchangeAddress,
        import_ids=ExchangeImportId,
        shown=SHOWN,
        taken=taken,
        conflicts=conflicts,
        duplicates=duplicates,
        doubts=doubts,
        doubled={Participation: WAITING},
        address_facts=lambda gone: {"was_public": gone.is_public},
    )
)
