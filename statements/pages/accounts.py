"""What is on record of an exchange: each side's readout with its passages, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from actors.models import Actor
from statements.aligning import Alignment, aligned
from statements.disputed import Fact, disputed_facts
from statements.models import Exchange, Readout, Statement
from statements.pages.afterwards import Later, as_sources, parted, responses_to
from statements.pages.passages import Source, sources_of
from statements.pages.points import Points, points_of
from statements.pages.rows import rows_of
from statements.silence import SilentSide, silent_sides


@dataclass(frozen=True)
class Account:
    """A readout with the passages of its document on the exchange."""

    readout: Readout
    source: Source

    @property
    def is_retracted(self) -> bool:
        """Whether its document was taken back."""
        return self.readout.document is not None and self.readout.document.is_retracted


@dataclass
class Side:
    """A side that is heard: who (None is a third party), its accounts, and its number, from 1.

    `rows` are the passages of its account in as many rows as the other side has, where there are
    two that say something alike; a row may be empty.
    """

    actor: Actor | None
    accounts: list[Account] = field(default_factory=list)
    number: int = 0
    rows: list[Source] = field(default_factory=list)

    @property
    def statements(self) -> list[Statement]:
        """The passages that are shown, in the order of the page."""
        return [one for account in self.accounts for one in account.source.passages]

    @property
    def compared(self) -> list[Statement]:
        """Those of them that stand: nothing is concluded from what was taken back."""
        sources = [account.source for account in self.accounts if not account.is_retracted]
        return [one for source in sources for one in source.passages if not one.is_retracted]

    @property
    def claiming(self) -> list[Readout]:
        """The readouts that stand: what was taken back claims nothing."""
        return [account.readout for account in self.accounts if not account.is_retracted]

    @property
    def is_column(self) -> bool:
        """Whether it stands beside others: a side does, and another's account that is quoted."""
        return self.actor is not None or bool(self.statements)

    @property
    def name(self) -> str:
        """What the side, or the publisher of a third party's account, is called."""
        if self.actor:
            return self.actor.name
        document = self.accounts[0].readout.document
        return str(document.publisher or document.publisher_as_printed) if document else ""


@dataclass(frozen=True)
class Accounts:
    """Who is heard of an exchange, who is silent, what is claimed, and what else was said.

    `unheard` are sides of which a readout was looked for and not found, `silent` those of which
    nobody has looked. `others` are documents of the day that are no readout; `more` counts those
    that are not shown.
    """

    sides: list[Side]
    unheard: list[Readout]
    silent: list[SilentSide]
    facts: list[Fact]
    others: list[Source]
    afterwards: list[Later]
    more: int
    alignment: Alignment
    points: Points | None

    @property
    def columns(self) -> list[Side]:
        """What stands side by side: readouts of sides, and accounts of others that are quoted."""
        return [side for side in self.sides if side.is_column]

    @property
    def are_in_rows(self) -> bool:
        """Whether what two sides say alike stands on one line."""
        return any(side.rows for side in self.sides)

    @property
    def is_disputed(self) -> bool:
        """Whether sides contradict each other on the exchange itself."""
        return any(fact.is_disputed for fact in self.facts)

    @property
    def reports(self) -> list[Side]:
        """Accounts of others of which nothing is quoted."""
        return [side for side in self.sides if not side.is_column]


def accounts_of(exchange: Exchange) -> Accounts:
    """Sort the public statements on an exchange by the document that they stand in.

    The exchange comes from `for_page`, which leaves out readouts that readers may not see.
    """
    readouts = list(exchange.readouts.all())
    heard = [one.document_id for one in readouts if one.document_id is not None]
    responses = responses_to(exchange)
    found = sources_of(exchange, heard, responses)
    elsewhere = as_sources(found.elsewhere)
    others, afterwards = parted(
        exchange, found.others + elsewhere, _speakers(exchange, readouts), responses
    )
    sides = _sides(readouts, found.readouts)
    own = [side for side in sides if side.actor]
    alignment = aligned(exchange, [side.compared for side in own])
    _lay_out(sides, alignment)
    return Accounts(
        sides=sides,
        unheard=[readout for readout in readouts if readout.document_id is None],
        silent=_silent(exchange, readouts),
        facts=disputed_facts([side.claiming for side in sides]),
        others=others,
        afterwards=afterwards,
        more=found.more,
        alignment=alignment,
        points=points_of(alignment, own),
    )


def _sides(readouts: list[Readout], sources: dict[int, Source]) -> list[Side]:
    """Put the readouts of one side together; those who took part come before others."""
    sides: dict[tuple[str, int], Side] = {}
    for readout in readouts:
        if readout.document_id is None:
            continue
        key = ("side", readout.side_id) if readout.side_id else ("by nobody of them", readout.pk)
        side = sides.setdefault(key, Side(readout.side))
        source = sources.get(readout.document_id) or Source(readout.document)
        side.accounts.append(Account(readout, source))
    ordered = sorted(sides.values(), key=lambda side: side.actor is None)
    for number, side in enumerate(ordered, start=1):
        side.number = number
    return ordered


def _lay_out(sides: list[Side], alignment: Alignment) -> None:
    """Put two sides in rows: where each has one account, and all of it is shown."""
    columns = [side for side in sides if side.is_column]
    whole = [side for side in columns if len(side.accounts) == 1 and not _is_cut(side)]
    if len(columns) != 2 or len(whole) != 2:
        return
    found = rows_of(columns[0].statements, columns[1].statements, alignment)
    for side, rows in zip(columns, zip(*found, strict=True), strict=False):
        document = side.accounts[0].source.document
        side.rows = [Source(document, len(passages), passages) for passages in rows]


def _is_cut(side: Side) -> bool:
    return any(account.source.is_cut for account in side.accounts)


def _silent(exchange: Exchange, readouts: list[Readout]) -> list[SilentSide]:
    """Give the sides without a readout of what took place."""
    if exchange.status != Exchange.State.HELD:
        return []
    heard = [readout.side for readout in readouts if readout.side]
    return silent_sides(_took_part(exchange), heard, exchange.date)


def _speakers(exchange: Exchange, readouts: list[Readout]) -> set[int]:
    """Give the keys of those who speak for themselves: who took part, and the sides."""
    sides = {readout.side_id for readout in readouts if readout.side_id}
    return sides | {actor.pk for actor in _took_part(exchange)}


def _took_part(exchange: Exchange) -> Iterator[Actor]:
    return (part.actor for part in exchange.participations.all() if part.actor)
