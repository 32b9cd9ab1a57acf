"""Points out of pairs: what editors said stands above what was worked out."""

from dataclasses import dataclass

import pytest

from statements.aligning.grouping import Groups, grouped

# Passages 1 to 3 are of one side, 11 to 13 of another, 21 to 23 of a third.
SIDES = {pk: pk // 10 for pk in (1, 2, 3, 11, 12, 13, 21, 22, 23)}


@dataclass
class Said:
    one_id: int
    other_id: int
    is_same: bool
    pk: int = 1


def sets(groups: Groups) -> set[frozenset[int]]:
    found = {frozenset(groups.of(one)) for one in SIDES}
    return {one for one in found if len(one) > 1}


def group(likenesses: list[tuple[int, int]], *verdicts: Said) -> Groups:
    return grouped(likenesses, verdicts, SIDES)


def test_pairs_that_meet_are_one_point() -> None:
    assert sets(group([(1, 11), (2, 12), (11, 21)])) == {
        frozenset({1, 11, 21}),
        frozenset({2, 12}),
    }


def test_a_passage_may_be_matched_by_several_of_another_side() -> None:
    assert sets(group([(1, 11), (1, 12)])) == {frozenset({1, 11, 12})}


def test_one_likeness_does_not_make_one_of_two_points() -> None:
    assert sets(group([(1, 11), (2, 12), (1, 12)])) == {frozenset({1, 11}), frozenset({2, 12})}
    every = [(1, 11), (2, 12), (1, 12), (2, 11)]
    assert sets(group(every)) == {frozenset({1, 2, 11, 12})}


def test_what_an_editor_parted_is_not_joined_by_anything() -> None:
    parted = Said(1, 11, is_same=False)
    assert sets(group([(1, 11), (11, 21), (1, 21)], parted)) == {frozenset({11, 21})}


def test_what_an_editor_joined_is_joined() -> None:
    groups = group([], Said(1, 11, is_same=True))
    assert sets(groups) == {frozenset({1, 11})}
    assert groups.joined == {1, 11}


def test_a_join_that_would_bring_together_what_is_parted_is_left_out_the_older_first() -> None:
    parted = Said(1, 11, is_same=False, pk=3)
    older, newer = Said(1, 21, is_same=True, pk=1), Said(11, 21, is_same=True, pk=2)
    for order in ([parted, older, newer], [newer, older, parted]):
        groups = group([], *order)
        assert sets(groups) == {frozenset({11, 21})}
        assert groups.unheeded == [1]


def test_a_join_does_not_keep_a_likeness_from_joining_further() -> None:
    assert sets(group([(11, 21)], Said(1, 11, is_same=True))) == {frozenset({1, 11, 21})}


def test_verdicts_on_passages_that_are_not_there_are_left_out() -> None:
    assert sets(group([(1, 11)], Said(1, 99, is_same=True), Said(98, 99, is_same=False))) == {
        frozenset({1, 11})
    }


@pytest.mark.parametrize("pair", [(1, 11), (11, 1)])
def test_a_pair_is_the_same_in_either_order(pair: tuple[int, int]) -> None:
    assert sets(group([pair], Said(1, 11, is_same=False))) == set()
