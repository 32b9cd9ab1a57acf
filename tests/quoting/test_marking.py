"""A passage with its differences marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.quoting.alignment import align
from statements.quoting.marking import BEFORE, BEHIND, marked
from statements.quoting.verdicts import Match
from statements.quoting.words import quotation_of, words_of

SIGNS = {"same": "%s", "quoted": "[%s]", "source": "{%s}", "left-out": "(%s)", "around": "%s"}


def shown(quotation: str, passage: str) -> str:
    asked = quotation_of(quotation)
    found = align(asked, words := words_of(passage))
    assert found
    return "".join(
        SIGNS[mark.kind] % mark.text for mark in marked(asked.words, Match(words, found))
    )


@pytest.mark.parametrize(
    ("quotation", "passage", "expected"),
    [
        ("THE reason", "For the Reason, he said.", "For the Reason, he said."),
        ("the cause for it", "Not the reason, for it.", "Not the [cause] {reason}, for it."),
        ("the big reason for it", "The reason for it", "The [big] reason for it"),
        ("oh the reason for", "The reason, for it", "[oh] The reason, for it"),
        ("the reason … it", "The reason for it.", "The reason (for) it."),
        (
            "depuis l'hiver dernier",
            "Depuis l’automne dernier",
            "Depuis l’[hiver] {automne} dernier",
        ),
        ("the reason big for", "The reason, for it", "The reason, [big] for it"),
        ("reason for it then", "The reason for it", "The reason for it [then]"),
        ("中国走发展", "中国发展。", "中国 [走] 发展。"),
    ],
)
def test_both_sides_keep_their_spelling_and_signs(
    quotation: str, passage: str, expected: str
) -> None:
    assert shown(quotation, passage) == expected


def test_much_text_around_is_cut_at_words() -> None:
    text = "before " * 100 + "THIS IS IT" + " behind" * 100
    page = shown("this is it", text)
    assert page.startswith("… before before")
    assert page.endswith("behind behind …")
    assert len(page) < BEFORE + BEHIND + 20
    assert len(page.partition("THIS")[0]) <= BEFORE + 2


@pytest.mark.parametrize(
    ("before", "shown_of_it"),
    [
        ("Said before. " * 20 + "And then he said: ", "… And then he said: "),
        ("Said before!\n" * 20, "… "),
        ("Said before?” " * 20 + "He: ", "… He: "),
        ("以前说过。" * 60 + "他说：", "… 他说："),
        ("Short. And then: ", "Short. And then: "),
    ],
)
def test_before_the_words_stands_the_beginning_of_their_sentence(
    before: str, shown_of_it: str
) -> None:
    assert shown("this is it", f"{before}this is it").partition("this")[0] == shown_of_it


def test_of_much_that_is_left_out_the_ends_are_shown() -> None:
    text = "First " + " ".join(f"word{at}" for at in range(60)) + " last thing"
    assert "word9 … word50" in shown("first ... last thing", text)


SPACED = st.lists(
    st.sampled_from(["gas", "deal,", "the", "«of»", "it.", "Élysée’s"]), min_size=1, max_size=20
)


@given(SPACED, SPACED)
def test_no_word_of_the_passage_is_lost(quoted: list[str], source: list[str]) -> None:
    asked, passage = quotation_of(" ".join(quoted)), words_of(" ".join(source))
    found = align(asked, passage)
    if found:
        marks = marked(asked.words, Match(passage, found))
        kept = "".join(mark.text for mark in marks if mark.kind != "quoted")
        assert "".join(kept.split()) == "".join(passage.text.split())
