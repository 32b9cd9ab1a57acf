"""The postings follow every change of what they are made of, whoever writes it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from statements.models import Addressee, Exchange, Participation, Statement, Topic
from statements.postings.changes import Look, look
from statements.postings.current import Current, is_unsure
from statements.postings.index import Index
from statements.postings.sources import EXCHANGES, STATEMENTS
from tests.cast import Cast, actor, document, exchange, statement, the_cast


def sets_of(index: Index) -> dict:
    """Give everything that an index says."""
    dates = (index.years, index.months, index.days, index.spans, index.undated)
    return {**index.facets, "dates": dates}


def new_statement(cast: Cast) -> None:
    statement(document(publisher=cast.elysee), speaker=cast.biden, topics=[cast.guarantees])


def many_statements(cast: Cast) -> None:
    source = document()
    for _ in range(3):
        statement(source, speaker=cast.biden, date="2022-02~")


def topic_of_statement(cast: Cast) -> None:
    cast.condition.topics.add(cast.donbass)


def no_topics(cast: Cast) -> None:
    cast.escalation.topics.clear()


def other_topic(cast: Cast) -> None:
    for tags in (Statement.topics.through, Exchange.topics.through):
        tags.objects.filter(topic=cast.donbass).update(topic=cast.security)


def no_topics_of_exchange(cast: Cast) -> None:
    cast.monday_call.topics.clear()


def topic_above(cast: Cast) -> None:
    Topic.objects.filter(pk=cast.security.pk).update(parent=cast.donbass)


def addressed(cast: Cast) -> None:
    Addressee.objects.create(statement=cast.condition, actor=cast.biden, name_as_printed="Biden")


def somebody_else_addressed(cast: Cast) -> None:
    Addressee.objects.filter(statement=cast.escalation).update(actor=cast.biden)


def nobody_addressed(cast: Cast) -> None:
    Addressee.objects.filter(statement=cast.escalation).delete()


def took_part_too(cast: Cast) -> None:
    Participation.objects.create(exchange=cast.monday_call, actor=cast.biden)


def somebody_else_took_part(cast: Cast) -> None:
    cast.monday_call.participations.filter(actor=cast.macron).update(actor=cast.biden)


def took_no_part(cast: Cast) -> None:
    cast.monday_call.participations.filter(actor=cast.macron).delete()


def was_a_visit(cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(kind="visit", countries=["BY"])


def exchange_taken_out_of_sight(cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")


def document_taken_out_of_sight(cast: Cast) -> None:
    cast.kremlin_readout.editorial_status = "in_review"
    cast.kremlin_readout.save()


def other_publisher(cast: Cast) -> None:
    cast.kremlin_readout.publisher = cast.elysee
    cast.kremlin_readout.save()


def other_country(cast: Cast) -> None:
    cast.putin.country = "BY"
    cast.putin.save()


def other_speaker(cast: Cast) -> None:
    Statement.objects.filter(pk=cast.condition.pk).update(speaker=cast.biden, language="fr")


def other_date(cast: Cast) -> None:
    Statement.objects.filter(pk=cast.condition.pk).update(date="2022-02")


def no_date(cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(date=None)


def unpublished(cast: Cast) -> None:
    Statement.objects.filter(pk=cast.condition.pk).update(editorial_status="draft")


def deleted(cast: Cast) -> None:
    cast.concern.delete()


def no_exchange(cast: Cast) -> None:
    Exchange.objects.get(participations=None).delete()


def new_exchange(cast: Cast) -> None:
    exchange(cast.biden, cast.putin, date="2022-02-12").topics.add(cast.security)


CHANGES = [
    new_statement, many_statements, topic_of_statement, no_topics, topic_above, addressed,
    other_topic, no_topics_of_exchange, somebody_else_addressed, nobody_addressed,
    took_part_too, somebody_else_took_part, took_no_part, was_a_visit, exchange_taken_out_of_sight,
    document_taken_out_of_sight, other_publisher, other_country, other_speaker, other_date, no_date,
    unpublished, deleted, new_exchange, no_exchange,
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_an_index_that_is_brought_up_to_date_is_the_one_that_is_built_anew(
    change: Callable[[Cast], None],
) -> None:
    cast = the_cast()
    Addressee.objects.create(statement=cast.escalation, actor=cast.elysee, name_as_printed="Paris")
    exchange(title="Of nobody")
    followed = [Current(STATEMENTS), Current(EXCHANGES)]
    before = [sets_of(current()) for current in followed]
    change(cast)
    after = [sets_of(current()) for current in followed]
    assert after == [sets_of(Index.built(source)) for source in (STATEMENTS, EXCHANGES)]
    assert after != before


def test_what_is_retracted_stays(db: None) -> None:
    cast, current = the_cast(), Current(STATEMENTS)
    before = sets_of(current())
    Statement.objects.filter(pk=cast.condition.pk).update(
        editorial_status="retracted", retraction_reason="Never said."
    )
    assert sets_of(current()) == before


def test_an_index_does_not_change_under_whoever_reads_it(db: None) -> None:
    cast, current = the_cast(), Current(STATEMENTS)
    first = current()
    known = sets_of(first)
    cast.concern.delete()
    assert current() is not first
    assert sets_of(first) == known


def test_nothing_is_read_where_nothing_has_changed(db: None) -> None:
    the_cast()
    current = Current(STATEMENTS)
    current()
    # The change of the asking transaction itself is read once, whether or not it was seen before.
    assert current() is current()


NOON = datetime(2022, 2, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "unsure"),
    [
        (Look("1:1:", None, NOON, []), Look("2:2:", None, NOON, []), False),
        (Look("1:1:", None, NOON, []), Look("2:2:", "7", NOON, []), False),
        (Look("1:1:", "7", NOON, []), Look("2:2:", "7", NOON, []), False),
        # The transaction that looked then may have been taken back.
        (Look("1:1:", "7", NOON, []), Look("2:2:", None, NOON, []), True),
        (Look("1:1:", "7", NOON, []), Look("2:2:", "8", NOON, []), True),
        # The log has forgotten what was a week ago.
        (Look("1:1:", None, NOON, []), Look("2:2:", None, NOON + timedelta(7), []), True),
    ],
)
def test_what_the_log_does_not_tell_is_read_anew(before: Look, after: Look, unsure: bool) -> None:
    assert is_unsure(after, before) == unsure


@pytest.mark.parametrize(("own", "read_again"), [(None, True), ("7", False)])
def test_the_same_record_changed_once_more_is_read_once_more(
    own: str | None, read_again: bool
) -> None:
    class Known:
        def changed(self, ids: object) -> str:
            return "read again"

    known: Any = Known()
    before, after = Look("1:1:", own, NOON, [[5, 5]]), Look("2:2:", own, NOON, [[5, 5]])
    found: Any = Current(STATEMENTS)._as_of(after, known, before)
    assert found == ("read again" if read_again else known)


def test_what_ended_before_is_not_looked_at_again(db: None) -> None:
    the_cast()
    with connection.cursor() as cursor:
        # As if another transaction, long ended, had written all of it.
        cursor.execute("UPDATE statements_change SET xid = '3'")
    first = look("statement")
    assert look("statement", first.snapshot).ranges == []
    assert look("statement", "1:1:").ranges != []


def test_a_change_of_a_statement_is_none_of_an_exchange(db: None) -> None:
    cast = the_cast()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM statements_change")
    Statement.objects.filter(pk=cast.condition.pk).update(language="fr")
    assert look("statement").ranges == [[cast.condition.pk, cast.condition.pk]]
    assert look("exchange").ranges == []


def test_very_many_changes_are_read_as_one_anew(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statements.postings.changes.MOST_CHANGES", 1)
    cast, current = the_cast(), Current(STATEMENTS)
    current()
    Statement.objects.update(speaker=cast.biden)
    assert sets_of(current()) == sets_of(Index.built(STATEMENTS))


def test_an_emptied_table_is_noticed(db: None) -> None:
    the_cast()
    current = Current(STATEMENTS)
    assert current().everything
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE statements_statement CASCADE")
    assert not current().everything


def test_ids_that_follow_one_another_are_noted_as_one_change(db: None) -> None:
    source = document()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM statements_change")
        made = [statement(source).pk for _ in range(3)]
        cursor.execute("DELETE FROM statements_change")
        Statement.objects.filter(pk__in=made).update(language="fr")
        cursor.execute("SELECT record, first_id, last_id FROM statements_change")
        assert cursor.fetchall() == [("statement", made[0], made[-1])]


def test_very_many_scattered_ids_are_noted_as_one_stretch(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM statements_change")
        cursor.execute(
            "SELECT note_records('statement', array_agg(2 * n)) FROM generate_series(1, 1001) AS n"
        )
        cursor.execute("SELECT first_id, last_id FROM statements_change")
        assert cursor.fetchall() == [(2, 2002)]


def test_the_log_forgets_what_is_old(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE statements_change SET noted_at = now() - interval '8 days';"
            "INSERT INTO statements_change (noted_at, record, first_id, last_id)"
            " VALUES (now() - interval '8 days', 'statement', 1, 1)"
        )
        cursor.execute("SELECT note_records('exchange', ARRAY[5])")
        cursor.execute("SELECT record, first_id FROM statements_change")
        assert cursor.fetchall() == [("exchange", 5)]


def test_somebody_without_a_part_changes_nothing(db: None) -> None:
    the_cast()
    current = Current(STATEMENTS)
    first = current()
    actor("Nobody", "nobody")
    assert current() is not None
    assert sets_of(current()) == sets_of(first)
