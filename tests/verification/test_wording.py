"""How many words of the source a statement leaves out."""

import pytest

from statements.verification.wording import words_left_out

EXACT = "He per\u00adhaps said: “The line – of contact – is quiet.”"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (EXACT, 0),
        ("He perhaps said: 'The line - of contact - is quiet.'", 0),
        ("He … said: “The line – of contact – is quiet.”", 1),
        ("He (...) is quiet.", 6),
        ("[Putin] perhaps said: “[t]he line […] is quiet.”", 3),
        ("he perhaps said “the line of contact is quiet”", 0),
    ],
)
def test_words_that_the_text_does_not_have(text: str, number: int) -> None:
    assert words_left_out(text, EXACT) == number
