"""Where in a long text a quotation may stand."""

from statements.quoting.alignment import align
from statements.quoting.locating import SHORT, words_near
from statements.quoting.words import quotation_of

FILLING = "Then there were other words about the reason and the forces. " * 400
SAID = "the reason for this escalation is provocations by forces"


def test_of_a_long_text_the_part_with_the_words_is_read() -> None:
    text = FILLING + SAID.title() + ". " + FILLING
    assert len(text) > SHORT
    words = words_near(quotation_of(SAID.upper()), text)
    found = align(quotation_of(SAID), words)
    assert found
    assert found.is_exact
    assert len(words) < 300
    assert words.spans[found.start][0] == len(FILLING)


def test_words_left_out_do_not_hide_the_rest() -> None:
    text = FILLING + "Escalation is near. " + "So it goes. " * 30 + "Provocations follow." + FILLING
    found = align(
        quotation_of(asked := "escalation is near … provocations follow"),
        words_near(quotation_of(asked), text),
    )
    assert found
    assert found.is_exact


def test_no_half_of_a_word_is_read() -> None:
    for shift in range(12):
        text = "x" * shift + " unquestionable" * 600 + f" {SAID}." + " unquestionable" * 600
        first = words_near(quotation_of(SAID), text).spans[0][0]
        assert not text[first - 1].isalnum(), shift


def test_where_no_word_stands_there_is_nothing_to_find() -> None:
    quotation = quotation_of("zebra quagga")
    assert align(quotation, words_near(quotation, FILLING)) is None
