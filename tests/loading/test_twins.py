"""Exchanges that look like one and the same, and stand in a bundle under several ids."""

from pathlib import Path

import pytest
from django.db import connection

from statements.models import Exchange
from tests.loading.bundles import CALL, WHOLE, imported

pytestmark = pytest.mark.django_db

ACTORS = {"actors": WHOLE["actors"]}


def marked() -> dict[str | None, bool]:
    """Tell of each exchange whether it is marked as another one on its day."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    return dict(Exchange.objects.values_list("import_id", "another_that_day"))


def test_of_twins_the_later_ones_are_marked(tmp_path: Path) -> None:
    printed = [{"name": "Ben Roy"}, {"name": "Dr Ann Lee"}]
    calls = [CALL, {**CALL, "id": "b", "participants": printed}, {**CALL, "id": "c"}]
    others = [
        {**CALL, "id": "meeting", "kind": "meeting"},
        {**CALL, "id": "next day", "date": "2022-02-21"},
        {**CALL, "id": "month", "date": "2022-02"},
        {**CALL, "id": "same month", "date": "2022-02"},
        {**CALL, "id": "alone", "participants": printed[:1]},
    ]
    seen = imported(tmp_path / "b", exchanges=[*calls, *others], **ACTORS)
    twins = {"b": True, "c": True}
    assert marked() == {one["id"]: False for one in [CALL, *others]} | twins
    assert seen.problems == [
        f"warning: exchanges.jsonl:{line}: id: same kind, day and participants as “call”; "
        "kept as another one that day"
        for line in (2, 3)
    ]


def test_a_twin_of_what_is_in_the_archive_is_marked(tmp_path: Path) -> None:
    imported(tmp_path / "b", exchanges=[CALL, {**CALL, "id": "x", "date": "2022-02-19"}], **ACTORS)
    imported(tmp_path / "c", exchanges=[{**CALL, "id": "later"}])
    assert marked() == {"call": False, "x": False, "later": True}
    imported(tmp_path / "b", exchanges=[{**CALL, "title": "T"}, {**CALL, "id": "x"}], **ACTORS)
    assert marked() == {"call": False, "x": True, "later": True}


def test_one_that_moves_onto_the_day_of_a_later_one_is_marked(tmp_path: Path) -> None:
    early = {**CALL, "id": "early", "date": "2022-02-19"}
    imported(tmp_path / "b", exchanges=[early, CALL], **ACTORS)
    imported(tmp_path / "b", exchanges=[{**early, "date": CALL["date"]}], **ACTORS)
    assert marked() == {"early": True, "call": False}
