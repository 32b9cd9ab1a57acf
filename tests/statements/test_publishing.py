"""Which step follows which, and what stands against publishing, in words and in the database."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from statements import standing
from statements.models import (
    Correction,
    Document,
    Exchange,
    Participation,
    Readout,
    Retraction,
    Statement,
)
from statements.publishing import BLOCKERS, IN_HAND, STEPS, blockers_of, steps_from
from statements.standing import fetched, goes_with, key_of
from tests.loading.bundles import WHOLE, WORDS, imported
from tests.statements.makers import actor, copy_of, document, exchange, statement
from tests.statements.test_rules import check_now

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("steps_hold")]

WORDS_THERE = "We agree."


def refused(rule: str) -> Any:
    return pytest.raises(DatabaseError, match=rule)


def sound_document(**fields: Any) -> Document:
    """Make a draft of a document that nothing stands against."""
    publisher = actor(f"Paper {Document.objects.count()}", kind="organisation")
    made = document(**{"publisher": publisher, "date": "2022-02-21"} | fields)
    copy_of(made, f"They said: {WORDS_THERE}")
    return made


def sound_statement(source: Document, **fields: Any) -> Statement:
    """Make a draft of a statement that nothing stands against but, perhaps, its source."""
    given = {"speaker": actor(f"Ann {Statement.objects.count()}"), "date": "2022-02-21"}
    return statement(source, **given | {"text": WORDS_THERE} | fields)


def sound_exchange(**fields: Any) -> Exchange:
    """Make a draft of a call that nothing stands against."""
    made = exchange(**{"date": "2022-02-21"} | fields)
    Participation.objects.create(exchange=made, actor=actor(f"Ben {made.pk}"))
    return made


def codes(record: Any) -> list[str]:
    [found] = type(record)._default_manager.filter(pk=record.pk).with_blockers()
    return list(found.blocked_by)


def set_status(record: Any, status: str, **fields: Any) -> None:
    rows = type(record)._default_manager.filter(pk=record.pk)
    rows.update(editorial_status=status, **fields)


def test_what_stands_against_a_statement() -> None:
    source = sound_document(editorial_status="published")
    assert codes(sound_statement(source)) == []
    assert codes(sound_statement(source, text=" ")) == ["no_words"]
    assert codes(sound_statement(source, speaker=None)) == ["speaker_unresolved"]
    assert codes(sound_statement(source, date=None)) == ["date_missing"]
    assert codes(sound_statement(source, quote_type="direct")) == ["not_verbatim"]


def test_what_the_source_of_a_statement_lacks_stands_against_it() -> None:
    empty = sound_statement(document())
    assert codes(empty) == ["no_source", "source_unpublished"]
    direct = sound_statement(document(), quote_type="direct")
    assert codes(direct) == ["no_source", "source_unpublished"]
    source = sound_document(editorial_status="published")
    quoted = sound_statement(source)
    set_status(source, "retracted", retraction_reason="Forged.")
    assert codes(quoted) == ["source_retracted"]


def test_what_stands_against_an_exchange() -> None:
    assert codes(sound_exchange()) == []
    assert codes(exchange()) == ["date_missing", "nobody"]
    assert codes(sound_exchange(date=None)) == ["date_missing"]
    assert codes(sound_exchange(date=None, status="planned")) == []
    call = sound_exchange()
    Participation.objects.create(exchange=call, name_as_printed="An aide")
    assert codes(call) == ["participants_unresolved"]


def test_what_stands_against_a_document() -> None:
    assert codes(sound_document()) == []
    assert codes(document()) == ["publisher_unresolved", "date_missing", "no_copy"]


def test_every_code_has_its_words_and_what_to_do() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname ~ '_blockers$'")
        sources = " ".join(source for (source,) in cursor.fetchall())
    for code in BLOCKERS:
        assert f"'{code}'" in sources, code
    kinds = (document(), exchange(), statement(document(), text="", quote_type="direct"))
    for record in kinds:
        assert all(one.says and one.mend for one in blockers_of(codes(record)))


def test_the_blockers_of_many_records_are_two_queries_at_most(
    django_assert_num_queries: Any,
) -> None:
    source = sound_document()
    keys = [key_of(sound_statement(source)) for _ in range(5)]
    with django_assert_num_queries(2):
        fetched([*keys, key_of(source)])


@pytest.mark.parametrize("make", [sound_document, sound_exchange])
@pytest.mark.parametrize("first", STEPS)
@pytest.mark.parametrize("then", STEPS)
def test_the_database_lets_the_steps_be_taken_that_are_offered(
    make: Any, first: str, then: str
) -> None:
    record = make(editorial_status=first, retraction_reason="Wrong.")
    if then == first or then in STEPS[first]:
        set_status(record, then)
    else:
        with refused("Readers have (not )?seen it"), transaction.atomic():
            set_status(record, then)


def test_who_does_not_publish_takes_no_step_that_readers_see() -> None:
    assert steps_from("draft", publishes=False) == ["draft", "in_review"]
    assert steps_from("in_review", publishes=False) == ["in_review", "draft"]
    assert steps_from("published", publishes=False) == []
    assert steps_from(None, publishes=False) == ["draft", "in_review"]
    assert steps_from(None, publishes=True) == ["draft", "in_review", "published"]


def test_what_is_blocked_is_not_published_from_raw_sql_either() -> None:
    source = sound_document(editorial_status="published")
    for record in (document(), exchange(), sound_statement(source, speaker=None)):
        with refused("This stands against publishing"), transaction.atomic():
            set_status(record, "published")
            check_now()
        set_status(record, "published", override_reason="It is known.")
        check_now()
        with refused("This stands against publishing"), transaction.atomic():
            set_status(record, "published", override_reason=" ")
            check_now()
    with refused("This stands against publishing: publisher"), transaction.atomic():
        document(editorial_status="published")
        check_now()


def test_what_is_there_at_the_end_of_the_transaction_counts() -> None:
    call = exchange(date="2022-02-21", editorial_status="published")
    Participation.objects.create(exchange=call, actor=actor("Ann"))
    source = sound_document()
    quoted = sound_statement(source, editorial_status="published")
    set_status(source, "published")
    check_now()
    assert quoted.is_public


def test_published_records_go_on_as_they_are() -> None:
    source = sound_document(editorial_status="published")
    quoted = sound_statement(source, editorial_status="published")
    check_now()
    Statement.objects.filter(pk=quoted.pk).update(speaker=None, attribution_as_printed="said")
    check_now()


def test_what_a_bundle_brings_is_published_as_it_is() -> None:
    document(editorial_status="published", import_id="x:1")
    check_now()


def test_a_bundle_that_comes_again_is_followed(tmp_path: Path) -> None:
    """The source's words are others, are found no more, and found again: no note is asked for."""
    imported(tmp_path / "b", **WHOLE)
    imported(tmp_path / "b", **{**WHOLE, "statements": [{**WORDS, "text": "Never said."}]})
    assert Statement.objects.get().editorial_status == "in_review"
    imported(tmp_path / "b", **{**WHOLE, "statements": [{**WORDS, "id": "late", "text": ""}]})
    imported(tmp_path / "b", **{**WHOLE, "statements": [{**WORDS, "id": "late", "speaker": "?x"}]})
    check_now()
    assert Statement.objects.get(import_id="late").editorial_status == "published"


