"""Who shares most exchanges with whom."""

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from pyroaring import BitMap

from actors.models import Actor
from statements.figures import matrix
from statements.figures.held import held
from statements.figures.matrix import busiest, busiest_pairs, shared
from statements.models import Exchange
from statements.postings import current as postings
from tests.cast import actor, exchange

pytestmark = pytest.mark.django_db


def people(number: int) -> list[Actor]:
    """Make some actors."""
    return [actor(f"Person {one}", f"person-{one}") for one in range(number)]


def test_of_three_in_one_contact_each_two_share_it() -> None:
    one, two, three = people(3)
    exchange(one, two, three)
    exchange(one, two)
    exchange(one)
    index = postings.exchanges()
    counts = shared(index, index.everything, [three.pk, two.pk, one.pk])
    assert counts == {(one.pk, two.pk): 2, (one.pk, three.pk): 1, (two.pk, three.pk): 1}


def test_who_is_pinned_stands_among_the_busiest() -> None:
    one, two, three, four = people(4)
    for others in ([two, three], [two], [], []):
        exchange(one, *others)
    index = postings.exchanges()

    def found(pinned: list[int], most: int) -> list[tuple[int, int]]:
        return list(busiest(index, index.everything, pinned, most).items())

    assert found([], 2) == [(one.pk, 4), (two.pk, 2)]
    assert found([four.pk], 2) == [(one.pk, 4), (four.pk, 0)]
    assert found([two.pk], 3) == [(one.pk, 4), (two.pk, 2), (three.pk, 1)]
    assert found([three.pk, four.pk], 1) == [(three.pk, 1), (four.pk, 0)]


@pytest.mark.parametrize("most_compared", [500, 0])
def test_the_busiest_pairs_are_those_that_a_count_finds(
    monkeypatch: pytest.MonkeyPatch, most_compared: int
) -> None:
    monkeypatch.setattr(matrix, "MOST_COMPARED", most_compared)
    random, cast = Random(5), people(30)  # noqa: S311, nothing secret
    made = {}
    for _ in range(120):
        several = {cast[int(random.random() ** 2 * 30)] for _ in range(random.randint(1, 4))}
        made[exchange(*several).pk] = sorted(one.pk for one in several)
    index, among = postings.exchanges(), BitMap(list(made)[10:])
    counts = Counter(pair for pk in among for pair in combinations(made[pk], 2))
    expected = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    for most in (1, 7, 1000):
        assert busiest_pairs(index, among, most) == expected[:most]


def test_who_meets_nobody_else_can_be_in_the_busiest_pair() -> None:
    one, two, three, four, five = people(5)
    for others in ([five], [five], [three], [three], [four]):
        exchange(two, *others)
    exchange(one, four), exchange(one, four)
    index = postings.exchanges()
    expected = [((one.pk, four.pk), 2), ((two.pk, three.pk), 2), ((two.pk, five.pk), 2)]
    for most in (1, 2, 3):
        assert busiest_pairs(index, index.everything, most) == expected[:most]


def test_of_nothing_there_is_no_pair() -> None:
    exchange(*people(1))
    index = postings.exchanges()
    assert busiest_pairs(index, index.everything, 15) == []
    assert busiest_pairs(index, BitMap(), 15) == []


def test_what_counts_was_held_and_not_taken_back() -> None:
    kept, gone = exchange(), exchange()
    for status in ("planned", "proposed", "cancelled"):
        exchange(status=status)
    exchange(editorial_status="draft")
    assert set(held(postings.exchanges())) == {kept.pk, gone.pk}
    Exchange.objects.filter(pk=gone.pk).update(
        editorial_status="retracted", retraction_reason="It never was."
    )
    assert set(held(postings.exchanges())) == {kept.pk}
