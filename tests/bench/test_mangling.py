"""Quotations as people remember them."""

from random import Random

import pytest

from bench.mangling import FEWEST, KINDS, MOST, joined, passage, words_of

WORDS = [f"word{number}" for number in range(60)]


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311, nothing is kept secret with it


def mangled(kind: str) -> list[str]:
    return KINDS[kind](chance(3), list(WORDS), ["other", "another"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chance_mangles_in_the_same_way_and_changes_something(kind: str) -> None:
    assert mangled(kind) == mangled(kind)
    assert mangled(kind) != WORDS


def test_dropped_words_are_some_of_them_and_the_others_stay_in_order() -> None:
    left = mangled("words dropped")
    assert 0.8 * len(WORDS) < len(left) < len(WORDS)
    assert left == [word for word in WORDS if word in left]


def test_changed_words_stand_where_others_stood() -> None:
    pairs = list(zip(mangled("words changed"), WORDS, strict=True))
    changed = [new for new, old in pairs if new != old]
    assert 0 < len(changed) < 0.2 * len(WORDS)
    assert set(changed) <= {"other", "another"}


def test_swapped_words_are_all_still_there() -> None:
    assert sorted(mangled("neighbours swapped")) == sorted(WORDS)


def test_other_signs_leave_the_words() -> None:
    again = "".join(sign for sign in joined(mangled("other signs")).lower() if sign.isalnum())
    assert again == "".join(WORDS)


def test_a_passage_is_a_piece_of_12_to_40_words() -> None:
    for seed in range(50):
        piece = passage(chance(seed), WORDS)
        assert FEWEST <= len(piece) <= MOST
        assert " ".join(piece) in " ".join(WORDS)
    assert passage(chance(1), WORDS[:5]) == WORDS[:5]


def test_a_text_without_spaces_is_taken_letter_by_letter() -> None:
    assert words_of("安全保障。") == ["安", "全", "保", "障", "。"]
    assert joined(words_of("安全保障。")) == "安全保障。"
    assert joined(words_of("two words")) == "two words"
