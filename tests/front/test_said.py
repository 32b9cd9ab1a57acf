"""What was said last: of each source and speaker the most telling."""

import pytest

from statements.front.said import said_last
from statements.postings import current as postings
from tests.cast import Cast, actor, document, exchange, statement, the_cast

pytestmark = pytest.mark.django_db
A_SENTENCE = "A sentence that has forty letters in it, or more."


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def said(most: int = 9, beside: Cast | None = None) -> list[int]:
    return said_last(postings.statements(), beside.monday_call if beside else None, most)


def test_a_speech_gives_one_and_passes_over_its_greeting() -> None:
    speech, speaker = document(), actor("A speaker", "a-speaker")
    day = {"speaker": speaker, "date": "2022-02-21"}
    statement(speech, "Friends,", **day)
    told = statement(speech, A_SENTENCE, **day)
    statement(speech, A_SENTENCE * 2, **day)
    assert said() == [told.pk]


def test_each_source_and_each_speaker_gives_one_the_newest_first() -> None:
    article, other = document(), document()
    one, two = actor("One", "one"), actor("Two", "two")
    first = statement(article, speaker=one, date="2022-02-20")
    second = statement(article, speaker=two, date="2022-02-21")
    third = statement(other, speaker=one, date="2022-02-19")
    fourth = statement(other, speaker_as_printed="Somebody", date="2022-02-18")
    fifth = statement(other, speaker_as_printed="Somebody else", date="2022-02-17")
    newest = [second.pk, first.pk, third.pk, fourth.pk, fifth.pk]
    assert said() == newest
    assert said(2) == newest[:2]


def test_what_is_told_of_beside_it_is_left_out(cast: Cast) -> None:
    beside = statement(cast.kremlin_readout, date="1990", exchange=cast.sunday_call)
    alone = statement(cast.elysee_readout, date="1980")
    assert said(beside=cast) == [beside.pk, alone.pk]


def test_it_is_shown_where_there_is_nothing_else(cast: Cast) -> None:
    assert said(beside=cast) == [cast.escalation.pk, cast.concern.pk, cast.condition.pk]


def test_neither_what_was_retracted_nor_a_draft_was_said() -> None:
    call = exchange()
    statement(document(), exchange=call, editorial_status="draft")
    statement(document(), editorial_status="retracted", retraction_reason="Wrong.")
    assert said() == []
