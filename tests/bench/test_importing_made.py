"""What an import makes of a made bundle."""

from collections.abc import Callable

import pytest

from bench.people import Record
from statements.loading import Report
from statements.models import Statement
from tests.bench.conftest import SIZE

pytestmark = pytest.mark.django_db


def test_it_has_no_errors_and_hardly_a_warning(imported: Report) -> None:
    assert imported.problems.errors.count == 0
    assert imported.problems.warnings.count <= 3
    assert imported.tallies["statements"].made == SIZE


def test_every_statement_that_stands_in_its_document_is_anchored(
    imported: Report, records: Callable[[str], list[Record]]
) -> None:
    texts = {one["id"]: one["text"] for one in records("documents")}
    held = {one["id"] for one in records("statements") if one["text"] in texts[one["document"]]}
    anchored = Statement.objects.exclude(snapshot=None).values_list("import_id", flat=True)
    assert set(anchored) == held
    assert imported.without_text == 0


def test_only_names_that_are_meant_to_wait_do(imported: Report) -> None:
    waiting = Statement.objects.filter(speaker=None)
    assert 0 < waiting.count() < SIZE * 0.05
    assert imported.places_waiting == waiting.count()
