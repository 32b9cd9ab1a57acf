"""How alike what was typed and a name are: misspellings are, nonsense is not."""

import pytest

from reading.likeness import ALIKE, likeness


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("putn", "vladimir putin"),
        ("macrn", "emmanuel macron"),
        ("macorn", "emmanuel macron"),
        ("zelenskiy", "volodymyr zelensky"),
        ("lukashenka", "alexander lukashenko"),
        ("obma", "barack obama"),
        ("trmup", "donald trump"),
        ("wladimir puttin", "vladimir putin"),
        ("president emanuel macron", "emmanuel macron"),
        ("jinpin xi", "xi jinping"),
        ("nazrb", "nursultan nazarbayev"),
        ("holland", "francois hollande"),
    ],
)
def test_a_misspelt_name_is_like_the_name(typed: str, name: str) -> None:
    assert likeness(typed, name) >= ALIKE


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nobody at all", "patriarch of moscow and all russia kirill"),
        ("kate", "islam karimov"),
        ("kate", "ramzan kadyrov"),
        ("asdf", "bashar al assad"),
        ("foo bar", "barack obama"),
        ("test", "michel temer"),
        ("gas", "gaoli zhang"),
        ("xx", "xi jinping"),
        ("", "vladimir putin"),
        ("putin", ""),
    ],
)
def test_nonsense_is_like_no_name(typed: str, name: str) -> None:
    assert likeness(typed, name) < ALIKE


def test_the_same_is_most_alike_and_the_nearer_is_more_so() -> None:
    assert likeness("vladimir putin", "vladimir putin") == 1
    assert likeness("macrn", "emmanuel macron") > likeness("macrn", "mauricio macri")
    assert likeness("putn", "vladimir putin") > likeness("putn", "putins office")
