"""Long texts in parts, cut at the ends of paragraphs, and nothing lost between two parts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.marking import parts
from statements.marking.parts import ends, nominal, parts_in, window


def part(text: str, number: int) -> tuple[int, int]:
    first, behind = window(number, len(text))
    return ends(number, len(text), text[first:behind], first)


def all_parts(text: str) -> list[str]:
    return [text[slice(*part(text, number))] for number in range(parts_in(len(text)))]


@pytest.mark.parametrize(
    ("length", "number"),
    [(0, 1), (20_000, 1), (25_000, 1), (25_001, 2), (45_000, 2), (45_001, 3), (3_000_000, 150)],
)
def test_how_many_parts(length: int, number: int) -> None:
    assert parts_in(length) == number


def test_a_part_ends_with_a_paragraph_else_with_a_word_else_where_it_has_to() -> None:
    line = "x" * 999 + "\n"
    assert [len(one) for one in all_parts(line * 60)] == [20_000, 20_000, 20_000]
    odd = "y" * 700 + "\n"
    assert all(one.endswith("\n") for one in all_parts(odd * 60)[:-1])
    words = all_parts("word " * 12_000)
    assert all(one.endswith(" ") for one in words[:-1])
    assert [len(one) for one in all_parts("z" * 60_000)] == [20_000, 20_000, 20_000]


@settings(max_examples=400)
@given(st.text(st.sampled_from("abc \n"), max_size=200))
def test_the_parts_are_the_text(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "SIZE", 20)
        patch.setattr(parts, "REACH", 8)
        assert "".join(all_parts(text)) == text
        for number in range(parts_in(len(text))):
            start, end = part(text, number)
            assert all(nominal(at, len(text)) in (number, number - 1) for at in range(start, end))
