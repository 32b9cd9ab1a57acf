"""What the database refuses about statements, exchanges and documents, whoever asks."""

import hashlib
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from statements.models import (
    Addressee,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    StatementLink,
    Topic,
)
from tests.statements.makers import actor, copy_of, document, exchange, statement

pytestmark = pytest.mark.django_db


def check_now() -> None:
    """Let the rules that wait for the end of the transaction speak."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refused(rule: str) -> Any:
    """Expect the database to refuse, naming the rule."""
    return pytest.raises(DatabaseError, match=rule)


def test_a_date_that_is_none_is_refused_from_raw_sql_too() -> None:
    call = exchange(date="2022-02-20")
    with refused("exchange_date_is_sound"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE statements_exchange SET date = '2022-02-30' WHERE id = %s", [call.pk]
        )


def test_the_days_of_a_date_follow_from_it() -> None:
    call = Exchange.objects.get(pk=exchange(date="2022-02?").pk)
    assert (str(call.date_earliest), str(call.date_latest)) == ("2022-02-01", "2022-02-28")
    assert call.date_precision == "month"


def test_public_ids_are_drawn_from_the_letters_of_crockford() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT public_id() FROM generate_series(1, 2000)")
        drawn = [name for (name,) in cursor.fetchall()]
    assert len(set(drawn)) == 2000
    assert {len(name) for name in drawn} == {12}
    places = [set(letters) for letters in zip(*drawn, strict=True)]
    assert places == [set("0123456789abcdefghjkmnpqrstvwxyz")] * 12


def test_a_time_needs_a_zone_and_gives_an_aware_instant() -> None:
    with refused("exchange_time_has_a_zone"), transaction.atomic():
        exchange(date="2022-02-20", time="10:00")
    call = exchange(date="2022-02-20", time="10:00", timezone="Europe/Paris")
    call.refresh_from_db()
    assert call.starts_at is not None
    assert call.starts_at.isoformat() == "2022-02-20T09:00:00+00:00"


def test_a_time_on_an_imprecise_date_gives_no_instant() -> None:
    call = exchange(date="2022-02", time="10:00", timezone="Europe/Paris")
    call.refresh_from_db()
    assert call.starts_at is None


def test_an_actor_takes_part_once() -> None:
    call, ann = exchange(), actor("Ann")
    Participation.objects.create(exchange=call, actor=ann)
    with refused("participation_once"), transaction.atomic():
        Participation.objects.create(exchange=call, actor=ann, name_as_printed="Annie")


def test_a_participant_is_somebody() -> None:
    with refused("participation_is_somebody"), transaction.atomic():
        Participation.objects.create(exchange=exchange(), name_as_printed=" ")


def test_an_addressee_is_addressed_once() -> None:
    words, ann = statement(document()), actor("Ann")
    Addressee.objects.create(statement=words, actor=ann)
    with refused("addressee_once"), transaction.atomic():
        Addressee.objects.create(statement=words, actor=ann)


@pytest.mark.parametrize("start", [-1, 0, 3])
@pytest.mark.parametrize("end", [0, 3, 5, 6])
def test_an_anchor_lies_inside_its_copy(start: int, end: int) -> None:
    source = document()
    copy = copy_of(source, "ab😀de")
    words = "ab😀de"[max(start, 0) : end] or "x"
    anchor = {"snapshot": copy, "anchor_start": start, "anchor_end": end, "anchor_exact": words}
    if 0 <= start < end <= 5:
        assert statement(source, text=words, **anchor).is_verified
        return
    with refused("anchor"), transaction.atomic():
        statement(source, **anchor)


def test_an_anchor_lies_in_a_copy_of_its_own_document() -> None:
    copy = copy_of(document(), "abcdef")
    anchor = {"snapshot": copy, "anchor_start": 0, "anchor_end": 2, "anchor_exact": "ab"}
    anchor["text"] = "ab"
    with refused("outside the kept copy"), transaction.atomic():
        statement(document(), **anchor)
    words = statement(copy.document, **anchor)
    with refused("outside the kept copy"), transaction.atomic():
        Statement.objects.filter(pk=words.pk).update(anchor_end=7)


def test_half_an_anchor_is_refused() -> None:
    source = document()
    with refused("statement_anchor_(is_whole|has_its_words)"), transaction.atomic():
        statement(source, snapshot=copy_of(source, "abc"))


def test_a_direct_quotation_is_published_verified_or_with_a_reason() -> None:
    source = document()
    unverified = {"quote_type": "direct", "editorial_status": "published"}
    with refused("statement_direct_is_verified"), transaction.atomic():
        statement(source, **unverified)
    assert statement(source, **unverified, override_reason="Heard by our reporter.").pk
    assert statement(source, **unverified | {"editorial_status": "in_review"}).pk
    assert statement(source, **unverified | {"quote_type": "indirect"}).pk


def test_without_words_a_statement_stays_a_draft() -> None:
    words = statement(document(), text="")
    with refused("statement_has_words_or_is_a_draft"), transaction.atomic():
        Statement.objects.filter(pk=words.pk).update(editorial_status="published")


@pytest.mark.parametrize("make", [document, exchange, lambda **f: statement(document(), **f)])
def test_what_is_retracted_says_why(make: Any) -> None:
    with refused("retraction_has_a_reason"), transaction.atomic():
        make(editorial_status="retracted", retraction_reason=" ")
    assert make(editorial_status="retracted", retraction_reason="Misheard.").pk


def test_a_copy_can_be_neither_changed_nor_deleted() -> None:
    copy = copy_of(document(), "as it stood")
    for change in (
        lambda: Snapshot.objects.filter(pk=copy.pk).update(text="otherwise"),
        lambda: Snapshot.objects.filter(pk=copy.pk).delete(),
    ):
        with refused("Cannot update or delete rows"), transaction.atomic():
            change()
    with pytest.raises(ProtectedError):
        copy.document.delete()


def test_a_copy_knows_its_hash_and_its_length_in_code_points() -> None:
    source = document()
    copy = copy_of(source, "a😀")
    copy.refresh_from_db()
    assert copy.length == 2
    assert copy.sha256 == hashlib.sha256("a😀".encode()).hexdigest()
    with refused("snapshot_once"), transaction.atomic():
        copy_of(source, "a😀")


def test_topics_stand_in_a_tree() -> None:
    top = Topic.objects.create(slug="top", name="Top")
    middle = Topic.objects.create(slug="middle", name="Middle", parent=top)
    leaf = Topic.objects.create(slug="leaf", name="Leaf", parent=middle)
    for above in (top, middle, leaf):
        with refused("below itself|not_its_own_parent"), transaction.atomic():
            Topic.objects.filter(pk=top.pk).update(parent=leaf if above == top else above)
    assert Topic.objects.all().ids_with_below([middle]) == {middle.pk, leaf.pk}
    assert Topic.objects.all().ids_with_below([top]) == {top.pk, middle.pk, leaf.pk}


def test_an_exchange_is_no_part_of_itself() -> None:
    whole = exchange(title="Visit")
    part = exchange(title="Talks", part_of=whole)
    with refused("part of itself"), transaction.atomic():
        Exchange.objects.filter(pk=whole.pk).update(part_of=part)


def held(day: str | None, *who: Any, **fields: Any) -> Exchange:
    """Enter a call on a day with participants: actors, or names as printed."""
    call = exchange(date=day, **fields)
    for one in who:
        named = {"name_as_printed": one} if isinstance(one, str) else {"actor": one}
        Participation.objects.create(exchange=call, **named)
    return call


def test_the_same_exchange_is_not_entered_twice() -> None:
    ann, bob = actor("Ann"), actor("Bob")
    held("2022-02-20", ann, bob)
    with refused("in the archive already"), transaction.atomic():
        held("2022-02-20", bob, ann)
        check_now()
    held("2022-02-20", "ann x", "Bob X")
    with refused("in the archive already"), transaction.atomic():
        held("2022-02-20", "Bob X", "Ann X")
        check_now()


def test_what_differs_in_kind_day_or_participants_is_another_exchange() -> None:
    ann, bob, cyd = actor("Ann"), actor("Bob"), actor("Cyd")
    held("2022-02-20", ann, bob)
    held("2022-02-21", ann, bob)
    held("2022-02-20", ann, bob, kind="meeting")
    held("2022-02-20", ann, bob, cyd)
    held("2022-02-20", ann, bob, another_that_day=True)
    held("2022-02", ann, bob)
    held("2022-02", ann, bob)
    held("2022-02-20")
    held("2022-02-20")
    check_now()


def test_a_changed_day_can_make_the_same_exchange_too() -> None:
    ann, bob = actor("Ann"), actor("Bob")
    held("2022-02-20", ann, bob)
    other = held("2022-02-21", ann, bob)
    with refused("in the archive already"), transaction.atomic():
        Exchange.objects.filter(pk=other.pk).update(date="2022-02-20")
        check_now()


def test_a_readout_is_a_document_or_none_found() -> None:
    call, ann, source = exchange(), actor("Ann"), document()
    with refused("readout_has_a_document_or_none"), transaction.atomic():
        Readout.objects.create(exchange=call, side=ann)
    with refused("readout_has_a_document_or_none"), transaction.atomic():
        Readout.objects.create(exchange=call, side=ann, document=source, none_found_on="2022-02-22")
    with refused("readout_none_found_has_a_side"), transaction.atomic():
        Readout.objects.create(exchange=call, none_found_on="2022-02-22")
    Readout.objects.create(exchange=call, side=ann, none_found_on="2022-02-22")
    with refused("readout_once"), transaction.atomic():
        Readout.objects.create(exchange=call, side=ann, none_found_on="2022-02-23")


def test_a_statement_is_not_linked_with_itself(admin_user: Any) -> None:
    words = statement(document())
    with refused("statement_link_joins_two"), transaction.atomic():
        StatementLink.objects.create(
            statement=words, other=words, kind="repeats", reason="r", editor=admin_user
        )


def test_addresses_are_random_and_differ() -> None:
    source = document()
    ids = {statement(source).public_id for _ in range(50)}
    assert len(ids) == 50
    assert all(len(one) == 12 and one.isalnum() and one == one.lower() for one in ids)


def test_unknown_choices_are_refused_from_raw_sql_too() -> None:
    for field, value in (("kind", "seance"), ("status", "maybe"), ("editorial_status", "live")):
        with pytest.raises(IntegrityError), transaction.atomic():
            exchange(**{field: value})


def test_an_anchor_gives_the_words_that_stand_there_and_no_others() -> None:
    source = document()
    copy = copy_of(source, "He said “Yes,  of course” twice.")
    anchor = {"snapshot": copy, "anchor_start": 9, "anchor_end": 24}
    words = statement(source, text="Yes, of course", anchor_exact="Yes,  of course", **anchor)
    assert words.is_verified
    with refused("Other words stand at this place"), transaction.atomic():
        statement(source, text="No, of course", anchor_exact="No, of course", **anchor)
    with refused("Other words stand at this place"), transaction.atomic():
        Statement.objects.filter(pk=words.pk).update(anchor_exact="Yes, of course!")
    with refused("statement_anchor_has_its_words"), transaction.atomic():
        Statement.objects.filter(pk=words.pk).update(text="I declare war on the moon.")
    Statement.objects.filter(pk=words.pk).update(text="«Yes — of course»")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("[He] said … [an]other … end.", False),
        ("[He] said [something] … “yes” … the end.", True),
        ("said that yes … [T]he end.", True),
        ("said … the end of it", False),
        ("that … end", False),
        ("said … until … yes … end", False),
        ("said … yes … that … end", False),
        ("said … ye … end", False),
        ("said … " * 101 + "end", False),
        ("…", False),
        ("[said]", False),
    ],
)
def test_ellipses_and_brackets_stand_for_words_of_the_source(text: str, allowed: bool) -> None:
    source = document()
    copy = copy_of(source, "She said that “yes”, until the end. " + "No. " * 5_000 + "The end.")
    anchor = {"snapshot": copy, "anchor_start": 4, "anchor_end": 34}
    exact = copy.text[4:34]
    if allowed:
        assert statement(source, text=text, anchor_exact=exact, **anchor).is_verified
    else:
        with refused("statement_anchor_has_its_words"), transaction.atomic():
            statement(source, text=text, anchor_exact=exact, **anchor)
    far = {**anchor, "anchor_end": len(copy.text), "anchor_exact": copy.text[4:]}
    with refused("statement_anchor_has_its_words"), transaction.atomic():
        statement(source, text="said … end", **far)


def test_a_participant_who_is_changed_or_taken_out_can_make_the_same_exchange() -> None:
    ann, bob, cyd = actor("Ann"), actor("Bob"), actor("Cyd")
    held("2022-02-20", ann, bob)
    other = held("2022-02-20", ann, cyd)
    larger = held("2022-02-20", ann, bob, cyd)
    check_now()
    with refused("in the archive already"), transaction.atomic():
        other.participations.filter(actor=cyd).update(actor=bob)
        check_now()
    with refused("in the archive already"), transaction.atomic():
        larger.participations.filter(actor=cyd).delete()
        check_now()


def test_a_name_that_is_resolved_later_may_show_two_exchanges_to_be_alike() -> None:
    ann, bob = actor("Ann"), actor("Bob")
    held("2022-02-20", ann, bob)
    other = held("2022-02-20", ann, "President Bob")
    check_now()
    other.participations.filter(actor=None).update(actor=bob)
    check_now()


def test_an_exchange_with_its_participants_can_be_deleted() -> None:
    call = held("2022-02-20", actor("Ann"), actor("Bob"))
    call.delete()
    check_now()


def test_no_statement_translates_itself_by_way_of_others() -> None:
    source = document()
    first = statement(source)
    second = statement(source, translation_of=first)
    with refused("no translation of itself"), transaction.atomic():
        Statement.objects.filter(pk=first.pk).update(translation_of=second)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"countries": ["zz"]}, "exchange_countries_are_codes"),
        ({"countries": ["FR", "1!"]}, "exchange_countries_are_codes"),
        ({"timezone": "Mars/Base"}, "exchange_zone_is_known"),
        ({"timezone": "Mars/Base", "time": "10:00", "date": "2022-02-20"}, "exchange_zone_is"),
    ],
)
def test_unsound_places_are_refused(fields: dict[str, Any], rule: str) -> None:
    with refused(rule), transaction.atomic():
        exchange(**fields)
    assert exchange(countries=["FR", "XK"], timezone="Europe/Paris").pk
