"""What is asked of two passages to be taken for the same, apart from the readouts it was set on."""

import pytest

from statements.aligning.evidence import Passage, Version
from statements.aligning.likeness import alike
from statements.aligning.mentions import Names

NOBODY = Names([])


def passage(pk: int, side: int, text: str) -> Passage:
    """Give an English passage of which each word is a stem."""
    return Passage(pk, side, {"en": Version("en", text, frozenset(text.lower().split()))})


def joined(*passages: Passage) -> list[tuple[int, int]]:
    return [(passages[one.one].pk, passages[one.other].pk) for one in alike(passages, NOBODY)]


def test_what_is_far_more_like_another_passage_of_that_side_is_left_apart() -> None:
    theirs = passage(1, 0, "grain leaves harbours under escort daily")
    close = passage(2, 1, "grain leaves harbours under escort weekly")
    loose = passage(3, 1, "grain leaves harbours with cranes rails")
    assert joined(theirs, loose) == [(1, 3)]
    assert joined(theirs, close, loose) == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other", "are_joined"),
    [
        ("Minsk Normandy Donbass sketch", "Minsk Normandy Donbass letter", False),
        ("Minsk Normandy grain harbours", "Minsk Normandy grain harbours", True),
    ],
)
def test_names_alone_are_not_enough(one: str, other: str, *, are_joined: bool) -> None:
    assert bool(joined(passage(1, 0, one), passage(2, 1, other))) is are_joined


def test_two_words_of_seven_are_not_enough() -> None:
    one = "grain harbours tea milk salt bread rice"
    other = "grain harbours iron coal steel zinc lead"
    assert not joined(passage(1, 0, one), passage(2, 1, other))
    few = "grain harbours iron coal steel"
    assert joined(passage(1, 0, "grain harbours tea milk"), passage(2, 1, few)) == [(1, 2)]
