"""Which topics stand beside a topic more often than by chance."""

from random import Random
from typing import Any

import pytest
from pyroaring import BitMap

from statements.about.related import related_to
from statements.postings.index import Index
from statements.postings.sources import EXCHANGES, STATEMENTS

ONE, TWO, THREE, LARGE = 1, 2, 3, 4


def index(topics: dict[int, Any], size: int = 100, source: Any = STATEMENTS) -> Index:
    """Give an index of so many records, of which those about each topic are given."""
    sets = {topic: BitMap(ids) for topic, ids in topics.items()}
    return Index(source, {"topic": sets}, undated={"undated": BitMap(range(size))})


def found(*indexes: Index, kin: set[int] | None = None, most: int = 9) -> list[tuple[int, int]]:
    related = related_to(ONE, indexes, kin or set(), most)
    return [(one.topic, one.together) for one in related]


def test_what_shares_more_of_what_either_has_comes_first() -> None:
    topics = {ONE: range(10), TWO: range(4), THREE: range(4, 30), LARGE: range(3, 60)}
    assert found(index(topics)) == [(TWO, 4), (THREE, 6), (LARGE, 7)]


def test_what_is_beside_everything_is_left_out() -> None:
    assert found(index({ONE: range(10), LARGE: range(100)})) == []
    assert found(index({ONE: range(10), LARGE: range(99)})) == [(LARGE, 10)]


def test_one_record_alone_makes_no_relation() -> None:
    assert found(index({ONE: range(10), TWO: [9, 10]})) == []
    assert found(index({ONE: range(10), TWO: [8, 9]})) == [(TWO, 2)]


def test_statements_and_exchanges_count_together() -> None:
    said = index({ONE: range(10), TWO: [9, 10]})
    held = index({ONE: [0, 1], TWO: [1, 2], THREE: [5]}, source=EXCHANGES)
    assert found(said, held) == [(TWO, 2)]


def test_the_topics_above_and_below_are_left_out() -> None:
    topics = {ONE: range(10), TWO: range(10), THREE: range(5)}
    assert found(index(topics), kin={TWO}) == [(THREE, 5)]


def test_no_more_are_given_than_asked_for_and_equal_ones_in_their_order() -> None:
    topics = {ONE: range(10), THREE: range(5), TWO: range(5)}
    assert found(index(topics), most=1) == [(TWO, 5)]


def test_a_topic_without_records_has_none() -> None:
    assert found(index({TWO: range(5)})) == []


@pytest.mark.parametrize("most", [1, 3, 8])
def test_what_is_passed_over_would_not_have_been_among_them(most: int) -> None:
    chance = Random(1)  # noqa: S311, the same in every run
    topics = {topic: chance.sample(range(200), chance.randint(2, 60)) for topic in range(ONE, 60)}
    assert found(index(topics, 200), most=most) == found(index(topics, 200), most=99)[:most]
