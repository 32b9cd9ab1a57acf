"""Counts over time, by the values of a facet."""

from collections.abc import Mapping
from datetime import date

from pyroaring import BitMap

from statements.figures.over_time import over_time
from statements.postings.index import Index
from statements.postings.sources import STATEMENTS

Span = tuple[date, date]


def index_of(days: Mapping[int, Span | None], **facets: dict[int, list[int]]) -> Index:
    """Make an index of records with these days, and these ids of each value."""
    sets = {name: {value: BitMap(ids) for value, ids in of.items()} for name, of in facets.items()}
    index = Index(STATEMENTS, sets)
    for pk, span in days.items():
        first, last = span or (None, None)
        index._add_date(first, last, BitMap([pk]))
    return index


def day(year: int, month: int = 1, number: int = 1) -> Span:
    """Give a day that is known."""
    return date(year, month, number), date(year, month, number)


def test_months_are_counted_where_the_time_is_short_and_each_value_for_itself() -> None:
    days = {1: day(2022, 1), 2: day(2022, 3), 3: day(2022, 3), 4: None}
    counted = over_time(index_of(days, topic={7: [1, 2], 8: [2]}), BitMap(days), "topic", [7, 8])
    assert counted.unit == "month"
    assert [cut.label for cut in counted.cuts] == ["January 2022", "February 2022", "March 2022"]
    assert counted.counts == {7: [1, 0, 1], 8: [0, 0, 1]}
    assert counted.others == [0, 0, 1]


def test_only_the_records_asked_for_are_counted() -> None:
    days = {1: day(2022, 1), 2: day(2022, 2)}
    counted = over_time(index_of(days, topic={7: [1, 2]}), BitMap([2]), "topic", [7])
    assert (counted.counts, counted.others) == ({7: [1]}, [0])


def test_years_where_the_time_is_long_and_a_less_precise_date_in_each() -> None:
    days = {1: day(2010), 2: (date(2011, 6, 1), date(2012, 5, 31)), 3: day(2014)}
    counted = over_time(index_of(days), BitMap(days), finest="year")
    assert counted.unit == "year"
    assert [cut.label for cut in counted.cuts] == ["2010", "2011", "2012", "2013", "2014"]
    assert counted.others == [1, 1, 1, 0, 1]


def test_what_has_no_date_has_no_stretch() -> None:
    counted = over_time(index_of({1: None}), BitMap([1]))
    assert (counted.cuts, counted.others) == ([], [])
