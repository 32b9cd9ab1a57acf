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
        ("speaker:'Vladimir Putin' gas", "gas", {"speaker": ["Vladimir Putin"]}),
        ("speaker:‘Vladimir Putin’", "", {"speaker": ["Vladimir Putin"]}),
        ("speaker:’Vladimir Putin’", "", {"speaker": ["Vladimir Putin"]}),
        ("speaker:'O'Brien'", "", {"speaker": ["O'Brien"]}),
        ("speaker:O'Brien gas's", "gas's", {"speaker": ["O'Brien"]}),
        ("speaker:'Abd gas", "gas", {"speaker": ["'Abd"]}),
        ("(speaker:a or speaker:b) gas", "gas", {"speaker": ["a", "b"]}),
        ('(speaker:"a b")', "", {"speaker": ["a b"]}),
        ("sanctions - economic", "sanctions economic", {}),
        ("A - B -- C – D", "A B C – D", {}),
        ("- gas", "gas", {}),
        ("speaker:a - gas", "gas", {"speaker": ["a"]}),
        ("-", "-", {}),
        ('"a - b" -"c d"', '"a - b" -"c d"', {}),
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
    [trouble] = typed(f"speaker: {long}").problems
    assert [len(label) for label in trouble.instead.values()] == [61, 61]
    assert all(text.endswith(long) for text in trouble.instead)


def test_a_filter_of_another_list_is_told() -> None:
    found = read("status:held", PREFIXES, elsewhere={"status": "exchanges"})
    told = "“status:held” is searched for as words: “status:” is a filter of exchanges."
    assert (found.words, found.note) == ("status:held", told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(sanctions or economic) russia", "Brackets have no meaning here"),
        ("gas -(oil coal)", "Brackets have no meaning here"),
        ("[a | b] c", "Brackets have no meaning here"),
        ("a | b", "“|” has no meaning here: write “or”."),
        ("a|b", "“|” has no meaning here"),
        ("a || b", "“|” has no meaning here"),
        ("a & b", "“&” has no meaning here"),
        ("a && b", "“&” has no meaning here"),
        ("gas !oil", "“!” has no meaning here"),
        ("gas ! oil", "“!” has no meaning here"),
        ("gas NOT oil", "“NOT” has no meaning here"),
        ("sanct*", "“*” has no meaning here"),
        ("gas *oil", "“*” has no meaning here"),
    ],
)
def test_a_sign_that_is_an_operator_elsewhere_is_told(text: str, told: str) -> None:
    found = typed(text)
    assert told in found.note
    assert (found.words, found.values, found.problems) == (text, {}, [])


@pytest.mark.parametrize(
    "text",
    [
        "AT&T and R&D",
        "Putin (again) said",
        "What a day! Gas, at last!",
        "TALKS DO NOT END",
        "not oil",
        '"a | b" "(x or y)" "!c" "sanct*"',
        "a -b",
        "f(x)",
        "Yes (no)",
        "(speaker:a or speaker:b) gas",
    ],
)
def test_signs_of_an_ordinary_text_are_not_told(text: str) -> None:
    assert typed(text).note == ""


def test_words_behind_a_value_may_belong_to_it() -> None:
    found = typed("gas speaker:vladimir putin said -oil with:x or speaker:y z").longer
    assert [(one.value, one.words) for one in found["speaker", "vladimir"]] == [
        ("vladimir putin said", "gas -oil or z"),
        ("vladimir putin", "gas said -oil or z"),
    ]
    assert [one.words for one in found["speaker", "y"]] == ["gas putin said -oil or"]
    assert ("counterpart", "x") not in found


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("speaker:", "After “speaker:” a value is missing", ["speaker"]),
        ('gas speaker:""', "a value is missing", ["gas speaker"]),
        ("speaker: Putin", "a value is missing", ["speaker:Putin", "speaker Putin"]),
        ("to: the end", "a value is missing", ["to:the end", "to the end"]),
        ("from: to:2022", "a value is missing", ["from to:2022"]),
        ("gas -speaker:x", "“-speaker:x”: a filter cannot be turned round", []),
        ("gas speaker:-x", "“speaker:-x”: a filter cannot be turned round", []),
        ('speaker:-"x y"', "“speaker:-”: a filter cannot be turned round", []),
        ("!speaker:x", "“!speaker:x”: a filter cannot be turned round", []),
        ("gas not speaker:x", "“speaker:x”: a filter cannot be turned round", []),
        ("speaker :x gas", "there is a space", ["speaker:x gas", "speaker x gas"]),
        ("in : x", "there is a space", ["in:x", "in x"]),
        ('speaker :"a b"', "there is a space", ['speaker:"a b"', 'speaker "a b"']),
        ("gas or (speaker:x)", "“or” stands between words", []),
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
    for piece in ("a", "a:", '"', "-", "- ", "speaker:x ", '"a" ', "(", "x:'a ", "!", "* "):
        typed(piece * 5000)
