"""What the role that serves the web is granted, and that nothing is forgotten."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from pgtrigger.registry import registered

from config.rights import functions, tables
from config.rights.granting import grant
from config.rights.powers import UNSAFE, powers, session_role
from config.rights.warning import check_web_role, warning
from tests.web_role import SignIn

pytestmark = pytest.mark.django_db

ALL = {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"}
HELD = """
SELECT relname, verb FROM pg_class, unnest(%s::text[]) AS verb
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
    AND has_table_privilege(%s, oid, verb)
"""
# Of a table with such a trigger no row is ever changed, or none deleted, by whatever it is made.
PROTECTED = """
SELECT tgrelid::regclass::text, tgtype & 16 <> 0, tgtype & 8 <> 0
FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE NOT tgisinternal AND tgqual IS NULL AND tgattr = '' AND tgtype & 2 <> 0
    AND prosrc ~ '(BEGIN|END IF;)\\s+RAISE\\s+(?!DEBUG|LOG|INFO|NOTICE|WARNING)'
"""
# Django deletes from these with what they belong to, and the trigger refuses it where there is any.
ALONG = {"statements_correction"}
LISTS = "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"


@pytest.fixture(autouse=True)
def role(web_sign_in: SignIn | None) -> str:
    """Name the role; without one there is nothing to look at."""
    if web_sign_in is None:
        pytest.skip("The server that DATABASE_URL names has no role that serves the web.")
    return settings.WEB_ROLE


def ask(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return list(cursor.fetchall()) if cursor.description else []


def held(role: str) -> dict[str, set[str]]:
    """Give what the role may do with each table and view."""
    verbs: dict[str, set[str]] = {}
    for table, verb in ask(HELD, sorted(ALL), role):
        verbs.setdefault(table, set()).add(verb)
    return verbs


def test_every_table_is_granted_as_its_model_says_and_no_more(role: str) -> None:
    wanted = tables.written()
    there = {name for (name,) in ask("SELECT relname FROM pg_class WHERE relkind IN ('r', 'v') "
                                     "AND relnamespace = 'public'::regnamespace")}  # fmt: skip
    assert held(role) == {name: {"SELECT", *wanted.get(name, ())} for name in there}
    assert set(wanted) <= there


def test_events_and_contexts_are_only_read(role: str) -> None:
    events = {m._meta.db_table for m in apps.get_models() if hasattr(m, "pgh_tracked_model")}
    assert len(events) > 10
    for table in [*events, "pghistory_context", "django_migrations", "statements_unresolved_name"]:
        assert held(role)[table] == {"SELECT"}, table


def test_copies_of_sources_are_added_and_never_changed(role: str) -> None:
    assert held(role)["statements_snapshot"] == {"SELECT", "INSERT"}


def test_seals_and_runs_of_verification_are_only_read(role: str) -> None:
    for table in ("statements_snapshotseal", "statements_verificationrun"):
        assert held(role)[table] == {"SELECT"}
    assert held(role)["statements_failedcheck"] == {"SELECT", "INSERT", "UPDATE", "DELETE"}


def test_no_table_that_the_database_protects_is_forgotten(role: str) -> None:
    protected = ask(PROTECTED)
    assert {"statements_snapshot", "statements_correction"} <= {table for table, *_ in protected}
    for table, updates, deletions in protected:
        refused = {"UPDATE": updates, "DELETE": deletions and table not in ALONG}
        assert not [verb for verb in held(role)[table] if refused.get(verb)], table


@pytest.fixture
def protect(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Declare that topics are protected."""

    def declare(**how: Any) -> None:
        declared = [*registered(), (apps.get_model("statements.Topic"), pgtrigger.Protect(**how))]
        monkeypatch.setattr(tables, "registered", lambda: declared)

    return declare


def test_a_model_that_becomes_append_only_is_granted_so(
    role: str, protect: Callable[..., None]
) -> None:
    protect(name="kept", operation=pgtrigger.Update | pgtrigger.Delete)
    assert "statements_topic" in tables.append_only()
    grant(connection, role)
    assert held(role)["statements_topic"] == {"SELECT", "INSERT"}


def test_what_is_refused_of_some_rows_alone_is_left_to_the_trigger(
    protect: Callable[..., None],
) -> None:
    protect(name="kept", operation=pgtrigger.Update, condition=pgtrigger.Q(old__name="x"))
    assert tables.written()["statements_topic"] == tables.WRITING
    protect(name="kept", operation=pgtrigger.UpdateOf("name"))
    assert tables.written()["statements_topic"] == tables.WRITING


def test_what_django_deletes_along_is_refused_by_the_trigger_alone() -> None:
    assert tables.written()["statements_correction"] == {"INSERT", "DELETE"}


