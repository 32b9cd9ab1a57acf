"""The index of the words of copies takes every text."""

from random import Random

import pytest
from django.db import connection

from statements.models import Snapshot
from statements.quoting.finding import find
from statements.quoting.words import quotation_of
from tests.cast import document

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
RARE = [chr(code) for code in range(0x20000, 0x2A6D0)]

pytestmark = pytest.mark.django_db


def made_of(letters: str | list[str], length: int, number: int, joined: str = " ") -> str:
    chance = Random(1)  # noqa: S311, the same text each time
    return joined.join("".join(chance.choices(letters, k=length)) for _ in range(number))


@pytest.mark.parametrize(
    "text",
    [
        made_of("abcdefghijklmnopqrstuvwxyz", 7, 300_000),
        made_of(CYRILLIC, 6, 100_000),
        made_of(CYRILLIC, 2, 200_000, "-"),
        made_of(RARE, 1, 300_000, ""),
        "a" * 1_000_000,
        " .,;",
        "",
    ],
    ids=["long", "Cyrillic", "hyphens", "four bytes", "one word", "no words", "empty"],
)
def test_no_text_is_too_long_or_too_odd_to_be_kept(text: str) -> None:
    Snapshot.objects.create(document=document(), text=text)
    assert Snapshot.objects.get().text == text


def test_a_passage_late_in_a_long_text_is_found() -> None:
    filling = "Then other things were said about coal. " * 6000
    kept = Snapshot.objects.create(
        document=document(), text=f"{filling}Serious provocations were seen at the border. Then."
    )
    [match] = find(quotation_of("serious provocations seen near the border")).found
    assert match.document == kept.document_id


def test_counting_words_for_the_planner_reads_no_copy() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstattarget FROM pg_attribute WHERE attrelid = 'snapshot_words'::regclass"
        )
        assert cursor.fetchall() == [(0,)]
