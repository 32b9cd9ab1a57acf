"""An earlier text beside a later one."""

from statements.likening import CUT, liken


def shown(earlier: str, later: str) -> str:
    marks = {"same": "{}", "gone": "-{}-", "new": "+{}+"}
    return "".join(marks[piece.kind].format(piece.text) for piece in liken(earlier, later).pieces)


def test_what_differs_is_told_word_by_word() -> None:
    assert shown("We will sign it today.", "We will never sign it.") == (
        "We will +never +sign it- today-."
    )


def test_of_a_long_text_the_passage_that_is_most_alike_is_compared() -> None:
    filling = "Something else altogether was spoken of at length. " * 40
    earlier = f"{filling}The border stays closed to lorries. {filling}"
    likeness = liken(earlier, "The border stays closed.")
    passage = "".join(run for _, run in likeness.shared)
    assert passage.startswith(CUT)
    assert passage.endswith(CUT)
    assert "The border stays closed to lorries." in passage
    assert len(passage) < 400
    assert likeness.is_alike


def test_words_of_both_are_marked_where_the_texts_are_not_alike() -> None:
    likeness = liken("Of guarantees he said nothing, nor when.", "Guarantees come first and last.")
    assert not likeness.is_alike
    assert [run for is_shared, run in likeness.shared if is_shared] == ["guarantees"]


def test_texts_without_words_are_compared_too() -> None:
    for earlier, later in [("", ""), ("", "Words."), ("Words.", ""), ("…", "—"), ("a" * 9000, "b")]:
        assert liken(earlier, later).similarity == 0


def test_the_longest_texts_are_compared_quickly_enough() -> None:
    text = " ".join(f"word{number % 977}" for number in range(12_000))
    assert liken(text, text).similarity > 0.9
