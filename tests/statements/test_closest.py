"""The passage of a copy that is most like words which do not stand there, and how it is told."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.anchoring import Copy
from statements.quoting.closest import LONG, closest
from statements.quoting.compared import How, compared

TEXT = (
    "The President of Russia noted that the reason for the escalation is the provocations. "
    "Taking into account the acuteness, the presidents considered it expedient to agree. “Late.”"
)


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("thought it expedient to agrees.", "considered it expedient to agree."),
        ("the President of Rusia said that", "The President of Russia noted that"),
        (
            "[Putin] noted that the raison … is the provocation",
            "noted that the reason … is the provocations",
        ),
        ("[T]aking in account the acuteness", "Taking into account the acuteness"),
        ("“late”", "“Late.”"),
        ("zebra quagga", None),
        ("[zebra]", None),
        ("…", None),
        ("", None),
    ],
)
def test_the_closest_passage(words: str, passage: str | None) -> None:
    found = closest(words, Copy(TEXT))
    assert (found.text if found else None) == passage


def test_of_a_long_text_both_ends_are_looked_for() -> None:
    said = " ".join(f"Number {number} was agreed by all sides." for number in range(400))
    copy = Copy(f"Before that. {said} After that.")
    found = closest(said.replace("Number 200 was", "Number 200 is"), copy)
    assert len(said) > LONG
    assert found
    assert found.text == said


def test_where_an_ellipsis_would_stand_for_too_much_the_passage_is_whole() -> None:
    text = f"We {'internationalisation ' * 120}agree to it."
    found = closest("We … agrees to it.", Copy(text))
    assert found
    assert found.text == text


@pytest.mark.parametrize(
    ("words", "how", "said"),
    [
        ("Taking into account", How.TO_THE_LETTER, "Found letter by letter."),
        ('"Late."', How.FOLDED, "Found; only spaces"),
        ("The President … noted", How.CUT, "Found, with 2 words left out."),
        ("noted that … reason", How.CUT, "Found, with 1 word left out."),
        ("[He] noted that", How.CUT, "Found, but for what stands in brackets"),
        ("The President of Rusia", How.ABSENT, "closest passage: “The President of Russia”"),
        ("zebra", How.ABSENT, "no passage is much like it"),
    ],
)
def test_how_a_text_stands_to_a_copy_is_said_in_words(words: str, how: How, said: str) -> None:
    stands = compared(words, Copy(TEXT))
    assert stands.how is how
    assert said in str(stands)


def test_without_a_copy_nothing_is_said_of_the_words() -> None:
    assert str(compared("Words", None)) == "No copy of the source is kept."


ALPHABET = st.text("ab AB.,…[]\n“”-同", max_size=40)


@given(ALPHABET, ALPHABET)
def test_the_text_of_a_passage_is_found_in_its_copy(words: str, text: str) -> None:
    copy = Copy(text)
    if passage := closest(words, copy):
        assert text[passage.start : passage.end].strip()
        assert copy.find(passage.text)


HOSTILE = {
    "letters": ("a " * 150_000, "a b " * 1_000),
    "ellipses": ("a " * 150_000, "a… b… " * 25_000),
    "common words": ("the end of it all and so on " * 11_000, "the … zebra … on … so " * 150),
    "one word": ("x" * 300_000, "x" * 100_000 + "y"),
    "no spaces": ("同意停火" * 75_000, "同意停战火" * 19_000),
    "long": ("the end of it all and so on " * 11_000, "the on so and all it of end " * 3_500),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_asked_takes_no_long_time(name: str) -> None:
    text, words = HOSTILE[name]
    copy = Copy(text)
    copy.holds("to fold it")
    started = process_time()
    closest(words, copy)
    assert process_time() - started < 1
