"""Which statements of each year are told, and the pages of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from reading.cursors import Place, Start
from statements.figures.own_words import from_place, of_each_year, own_words, spread
from statements.models import Document, Statement
from statements.postings import current as postings
from tests.cast import actor, document, statement, topic


@pytest.mark.parametrize(
    ("items", "most", "expected"),
    [("", 3, ""), ("ab", 3, "ab"), ("abc", 3, "abc"), ("abcd", 3, "acd"), ("abcdefg", 3, "adg")],
)
def test_items_are_spread_from_the_first_to_the_last(
    items: Sequence[str], most: int, expected: str
) -> None:
    assert "".join(spread(items, most)) == expected


PLACES = st.lists(
    st.builds(Place, st.dates(date(2022, 1, 1), date(2022, 1, 4)), st.integers(1, 9)),
    unique_by=lambda one: one.pk,
).map(lambda places: sorted(places, key=lambda one: (one.value, one.pk)))


@given(PLACES, st.integers(1, 4))
def test_pages_follow_one_another_and_lead_back(places: list[Place], size: int) -> None:
    forwards: list[Place] = []
    start = Start()
    while page := from_place(places, start, size):
        before = from_place(places, Start(page[0], backwards=True), 100)
        assert before[::-1] == forwards
        forwards += page
        start = Start(page[-1])
    assert forwards == places


def test_behind_what_has_no_date_there_is_nothing() -> None:
    places = [Place(date(2022, 1, 1), 5)]
    assert from_place(places, Start(Place(None, 1)), 9) == []
    assert from_place(places, Start(Place(None, 1), backwards=True), 9) == places


@pytest.mark.django_db
class TestOfEachYear:
    """A speaker who said much in one year and little in another."""

    @pytest.fixture
    def source(self) -> Document:
        return document()

    def said(self, source: Document, day: str, text: str) -> Statement:
        return statement(source, text, date=day)

    def test_all_are_told_if_there_are_not_too_many_the_oldest_first(
        self, source: Document
    ) -> None:
        late, early = self.said(source, "2022", "Late."), self.said(source, "2021-05-01", "Early.")
        self.said(source, "2021-05-02", "Not asked for.")
        undated = statement(source, "Undated.")
        index = postings.statements()
        places = of_each_year(index, BitMap([late.pk, early.pk, undated.pk]), 3)
        assert places == [Place(date(2021, 5, 1), early.pk), Place(date(2022, 1, 1), late.pk)]

    def test_of_too_many_some_days_of_each_year_with_the_longest_of_each(
        self, source: Document
    ) -> None:
        longest = {}
        for number in (1, 2, 3, 4, 5):
            self.said(source, f"2021-0{number}-01", "Good morning.")
            longest[number] = self.said(source, f"2021-0{number}-01", "What this is all about.")
        other = self.said(source, "2022-01-01", "Next year.")
        index = postings.statements()
        places = of_each_year(index, index.everything, 5)
        assert [one.pk for one in places] == [
            longest[1].pk, longest[3].pk, longest[5].pk, other.pk
        ]  # fmt: skip

    def test_own_words_are_of_one_speaker_on_a_topic_or_one_below_it(
        self, source: Document
    ) -> None:
        security = topic("Security")
        below = topic("Guarantees", parent=security)
        speaker = actor("A", "a")
        given: dict[str, Any] = {"speaker": speaker, "topics": [below]}
        quoted = statement(source, quote_type="mixed", **given)
        retold = statement(source, quote_type="indirect", **given)
        statement(source, quote_type="mixed", topics=[below])
        statement(source, quote_type="mixed", speaker=speaker)
        found = own_words(postings.statements(), speaker.pk, security.pk, ["direct", "mixed"])
        assert (set(found.own), set(found.all)) == ({quoted.pk}, {quoted.pk, retold.pk})
        assert set(found.told) == {quoted.pk}

    def test_without_own_words_those_of_others_are_told(self, source: Document) -> None:
        security, speaker = topic("Security"), actor("A", "a")
        retold = statement(source, speaker=speaker, topics=[security])
        found = own_words(postings.statements(), speaker.pk, security.pk, ["direct"])
        assert (set(found.told), len(found.own)) == ({retold.pk}, 0)
