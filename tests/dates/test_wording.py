"""Dates in words."""

import pytest
from hypothesis import given

from dates.edtf import for_people, parse
from tests.dates.texts import valid_texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-02-20", "20 February 2022"),
        ("2022-02-01", "1 February 2022"),
        ("0987-02-01", "1 February 987"),
        ("2022-02", "February 2022"),
        ("2022-02-XX", "February 2022"),
        ("2022", "2022"),
        ("2022-XX", "2022"),
        ("2022-21", "spring 2022"),
        ("2022-22", "summer 2022"),
        ("2022-23", "autumn 2022"),
        ("2022-24", "winter 2022–23"),
        ("1999-24", "winter 1999–2000"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
        ("1999~", "about 1999"),
        ("199X~", "about the 1990s"),
        ("1999?", "1999 (uncertain)"),
        ("1999%", "about 1999 (uncertain)"),
        ("2022-02-20?", "20 February 2022 (uncertain)"),
        ("2022-02-07/2022-02-08", "7–8 February 2022"),
        ("2022-02-28/2022-03-02", "28 February – 2 March 2022"),
        ("2021-12-31/2022-01-01", "31 December 2021 – 1 January 2022"),
        ("2021-02-07/2022-02-07", "7 February 2021 – 7 February 2022"),
        ("2022-01/2022-03", "January–March 2022"),
        ("2021-12/2022-01", "December 2021 – January 2022"),
        ("2021/2022", "2021–2022"),
        ("2022-21/2022-22", "spring–summer 2022"),
        ("2022-23/2022-24", "autumn 2022 – winter 2022–23"),
        ("198X/199X", "1980s–1990s"),
        ("18XX/19XX", "1800–1899 – 1900–1999"),
        ("2022-02-07/2022-02-07", "7 February 2022"),
        ("2022-XX/2022", "2022"),
        ("2022-02-01/2022-02", "1 February 2022 – February 2022"),
        ("2021/2022-02-03", "2021 – 3 February 2022"),
        ("1999/1999~", "1999 – about 1999"),
        ("1999~/1999", "about 1999 – 1999"),
        ("1999/2001?", "1999 – 2001 (uncertain)"),
        ("2022-02-07?/2022-02-08?", "7–8 February 2022 (uncertain)"),
        ("2022-02-07~/2022-02-08", "about 7 February 2022 – 8 February 2022"),
    ],
)
def test_puts_a_date_in_words(text: str, words: str) -> None:
    assert for_people(parse(text)) == words


@given(valid_texts)
def test_every_date_has_words(text: str) -> None:
    words = for_people(parse(text))
    assert words == words.strip() != ""
    assert parse(text).uncertain == ("(uncertain)" in words)
    assert parse(text).approximate == ("about " in words)
