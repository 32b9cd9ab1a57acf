"""A bundle that knows a record which was merged finds the one that was kept."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from actors.merging import merge, undo
from actors.models import Actor, ActorImportId, Merge, Tenure
from statements.models import Exchange, ExchangeImportId, Participation, Statement, Topic
from tests.loading.bundles import ANN, BEN, CALL, PAPER, WORDS, imported, row
from tests.merging.world import everything

pytestmark = pytest.mark.django_db

LEE = {"id": "lee", "name": "A. Lee", "kind": "person", "country": "FR"}
POSTS = [
    {"id": f"post-{one}", "person": one, "title": "Head", "start": "2020"} for one in ("ann", "lee")
]
AGAIN = {**CALL, "id": "again", "title": "The same call", "place": "Paris", "topics": ["Peace"]}
AGAIN["participants"] = [{"name": "A. Lee", "actor": "lee"}, {"name": "Ben Roy", "actor": "ben"}]
BUNDLE: dict[str, Any] = {
    "actors": [ANN, BEN, LEE],
    "tenures": POSTS,
    "topics": [{"id": "peace", "name": "Peace"}, {"id": "truce", "name": "Truce"}],
    "exchanges": [CALL, AGAIN],
    "documents": [PAPER],
    "statements": [
        WORDS,
        {**WORDS, "id": "more", "text": "We do not.", "exchange": "again", "actor": "lee"},
    ],
}


@pytest.fixture
def chief(db: None) -> User:
    return User.objects.create_user("chief")


def merged(model: Any, kept: str, gone: str, by: User) -> Merge:
    """Merge two records that a bundle brought, by their ids in it."""
    keys = [model.objects.get(import_id=one).pk for one in (kept, gone)]
    return merge(model, keys[0], keys[1], by, "The same.")


def all_merged(by: User) -> list[Merge]:
    return [
        merged(Exchange, "call", "again", by),
        merged(Actor, "ann", "lee", by),
        merged(Topic, "peace", "truce", by),
    ]


def test_the_same_bundle_changes_nothing_after_merges(tmp_path: Path, chief: User) -> None:
    imported(tmp_path / "b", **BUNDLE)
    all_merged(chief)
    before = everything()
    seen = imported(tmp_path / "b", **BUNDLE)
    assert everything() == before
    assert seen.problems == []
    for name in ("actors", "tenures", "topics", "exchanges", "statements"):
        assert row(seen, name)[:2] == (0, 0), name


def test_undone_after_that_everything_is_as_the_bundle_brought_it(
    tmp_path: Path, chief: User
) -> None:
    imported(tmp_path / "b", **BUNDLE)
    before = everything()
    merges = all_merged(chief)
    imported(tmp_path / "b", **BUNDLE)
    for one in reversed(merges):
        assert undo(one, chief) == []
    assert everything() == before


def test_what_the_bundle_adds_to_one_that_went_comes_to_the_kept_one(
    tmp_path: Path, chief: User
) -> None:
    imported(tmp_path / "b", **BUNDLE)
    all_merged(chief)
    zed = {"id": "zed", "name": "Zed One", "kind": "person"}
    people = [*AGAIN["participants"], {"name": "Zed One", "actor": "zed"}]
    added = {**AGAIN, "summary": "They agreed.", "participants": people, "topics": ["War"]}
    changed = {
        "actors": [ANN, BEN, {**LEE, "description": "A clerk.", "aliases": ["Annie"]}, zed],
        "exchanges": [CALL, added],
        "topics": [BUNDLE["topics"][0], {**BUNDLE["topics"][1], "aliases": ["Ceasefire"]}],
    }
    imported(tmp_path / "b", **{**BUNDLE, **changed})
    call, ann = Exchange.objects.get(), Actor.objects.get(import_id="ann")
    assert Actor.objects.count() == 3
    assert (ann.name, ann.country, ann.description) == ("Ann Lee", "FR", "A clerk.")
    assert set(ann.names.values_list("name", flat=True)) == {"A. Lee", "Annie"}
    assert (call.title, call.place, call.summary) == ("Call", "Paris", "They agreed.")
    assert set(call.actors.values_list("import_id", flat=True)) == {"ann", "ben", "zed"}
    assert set(call.topics.values_list("name", flat=True)) == {"Peace", "War"}
    assert Topic.objects.get(import_id="peace").aliases == ["Truce", "Ceasefire"]
    assert Statement.objects.filter(exchange=call, speaker=ann).count() == 2


def test_a_change_of_the_kept_one_takes_out_nobody_whom_the_other_brought(
    tmp_path: Path, chief: User
) -> None:
    imported(tmp_path / "b", **BUNDLE)
    merged(Exchange, "call", "again", chief)
    imported(tmp_path / "c", exchanges=[{**CALL, "summary": "New."}], actors=[ANN, BEN])
    call = Exchange.objects.get()
    assert call.summary == "New."
    assert set(call.actors.values_list("import_id", flat=True)) == {"ann", "ben", "lee"}


def test_the_ids_under_which_bundles_know_them(tmp_path: Path, chief: User) -> None:
    imported(tmp_path / "b", **BUNDLE)
    all_merged(chief)
    assert list(ActorImportId.objects.values_list("import_id", "actor__import_id")) == [
        ("lee", "ann")
    ]
    assert list(ExchangeImportId.objects.values_list("import_id", "exchange__import_id")) == [
        ("again", "call")
    ]
    assert Tenure.objects.count() == 1
    assert Participation.objects.count() == 2


def test_the_demo_comes_again_after_a_merge(chief: User) -> None:
    call_command("load_demo", stdout=StringIO())
    one, other = Topic.objects.order_by("pk")[:2]
    kept, gone = (other, one) if one.pk in Topic.objects.ids_with_below([other]) else (one, other)
    merge(Topic, kept.pk, gone.pk, chief, "The same.")
    before = everything()
    call_command("load_demo", stdout=StringIO())
    assert everything() == before
