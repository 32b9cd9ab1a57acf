"""What stands around a passage: enough of it, cut where a sentence ends."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from statements.models import Snapshot
from statements.passages import AROUND, LONGEST, SPARE, Passage, passage, passage_in
from tests.cast import document

WORDS = "the words"
REACH = AROUND + SPARE


def around(before: str, after: str, *, begins: bool = False, ends: bool = False) -> Passage:
    """Cut what stands around the words; it is fetched no further than `REACH`."""
    return passage(before[-REACH:], WORDS, after[:REACH], begins=begins, ends=ends)


def test_what_is_short_is_whole() -> None:
    found = around("Before. ", " After.", begins=True, ends=True)
    assert found == Passage("Before. ", WORDS, "", " After.", begins=True, ends=True)


def test_a_sentence_is_begun_at_its_beginning() -> None:
    before = f"{'a' * 200}. {'First of them. ' * 3}{'b' * 290} "
    found = around(before, "")
    assert found.before == f"First of them. {'b' * 290} "
    assert not found.begins


def test_a_sentence_is_ended_at_its_end() -> None:
    found = around("", f" {'c' * 310}. More of it. {'d' * 500}")
    assert found.after == f" {'c' * 310}."
    assert not found.ends


@pytest.mark.parametrize("end", ["!", "?”", ".»", "…", ".)", "。", "\n"])
def test_all_that_ends_a_sentence_does(end: str) -> None:
    found = around("", f" {'c' * 310}{end} {'d' * 500}")
    assert found.after == f" {'c' * 310}{end}".rstrip()


def test_an_abbreviation_within_a_word_ends_nothing() -> None:
    assert around("", f"{'c' * 298} u.s.a {'d' * 500}").after == "c" * 298


def test_a_sentence_that_ends_too_late_or_too_early_is_cut_where_half_is_there() -> None:
    """Else after “We …” a reader would wonder what they did."""
    found = around(f"{'a ' * 300}. So. {'b' * 200} ", f" {'c' * 200}. We were {'d' * 900}")
    assert found.before == f"So. {'b' * 200} "
    assert found.after == f" {'c' * 200}."


def test_without_sentences_it_is_cut_between_words() -> None:
    found = around("word " * 200, " word" * 200)
    assert found.before.startswith("word word")
    assert found.after.endswith("word word")
    assert AROUND - 5 <= len(found.before) <= AROUND
    assert AROUND - 5 <= len(found.after) <= AROUND


def test_without_words_it_is_cut_where_it_is_enough() -> None:
    found = around("安" * 900, "全" * 900)
    assert (found.before, found.after) == ("安" * AROUND, "全" * AROUND)


def test_what_is_all_there_is_not_cut_for_the_sake_of_a_word() -> None:
    before, after = "a " * 190, " z" * 190
    found = around(before, after, begins=True, ends=True)
    assert found == Passage(before, WORDS, "", after, begins=True, ends=True)


def test_empty_lines_are_closed() -> None:
    found = around("One. \n \n\n\n", "\n\n\n\nTwo.", begins=True, ends=True)
    assert (found.before, found.after) == ("One.\n\n", "\n\nTwo.")
    assert found.begins
    assert found.ends


def test_of_very_long_words_the_middle_is_left_out() -> None:
    exact = f"{'a' * LONGEST}{'b' * LONGEST}"
    found = passage("", exact, "", begins=True, ends=True)
    assert (found.exact, found.rest) == ("a" * (LONGEST // 2), "b" * (LONGEST // 2))
    whole = passage("", exact[:LONGEST], "", begins=True, ends=True)
    assert (whole.exact, whole.rest) == ("a" * LONGEST, "")


@given(before=st.text(min_size=1), after=st.text(min_size=1), times=st.integers(1, 600))
def test_it_never_shows_what_does_not_stand_there(before: str, after: str, times: int) -> None:
    before, after = (before * times)[-REACH:], (after * times)[:REACH]
    found = passage(before, WORDS, after, begins=True, ends=True)

    def bare(text: str) -> str:
        return "".join(text.split())

    assert bare(before).endswith(bare(found.before))
    assert bare(after).startswith(bare(found.after))
    assert found.begins == (bare(before) == bare(found.before)) or not found.begins


@pytest.mark.django_db
@pytest.mark.parametrize("start", [0, 1, 449, 450, 451, 1000, 1990])
def test_the_database_gives_what_stands_around_a_place(start: int) -> None:
    """Positions count code points, and a letter outside the first plane is one of them."""
    text = "".join(chr(0x1F600 + at % 60) for at in range(2000))
    copy = Snapshot.objects.create(document=document(), text=text)
    copy.refresh_from_db()
    with CaptureQueriesContext(connection) as queries:
        found = passage_in(copy, start, text[start : start + 10])
    assert len(queries) == 1
    assert found.before == text[max(start - AROUND, 0) : start] or start <= REACH
    assert text[:start].endswith(found.before)
    assert text[start + 10 :].startswith(found.after)
    assert found.exact == text[start : start + 10]
    assert found.begins == (len(found.before) == start)
    assert found.ends == (start + 10 + len(found.after) == len(text))
