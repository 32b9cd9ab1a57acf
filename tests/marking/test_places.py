"""Where quotations stand in an older copy, letter by letter."""

from statements.marking.places import Placed, found_in

TEXT = "We agree. Nothing else. We agree."


def test_the_same_words_twice_stand_in_two_places() -> None:
    found = list(found_in(TEXT, [(1, "We agree."), (2, "We agree.")]))
    assert found == [Placed(1, 0, 9), Placed(2, 24, 33)]


def test_what_stands_before_the_last_one_found_is_found_too() -> None:
    found = list(found_in(TEXT, [(1, "Nothing else."), (2, "We agree. Nothing")]))
    assert found == [Placed(1, 10, 23), Placed(2, 0, 17)]


def test_what_does_not_stand_there_has_no_place() -> None:
    assert list(found_in(TEXT, [(1, "We disagree."), (2, "We agree.")])) == [Placed(2, 0, 9)]
