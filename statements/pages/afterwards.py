"""What was said of an exchange afterwards: reactions, and what was made known of it later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from dates.edtf import ImpreciseDate
from dates.intervals import how_far
from statements.afterwards import Share, share_of
from statements.models import Exchange, Statement, StatementLink
from statements.pages.passages import Source
from statements.pages.sources import source_of
from statements.querysets.editorial import PUBLIC

# As many statements are looked at of which editors say that they respond to words of the exchange.
MOST_RESPONSES = 20


@dataclass
class Later:
    """Passages of one source, all reactions or all later versions, with how long after they came.

    `date` is that of the words for a reaction, and that of the source for a later version. `after`
    is empty where it is not known.
    """

    share: Share
    source: Source
    date: ImpreciseDate | None
    after: str

    @property
    def is_reaction(self) -> bool:
        """Whether others said it of the exchange."""
        return self.share is Share.REACTION


def responses_to(exchange: Exchange) -> set[int]:
    """Give the keys of public statements that an editor has linked as responding to words of it."""
    links = StatementLink.objects.filter(
        kind=StatementLink.Kind.RESPONDS_TO,
        other__exchange=exchange,
        other__editorial_status__in=PUBLIC,
        statement__editorial_status__in=PUBLIC,
    )
    return set(links.values_list("statement", flat=True)[:MOST_RESPONSES])


def parted(
    exchange: Exchange, sources: list[Source], speakers: Collection[int], responses: set[int]
) -> tuple[list[Source], list[Later]]:
    """Part what is no readout into what is of the day, and what came afterwards, in its order."""
    of_day: list[Source] = []
    later: list[Later] = []
    for source in sources:
        shares: dict[Share, list[Statement]] = defaultdict(list)
        for one in source.passages:
            shares[_share(one, source, exchange, speakers, responses)].append(one)
        for share, passages in shares.items():
            part = _part(source, passages)
            if share is Share.OF_THE_DAY:
                of_day.append(part)
            else:
                later.append(_later(share, part, exchange))
    return of_day, sorted(later, key=_first_day)


def as_sources(statements: list[Statement]) -> list[Source]:
    """Give statements that stand elsewhere, each as the passage of its source."""
    return [Source(source_of(one), 1, [one]) for one in statements]


def _share(
    one: Statement,
    source: Source,
    exchange: Exchange,
    speakers: Collection[int],
    responses: Collection[int],
) -> Share:
    if one.pk in responses:
        return Share.REACTION
    published = source.document.date if source.document else None
    return share_of(one, published, exchange.date, speakers)


def _part(source: Source, passages: list[Statement]) -> Source:
    """Give some passages of a source; those that are not shown count to each part."""
    return Source(source.document, source.count - len(source.passages) + len(passages), passages)


def _later(share: Share, source: Source, exchange: Exchange) -> Later:
    said = source.passages[0].date
    published = source.document.date if source.document else None
    when = (said or published) if share is Share.REACTION else (published or said)
    after = how_far(when, exchange.date) if when and exchange.date else ""
    return Later(share, source, when, after)


def _first_day(later: Later) -> date:
    return later.date.earliest if later.date else date.max
