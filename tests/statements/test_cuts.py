"""Quotations that leave words out and have words of their editor's own in brackets."""

import re
from importlib import import_module
from time import process_time

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from statements import anchoring, cuts, folding
from statements.anchoring import Copy
from statements.cuts import LONGEST_GAP, MOST_GAPS
from tests.statements.test_anchoring import WORDS

TEXT = (
    "The President of Russia noted that the reason for the escalation is the provocations. "
    "Taking into account the acuteness, the presidents considered it expedient to agree. “Late.”"
)


def found(words: str, text: str = TEXT) -> tuple[str, int] | None:
    """Give what is found, and how many words of it are left out."""
    place = Copy(text).look_for(words)
    return (text[slice(*place.span)], place.left_out) if place else None


@pytest.mark.parametrize(
    "dots", ["…", "...", " … ", "....", ". . .", "[…]", "[...]", " (...) ", "(…)", "[ … ]", "［…］"]
)
def test_an_ellipsis_leaves_words_out(dots: str) -> None:
    exact = "the reason for the escalation is the provocations"
    assert found(f"the reason{dots}is the provocations") == (exact, 3)


@pytest.mark.parametrize(
    ("words", "exact", "left_out"),
    [
        ("[Putin] noted that the reason", "noted that the reason", 0),
        ("“[Putin] noted that”", "noted that", 0),
        ("the presidents [of both countries] considered", "the presidents considered", 0),
        ("considered it [useful] to agree", "considered it expedient to agree", 1),
        ("[t]he President of Russia", "The President of Russia", 0),
        ("[T]he presidents [… both of them] considered", "the presidents considered", 0),
        ("Taking […] the acuteness, the presidents … agree. “Late.”", TEXT[86:], 6),
        ("… the reason for …", "the reason for", 0),
        ("The President …, noted – […] – the reason", TEXT[:45], 3),
        ("the … the", "the reason for the", 2),
    ],
)
def test_what_is_the_editors_own_is_not_looked_for(words: str, exact: str, left_out: int) -> None:
    assert found(words) == (exact, left_out)


@pytest.mark.parametrize(
    "words",
    [
        *("…", "[…]", "... ... [x] (…)", "[Putin]", "“[Putin] …”", "… – …", "[", "]["),
        *("is the reason … The President", "The Pres…", "Pres[ident] of Russia", "T[aking] into"),
        *("[T]HE President", "[the reason", "the reason] for", "of (Russia) … noted", "[X]he end"),
        *("the provocations? … Taking", "not … a word of it"),
    ],
)
def test_what_does_not_stand_there_in_order_is_not_found(words: str) -> None:
    assert (found(words) is None) == (words != "the provocations? … Taking")


def test_a_source_may_itself_have_brackets_and_dots() -> None:
    text = "He noted that. He [Putin] noted … that. A[b]c [T]he end."
    assert found("[Putin] noted … that", text) == ("[Putin] noted … that", 0)
    assert found("noted ... that. A", text) == ("noted … that. A", 0)
    assert found("[Putin] noted … [t]he end", text) == (text[26:-1], 4)


def test_a_minus_belongs_to_its_number() -> None:
    assert found("it was … -5 degrees", "it was some 5 degrees") is None
    assert found("it was … -5 degrees", "it was some −5 degrees") == ("it was some −5 degrees", 1)


def test_the_nearest_pieces_are_taken_behind_the_last_hit_first() -> None:
    copy = Copy("Yes. Yes, we said, no. Yes and no.")
    assert copy.find("Yes … no") == (23, 33)
    assert copy.find("Yes … no") == (23, 33), "then from the start: the tightest"
    copy = Copy("Yes, oh no. Then yes. Yes, and no.")
    assert copy.find("Yes … no") == (0, 10)
    assert copy.find("Yes … no") == (22, 33)


