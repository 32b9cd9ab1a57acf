"""Who and what was in the archive before a bundle came is not made a second time."""

from pathlib import Path

import pytest

from actors.models import Actor, ActorImportId, Tenure
from statements.models import Exchange, Statement, Topic
from tests.loading.bundles import ANN, CALL, PAPER, WHOLE, WORDS, Record, folder, imported, row, run

pytestmark = pytest.mark.django_db


def there(name: str = "Ann Lee", **fields: str) -> Actor:
    """Make an actor as an editor would."""
    given = {"slug": name.lower().replace(" ", "-"), "kind": "person"}
    return Actor.objects.create(**{"name": name, **given, **fields})


def test_the_same_wikidata_item_is_the_same_actor(tmp_path: Path) -> None:
    editors = there("Anna Lee", wikidata="Q11", description="As we say.")
    record = {**ANN, "wikidata": "Q11", "country": "FR", "description": "As they say."}
    seen = imported(tmp_path / "b", actors=[{**record, "aliases": ["A. Lee"]}])
    ann = Actor.objects.get()
    assert (ann.pk, ann.name, ann.description) == (editors.pk, "Anna Lee", "As we say.")
    assert (ann.country, ann.import_id) == ("FR", None)
    assert set(ann.names.values_list("name", "kind")) == {("A. Lee", "alias"), ("Ann Lee", "alias")}
    assert seen.problems == [
        "warning: actors.jsonl:1: id: is taken to be “Anna Lee” of the archive: "
        "the same Wikidata item"
    ]
    assert row(seen, "actors") == (0, 1, 0, 0)


def test_a_joined_actor_is_known_by_the_bundles_id_from_then_on(tmp_path: Path) -> None:
    editors = there()
    imported(tmp_path / "b", actors=[ANN])
    editors.name = "Ann Other"
    editors.save()
    again = imported(tmp_path / "b", actors=[ANN])
    assert (again.problems, row(again, "actors")) == ([], (0, 0, 1, 0))
    imported(
        tmp_path / "c", documents=[PAPER], statements=[{**WORDS, "actor": "ann", "exchange": None}]
    )
    assert Statement.objects.get().speaker == editors
    changed = imported(tmp_path / "b", actors=[{**ANN, "aliases": ["Lee A"]}])
    assert row(changed, "actors") == (0, 1, 0, 0)
    assert set(editors.names.values_list("name", flat=True)) == {"Ann Lee", "Lee A"}
    assert ActorImportId.objects.count() == Actor.objects.count() == 1


def test_the_same_name_and_kind_is_the_same_actor_however_written(tmp_path: Path) -> None:
    editors = there("Ánn  LEE", country="FR")
    seen = imported(tmp_path / "b", actors=[{**ANN, "wikidata": "Q11", "country": "FR"}])
    assert Actor.objects.get() == editors
    assert Actor.objects.get().wikidata == "Q11"
    assert seen.problems == [
        "warning: actors.jsonl:1: id: is taken to be “Ánn  LEE” of the archive: the same name"
    ]


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        ({"wikidata": "Q12"}, {"wikidata": "Q11"}),
        ({"country": "DE"}, {"country": "FR"}),
        ({"kind": "office"}, {}),
    ],
)
def test_a_namesake_is_somebody_else(
    tmp_path: Path, fields: dict[str, str], record: Record
) -> None:
    there(**fields)
    imported(tmp_path / "b", actors=[{**ANN, **record}])
    assert Actor.objects.filter(name="Ann Lee").count() == 2


def test_of_two_namesakes_nobody_is_guessed(tmp_path: Path) -> None:
    there(slug="one")
    there(slug="two")
    imported(tmp_path / "b", actors=[ANN])
    assert Actor.objects.count() == 3
    homonyms = [{**ANN, "id": one, "name": "Cy Day"} for one in ("c1", "c2")]
    there("Cy Day")
    imported(tmp_path / "c", actors=homonyms)
    assert Actor.objects.filter(name="Cy Day").count() == 3


def test_a_bundle_does_not_join_its_own_records(tmp_path: Path) -> None:
    imported(tmp_path / "b", actors=[ANN])
    imported(tmp_path / "b", actors=[ANN, {**ANN, "id": "ann2"}])
    assert Actor.objects.count() == 2


def test_a_bundle_that_knows_two_namesakes_joins_neither(tmp_path: Path) -> None:
    imported(tmp_path / "b", actors=[ANN])
    there(slug="another")
    imported(tmp_path / "b", actors=[ANN, {**ANN, "id": "ann2"}])
    assert Actor.objects.count() == 3


def test_an_item_may_move_from_one_record_to_another(tmp_path: Path) -> None:
    imported(tmp_path / "b", actors=[{**ANN, "wikidata": "Q11"}])
    imported(tmp_path / "b", actors=[ANN, {**ANN, "id": "ann2", "wikidata": "Q11"}])
    assert dict(Actor.objects.values_list("import_id", "wikidata")) == {"ann": "", "ann2": "Q11"}


def test_an_item_that_is_something_else_in_the_archive(tmp_path: Path) -> None:
    there("The Office", kind="office", wikidata="Q11")
    seen = run(folder(tmp_path / "b", actors=[{**ANN, "wikidata": "Q11"}]))
    assert seen.problems[-1] == (
        "actors.jsonl:1: kind: is “The Office” of the archive, which is of kind office"
    )


