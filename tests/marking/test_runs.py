"""Statements marked in a text: every character stays, and marks never overlap in markup."""

from hypothesis import given
from hypothesis import strategies as st

from statements.marking.runs import Marked, Paragraph, Run, marked

TEXT = "One two.\n\nThree four.\nFive."


def joined(paragraphs: list[Paragraph[str]]) -> str:
    return "".join(
        "".join(run.text for run in paragraph.runs) + paragraph.behind for paragraph in paragraphs
    )


def test_a_text_without_marks_is_its_paragraphs() -> None:
    assert marked(TEXT, []) == [
        Paragraph([Run("One two.")], "\n\n"),
        Paragraph([Run("Three four.")], "\n"),
        Paragraph([Run("Five.")], ""),
    ]
    plain: list[Paragraph[str]] = marked(TEXT, [])
    assert [one.goes_on for one in plain] == [False, True, False]


def test_places_that_overlap_and_lie_within_each_other_are_flat_runs() -> None:
    places = [Marked("a", ((0, 7),)), Marked("b", ((4, 8),)), Marked("c", ((4, 7),))]
    assert marked("One two. X", places) == [
        Paragraph(
            [
                Run("One ", ("a",), ("a",)),
                Run("two", ("a", "b", "c"), ("b", "c")),
                Run(".", ("b",)),
                Run(" X"),
            ],
            "",
        )
    ]


def test_a_statement_in_pieces_begins_once() -> None:
    assert marked("a b c", [Marked("s", ((0, 1), (4, 5)))]) == [
        Paragraph([Run("a", ("s",), ("s",)), Run(" b "), Run("c", ("s",))], "")
    ]


def test_a_statement_over_paragraphs_is_marked_in_each() -> None:
    first, second, third = marked(TEXT, [Marked("s", ((4, 20),))])
    assert first.runs == [Run("One "), Run("two.", ("s",), ("s",))]
    assert second.runs == [Run("Three four", ("s",)), Run(".")]
    assert third.runs == [Run("Five.")]


def test_what_began_in_an_earlier_part_is_marked_from_the_beginning() -> None:
    [only] = marked("two. Three", [Marked("s", ((0, 108),)), Marked("t", ((200, 300),))], 100)
    assert only.runs == [Run("two. Thr", ("s",), ("s",)), Run("ee")]


def test_empty() -> None:
    assert marked("", [Marked("s", ((0, 9),))]) == []
    assert joined(marked("\n\n \n", [])) == "\n\n \n"


TEXTS = st.text(st.sampled_from("ab \n\t<&\u200fא\r"), max_size=60)
SPANS = st.tuples(st.integers(0, 90), st.integers(0, 30)).map(lambda one: (one[0], sum(one)))
PLACES = st.lists(st.lists(SPANS, min_size=1, max_size=3).map(tuple), max_size=8)


@given(TEXTS, PLACES, st.integers(0, 20))
def test_no_character_is_lost_and_each_is_marked_as_its_place_says(
    text: str, places: list[tuple[tuple[int, int], ...]], first: int
) -> None:
    made = marked(text, [Marked(key, pieces) for key, pieces in enumerate(places)], first)
    assert "".join("".join(r.text for r in p.runs) + p.behind for p in made) == text
    at = first
    for paragraph in made:
        assert not paragraph.behind.strip()
        for run in paragraph.runs:
            for place in range(at, at + len(run.text)):
                there = {
                    key
                    for key, pieces in enumerate(places)
                    if any(start <= place < end for start, end in pieces)
                }
                assert set(run.said) == there
            assert len(run.said) == len(set(run.said))
            assert set(run.opens) <= set(run.said)
            at += len(run.text)
        at += len(paragraph.behind)


@given(TEXTS, PLACES)
def test_each_statement_begins_once_where_it_is_first_marked(
    text: str, places: list[tuple[tuple[int, int], ...]]
) -> None:
    made = marked(text, [Marked(key, pieces) for key, pieces in enumerate(places)])
    runs = [run for paragraph in made for run in paragraph.runs]
    begun = [key for run in runs for key in run.opens]
    assert len(begun) == len(set(begun))
    assert set(begun) == {key for run in runs for key in run.said}
