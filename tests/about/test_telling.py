"""Which of several statements is shown for all of them."""

import pytest

from statements.about.telling import A_SENTENCE, lengths_of, most_telling
from tests.cast import document, statement


@pytest.mark.parametrize(
    ("lengths", "told"),
    [
        ({1: A_SENTENCE, 2: 200}, 1),
        ({1: A_SENTENCE - 1, 2: A_SENTENCE}, 2),
        ({1: 5, 2: 9, 3: 9}, 2),
        ({2: 9}, 2),
        ({}, None),
    ],
)
def test_the_first_sentence_is_shown_else_the_longest(
    lengths: dict[int, int], told: int | None
) -> None:
    assert most_telling([1, 2, 3], lengths) == told


@pytest.mark.django_db
def test_drafts_are_not_looked_at() -> None:
    source = document()
    public, draft = statement(source, "Words."), statement(source, editorial_status="draft")
    assert lengths_of([public.pk, draft.pk]) == {public.pk: 6}
