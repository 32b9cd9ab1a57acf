"""What the database refuses to the role that serves the web, tried as that role."""

from typing import Final, LiteralString

import psycopg
import pytest
from django.conf import settings
from psycopg.sql import SQL, Composed, Identifier

from config.rights.tables import append_only, history, written
from tests.web_role import SignIn

pytestmark = pytest.mark.django_db

Refused = psycopg.errors.InsufficientPrivilege

# Of every table, whatever is in it.
OF_ANY_TABLE: Final[tuple[LiteralString, ...]] = (
    "TRUNCATE {}",
    "TRUNCATE {} CASCADE",
    "DROP TABLE {} CASCADE",
    "ALTER TABLE {} DISABLE TRIGGER ALL",
    "ALTER TABLE {} DISABLE TRIGGER USER",
    "ALTER TABLE {} ADD COLUMN more text",
    "ALTER TABLE {} RENAME TO other",
    "ALTER TABLE {} OWNER TO CURRENT_USER",
    "ALTER TABLE {} ENABLE ROW LEVEL SECURITY",
    "CREATE RULE nothing AS ON INSERT TO {} DO INSTEAD NOTHING",
    "CREATE INDEX ON {} ((1))",
    "CREATE TABLE child () INHERITS ({})",
    "CREATE TRIGGER silent BEFORE INSERT ON {} FOR EACH ROW "
    "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
)
OF_HISTORY: Final[tuple[LiteralString, ...]] = (
    "INSERT INTO {} DEFAULT VALUES",
    "INSERT INTO {0} SELECT * FROM {0}",
    "COPY {} FROM STDIN",
    "LOCK TABLE {} IN ROW EXCLUSIVE MODE",
)
OF_WHAT_IS_KEPT: Final[tuple[LiteralString, ...]] = (
    "DELETE FROM {}",
    "MERGE INTO {0} USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
    "SELECT * FROM {} FOR UPDATE",
    "LOCK TABLE {} IN ACCESS EXCLUSIVE MODE",
)

ATTACKS: Final[tuple[LiteralString, ...]] = (
    # Becoming somebody else, or more.
    "SET ROLE {owner}",
    "SET SESSION AUTHORIZATION {owner}",
    "GRANT {owner} TO {web}",
    "ALTER ROLE {web} SUPERUSER",
    "ALTER ROLE {web} CREATEROLE",
    "ALTER ROLE {owner} PASSWORD 'known'",
    "CREATE ROLE another",
    "GRANT pg_write_all_data TO {web}",
    "REASSIGN OWNED BY {owner} TO {web}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT ALL ON TABLES TO {web}",
    # Switching triggers off, or making them do something else.
    "SET session_replication_role = 'replica'",
    "SELECT set_config('session_replication_role', 'replica', true)",
    "ALTER ROLE {web} SET session_replication_role = 'replica'",
    "UPDATE pg_trigger SET tgenabled = 'D'",
    "DELETE FROM pg_trigger",
    "UPDATE pg_class SET relowner = (SELECT oid FROM pg_roles WHERE rolname = CURRENT_USER)",
    "CREATE EVENT TRIGGER silent ON ddl_command_start EXECUTE FUNCTION suppress()",
    "CREATE OR REPLACE FUNCTION public.history_context() RETURNS uuid "
    "LANGUAGE sql AS 'SELECT null'",
    "CREATE OR REPLACE FUNCTION public.trigger_is_ignored(name) RETURNS boolean "
    "LANGUAGE sql AS 'SELECT true'",
    "ALTER FUNCTION public.history_context() SECURITY INVOKER",
    "ALTER FUNCTION public.trigger_is_ignored(name) RENAME TO another",
    "DROP FUNCTION public.history_context() CASCADE",
    # Calling what triggers call.
    "SELECT public.history_context()",
    "SELECT public.trigger_is_ignored('any')",
    "SELECT public._pgh_attach_context()",
    "SELECT public._pgtrigger_should_ignore('any')",
    # Putting something before the tables of the archive.
    "CREATE TEMP TABLE actors_actorevent (name text)",
    "CREATE TEMP VIEW actors_actorevent AS SELECT 1",
    "CREATE TEMP SEQUENCE numbers",
    "CREATE FUNCTION pg_temp.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT null'",
    "CREATE TABLE public.mine (name text)",
    "CREATE VIEW public.mine AS SELECT 1",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE TYPE public.mine AS (name text)",
    "CREATE SCHEMA mine",
    "CREATE SCHEMA {web}",
    "CREATE EXTENSION btree_gist",
    "CREATE OR REPLACE VIEW statements_unresolved_name AS SELECT 1 AS id",
    "ALTER VIEW statements_unresolved_name OWNER TO {web}",
    # The rest of the server.
    "SELECT setval('actors_actorevent_pgh_id_seq', 1)",
    "SELECT nextval('actors_actorevent_pgh_id_seq')",
    "DELETE FROM django_migrations",
    "UPDATE django_migrations SET applied = now()",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/anything'",
    "SELECT pg_read_file('postgresql.conf')",
    "CREATE PUBLICATION mine FOR ALL TABLES",
    "COMMENT ON TABLE actors_actorevent IS 'nothing'",
)


