"""Columns: where each block stands, and what the picture says in words."""

from typing import Any

import pytest

from drawing.columns import Block, columns
from drawing.series import Series

YEARS = ["2020", "2021", "2022"]


def drawn(*counts: list[int], **others: Any) -> Any:
    series = [Series(name, given) for name, given in zip("ABCDEFG", counts, strict=False)]
    return columns(YEARS, series, title="Contacts by year", unit="contacts", **others)


def test_columns_are_as_high_as_their_counts() -> None:
    picture = drawn([1, 0, 4])
    assert [one.blocks for one in picture.columns] == [
        (Block(1, 75.0, 25.0),),
        (),
        (Block(1, 0.0, 100.0),),
    ]
    assert picture.lines == ((100.0, "0"), (75.0, "1"), (50.0, "2"), (25.0, "3"), (0.0, "4"))


def test_series_are_stacked_in_order() -> None:
    picture = drawn([1, 2, 0], [1, 0, 3])
    assert picture.columns[0].blocks == (Block(1, 66.667, 33.333), Block(2, 33.334, 33.333))
    assert [one.words for one in picture.columns] == ["2020: A 1, B 1", "2021: A 2", "2022: B 3"]
    assert [(key.number, key.name, key.total) for key in picture.legend] == [
        (1, "A", "3"),
        (2, "B", "4"),
    ]


def test_columns_share_the_width() -> None:
    picture = drawn([1, 2, 3])
    assert [(one.left, one.full) for one in picture.columns] == [
        (0.0, 33.333),
        (33.333, 33.333),
        (66.667, 33.333),
    ]
    assert [(one.x, one.width) for one in picture.columns] == [
        (12.167, 9.0),
        (45.5, 9.0),
        (78.833, 9.0),
    ]


def test_a_count_however_small_is_seen() -> None:
    assert drawn([1, 5000, 0]).columns[0].blocks == (Block(1, 98.5, 1.5),)


def test_the_picture_is_told_in_words() -> None:
    assert drawn([1, 0, 4]).alternative == (
        "Columns from 2020 to 2022: 5 contacts in all, most in 2022 (4)."
    )
    assert "most in 2020 and 1 more (4)." in drawn([4, 0, 4]).alternative


@pytest.mark.parametrize("counts", [[0, 0, 0], [0, 7, 0]])
def test_nothing_is_drawn_where_nothing_is_compared(counts: list[int]) -> None:
    assert drawn(counts) is None


@pytest.mark.parametrize(
    ("counts", "others"),
    [
        ([], {}),
        ([[1, 2, 3]] * 7, {}),
        ([[1, 2]], {}),
        ([[1, -2, 3]], {}),
        ([[1, 2, 3]], {"hrefs": ["/"]}),
    ],
)
def test_what_does_not_go_together_is_refused(counts: list[list[int]], others: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        drawn(*counts, **others)


def test_the_same_picture_has_the_same_key_and_another_has_another() -> None:
    assert drawn([1, 2, 3]).key == drawn([1, 2, 3]).key
    assert drawn([1, 2, 3]).key != drawn([1, 2, 4]).key
