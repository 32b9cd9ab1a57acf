"""Where words stand in a copy of their source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.anchoring import Copy
from statements.folding import fold

QUOTED = "“It’s 5\u00a0–\u00a06\u2009o’clock,  per\u00adhaps.”"
TEXT = f"He said: {QUOTED}\r\n\r\nIt’s late.\u200b"


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("It’s late.", "It’s late."),
        ("It's late.", "It’s late."),
        ('"It\'s 5 - 6 o\'clock, perhaps."', QUOTED),
        ("« It‘s 5—6 o`clock, perhaps. »", QUOTED),
        ("„He said", None),
        ("  He said:  ", "He said:"),
        ("perhaps.\" It's late.", "per\u00adhaps.”\r\n\r\nIt’s late."),
        ("per\u200bhaps", "per\u00adhaps"),
        ("5 6", None),
        ("It’s early.", None),
        ("", None),
        (" \u200b\n", None),
    ],
)  # fmt: skip
def test_words_are_found_as_they_stand_there(words: str, exact: str | None) -> None:
    span = Copy(TEXT).find(words)
    assert (TEXT[slice(*span)] if span else None) == exact


def test_letters_before_typography() -> None:
    text = 'first "yes", then “yes”'
    assert Copy(text).find("“yes”") == (18, 23)
    assert Copy(text).find('"yes"') == (6, 11)


def test_words_within_longer_words_or_numbers_are_not_found() -> None:
    assert Copy("Now or never, 2022.").find("No") is None
    assert Copy("Now or never, 2022.").find("202") is None
    assert Copy("Now or never. No.").find("No") == (14, 16)
    assert Copy("Now – or never – No").find("no-No") is None


def test_scripts_without_spaces_have_no_longer_words() -> None:
    assert Copy("我们同意停火。").find("同意") == (2, 4)


def test_equal_sentences_are_found_in_their_order_then_from_the_start() -> None:
    copy = Copy("Yes. No. Yes. “Yes.”")
    assert [copy.find("Yes.") for _ in range(4)] == [(0, 4), (9, 13), (15, 19), (0, 4)]
    assert copy.find("No.") == (5, 8)
    assert copy.find("Yes.") == (9, 13)


def test_positions_count_code_points() -> None:
    text = "😀\u00a0e\u0301 “we”"
    assert Copy(text).find('"we"') == (5, 9)


WORDS = st.text("ab “”\"'«»–—-\u00a0\u00ad\u200b\n.é😀", min_size=1, max_size=12)


@given(WORDS, WORDS, WORDS)
def test_whatever_is_found_is_the_words(before: str, words: str, after: str) -> None:
    text = before + words + after
    if span := Copy(text).find(words):
        start, end = span
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end]).text == fold(words).text.strip()


@given(WORDS, WORDS, WORDS)
def test_words_that_stand_by_themselves_are_found(before: str, words: str, after: str) -> None:
    if fold(words).text.strip():
        assert Copy(f"{before} {words} {after}").find(words) is not None


@given(WORDS)
def test_a_folded_text_says_where_each_sign_comes_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.positions)
    assert list(folded.positions) == sorted(set(folded.positions))
    kept = [(sign, text[at]) for sign, at in zip(folded.text, folded.positions, strict=True)]
    assert all(sign == source for sign, source in kept if sign in "ab.é😀")
    assert fold(folded.text).text == folded.text