def refuses(web: psycopg.Connection, attack: SQL | Composed) -> None:
    with pytest.raises(Refused), web.transaction():
        web.execute(attack)


@pytest.mark.parametrize("table", sorted(written()))
def test_no_table_is_truncated_remade_or_given_away(web: psycopg.Connection, table: str) -> None:
    for attack in OF_ANY_TABLE:
        refuses(web, SQL(attack).format(Identifier(table)))


@pytest.mark.parametrize("table", sorted(history()))
def test_history_is_only_read(web: psycopg.Connection, table: str) -> None:
    web.execute(SQL("SELECT * FROM {} LIMIT 1").format(Identifier(table)))
    for attack in OF_HISTORY:
        refuses(web, SQL(attack).format(Identifier(table)))


@pytest.mark.parametrize("table", sorted(append_only()))
def test_what_is_kept_stays_as_it_is(web: psycopg.Connection, table: str) -> None:
    for attack in OF_WHAT_IS_KEPT:
        refuses(web, SQL(attack).format(Identifier(table)))
    seen = web.execute(SQL("SELECT * FROM {} LIMIT 0").format(Identifier(table)))
    columns = seen.description or ()
    for column in columns:
        change = SQL("UPDATE {} SET {} = DEFAULT").format(
            Identifier(table), Identifier(column.name)
        )
        refuses(web, change)


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_is_refused(
    web: psycopg.Connection, owner_sign_in: SignIn, attack: LiteralString
) -> None:
    names = {
        "owner": Identifier(owner_sign_in["USER"]),
        "web": Identifier(settings.WEB_ROLE),
    }
    refuses(web, SQL(attack).format(**names))


def test_it_cannot_be_reached_by_what_it_prepares_or_runs_in_a_block(
    web: psycopg.Connection,
) -> None:
    refuses(web, SQL("DO $$ BEGIN EXECUTE 'TRUNCATE actors_actorevent'; END $$"))
    refuses(web, SQL("WITH gone AS (DELETE FROM actors_actorevent RETURNING 1) SELECT * FROM gone"))
    refuses(web, SQL("PREPARE gone AS DELETE FROM actors_actorevent; EXECUTE gone"))
    refuses(web, SQL("EXPLAIN ANALYZE DELETE FROM actors_actorevent"))


def test_it_passes_nothing_on(web: psycopg.Connection) -> None:
    """To grant without the right to is a warning, and grants nothing."""
    lists = "SELECT relname, relacl::text FROM pg_class ORDER BY oid"
    before = web.execute(lists).fetchall()
    web.execute("GRANT ALL ON actors_actor TO PUBLIC")
    assert web.execute(lists).fetchall() == before


def test_the_settings_of_the_server_are_not_its_to_change(web: psycopg.Connection) -> None:
    web.autocommit = True  # as this is refused within a transaction anyway
    with pytest.raises(Refused):
        web.execute("ALTER SYSTEM SET session_replication_role = 'replica'")