def test_an_actor_joined_by_name_that_becomes_something_else(tmp_path: Path) -> None:
    there()
    imported(tmp_path / "b", actors=[ANN])
    seen = run(folder(tmp_path / "b", actors=[{**ANN, "kind": "office"}]))
    assert seen.problems == [
        "actors.jsonl:1: kind: is “Ann Lee” of the archive, which is of kind person"
    ]


def test_a_joined_actor_of_quite_another_name_is_doubted(tmp_path: Path) -> None:
    there()
    imported(tmp_path / "b", actors=[ANN])
    assert imported(tmp_path / "c", actors=[{**ANN, "name": "Zed One"}]).problems == [
        "warning: actors.jsonl:1: id: was “Ann Lee” until now; is it the same actor?"
    ]


def test_who_holds_posts_stays_a_person(tmp_path: Path) -> None:
    imported(tmp_path / "b", **WHOLE)
    seen = run(folder(tmp_path / "c", actors=[{**ANN, "kind": "office"}]))
    assert seen.problems == [
        "actors.jsonl:1: kind: “Ann Lee” holds posts in the archive, and only a person does"
    ]


def test_one_post_under_two_ids_of_its_person(tmp_path: Path) -> None:
    there("Ann Lee")
    imported(tmp_path / "b", actors=[ANN])
    imported(tmp_path / "c", actors=[{**ANN, "id": "lee"}])
    posts = [{"id": one, "person": one, "title": "Head"} for one in ("ann", "lee")]
    seen = run(folder(tmp_path / "d", tenures=posts))
    assert seen.problems == [
        "tenures.jsonl:2: title: “Head” from the same day is on line 1 already"
    ]


def test_two_posts_may_not_change_titles(tmp_path: Path) -> None:
    posts = [{"id": one, "person": "ann", "title": one} for one in "ab"]
    imported(tmp_path / "b", actors=[ANN], tenures=posts)
    swapped = [{**posts[0], "title": "b"}, {**posts[1], "title": "a"}]
    assert run(folder(tmp_path / "b", tenures=swapped)).problems == [
        f"tenures.jsonl:{line}: title: “{title}” from the same day is another post "
        "in the archive already"
        for line, title in ((1, "b"), (2, "a"))
    ]


def test_an_item_that_another_actor_has(tmp_path: Path) -> None:
    imported(tmp_path / "b", actors=[ANN])
    there("Cy Day", wikidata="Q11")
    seen = run(folder(tmp_path / "b", actors=[{**ANN, "wikidata": "Q11"}]))
    assert seen.problems == ["actors.jsonl:1: wikidata: Q11 is “Cy Day” in the archive"]


def test_a_topic_of_the_same_name_is_the_same_topic(tmp_path: Path) -> None:
    peace = Topic.objects.create(name="peace", slug="peace", aliases=["Calm"])
    record = {"id": "p", "name": "Peace", "aliases": ["Calm", "Quiet"]}
    below = {"id": "q", "name": "Truce", "parent": "p"}
    call = {**CALL, "participants": [], "topics": ["Peace", "quiet"]}
    imported(tmp_path / "b", topics=[record, below], exchanges=[call])
    peace.refresh_from_db()
    assert (peace.name, sorted(peace.aliases)) == ("peace", ["Calm", "Quiet"])
    assert Topic.objects.get(name="Truce").parent == peace
    assert list(Exchange.objects.get().topics.all()) == [peace]
    peace.name = "Peace talks"
    peace.save()
    imported(tmp_path / "c", topics=[{"id": "r", "name": "Ceasefire", "parent": "p"}])
    imported(tmp_path / "b", topics=[record, below])
    assert Topic.objects.get(name="Ceasefire").parent == peace
    assert Topic.objects.count() == 3


def test_a_topic_that_an_editor_renamed_is_known_by_its_bundles_name(tmp_path: Path) -> None:
    call = {**CALL, "participants": []}
    peace = {"id": "p", "name": "Peace"}
    imported(tmp_path / "b", topics=[peace], exchanges=[call])
    Topic.objects.update(name="Peace talks")
    imported(tmp_path / "b", topics=[peace], exchanges=[{**call, "topics": ["peace"]}])
    assert Exchange.objects.get().topics.get().name == "Peace talks"
    assert Topic.objects.count() == 1


def test_a_topic_may_not_take_the_name_of_another(tmp_path: Path) -> None:
    imported(tmp_path / "b", topics=[{"id": "p", "name": "Peace"}])
    Topic.objects.create(name="War", slug="war")
    seen = run(folder(tmp_path / "b", topics=[{"id": "p", "name": "war"}]))
    assert seen.problems == ["topics.jsonl:1: name: “War” is another topic in the archive already"]


def test_two_topics_may_change_names_where_one_is_new(tmp_path: Path) -> None:
    imported(tmp_path / "b", topics=[{"id": "p", "name": "Peace"}])
    imported(tmp_path / "b", topics=[{"id": "p", "name": "Truce"}, {"id": "q", "name": "Peace"}])
    assert dict(Topic.objects.values_list("import_id", "name")) == {"p": "Truce", "q": "Peace"}


def test_the_same_post_is_there_once(tmp_path: Path) -> None:
    imported(tmp_path / "b", **WHOLE)
    other = {**WHOLE["tenures"][0], "id": "theirs", "end": "2021"}
    seen = imported(tmp_path / "c", tenures=[other])
    assert row(seen, "tenures") == (0, 0, 1, 0)
    assert Tenure.objects.get().end is None