def test_words_that_readers_saw_are_replaced_with_a_correction_alone(admin_user: User) -> None:
    quoted = sound_statement(sound_document(editorial_status="published"))
    rows = Statement.objects.filter(pk=quoted.pk)
    rows.update(text="We disagree.")
    rows.update(text="We agree.", editorial_status="published")
    check_now()
    with refused("a correction has to say what is wrong"), transaction.atomic():
        rows.update(text="We disagree.")
        check_now()
    with refused("a correction has to say what is wrong"), transaction.atomic():
        Correction.objects.create(statement=quoted, note="n", text_before="?", editor=admin_user)
        rows.update(text="We disagree.")
        check_now()
    rows.update(text="We disagree.")
    correction = Correction.objects.create(
        statement=quoted, note="A word was missing.", text_before="We agree.", editor=admin_user
    )
    check_now()
    kept = Correction.objects.filter(pk=correction.pk)
    for change in (lambda: kept.update(note="Other."), kept.delete, quoted.delete):
        with refused("stays as it was written"), transaction.atomic():
            change()


def test_an_older_correction_of_the_same_words_is_none_of_this_change(admin_user: User) -> None:
    quoted = sound_statement(
        sound_document(editorial_status="published"), editorial_status="published"
    )
    Correction.objects.create(
        statement=quoted,
        note="n",
        text_before=quoted.text,
        corrected_at="2020-01-01T00:00Z",
        editor=admin_user,
    )
    with refused("a correction has to say what is wrong"), transaction.atomic():
        Statement.objects.filter(pk=quoted.pk).update(text="We disagree.")
        check_now()


