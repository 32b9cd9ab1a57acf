"""Whoever enters the same source at the same time waits."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.entering.keeping import Entry, keep
from statements.models import Document
from tests.statements.makers import copy_of, document


@pytest.mark.django_db
def test_the_text_and_the_address_are_locked_before_they_are_looked_for() -> None:
    copy_of(document(), "A text.")
    entry = Entry(Document(url="https://example.org/a"), "A text.")
    with CaptureQueriesContext(connection) as asked, pytest.raises(ValidationError, match="kept"):
        keep(entry, AnonymousUser())
    queries = [
        query["sql"] for query in asked if "advisory" in query["sql"] or "sha256" in query["sql"]
    ]
    assert ["advisory" in query for query in queries[:3]] == [True, True, False]
