"""The latest of some records, as cards: their ids from postings, and only those fetched."""

from __future__ import annotations

from pyroaring import BitMap

from reading.cursors import Start
from statements.cards import StatementCard, cards_of
from statements.models import Exchange, Statement
from statements.postings.index import Index
from statements.postings.order import by_day
from statements.querysets.ids import Among

FEW = 5


def latest_exchanges(index: Index, among: BitMap, most: int = FEW) -> list[Exchange]:
    """Give the latest exchanges as a list shows them."""
    return exchanges_at(by_day(index, among, Start(), newest=True, most=most))


def exchanges_at(ids: list[int]) -> list[Exchange]:
    """Give the exchanges with these ids, in their order, as a list shows them."""
    found = {one.pk: one for one in Exchange.objects.public().filter(Among(ids)).for_list()}
    return [found[pk] for pk in ids if pk in found]


def latest_statements(index: Index, among: BitMap, most: int = FEW) -> list[StatementCard]:
    """Give the cards of the latest statements."""
    return statements_at(by_day(index, among, Start(), newest=True, most=most))


def statements_at(ids: list[int]) -> list[StatementCard]:
    """Give the cards of the statements with these ids, in their order; three queries."""
    found = {one.pk: one for one in cards_of(Statement.objects.public().filter(Among(ids)))}
    return [found[pk] for pk in ids if pk in found]
