"""Numbers of things, in words."""

import pytest

from reading.counting import counted


@pytest.mark.parametrize(
    ("number", "what", "words"),
    [
        (0, "statement", "0 statements"),
        (1, "statement", "1 statement"),
        (1200, "statement", "1,200 statements"),
        (1, "kept copy", "1 kept copy"),
        (2, "kept copy", "2 kept copies"),
        (1, "day", "1 day"),
        (2, "day", "2 days"),
    ],
)
def test_counted(number: int, what: str, words: str) -> None:
    assert counted(number, what) == words
