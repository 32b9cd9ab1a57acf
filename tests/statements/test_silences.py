"""How long two were silent: only what the dates of their contacts bear out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.silences import Contact, Silence, longest_silence, running_silence


def on(month: int, day: int) -> Contact:
    """Give a contact on a day of 2022 that is known."""
    return date(2022, month, day), date(2022, month, day)


IN_FEBRUARY = (date(2022, 2, 1), date(2022, 2, 28))
IN_2022 = (date(2022, 1, 1), date(2022, 12, 31))


def test_the_longest_silence_is_the_widest_gap_between_two_contacts() -> None:
    found = longest_silence([on(3, 1), on(1, 1), on(1, 31), on(3, 5)])
    assert found == Silence(date(2022, 1, 1), date(2022, 1, 31))
    assert found.days == 30


def test_of_equal_silences_the_latest_is_given() -> None:
    assert longest_silence([on(1, 1), on(1, 11), on(1, 21)]) == Silence(
        date(2022, 1, 11), date(2022, 1, 21)
    )


@pytest.mark.parametrize(
    "contacts", [[], [on(1, 1)], [on(1, 1), on(1, 1)], [on(1, 1), on(1, 2)], [IN_2022, on(6, 1)]]
)
def test_where_nothing_is_certain_there_is_no_silence(contacts: list[Contact]) -> None:
    assert longest_silence(contacts) is None


def test_one_day_between_is_a_silence() -> None:
    assert longest_silence([on(1, 1), on(1, 3)]) == Silence(date(2022, 1, 1), date(2022, 1, 3))


def test_it_goes_from_the_latest_day_of_one_to_the_earliest_of_the_next() -> None:
    found = longest_silence([on(1, 1), IN_FEBRUARY, on(4, 1)])
    assert found == Silence(date(2022, 2, 28), date(2022, 4, 1))


def test_what_lies_within_a_less_precise_contact_ends_no_silence_early() -> None:
    """The visit may have been at the end of the month, however early the call in it was."""
    found = longest_silence([IN_FEBRUARY, on(2, 3), on(3, 20)])
    assert found == Silence(date(2022, 2, 28), date(2022, 3, 20))


def test_contacts_that_overlap_are_one_stretch() -> None:
    span = (date(2022, 1, 20), date(2022, 2, 10))
    found = longest_silence([on(1, 10), span, IN_FEBRUARY, on(3, 3)])
    assert found == Silence(date(2022, 1, 10), date(2022, 1, 20))


def test_the_running_silence_goes_from_the_latest_possible_day_to_today() -> None:
    today = date(2022, 3, 10)
    assert running_silence([on(2, 21), IN_FEBRUARY], today) == Silence(date(2022, 2, 28), today)
    assert running_silence([on(3, 9)], today) == Silence(date(2022, 3, 9), today)


@pytest.mark.parametrize("contacts", [[], [on(3, 10)], [on(4, 1)], [on(1, 1), IN_2022]])
def test_there_is_no_running_silence_where_they_may_be_in_contact_today(
    contacts: list[Contact],
) -> None:
    assert running_silence(contacts, date(2022, 3, 10)) is None


DAYS = st.dates(date(2022, 1, 1), date(2022, 3, 31))
CONTACTS = st.lists(st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two))), max_size=8)


@given(CONTACTS)
def test_no_contact_can_have_been_within_the_longest_silence_and_none_is_longer(
    contacts: list[Contact],
) -> None:
    """Counted day by day: the longest row of days that no contact has."""
    taken = {
        day for first, last in contacts for day in range(first.toordinal(), last.toordinal() + 1)
    }
    longest, row = 0, 0
    for day in range(min(taken), max(taken) + 1) if taken else ():
        row = 0 if day in taken else row + 1
        longest = max(longest, row)
    found = longest_silence(contacts)
    assert (found.days - 1 if found else 0) == longest
    if found:
        within = range(found.since.toordinal() + 1, found.until.toordinal())
        assert taken.isdisjoint(within)