def test_a_table_that_no_model_stands_for_is_only_read(role: str) -> None:
    ask("CREATE TABLE public.made_by_hand (name text)")
    assert held(role)["made_by_hand"] == {"SELECT"}
    grant(connection, role)
    assert held(role)["made_by_hand"] == {"SELECT"}


def test_sequences_need_no_grant() -> None:
    """Each belongs to an identity column, by which rows get their ids without a grant."""
    loose = """
        SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'i')
    """
    assert ask(loose) == []


def test_to_grant_again_changes_nothing_and_takes_what_was_given_beside(role: str) -> None:
    before = ask(LISTS)
    grant(connection, role)
    assert sorted(ask(LISTS)) == sorted(before)
    for given in (
        f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"GRANT UPDATE (name) ON actors_actorevent TO {role}",
        "GRANT TRUNCATE, DELETE ON actors_actorevent TO PUBLIC",
        f"GRANT CREATE ON SCHEMA public TO {role}",
    ):
        ask(given)
    assert powers(connection, role)
    grant(connection, role)
    assert powers(connection, role) == []
    assert dict(ask(LISTS)).keys() == dict(before).keys()
    assert held(role)["actors_actorevent"] == {"SELECT"}


def test_functions_that_run_as_the_owner_are_called_by_triggers_alone(role: str) -> None:
    asked = ask(
        """
        SELECT oid::regprocedure::text, proconfig, has_function_privilege(%s, oid, 'EXECUTE'),
            prosqlbody IS NOT NULL
        FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
        """,
        role,
    )
    assert len(asked) > 50
    for signature, settings_of, callable_, parsed in asked:
        assert not callable_, signature
        assert parsed or settings_of == ["search_path=public, pg_temp"], signature


def test_triggers_that_are_installed_again_are_noticed_and_call_what_the_role_may_not(
    role: str,
) -> None:
    assert functions.unsafe(connection) == []
    call_command("pgtrigger", "install", verbosity=0)
    assert len(functions.unsafe(connection)) > 50
    assert powers(connection, role) == [UNSAFE]
    for function in functions.LIBRARIES:
        assert ask("SELECT has_function_privilege(%s, %s, 'EXECUTE')", role, function) == [(False,)]
    assert not ask(
        "SELECT FROM pg_proc WHERE prosecdef AND proname LIKE 'pgtrigger%%' AND %s", True
    )
    grant(connection, role)
    assert functions.unsafe(connection) == []


def test_triggers_are_left_alone_where_there_is_nothing_for_them_to_ask(role: str) -> None:
    call_command("pgtrigger", "install", verbosity=0)
    ask("DROP FUNCTION public.history_context()")
    before = functions.unsafe(connection)
    grant(connection, role)
    assert functions.unsafe(connection) == before
    assert held(role)["actors_actorevent"] == {"SELECT"}


def test_a_trigger_that_calls_what_we_do_not_know_is_not_taken_for_safe() -> None:
    known = functions._replaced("SELECT _pgh_attach_context()")
    assert known == "SELECT public.history_context()"
    with pytest.raises(functions.UnknownTriggerError, match="sought"):
        functions._make_anew(connection, "sought()", "SELECT pgtrigger._pgtrigger_should_ignore(x)")


POWERS = {
    "GRANT TRUNCATE ON actors_actorevent TO {}": "may truncate tables or put triggers",
    "GRANT UPDATE ON statements_snapshot TO {}": "may change or delete",
    "GRANT UPDATE (text) ON statements_snapshot TO {}": "may change or delete",
    "GRANT DELETE ON pghistory_context TO PUBLIC": "may change or delete",
    "GRANT TRIGGER ON actors_actorevent TO {}": "may truncate tables or put triggers",
    "GRANT INSERT ON actors_actorevent TO {}": "may write history itself",
    "GRANT CREATE ON SCHEMA public TO PUBLIC": "may make tables",
}


@pytest.mark.parametrize("given", POWERS)
def test_what_a_role_could_do_is_said(role: str, given: str) -> None:
    assert powers(connection, role) == []
    ask(given.format(role))
    [said] = powers(connection, role)
    assert said.startswith(POWERS[given])


def test_the_owner_could_do_everything() -> None:
    said = powers(connection, session_role(connection))
    assert "owns the tables of the history, or may act as their owner" in said


def test_the_check_warns_of_an_owner_who_serves(monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert check_web_role(["default"]) == []
    monkeypatch.setenv("DATABASE_URL", "postgresql://of/the-owner")
    [warned] = check_web_role(["default"])
    assert warned.msg == warning("default")
    assert warned.msg.startswith(f"The role {session_role(connection)} serves the web and could")
    assert check_web_role(None) == []


def test_without_the_role_it_is_said_what_to_do(settings: Any) -> None:
    settings.WEB_ROLE = "nobody_by_this_name"
    said = StringIO()
    call_command("grant_web_role", stderr=said)
    assert said.getvalue().startswith("There is no role nobody_by_this_name to serve the web")
