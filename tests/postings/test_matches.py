"""The answers to words are kept with the index that they were asked for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.models import Statement
from statements.postings.index import Index
from statements.postings.matches import MOST_KEPT, estimated, matches, means_nothing
from statements.postings.sources import STATEMENTS
from tests.cast import document, statement

pytestmark = pytest.mark.django_db


def test_what_is_kept_is_not_asked_for_again() -> None:
    made = statement(document(), "Gas.")
    index, public = Index.built(STATEMENTS), Statement.objects.public()
    assert list(matches(index, public, "gas")) == [made.pk]
    with CaptureQueriesContext(connection) as queries:
        assert list(matches(index, public, "gas")) == [made.pk]
        assert estimated(index, public, "gas") == 0
    assert len(queries) == 0


def test_of_what_is_left_out_those_are_estimated_that_have_it() -> None:
    source = document()
    for number in range(40):
        statement(source, f"Coal {number}.")
    index, public = Index.built(STATEMENTS), Statement.objects.public()
    assert estimated(index, public, "-gas -oil") == estimated(index, public, "gas or oil") < 20


def test_the_oldest_answers_are_forgotten() -> None:
    statement(document(), "Gas.")
    index, public = Index.built(STATEMENTS), Statement.objects.public()
    for number in range(MOST_KEPT + 2):
        matches(index, public, f"gas {number}")
    newest = [f"gas {number}" for number in range(2, MOST_KEPT + 2)]
    assert list(index.matches) == list(index.kept["meanings"]) == newest


def test_in_an_empty_archive_no_word_is_too_common() -> None:
    assert not means_nothing(Index.built(STATEMENTS), Statement.objects.public(), "gas")
