"""All that the front page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pyroaring import BitMap

from actors.models import Actor
from drawing.columns import Columns
from statements.about.over_time import exchanges_by_kind
from statements.cards import StatementCard, cards_of
from statements.front.coming import Coming, coming
from statements.front.corrected import Correction, corrected_lately
from statements.front.held import Account, accounts_of, held_last
from statements.front.news import News, news, since
from statements.front.pairs import Pair, busiest_pairs
from statements.front.said import said_last
from statements.models import Document, Exchange, Readout, Statement
from statements.postings import current as postings
from statements.sides import Side, missing_sides

MOST_HELD, MOST_STATEMENTS, MOST_NEW, MOST_PAIRS, MOST_CORRECTIONS = 6, 5, 4, 6, 3


@dataclass(frozen=True)
class SideOfLead:
    """A side of the latest exchange: its readout, and the first words of it where there are any."""

    readout: Readout
    card: StatementCard | None


class Front:
    """What the front page shows on a day; numbers are of public records."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._said, self._exchanges = postings.statements(), postings.exchanges()

    @property
    def statement_count(self) -> int:
        """How many statements there are."""
        return len(self._said.everything)

    @property
    def exchange_count(self) -> int:
        """How many exchanges there are."""
        return len(self._exchanges.everything)

    @cached_property
    def document_count(self) -> int:
        """How many sources there are.

        An index has all of them, and another those in hand: to look at each took much longer.
        """
        return Document.objects.count() - Document.objects.in_hand().count()

    @cached_property
    def actor_count(self) -> int:
        """How many actors are known."""
        return Actor.objects.count()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return not (self._said.everything or self._exchanges.everything)

    @property
    def lead(self) -> Exchange | None:
        """The latest exchange that was held."""
        return self._held[0] if self._held else None

    @property
    def held(self) -> list[Exchange]:
        """Those held before it, the latest first."""
        return self._held[1:]

    @property
    def sides(self) -> list[SideOfLead]:
        """What each side says of the latest exchange."""
        return [
            SideOfLead(one.readout, self._cards.get(one.first) if one.first else None)
            for one in self._accounts
        ]

    @property
    def statements(self) -> list[StatementCard]:
        """What was said last, beside what was said on the latest exchange."""
        return [self._cards[pk] for pk in self._latest if pk in self._cards]

    @cached_property
    def unheard(self) -> list[Side]:
        """The sides of the latest exchange that have no readout in the archive."""
        return missing_sides([self.lead.pk]).get(self.lead.pk, []) if self.lead else []

    @cached_property
    def coming(self) -> list[Coming]:
        """What is planned and proposed."""
        return coming(self._exchanges, self.today)

    @cached_property
    def pairs(self) -> list[Pair]:
        """Who was in touch most of late."""
        return busiest_pairs(self._exchanges, self.today, MOST_PAIRS)

    @cached_property
    def corrections(self) -> list[Correction]:
        """What was put right or taken back lately."""
        return corrected_lately(MOST_CORRECTIONS)

    @property
    def activity(self) -> Columns | None:
        """What was held in each year, by kind."""
        held = self._exchanges.having("status", ["held"])
        return exchanges_by_kind(self._exchanges, held, {"status": "held"}, "year")

    @property
    def since(self) -> date:
        """The day from which on records are new."""
        return self.today - timedelta(1)

    @cached_property
    def new_statements(self) -> News:
        """The statements that are new in the archive."""
        return news(self._said, since(self.today))

    @cached_property
    def new_exchanges(self) -> News:
        """The exchanges that are new in the archive."""
        return news(self._exchanges, since(self.today))

    @property
    def also_new(self) -> list[StatementCard]:
        """New statements that the page does not show anyway, the last entered first.

        None where a bundle brought very many: they are in no order that means something.
        """
        return [self._cards[pk] for pk in self._also_new if pk in self._cards]

    @cached_property
    def _held(self) -> list[Exchange]:
        return held_last(self._exchanges, MOST_HELD)

    @cached_property
    def _accounts(self) -> list[Account]:
        return accounts_of(self.lead) if self.lead else []

    @cached_property
    def _latest(self) -> list[int]:
        return said_last(self._said, self.lead, MOST_STATEMENTS)

    @cached_property
    def _also_new(self) -> list[int]:
        if self.new_statements.is_cut:
            return []
        shown = BitMap([*self._latest, *(one.first for one in self._accounts if one.first)])
        return list(self.new_statements.ids - shown)[: -MOST_NEW - 1 : -1]

    @cached_property
    def _cards(self) -> dict[int, StatementCard]:
        """All statements that are shown, by their keys: fetched together."""
        leading = [one.first for one in self._accounts if one.first]
        shown = BitMap([*self._latest, *self._also_new, *leading])
        return {card.pk: card for card in cards_of(Statement.objects.public().filter(pk__in=shown))}
