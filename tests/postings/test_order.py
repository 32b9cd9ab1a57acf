"""Records in the order of their days, and by stretches of time, against the plain way to sort."""

from datetime import date, timedelta
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from reading.cursors import Place, Start
from statements.postings.calendar import last_of, month_number
from statements.postings.index import Index
from statements.postings.order import by_day
from statements.postings.sources import STATEMENTS

Dates = dict[int, tuple[date, date] | None]

DAYS = st.one_of(
    st.dates(date(2021, 12, 28), date(2022, 3, 3)),
    st.sampled_from([date.min, date(1, 12, 31), date(1999, 12, 31), date.max]),
    st.dates(),
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    """Give a first and a last day."""
    first = draw(DAYS)
    length = draw(st.sampled_from([0, 0, 0, 1, 27, 364, 4000]))
    return first, first + timedelta(min(length, (date.max - first).days))


RECORDS = st.dictionaries(st.integers(1, 60), st.one_of(st.none(), spans()), max_size=25)


def index_of(records: Dates) -> Index:
    """Make an index of records that have nothing but a date."""
    index = Index(STATEMENTS, {})
    for pk, span in records.items():
        first, last = span or (None, None)
        index._add_date(first, last, BitMap([pk]))
    return index


def in_order(records: Dates, *, newest: bool) -> list[int]:
    """Sort records by first day and id, those without a date last."""
    sign = -1 if newest else 1

    def place(pk: int) -> tuple[bool, int, int]:
        span = records[pk]
        return span is None, sign * span[0].toordinal() if span else 0, pk

    return sorted(records, key=place)


@given(RECORDS, st.sets(st.integers(1, 60)), st.booleans(), st.integers(1, 8))
def test_pages_forwards_and_backwards_are_those_of_a_sorted_list(
    records: Dates, among: set[int], newest: bool, size: int
) -> None:
    index, kept = index_of(records), BitMap(among)
    expected = [pk for pk in in_order(records, newest=newest) if pk in among]
    assert by_day(index, kept & BitMap(records), Start(), newest=newest, most=99) == expected
    for at, pk in enumerate(expected):
        span = records[pk]
        place = Place(span[0] if span else None, pk)
        after = by_day(index, kept, Start(place), newest=newest, most=size)
        before = by_day(index, kept, Start(place, backwards=True), newest=newest, most=size)
        assert after == expected[at + 1 : at + 1 + size]
        assert before == expected[max(at - size, 0) : at][::-1]


@given(RECORDS, st.none() | DAYS, st.none() | DAYS)
def test_a_record_lies_within_a_stretch_that_has_a_day_of_its_date(
    records: Dates, first: date | None, last: date | None
) -> None:
    if first and last and first > last:
        first, last = last, first
    expected = {
        pk
        for pk, span in records.items()
        if span and (not first or span[1] >= first) and (not last or span[0] <= last)
    }
    calendar = index_of(records).calendar
    assert set(calendar.within(first, last)) == expected
    among = BitMap(range(10, 40))
    counted = calendar.count(among, first or date.min, last or date.max)
    assert counted == len(expected & set(among))
    months = [month_number(span[0]) for pk, span in records.items() if span and pk in among]
    ends = (min(months), max(months)) if months else None
    assert calendar.first_and_last_month(among) == ends


def test_of_days_the_first_ones_of_a_month_are_kept_and_no_more_than_a_number() -> None:
    calendar = index_of({1: (date(2021, 1, 1), date(2022, 12, 31))}).calendar
    with patch("statements.postings.calendar.MOST_KEPT", 2):
        for day in (date(2022, month, of_month) for month in (2, 3, 4) for of_month in (2, 1)):
            assert set(calendar.within(day, None)) == {1}
    assert list(calendar.kept) == [date(2022, 2, 1), date(2022, 3, 1)]


@given(DAYS)
def test_the_last_day_of_a_month_is_followed_by_another_month(day: date) -> None:
    last = last_of(month_number(day))
    assert day <= last
    assert month_number(last) == month_number(day)
    assert last == date.max or (last + timedelta(1)).day == 1


def test_a_place_with_any_number_is_taken() -> None:
    index = index_of({5: (date(2022, 2, 21),) * 2, 7: None})
    for value in (None, date(2022, 2, 21)):
        for pk in (1, 2**32, 2**63 - 1):
            for backwards in (False, True):
                start = Start(Place(value, pk), backwards)
                assert set(by_day(index, BitMap([5, 7]), start, newest=True, most=9)) <= {5, 7}