def test_all_are_published_or_none() -> None:
    source = sound_document()
    sound, blocked = sound_statement(source), sound_statement(source, speaker=None)
    keys = {key_of(record): "" for record in (source, sound, blocked)}
    with pytest.raises(ValidationError, match="not known who is meant"), transaction.atomic():
        standing.publish(keys)
    assert not Statement.objects.public().exists()
    standing.publish({**keys, key_of(blocked): "A voice that all know.", key_of(sound): "No need."})
    check_now()
    assert set(Statement.objects.public().values_list("pk", "override_reason")) == {
        (sound.pk, ""),
        (blocked.pk, "A voice that all know."),
    }


def test_a_reason_does_not_help_where_there_are_no_words() -> None:
    source = sound_document(editorial_status="published")
    wordless = sound_statement(source, text="")
    with pytest.raises(ValidationError, match="has no words"):
        standing.publish({key_of(wordless): "Because."})


def test_the_second_who_publishes_is_told() -> None:
    call = sound_exchange()
    standing.publish({key_of(call): ""})
    with pytest.raises(ValidationError, match="is published already"):
        standing.publish({key_of(call): ""})
    standing.retract([key_of(call)], "It never was.")
    with pytest.raises(ValidationError, match="is retracted already"):
        standing.retract([key_of(call)], "It never was.")
    with pytest.raises(ValidationError, match="1 of them are not in the archive"):
        standing.publish({("exchange", 10**12): ""})


def test_a_retraction_is_dated_and_says_why() -> None:
    call = sound_exchange(editorial_status="published")
    with pytest.raises(ValidationError, match="Say why"):
        standing.retract([key_of(call)], " ")
    standing.retract([key_of(call)], "It never was.")
    first = Retraction.objects.get(exchange=call).retracted_at
    set_status(call, "published")
    set_status(call, "retracted")
    assert Retraction.objects.get(exchange=call).retracted_at >= first


def test_what_was_entered_for_an_exchange_goes_with_it() -> None:
    call, source, other = sound_exchange(), sound_document(), sound_document()
    Readout.objects.create(exchange=call, document=other)
    said = sound_statement(source, exchange=call)
    sound_statement(source, exchange=None)
    sound_statement(source, exchange=call, text="Seen.", editorial_status="published")
    set_status(source, "published")
    assert goes_with([call.pk]) == [key_of(other), key_of(call), key_of(said)]
    assert IN_HAND == ("draft", "in_review")


def test_what_is_taken_a_step_on_is_locked() -> None:
    with CaptureQueriesContext(connection) as asked, pytest.raises(ValidationError):
        standing.publish({("statement", 1): ""})
    assert "FOR UPDATE" in asked.captured_queries[0]["sql"]
