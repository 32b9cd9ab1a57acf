"""The words that say no, in each language that has a stemmer."""

import pytest

from statements.querysets.stemming import STEMMERS
from statements.quoting.alignment import align
from statements.quoting.negations import NEGATIONS, SAME, differing, left_out
from statements.quoting.verdicts import Match
from statements.quoting.words import Words, quotation_of, words_of


def compared(quotation: str, passage: str) -> tuple[Words, Match]:
    asked, words = quotation_of(quotation), words_of(passage)
    found = align(asked, words)
    assert found
    return asked.words, Match(words, found)


def test_every_language_with_a_stemmer_has_some() -> None:
    assert {*NEGATIONS, *SAME} == set(STEMMERS)


@pytest.mark.parametrize("tag", STEMMERS)
def test_each_is_told_where_it_alone_differs(tag: str) -> None:
    for word in NEGATIONS[SAME.get(tag, tag)].split():
        told = differing(*compared(f"gas {word} coal oil", "gas coal oil"), f"{tag}-XX")
        assert [one.strip("’'-") for one in told] == [word.strip("’'-")]


def test_what_both_have_is_not_told_wherever_it_stands() -> None:
    assert differing(*compared("never gas coal oil not", "not gas coal oil never"), "en") == []
    assert differing(*compared("not gas coal oil", "Not gas and oil"), "en") == []


def test_it_is_told_as_often_as_one_side_has_more() -> None:
    assert differing(*compared("gas not coal not oil", "gas not coal oil"), "en") == ["not"]


def test_what_is_left_out_is_told_only_where_it_is_little() -> None:
    assert left_out(*compared("gas … coal", "gas will not be coal")[1:], "en") == ["not"]
    long = "gas which we said was not what it had been, and coal"
    assert left_out(*compared("gas … coal", long)[1:], "en") == []
