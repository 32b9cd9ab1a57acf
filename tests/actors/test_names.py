"""Names are compared as a reader means them: case, accents and script aside."""

import pytest
from django.db import IntegrityError, connection, transaction

from actors.models import Actor, ActorName

pytestmark = pytest.mark.django_db


def folded(text: str) -> str:
    """Give the text as the database folds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT fold_name(%s)", [text])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Владимир Путин", "vladimir putin"),
        ("Élysée  Palace", "elysee palace"),
        ("E\u0301lyse\u0301e Palace", "elysee palace"),
        ("Горбачёв", "gorbachev"),
        ("Горбачев", "gorbachev"),
        ("Щукин й", "shchukin y"),
        ("Łukasz Straße Øre", "lukasz strasse ore"),
        ("Erdoğan İstanbul ı", "erdogan istanbul i"),
        ("Ukraine’s O'Brien", "ukraines obrien"),
        ("«Kara-ool»", "kara ool"),
        ("\u200bMacron\u00a0", "macron"),
        ("Κυριάκος", "kyriakos"),
        ("习近平", "习近平"),
        ("محمود عباس", "محمود عباس"),
    ],
)
def test_folding_leaves_what_a_reader_hears(written: str, same: str) -> None:
    assert folded(written) == same


def test_an_actor_is_found_by_any_name_in_any_script() -> None:
    macron = Actor.objects.create(slug="macron", name="Emmanuel Macron", kind="person")
    other = Actor.objects.create(slug="merkel", name="Angela Merkel", kind="person")
    ActorName.objects.create(actor=macron, name="Эмманюэль Макрон", kind="transliteration")
    ActorName.objects.create(actor=macron, name="Micron", kind="misspelling")
    for typed in ("macron", "MACRÓN", "Макрон", "micron", "mac emm"):
        assert list(Actor.objects.named_like(typed)) == [macron], typed
    assert set(Actor.objects.named_like("  ")) == {macron, other}
    assert list(Actor.objects.named_like("mac\x00ron")) == [macron]


def test_the_closest_actors_come_closest_first() -> None:
    macron = Actor.objects.create(slug="macron", name="Emmanuel Macron", kind="person")
    Actor.objects.create(slug="merkel", name="Angela Merkel", kind="person")
    near = Actor.objects.create(slug="macri", name="Mauricio Macri", kind="person")
    closest = list(Actor.objects.closest_to("President Emanuel Macron"))
    assert closest[0] == macron
    assert near not in closest or closest.index(near) > 0


def test_a_name_stands_once_with_an_actor_and_may_stand_with_another() -> None:
    one = Actor.objects.create(slug="one", name="One", kind="person")
    two = Actor.objects.create(slug="two", name="Two", kind="person")
    ActorName.objects.create(actor=one, name="Alias")
    ActorName.objects.create(actor=two, name="Alias")
    with pytest.raises(IntegrityError, match="actor_name_once"), transaction.atomic():
        ActorName.objects.create(actor=one, name="ALIAS")


def test_a_name_without_letters_is_no_name() -> None:
    ann = Actor.objects.create(slug="ann", name="Ann", kind="person")
    with pytest.raises(IntegrityError, match="other_name_has_letters"), transaction.atomic():
        ActorName.objects.create(actor=ann, name="—")
