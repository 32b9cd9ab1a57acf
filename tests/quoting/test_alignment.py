"""How a quotation stands to a passage."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.quoting.alignment import Alignment, Kind, align
from statements.quoting.verdicts import Match, per_cent
from statements.quoting.words import quotation_of, words_of

SAID = (
    "The President noted that the reason for the escalation is provocations by the security "
    "forces, and that nothing was done about it for years."
)


def aligned(quotation: str, passage: str = SAID) -> Alignment:
    found = align(quotation_of(quotation), words_of(passage))
    assert found
    return found


def said(quotation: str, passage: str = SAID) -> str:
    """Write the alignment: [quoted alone], {source alone}, (left out)."""
    signs = {Kind.SAME: "%s", Kind.QUOTED: "[%s]", Kind.SOURCE: "{%s}", Kind.LEFT_OUT: "(%s)"}
    sides = {Kind.QUOTED: words_of(quotation)}
    whole = words_of(passage)
    steps = aligned(quotation, passage).steps
    return " ".join(
        signs[step.kind] % " ".join(sides.get(step.kind, whole).keys[step.start : step.end])
        for step in steps
    )


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“The reason for the ESCALATION…”", "the reason for the escalation"),
        ("the cause for the escalation", "the [cause] {reason} for the escalation"),
        ("the reason for escalation", "the reason for {the} escalation"),
        ("the true reason for the escalation", "the [true] reason for the escalation"),
        ("cause for the escalation", "[cause] {reason} for the escalation"),
        ("was done it for years", "was done {about} it for years"),
        ("nothing was done for years", "nothing was done {about it} for years"),
        ("the reason ... provocations", "the reason (for the escalation is) provocations"),
        ("reason … of … provocations", "reason [of] (for the escalation is) provocations"),
    ],
)
def test_differences_are_told_word_by_word(quotation: str, expected: str) -> None:
    assert said(quotation) == expected


def test_an_exact_place_is_preferred_to_a_mixed_up_one() -> None:
    passage = "gas the deal, the deal gas, and then the gas deal"
    assert said("the gas deal", passage) == "the gas deal"
    assert aligned("the gas deal", passage).start == 8


def test_a_moved_word_is_worth_more_than_a_missing_one() -> None:
    moved = aligned("is provocations the reason for the escalation by the security")
    missing = aligned("is zebras the reason for the escalation by the security")
    assert moved.moved > 0
    assert missing.similarity < moved.similarity < 1


def test_a_lone_word_far_away_does_not_belong_to_it() -> None:
    found = aligned("years the escalation is provocations by the security forces")
    assert found.end - found.start < 12


def test_a_quotation_that_runs_on_says_so() -> None:
    assert aligned("about it for years. Then they agreed on it").runs_beyond == (0, 5)
    assert aligned("Yesterday, he said: the President noted").runs_beyond[0] == 3


def test_nothing_in_common_is_no_alignment() -> None:
    assert align(quotation_of("zebra quagga"), words_of(SAID)) is None
    assert align(quotation_of("zebra"), words_of("")) is None


WORDS = st.lists(
    st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "the"]), min_size=1, max_size=30
)
PIECES = st.lists(WORDS, min_size=1, max_size=3)


@given(PIECES, WORDS)
def test_both_sides_can_be_read_back(pieces: list[list[str]], source: list[str]) -> None:
    quotation = quotation_of(" … ".join(" ".join(piece) for piece in pieces))
    found = align(quotation, words_of(" ".join(source)))
    wanted = [word for piece in pieces for word in piece]
    if not found:
        assert not set(wanted) & set(source)
        return
    quoted: list[str] = []
    there: list[str] = []
    for step in found.steps:
        assert len(step) > 0
        words = (wanted if step.kind is Kind.QUOTED else source)[step.start : step.end]
        quoted += words if step.kind in {Kind.SAME, Kind.QUOTED} else []
        there += words if step.kind is not Kind.QUOTED else []
    assert quoted == wanted
    assert there == source[found.start : found.end]
    assert 0 < found.similarity <= 1


@given(WORDS, WORDS, WORDS)
def test_what_stands_in_the_passage_is_exact(
    before: list[str], quoted: list[str], behind: list[str]
) -> None:
    found = aligned(" ".join(quoted), " ".join([*before, *quoted, *behind]))
    assert found.is_exact
    assert found.similarity == 1
    assert found.end - found.start == len(quoted)


@given(WORDS, WORDS)
def test_only_what_is_exact_is_wholly_alike(quoted: list[str], source: list[str]) -> None:
    found = align(quotation_of(" ".join(quoted)), words_of(" ".join(source)))
    if found and found.similarity == 1:
        assert found.is_exact
    if found:
        assert found.count(Kind.SAME) + found.moved <= (Counter(quoted) & Counter(source)).total()


def test_only_what_is_exact_has_a_hundred_per_cent() -> None:
    words = [f"word{number}" for number in range(150)]
    text = " ".join(words)
    swapped = " ".join([*words[:-2], *words[:-3:-1]])
    assert aligned(swapped, text).similarity > 0.995
    assert per_cent(Match(words_of(text), aligned(swapped, text)).similarity) == 99
    assert per_cent(Match(words_of(text), aligned(text, text)).similarity) == 100


def test_a_text_of_nothing_but_ellipses_and_letters_is_compared_too() -> None:
    found = align(quotation_of("a…" * 1000), words_of("a b c " * 100))
    assert found
    assert not found.is_exact


def test_of_stretches_with_as_many_words_the_one_in_order_is_taken() -> None:
    passage = words_of("noted that the reason for the escalation is the provocations")
    found = align(quotation_of("that the raison … is the provocation"), passage)
    assert found
    assert passage.between(found.start, found.end).endswith("is the provocations")