def test_no_ellipsis_stands_for_pages() -> None:
    near, far = ("word " * (LONGEST_GAP // 5 + more) for more in (-1, 9))
    assert Copy(f"We {near}agree").find("We … agree")
    assert Copy(f"We {far}agree").find("We … agree") is None
    assert Copy(f"We {far}agree to it").find("We … agree … it"), "they are counted together"


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u0301", "\u200d\u0301"])
def test_no_piece_is_half_of_a_word(mark: str) -> None:
    assert Copy(f"It per{mark}haps is").find("It … per … is") is None
    assert Copy(f"per{mark}haps").find("per") is None


HOSTILE = {
    "one letter everywhere": ("a " * 150_000, "a…" * (MOST_GAPS - 1) + "b"),
    "letters, brackets": ("a " * 150_000, "[a] b … a [T]a" * 30),
    "tens of thousands of dots": ("a " * 150_000, "a…" * 50_000),
    "brackets that never close": ("[" * 300_000, "a[" * 50_000),
    "brackets around spaces": ("( " * 150_000, "(    " * 20_000 + "…"),
    "common words": ("the end of it all and so on " * 10_000, "the … it … so … zebra … the"),
    "nothing seen": ("a\u200b" * 150_000, "a … a"),
    "one run of nothing": ("a" + "\u200b" * 300_000, "… a … b"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_asked_takes_no_long_time(name: str) -> None:
    text, words = HOSTILE[name]
    copy = Copy(text)
    copy.find("to fold it")
    started = process_time()
    copy.find(words)
    assert process_time() - started < 1


def test_a_piece_that_stands_everywhere_is_looked_for_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(anchoring, "MOST_PLACES", 5)
    assert Copy("so so so it is").find("so … is")
    assert Copy("so so so so so it is").find("so … is") is None
    assert Copy("it is so so so so so").find("it … so") is None


def test_nobody_leaves_words_out_a_hundred_times() -> None:
    copy = Copy("so it is, " * (MOST_GAPS + 2))
    assert copy.find("so … " * MOST_GAPS + "is")
    assert copy.find("so … " * (MOST_GAPS + 1) + "is") is None


GAPS = ("…", " … ", "[…]", " ... ", "(...)", " [a b] ", "[x]", "[a]", "")
SIGNS = "ab AB.,…[]() “\"'ʼ–-\u00a0\u00ad\u200e5½é\u0301жЖß同İKσς№²"
PIECES = st.text(SIGNS, max_size=8) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=4
)
CUT = st.lists(st.tuples(WORDS | PIECES, st.sampled_from(GAPS)), min_size=1, max_size=5)


def accepted(words: str, exact: str) -> tuple[bool, bool]:
    """Ask the database whether the words are the same, and whether pieces of them stand there."""
    with connection.cursor() as cursor:
        asked = "SELECT only_words(%s) = only_words(%s), quotes(%s, %s)"
        cursor.execute(asked, [words, exact] * 2)
        same, quoted = cursor.fetchone()
        return same, quoted


def test_the_database_has_the_same_patterns() -> None:
    migration = import_module("statements.migrations.0010_anchors")
    assert (migration.GAP, migration.CASE) == (cuts.GAP, cuts.CASE)
    assert (migration.MOST_GAPS, migration.LONGEST_GAP) == (cuts.MOST_GAPS, cuts.LONGEST_GAP)
    signs = "".join(map(chr, range(0x10000)))
    for ours, theirs in (
        (migration.UNSEEN, folding.UNSEEN),
        (migration.TYPOGRAPHY, folding.QUOTES + folding.DASHES),
    ):
        assert re.findall(f"[{ours}]", signs) == re.findall(f"[{theirs}]", signs)


class DatabaseTest(TestCase):
    """What Python finds, the database accepts; and what it accepts is there."""

    @settings(max_examples=500, deadline=None)
    @given(CUT, PIECES, PIECES)
    def test_the_database_accepts_whatever_is_found(
        self, parts: list[tuple[str, str]], between: str, around: str
    ) -> None:
        words = "".join(piece + gap for piece, gap in parts)
        for joint in ("", " "):
            text = joint.join(f"{piece}{joint}{between}" for piece, _ in parts)
            text = f"{around} {text} {around}".replace("\x00", "")
            if span := Copy(text).find(words):
                assert any(accepted(words, text[slice(*span)]))

    @settings(max_examples=300, deadline=None)
    @given(
        st.lists(st.sampled_from(["a", "b", "ab", "…", "[x]", "[x y]", "[a]b"]), max_size=6),
        st.lists(st.sampled_from(["a", "b", "ab", "x"]), min_size=1, max_size=6),
    )
    def test_what_the_database_accepts_is_there(self, words: list[str], source: list[str]) -> None:
        quotation, exact = " ".join(words), " ".join(source)
        _, quoted = accepted(quotation, exact)
        if quoted:
            assert Copy(exact).find(quotation)
