"""History is written whatever the role that serves the web says to its session."""

import json
from uuid import UUID, uuid4

import psycopg
import pytest

pytestmark = pytest.mark.django_db

ADD = """
INSERT INTO actors_actor (slug, name, kind, description) VALUES ('ann', 'Ann', 'person', '')
RETURNING id
"""
CORRECT = """
WITH person AS (
    INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email, is_staff,
        is_active, date_joined)
    VALUES ('', false, 'ann', '', '', '', false, true, now()) RETURNING id
), source AS (
    INSERT INTO statements_document (kind, title, publisher_as_printed, language)
    VALUES ('article', 'T', 'P', 'en') RETURNING id
), said AS (
    INSERT INTO statements_statement (document_id, speaker_as_printed, text, language, quote_type)
    SELECT id, 'S', 'Words.', 'en', 'indirect' FROM source RETURNING id
)
INSERT INTO statements_correction (statement_id, editor_id, note)
SELECT said.id, person.id, 'It was wrong.' FROM said, person
"""
EVENTS = "SELECT pgh_label, name FROM public.actors_actorevent WHERE slug = 'ann' ORDER BY pgh_id"
SAY = """
SELECT set_config('pghistory.context_id', %s, true),
    set_config('pghistory.context_metadata', %s, true)
"""
CONTEXT = "SELECT metadata FROM pghistory_context WHERE id = %s"
IGNORE = """
SELECT set_config('pgtrigger.ignore', array_agg(DISTINCT tgname)::text, false)
FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%'
"""


def say(connection: psycopg.Connection, context: str, **said: object) -> None:
    """Say in the session who makes the next change."""
    connection.execute(SAY, [context, json.dumps(said)])


def rename(connection: psycopg.Connection, name: str) -> None:
    connection.execute("UPDATE actors_actor SET name = %s WHERE slug = 'ann'", [name])


def kept(connection: psycopg.Connection, context: str) -> object:
    """Give what is kept of a context."""
    row = connection.execute(CONTEXT, [context]).fetchone()
    return row and row[0]


def test_what_the_web_role_changes_is_recorded(web: psycopg.Connection) -> None:
    web.execute(ADD)
    rename(web, "Anna")
    web.execute("DELETE FROM actors_actor WHERE slug = 'ann'")
    assert web.execute(EVENTS).fetchall() == [
        ("insert", "Ann"), ("update", "Ann"), ("delete", "Anna"),
    ]  # fmt: skip


def test_no_trigger_is_skipped_by_what_the_session_says(web: psycopg.Connection) -> None:
    web.execute(IGNORE)
    web.execute(ADD)
    rename(web, "Anna")
    assert [label for label, _ in web.execute(EVENTS).fetchall()] == ["insert", "update"]


def test_a_correction_stays_whatever_the_session_says(web: psycopg.Connection) -> None:
    web.execute(IGNORE)
    web.execute(CORRECT)
    with pytest.raises(psycopg.errors.CheckViolation, match="stays as it was written"):
        web.execute("DELETE FROM statements_correction")


def test_the_owner_may_skip_triggers(owner: psycopg.Connection) -> None:
    owner.execute(IGNORE)
    owner.execute(ADD)
    assert owner.execute(EVENTS).fetchall() == []


def test_rules_are_not_skipped_either(web: psycopg.Connection) -> None:
    web.execute(IGNORE)
    row = web.execute(ADD).fetchone()
    assert row is not None
    web.execute(
        "INSERT INTO actors_tenure (person_id, title, start) VALUES (%s, 'President', '2017')", row
    )
    with pytest.raises(psycopg.errors.CheckViolation):
        web.execute("UPDATE actors_actor SET kind = 'office' WHERE slug = 'ann'")


def test_the_search_path_of_the_session_leads_no_trigger_astray(web: psycopg.Connection) -> None:
    web.execute(ADD)
    web.execute("SET search_path = pg_temp, pg_catalog")
    web.execute("UPDATE public.actors_actor SET name = 'Anna' WHERE slug = 'ann'")
    assert [label for label, _ in web.execute(EVENTS).fetchall()] == ["insert", "update"]


def test_who_made_a_change_stands_with_it(web: psycopg.Connection) -> None:
    context = str(uuid4())
    say(web, context, user=7, url="/admin/")
    web.execute(ADD)
    assert kept(web, context) == {"user": 7, "url": "/admin/"}


def test_more_may_be_said_in_the_same_request_and_what_was_said_first_stays(
    web: psycopg.Connection,
) -> None:
    context = str(uuid4())
    say(web, context, user=7)
    web.execute(ADD)
    say(web, context, user=8, reason="A merge")
    rename(web, "Anna")
    assert kept(web, context) == {"user": 7, "reason": "A merge"}


def test_nothing_is_added_to_what_was_said_long_ago(owner: psycopg.Connection) -> None:
    context = str(uuid4())
    owner.execute(
        "INSERT INTO pghistory_context (id, metadata, created_at, updated_at) "
        """VALUES (%s, '{"user": 7}', now() - interval '1 hour', now())""",
        [context],
    )
    say(owner, context, user=8, reason="Later")
    owner.execute(ADD)
    assert kept(owner, context) == {"user": 7}


@pytest.mark.parametrize(
    ("context", "said"),
    # The same in each process that runs the tests.
    [("me", "{}"), (str(UUID(int=1)), "[1]"), (str(UUID(int=2)), "{")],
)
def test_what_nobody_understands_is_refused_with_the_change(
    web: psycopg.Connection, context: str, said: str
) -> None:
    web.execute(SAY, [context, said])
    with pytest.raises(psycopg.DataError):
        web.execute(ADD)
