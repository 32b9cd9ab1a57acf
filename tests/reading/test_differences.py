"""What differs between two versions of a text."""

from hypothesis import given
from hypothesis import strategies as st

from reading.differences import MOST_WORDS, Piece, differ, differences, shortened

TEXTS = st.text(alphabet="ab \n.", max_size=40)


def told(pieces: list[Piece]) -> str:
    signs = {"same": "{}", "gone": "[-{}]", "new": "[+{}]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


def test_a_word_that_was_replaced_stands_beside_the_new_one() -> None:
    found = differences("The talks were frank.", "The talks were open.")
    assert told(found) == "The talks were [-frank][+open]."


def test_a_script_without_spaces_is_compared_sign_by_sign() -> None:
    assert told(differences("他说不会", "他说会")) == "他说[-不]会"


def test_lines_that_stayed_are_the_same_around_one_that_came() -> None:
    assert told(differences("one\nthree\n", "one\ntwo\nthree\n")) == "one\n[+two\n]three\n"


def test_equal_texts_do_not_differ() -> None:
    assert not differ(differences("as it was", "as it was"))
    assert differences("", "") == []


def test_what_is_far_too_long_to_compare_is_replaced_altogether() -> None:
    old, new = "a " * MOST_WORDS, "b " * MOST_WORDS
    assert [piece.kind for piece in differences(old, new)] == ["gone", "new"]


def test_where_much_differs_whole_lines_are_replaced() -> None:
    old, new = "a b\nc\n", "a d\nc\n"
    assert told(differences(old, new, finely=8)) == "a [-b][+d]\nc\n"
    assert told(differences(old, new, finely=7)) == "[-a b\n][+a d\n]c\n"


@given(TEXTS, TEXTS)
def test_either_text_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(p.text for p in pieces if p.kind != "new") == before
    assert "".join(p.text for p in pieces if p.kind != "gone") == after


def test_far_from_a_difference_the_text_is_cut() -> None:
    long = "word " * 100
    pieces = shortened(differences(f"{long}old {long}", f"{long}new {long}"), around=20)
    assert told(pieces) == " … word word word [-old][+new] word word word … "


def test_a_text_without_a_difference_is_not_cut() -> None:
    same = [Piece("same", "word " * 100)]
    assert shortened(same, around=20) == same
