"""What is typed into a search box is read as words and as values of filters, or refused aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.prefixes import Typed, read

PREFIXES = {"speaker": "speaker", "with": "counterpart", "from": "from", "to": "to"}
PREFIXES |= {"in": "language", "language": "language", "actor": "actor"}


def typed(text: str) -> Typed:
    return read(text, PREFIXES, every={"actor"})


@pytest.mark.parametrize(
    ("text", "words", "values"),
    [
        ("", "", {}),
        ("  gas   oil ", "gas oil", {}),
        ('gas -oil "line of contact" or x', 'gas -oil "line of contact" or x', {}),
        ("gas speaker:macron oil", "gas oil", {"speaker": ["macron"]}),
        ('speaker:"Vladimir  Putin"', "", {"speaker": ["Vladimir Putin"]}),
        ("speaker:“Vladimir Putin”", "", {"speaker": ["Vladimir Putin"]}),
        ("speaker:«Владимир Путин» gas", "gas", {"speaker": ["Владимир Путин"]}),
        ("„line of contact“ «а б»", '"line of contact" "а б"', {}),
        ("speaker:a speaker:b", "", {"speaker": ["a", "b"]}),
        ("speaker:a or speaker:b", "", {"speaker": ["a", "b"]}),
        ("in:fr OR language:de", "", {"language": ["fr", "de"]}),
        ("SPEAKER:x From:2022-02", "", {"speaker": ["x"], "from": ["2022-02"]}),
        ('speaker:"a b"gas', "gas", {"speaker": ["a b"]}),
        ("speaker:a:b", "", {"speaker": ["a:b"]}),
        ('"speaker:x"', '"speaker:x"', {}),
        ('-"x y"', '-"x y"', {}),
    ],
)
def test_words_and_values_are_told_apart(
    text: str, words: str, values: dict[str, list[str]]
) -> None:
    found = typed(text)
    assert (found.words, found.values) == (words, values)
    assert (found.unknown, found.problems, found.note) == ([], [], "")


@pytest.mark.parametrize(
    "text",
    [
        "https://www.kremlin.ru/a:b?c=d",
        "at 10:30",
        "NATO: enlargement",
        "C:\\words a:b",
        "speakers",
        "x:://y ::",
        "re:",
        ":x",
    ],
)
def test_what_is_no_prefix_is_a_word(text: str) -> None:
    assert typed(text) == Typed(text)


def test_what_looks_like_a_prefix_and_is_none_is_told() -> None:
    found = typed("gas foo:bar speker:putin -слово:другое")
    assert found.words == "gas foo:bar speker:putin -слово:другое"
    assert found.unknown == ["foo:bar", "speker:putin", "-слово:другое"]
    assert "“foo:bar”" in found.note
    assert "Is “speaker:” meant?" in found.note
    assert found.problems == []


def test_of_many_that_only_look_like_prefixes_a_few_are_told() -> None:
    assert typed("foo:bar").note == "“foo:bar” is searched for as words: no filter has that name."
    assert typed("a1 foo:a bar:b baz:c qux:d").note == (
        "“foo:a” and “bar:b” and “baz:c” are searched for as words: no filter has that name."
    )


def test_of_a_long_text_the_beginning_is_told() -> None:
    long = "x" * 300
    assert len(typed(f"foo:{long}").note) < 150
    [trouble] = typed(f"-speaker:{long}").problems
    assert len(trouble.message) < 150
    assert {text: len(label) for text, label in trouble.instead.items()} == {f"speaker:{long}": 61}


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("speaker:", "After “speaker:” a value is missing", ["speaker"]),
        ('gas speaker:""', "a value is missing", ["gas speaker"]),
        ("speaker: Putin", "a value is missing", ["speaker:Putin", "speaker Putin"]),
        ("to: the end", "a value is missing", ["to:the end", "to the end"]),
        ("from: to:2022", "a value is missing", ["from to:2022"]),
        ("gas -speaker:x", "“-speaker:x” cannot be left out", ["gas speaker:x"]),
        ('gas "line of', "A quotation mark is not closed.", ['gas "line of"', "gas line of"]),
        ('speaker:"Vladimir', "not closed", ['speaker:"Vladimir"', "speaker:Vladimir"]),
        ("“", "not closed", []),
        ("gas or speaker:x", "“or” stands between words", []),
        ("speaker:x or with:y", "“or” stands between words", []),
        ("actor:x or actor:y", "“or” stands between words", []),
        ("or speaker:x", "“or” stands between words", []),
    ],
)
def test_what_cannot_be_understood_is_said_with_what_may_be_meant(
    text: str, message: str, instead: list[str]
) -> None:
    [trouble] = typed(text).problems
    assert message in trouble.message
    assert list(trouble.instead) == instead


def test_everything_that_is_wrong_is_said() -> None:
    assert len(typed("speaker: -with:x gas or in:fr").problems) == 3


@given(st.text(alphabet=st.sampled_from('speaker:in "“-or\x00 \t:/x') | st.characters()))
def test_any_text_is_read(text: str) -> None:
    found = typed(text)
    assert all(value for values in found.values.values() for value in values)
    if found.problems:
        return
    # What is left is read again as the same words.
    again = typed(found.words)
    assert again.values == {} or again.words != found.words
    assert found.words == " ".join(found.words.split())


def test_a_long_text_is_read_at_once() -> None:
    for piece in ("a", "a:", '"', "-", "speaker:x ", '"a" '):
        typed(piece * 5000)
