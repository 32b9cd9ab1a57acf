"""What the database refuses about actors, whoever asks."""

import pytest
from django.db import IntegrityError, transaction

from actors.models import Actor, FormerAddress, Leader, Tenure

pytestmark = pytest.mark.django_db


def person(slug: str = "ann", **fields: str) -> Actor:
    """Make a person."""
    return Actor.objects.create(**{"slug": slug, "name": slug.title(), "kind": "person"} | fields)


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("name", "  ", "actor_name_has_letters"),
        ("name", "—…", "actor_name_has_letters"),
        ("kind", "ghost", "actor_kind_is_known"),
        ("country", "France", "value too long|actor_country"),
        ("country", "fr", "actor_country_is_a_code"),
        ("wikidata", "Q007", "actor_wikidata_is_an_item"),
        ("wikidata", "7747", "actor_wikidata_is_an_item"),
    ],
)
def test_an_unsound_actor_is_refused(field: str, value: str, rule: str) -> None:
    from django.db import DatabaseError

    with pytest.raises(DatabaseError, match=rule), transaction.atomic():
        person(**{field: value})


def test_a_wikidata_item_stands_for_one_actor_and_none_for_many() -> None:
    person("ann")
    person("bob")
    person("cyd", wikidata="Q1")
    with pytest.raises(IntegrityError, match="actor_wikidata_once"), transaction.atomic():
        person("dot", wikidata="Q1")


def test_only_a_person_holds_a_post() -> None:
    office = person("office", kind="office")
    with pytest.raises(IntegrityError, match="Only a person holds a post"), transaction.atomic():
        Tenure.objects.create(person=office, title="President")


@pytest.mark.parametrize(
    ("start", "end", "sound"),
    [
        ("2017-05-14", None, True),
        (None, "2022", True),
        ("2017-05-14", "2017-05-14", True),
        ("2017", "2017-03", True),
        ("2017-05-14", "2017-05-13", False),
        ("2018", "2017", False),
    ],
)
def test_a_post_ends_no_earlier_than_it_starts(
    start: str | None, end: str | None, sound: bool
) -> None:
    ann = person()
    if sound:
        assert Tenure.objects.create(person=ann, title="Mayor", start=start, end=end).pk
        return
    with (
        pytest.raises(IntegrityError, match="tenure_ends_after_it_starts"),
        transaction.atomic(),
    ):
        Tenure.objects.create(person=ann, title="Mayor", start=start, end=end)


def test_a_renamed_actor_keeps_leading_from_the_old_address() -> None:
    ann = person("ann")
    Actor.objects.filter(pk=ann.pk).update(slug="anna")
    Actor.objects.filter(pk=ann.pk).update(slug="hanna")
    assert set(FormerAddress.objects.values_list("slug", "actor")) == {
        ("ann", ann.pk),
        ("anna", ann.pk),
    }
    Actor.objects.filter(pk=ann.pk).update(slug="ann")
    assert set(FormerAddress.objects.values_list("slug", flat=True)) == {"anna", "hanna"}


def test_leaders_are_the_persons() -> None:
    ann = person("ann")
    person("office", kind="office")
    assert [leader.pk for leader in Leader.objects.all()] == [ann.pk]


def test_who_held_a_post_stays_a_person() -> None:
    ann = person()
    post = Tenure.objects.create(person=ann, title="Mayor")
    with pytest.raises(IntegrityError, match="Only a person holds a post"), transaction.atomic():
        Actor.objects.filter(pk=ann.pk).update(kind="office")
    post.delete()
    Actor.objects.filter(pk=ann.pk).update(kind="office")
