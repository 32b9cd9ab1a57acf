"""Words are found again in a later copy, at the place with the same surroundings."""

from statements.anchoring import Copy
from statements.reanchoring import MOST_PLACES, Former, find_again

BEFORE = "Question: Will you sign? Answer: Yes. Question: Will you pay? Answer: Yes. That is all."


def former(words: str, nth: int = 0) -> Former:
    """Give the words as they stand in the text before, for the so-many-th time."""
    start = -1
    for _ in range(nth + 1):
        start = BEFORE.index(words, start + 1)
    return Former.at(words, BEFORE, start, start + len(words))


def found(after: str, words: str, nth: int = 0) -> tuple[int, int] | None:
    return find_again(Copy(after), words, former(words, nth))


def test_words_are_found_where_they_moved() -> None:
    assert found(f"New head.\n{BEFORE}", "Will you pay?") == (58, 71)


def test_words_that_are_gone_are_not_found() -> None:
    assert found(BEFORE.replace("pay", "play"), "Will you pay?") is None


def test_of_equal_words_those_with_the_same_surroundings_are_theirs() -> None:
    after = f"Answer: Yes. {BEFORE}"
    first, second = found(after, "Yes."), found(after, "Yes.", 1)
    assert first == (13 + 33, 13 + 37)
    assert second == (13 + 70, 13 + 74)


def test_the_surroundings_count_for_more_than_the_distance() -> None:
    before = "Answer: Yes. " * 5
    after = f"{before}{BEFORE}"
    places = [found(after, "Yes."), found(after, "Yes.", 1)]
    starts = [len(before) + BEFORE.index("Yes."), len(before) + BEFORE.rindex("Yes.")]
    assert [place[0] for place in places if place] == starts


def test_where_the_place_itself_is_gone_the_most_alike_is_taken() -> None:
    after = BEFORE.replace("Will you sign? Answer: Yes. ", "")
    assert found(after, "Yes.", 1) == (after.index("Yes."), after.index("Yes.") + 4)


def test_of_equal_surroundings_the_nearest_is_taken() -> None:
    text = "No.\n" * 5
    for start in range(0, 20, 4):
        one = Former("No.", start, "", "")
        assert find_again(Copy(text), "No.", one) == (start, start + 3)


def test_the_order_in_which_they_are_asked_for_does_not_matter() -> None:
    copy = Copy(f"Answer: Yes. {BEFORE}")
    second = find_again(copy, "Yes.", former("Yes.", 1))
    first = find_again(copy, "Yes.", former("Yes."))
    assert first is not None
    assert second is not None
    assert first < second


def test_other_quotation_marks_are_no_other_words() -> None:
    words = Former("“It’s late.”", 0, "He said: ", " Then")
    assert find_again(Copy('He said: "It\'s late." Then'), "“It’s late.”", words) == (9, 21)


def test_words_that_stand_everywhere_take_no_time_to_speak_of() -> None:
    copy = Copy("no " * 100_000)
    assert find_again(copy, "no", Former("no", 3 * MOST_PLACES // 2, "", "")) is not None
