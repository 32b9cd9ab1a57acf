"""What editors say of two passages: the rules of the database, and what becomes of it."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from actors.merging import merge
from actors.merging.undoing import undo
from actors.models import Merge
from statements.aligning import aligned
from statements.models import Exchange, Statement, Verdict
from tests import cast
from tests.aligning.readouts import SUNDAY, THREE, Entered, entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("ed")


def say(found: Entered, one: str, other: str, editor: User, *, is_same: bool) -> Verdict:
    first, second = sorted((found[one].pk, found[other].pk))
    return Verdict.objects.create(one_id=first, other_id=second, is_same=is_same, editor=editor)


def points(found: Entered) -> list[set[str]]:
    alignment = aligned(found.exchange, found.sides)
    return [{found.names[one] for one in point.passages} for point in alignment.points]


def test_a_verdict_stands_above_what_is_worked_out(editor: User) -> None:
    found = entered(SUNDAY)
    say(found, "e-normandy", "k-normandy", editor, is_same=False)
    say(found, "e-diplomacy", "k-concern", editor, is_same=True)
    assert points(found) == [{"e-diplomacy", "k-concern"}, {"e-ceasefire", "k-ceasefire"}]
    alignment = aligned(found.exchange, found.sides)
    assert [point.by_editor for point in alignment.points] == [True, False]
    assert {found["e-normandy"].pk, found["k-normandy"].pk} <= alignment.alone
    Verdict.objects.all().delete()
    assert points(found) == [{"e-normandy", "k-normandy"}, {"e-ceasefire", "k-ceasefire"}]


def test_what_is_parted_from_all_others_is_alone_whatever_the_languages(editor: User) -> None:
    found = entered(SUNDAY)
    Statement.objects.filter(pk=found["e-summit"].pk).update(language="tlh")
    assert found["e-summit"].pk not in aligned(found.exchange, found.sides).alone
    for other in found.sides[1]:
        say(found, "e-summit", found.names[other.pk], editor, is_same=False)
    assert found["e-summit"].pk in aligned(found.exchange, found.sides).alone


def refused(**fields: object) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Verdict.objects.create(**fields)
    return str(error.value)


def test_a_verdict_is_of_two_passages_of_an_exchange_in_different_documents(editor: User) -> None:
    found = entered(SUNDAY)
    one, mate = found.sides[0][:2]
    other = found.sides[1][0]
    strange = cast.statement(cast.document(), exchange=cast.exchange())
    loose = cast.statement(cast.document())
    said = {"is_same": True, "editor": editor}
    assert "of one exchange" in refused(one=one, other=mate, **said)
    assert "of one exchange" in refused(one=one, other=strange, **said)
    assert "of one exchange" in refused(one=one, other=loose, **said)
    assert "of one exchange" in refused(one=one, other=one, **said)
    assert "verdict_is_of_two_in_order" in refused(one=other, other=one, **said)
    Verdict.objects.create(one=one, other=other, **said)
    assert "verdict_once" in refused(one=one, other=other, **said)


def test_a_verdict_is_not_moved_to_other_passages_either(editor: User) -> None:
    found = entered(SUNDAY)
    verdict = say(found, "e-normandy", "k-normandy", editor, is_same=True)
    verdict.other = cast.statement(cast.document())
    with pytest.raises(IntegrityError, match="of one exchange"), transaction.atomic():
        verdict.save()


@pytest.mark.parametrize("field", ["exchange", "document"])
def test_it_goes_when_a_passage_comes_to_stand_elsewhere(editor: User, field: str) -> None:
    found = entered(SUNDAY)
    kept = say(found, "e-ceasefire", "k-ceasefire", editor, is_same=True)
    say(found, "e-normandy", "k-normandy", editor, is_same=True)
    new = {"exchange": cast.exchange(), "document": found["k-normandy"].document}
    Statement.objects.filter(pk=found["e-normandy"].pk).update(**{field: new[field]})
    assert list(Verdict.objects.all()) == [kept]


def test_it_goes_when_a_passage_belongs_to_no_exchange_any_more(editor: User) -> None:
    found = entered(SUNDAY)
    say(found, "e-normandy", "k-normandy", editor, is_same=True)
    Statement.objects.filter(pk=found["e-normandy"].pk).update(exchange=None)
    assert not Verdict.objects.exists()


def test_it_stays_where_anything_else_is_changed(editor: User) -> None:
    found = entered(SUNDAY)
    say(found, "e-normandy", "k-normandy", editor, is_same=True)
    Statement.objects.filter(pk=found["e-normandy"].pk).update(
        text="New words.", exchange=found.exchange
    )
    assert Verdict.objects.count() == 1


def test_a_statement_is_deleted_with_what_was_said_of_it(editor: User) -> None:
    found = entered(SUNDAY)
    say(found, "e-normandy", "k-normandy", editor, is_same=True)
    found["e-normandy"].delete()
    assert not Verdict.objects.exists()


def test_it_goes_along_when_exchanges_are_merged_and_parted_again(editor: User) -> None:
    found = entered(THREE)
    kept = cast.exchange(*found.exchange.actors.all(), date="2022-02-20")
    say(found, "e-talks", "k-talks", editor, is_same=True)
    merge(Exchange, kept.pk, found.exchange.pk, editor, "The same.")
    assert Statement.objects.filter(exchange=kept).count() == len(found.names)
    assert points(Entered(kept, found.sides, found.names))[2] == {"e-talks", "c-talks", "k-talks"}
    undo(Merge.objects.get(), editor)
    assert Verdict.objects.count() == 1
    assert points(found)[2] == {"e-talks", "c-talks", "k-talks"}


def test_what_was_said_after_a_merge_goes_when_it_is_undone(editor: User) -> None:
    found = entered(SUNDAY)
    kept = cast.exchange(*found.exchange.actors.all(), date="2022-02-20")
    own = cast.statement(cast.document(), "Of the kept one.", exchange=kept)
    merge(Exchange, kept.pk, found.exchange.pk, editor, "The same.")
    first, second = sorted((own.pk, found["e-summit"].pk))
    Verdict.objects.create(one_id=first, other_id=second, is_same=True, editor=editor)
    undo(Merge.objects.get(), editor)
    assert not Verdict.objects.exists()
