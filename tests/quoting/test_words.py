"""What is compared of a word, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.quoting.words import key_of, quotation_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élysée", "ELYSEE"),
        ("es\u00adcalation", "escalation"),
        ("ёлка", "елка"),
        ("ﬁnal", "final"),
        ("Straße", "STRASSE"),
        ("Ａ", "a"),
        ("كِتَابٌ", "كتاب"),
        ("e\u0301t\u00e9", "ete"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spelling_makes_no_difference(one: str, other: str) -> None:
    assert words_of(one).keys == words_of(other).keys


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("हिन्दी", "हनद"), ("gas", "gases")])
def test_other_letters_are_other_words(one: str, other: str) -> None:
    assert words_of(one).keys != words_of(other).keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("“peace‑making” efforts, he said", ["peace", "making", "efforts", "he", "said"]),
        ("Russia’s U.S. 2.5%", ["russia", "s", "u", "s", "2", "5"]),
        ("和平2024年", ["和", "平", "2024", "年"]),
        ("ไทยด์", ["ไ", "ท", "ย", "ด์"]),
        ("snake_case", ["snake", "case"]),
        ("комʼют gasˆ", ["ком", "ют", "gas"]),
        (" \u0301 — … !", []),
        ("ـ", []),
    ],
)
def test_the_words_of_a_text(text: str, keys: list[str]) -> None:
    assert words_of(text).keys == keys


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    words = words_of(text)
    assert len(words.keys) == len(words.spans)
    behind = 0
    for key, (start, end) in zip(words.keys, words.spans, strict=True):
        assert behind <= start < end <= len(text)
        assert key_of(text[start:end]) == key != ""
        behind = end


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("one … two", {1}),
        ("one [...] two three (…) four", {1, 3}),
        ("one two . . . three", {2}),
        ("one <...> two", {1}),
        ("… one two ...", set()),
        ("one. Two", set()),
        ("one..two", set()),
        ("和平…发展", {2}),
    ],
)
def test_an_ellipsis_stands_for_words_left_out(text: str, gaps: set[int]) -> None:
    assert quotation_of(text).gaps == gaps
