"""Passages stand where they were selected, to the code point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.anchoring import Copy
from statements.entering.passages import (
    labelled_speaker,
    marked,
    place_of,
    quote_type_of,
    trimmed,
)

# What goes wrong where positions count bytes, UTF-16 units or letters as people see them.
TEXTS = st.text(st.sampled_from("ab \n“”é\u0301e🙈👩\u200d🚀शांति سلام\u00a0\ufb01İß"), max_size=40)
SPANS = st.tuples(st.integers(-2, 45), st.integers(-2, 45))


@given(TEXTS, SPANS)
def test_a_selection_keeps_its_words_without_the_space_around(
    text: str, span: tuple[int, int]
) -> None:
    found = trimmed(text, *span)
    if found is None:
        assert not (0 <= span[0] < span[1] <= len(text)) or not text[slice(*span)].strip(
            " \n\u00a0\u200d"
        )
    else:
        assert span[0] <= found[0] < found[1] <= span[1]
        assert text[slice(*found)] in text[slice(*span)]
        assert text[slice(*found)].strip() == text[slice(*found)]


@given(TEXTS, SPANS)
def test_words_at_the_place_that_is_given_stay_there(text: str, span: tuple[int, int]) -> None:
    start, end = span
    if 0 <= start < end <= len(text):
        assert place_of(Copy(text), text[start:end], start, end) == span


@given(TEXTS, st.text(max_size=5), SPANS)
def test_other_words_are_found_or_nowhere(text: str, words: str, span: tuple[int, int]) -> None:
    found = place_of(Copy(text), words, *span)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@given(TEXTS, st.lists(st.one_of(st.none(), SPANS), max_size=5))
def test_the_marked_pieces_are_the_text(text: str, asked: list[tuple[int, int] | None]) -> None:
    spans = [span if span and 0 <= span[0] < span[1] <= len(text) else None for span in asked]
    pieces = marked(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    for number, span in enumerate(spans, start=1):
        words = "".join(piece.text for piece in pieces if number in piece.numbers)
        assert words == (text[slice(*span)] if span else "")


def test_the_second_of_two_equal_passages_is_the_one_that_was_selected() -> None:
    text = "Yes. 🙈 Yes."
    assert place_of(Copy(text), "Yes.", 7, 11) == (7, 11)
    assert place_of(Copy(text), "Yes.", 1, 5) == (0, 4), "other words stand there: it is found"
    assert place_of(Copy(text), "No.", None, None) is None


@pytest.mark.parametrize(
    ("text", "words", "kind", "quote_type"),
    [
        ("He said: “We agree.” Then", "We agree.", "readout", "direct"),
        ("He said: “We agree.” Then", "“We agree.”", "readout", "direct"),
        ("He said: “We agree.” Then he left", "Then he left", "readout", "readout"),
        ("He took it “seriously” then", "took it “seriously” then", "article", "mixed"),
        ("Er sagte: „Ja.“ Dann ging er", "Dann ging er", "article", "indirect"),
        ("Er sagte: „Ja, gern.“ Dann", "gern", "article", "direct"),
        ("Il a dit : « Oui. » Puis", "Oui", "article", "direct"),
        ('He said "yes" and "no" to', "and", "article", "indirect"),
        ('He said "yes" and "no" to', "no", "article", "direct"),
        ("“Open.\nAnother paragraph", "Another", "article", "indirect"),
        ("Thank you.", "Thank you.", "transcript", "direct"),
        ("They agreed.", "They agreed.", "readout", "readout"),
        ("They agreed.", "They agreed.", "", "indirect"),
    ],
)
def test_the_type_of_quotation(text: str, words: str, kind: str, quote_type: str) -> None:
    start = text.index(words)
    assert quote_type_of(text, (start, start + len(words)), kind) == quote_type


def test_the_speaker_stands_before_the_colon() -> None:
    text = "President of Russia Vladimir Putin: One.\n\nTwo.\n\nМакрон: Three."
    assert labelled_speaker(text, text.index("One")) == "President of Russia Vladimir Putin"
    assert labelled_speaker(text, text.index("Two")) == "President of Russia Vladimir Putin"
    assert labelled_speaker(text, text.index("Three")) == "Макрон"
    assert labelled_speaker("Nobody.", 0) == ""
