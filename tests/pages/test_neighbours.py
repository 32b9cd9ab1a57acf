"""Previous and next in the document follow the order in which the document's page has them."""

from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.models import Document, Snapshot, Statement
from statements.pages.neighbours import Neighbours, neighbours_of
from tests.cast import anchored, document, statement

pytestmark = pytest.mark.django_db

TEXT = "one two three one four"


def fetched(of: Statement) -> Any:
    return Statement.objects.for_page().get(pk=of.pk)


@pytest.fixture
def source() -> Document:
    """Give a source of which statements stand at the same place, nowhere, and among drafts."""
    source = document()
    copy = Snapshot.objects.create(document=source, text=TEXT)
    statement(source, "Found nowhere.")
    for words in ("four", "two", "one two three", "one", "two"):
        anchored(copy, words)
    anchored(copy, "three", editorial_status="draft")
    statement(source, "Nor is this.")
    retracted = anchored(copy, "three one")
    Statement.objects.filter(pk=retracted.pk).update(
        editorial_status="retracted", retraction_reason="No."
    )
    statement(document(), "Elsewhere.")
    return source


def test_each_leads_to_the_next_and_back(source: Document) -> None:
    public = list(source.statements.public().in_document_order())
    assert len(public) == 8
    for one, then in pairwise(public):
        assert neighbours_of(fetched(one)).following == then.public_id
        assert neighbours_of(fetched(then)).previous == one.public_id
    assert neighbours_of(fetched(public[0])).previous is None
    assert neighbours_of(fetched(public[-1])).following is None


def test_a_draft_has_none(source: Document) -> None:
    draft = source.statements.get(editorial_status="draft")
    assert neighbours_of(fetched(draft)) == Neighbours()


def test_two_rows_are_fetched_however_many_there_are(source: Document) -> None:
    of = fetched(source.statements.public().in_document_order()[3])
    with CaptureQueriesContext(connection) as queries:
        neighbours_of(of)
    assert len(queries) == 2
    assert all("LIMIT 1" in query["sql"] for query in queries)
