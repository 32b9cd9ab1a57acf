"""Each correction says what it changed in the words, and nothing that a later one changed."""

import pytest
from django.contrib.auth.models import User

from statements.corrected import corrections_of
from statements.models import Correction, Statement
from tests.cast import document, statement

pytestmark = pytest.mark.django_db


def correct(of: Statement, note: str, before: str, **fields: str) -> None:
    by = User.objects.get_or_create(username="chief")[0]
    Correction.objects.create(statement=of, note=note, text_before=before, editor=by, **fields)


def told(of: Statement) -> list[tuple[str, str]]:
    """Give the note of each correction, and its pieces with signs: - gone, + new."""
    signs = {"same": "", "gone": "-", "new": "+"}
    return [
        (one.correction.note, "".join(f"{signs[p.kind]}{p.text}" for p in one.pieces))
        for one in corrections_of(of)
    ]


def test_words_are_compared_with_those_that_the_next_correction_found() -> None:
    of = statement(document(), "three small words")
    correct(of, "first", "two words", corrected_at="2022-01-01T00:00Z")
    correct(of, "of the date", "", corrected_at="2022-01-02T00:00Z")
    correct(of, "second", "three words", corrected_at="2022-01-03T00:00Z")
    assert told(of) == [
        ("second", "three +small words"),
        ("of the date", ""),
        ("first", "-two+three words"),
    ]


def test_words_that_are_the_same_show_no_difference() -> None:
    of = statement(document(), "words")
    correct(of, "put back", "words")
    assert told(of) == [("put back", "")]
