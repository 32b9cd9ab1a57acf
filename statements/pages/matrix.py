"""Who talks to whom: the actors with most contacts, and how many each two of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from pyroaring import BitMap

from reading.access import reading_page
from reading.fields import Choice
from reading.queries import narrowed
from reading.shown import Shown
from reading.titles import title_of
from statements.figures.held import held
from statements.figures.matrix import busiest, busiest_pairs, shared
from statements.figures.steps import Steps, steps_to
from statements.filters.contacts import MatrixFilters
from statements.filters.names import actor_names
from statements.models import Exchange
from statements.pages.ways import with_query
from statements.postings.index import Index

MOST_ACTORS, MOST_PAIRS, MOST_YEARS = 12, 15, 6


@dataclass(frozen=True)
class Cell(Shown):
    """What two actors share, or, where `own`, all that one has; the list of it at `address`."""

    count: int
    step: int
    own: bool
    address: str


@dataclass(frozen=True)
class Row(Shown):
    """An actor with a cell for each of the actors, in the same order."""

    actor: Choice
    cells: list[Cell]


@dataclass(frozen=True)
class Couple(Shown):
    """Two actors, what they share, the list of it, and the page of the two."""

    one: Choice
    other: Choice
    count: int
    address: str
    page: str


@dataclass(frozen=True)
class Period(Shown):
    """A stretch of time that the table may be narrowed to, and whether it is."""

    label: str
    query: str
    current: bool


@dataclass(frozen=True)
class Matrix(Shown):
    """Rows of the busiest actors, and the busiest pairs of all."""

    count: int
    actors: int
    rows: list[Row]
    pairs: list[Couple]
    steps: Steps


@reading_page
def matrix(request: HttpRequest) -> HttpResponse:
    """Show who was in contact with whom how often, by the exchanges that were held."""
    filters = MatrixFilters(request.GET)
    asked = filters.asked(held(filters.index))
    context: dict[str, object] = {"asked": asked, "title": title_of(asked.chips)}
    if not asked.problems:
        context |= {"matrix": matrix_of(filters, asked.chosen), "most": MOST_ACTORS}
        context |= _periods(filters, asked.chosen)
    return render(request, "statements/matrix.html", context)


def matrix_of(filters: MatrixFilters, chosen: QueryDict) -> Matrix:
    """Give the table and the pairs; one query, for names that no page has asked for yet."""
    index, among = filters.index, filters.ids & held(filters.index)
    pinned = [actor.pk for actor in filters.form.cleaned_data["actor"]]
    totals = busiest(index, among, pinned, MOST_ACTORS)
    pairs = busiest_pairs(index, among, MOST_PAIRS)
    names = actor_names(index, {*totals, *(pk for pair, _ in pairs for pk in pair)})
    totals = {pk: number for pk, number in totals.items() if pk in names}
    met = shared(index, among, list(totals))
    steps = steps_to(max(met.values(), default=0))
    lists = _Lists(chosen, names)
    return Matrix(
        count=len(among),
        actors=_present(index, among),
        rows=[_row(pk, totals, met, steps, lists) for pk in totals],
        pairs=[lists.couple(*pair, count) for pair, count in pairs if names.keys() >= set(pair)],
        steps=steps,
    )


def _row(
    actor: int,
    totals: Mapping[int, int],
    met: Mapping[tuple[int, int], int],
    steps: Steps,
    lists: _Lists,
) -> Row:
    def cell(other: int) -> Cell:
        if other == actor:
            return Cell(totals[actor], 0, own=True, address=lists.of(actor))
        count = met[min(actor, other), max(actor, other)]
        return Cell(count, steps.of(count), own=False, address=lists.of(actor, other))

    return Row(lists.names[actor], [cell(other) for other in totals])


def _present(index: Index, among: BitMap) -> int:
    """Count the actors that took part in any of the contacts."""
    return sum(not among.isdisjoint(ids) for ids in index.facets["actor"].values())


class _Lists:
    """The lists of exchanges that a table leads to: of the same time, kind, topic and country."""

    def __init__(self, chosen: QueryDict, names: Mapping[Any, Choice]) -> None:
        self.names = names
        others = narrowed(chosen, {"actor": [], "status": [Exchange.State.HELD]})
        self._address = with_query(reverse("exchanges"), others)

    def of(self, *actors: int) -> str:
        """Give the list of the exchanges in which all of the actors took part."""
        return self._address + "".join(f"&actor={self.names[pk].value}" for pk in actors)

    def couple(self, one: int, other: int, count: int) -> Couple:
        """Say a pair, in the order of the alphabet."""
        first, second = sorted((self.names[one], self.names[other]), key=lambda who: who.label)
        page = reverse("pair", args=[first.value, second.value])
        return Couple(first, second, count, self.of(one, other), page)


def _periods(filters: MatrixFilters, chosen: QueryDict) -> dict[str, object]:
    """Give all time and the latest years that have any contact, each with the table's query."""
    among, years = held(filters.index), filters.index.calendar.years
    latest = sorted((year for year in years if not among.isdisjoint(years[year])), reverse=True)
    asked = (chosen.get("from", ""), chosen.get("to", ""))

    def period(label: str, edtf: str) -> Period:
        query = narrowed(chosen, {name: [edtf] if edtf else [] for name in ("from", "to")})
        return Period(label, query.urlencode(), asked == (edtf, edtf))

    found = [period(str(year), f"{year:04}") for year in latest[:MOST_YEARS]]
    return {"periods": [period("All time", ""), *found]} if found else {}
