"""What a role could do to the history, in words: nothing, if it is to serve the web."""

from typing import Any, Final

from django.db.backends.base.base import BaseDatabaseWrapper

from config.rights.functions import unsafe
from config.rights.tables import append_only, history

# Each is asked of the role %(role)s: `kept` are the append-only tables, and %(history)s names those
# of them that only triggers write.
QUESTIONS: Final = {
    "is a superuser": "SELECT rolsuper FROM pg_roles WHERE rolname = %(role)s",
    "may make itself a member of other roles": """
        SELECT rolcreaterole FROM pg_roles WHERE rolname = %(role)s""",
    "owns the tables of the history, or may act as their owner": """
        SELECT bool_or(pg_has_role(%(role)s, relowner, 'MEMBER')) FROM kept""",
    "may change or delete what is kept": """
        SELECT bool_or(has_table_privilege(%(role)s, kept.oid, 'UPDATE,DELETE')
            OR has_any_column_privilege(%(role)s, kept.oid, 'UPDATE')) FROM kept""",
    "may truncate tables or put triggers on them": """
        SELECT bool_or(has_table_privilege(%(role)s, oid, 'TRUNCATE,TRIGGER')) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')""",
    "may write history itself": """
        SELECT bool_or(has_table_privilege(%(role)s, kept.oid, 'INSERT')
            OR has_any_column_privilege(%(role)s, kept.oid, 'INSERT'))
        FROM kept WHERE relname = ANY (%(history)s)""",
    "may make tables, which can stand before those of the archive": """
        SELECT has_schema_privilege(%(role)s, 'public', 'CREATE')
            OR has_database_privilege(%(role)s, current_database(), 'CREATE,TEMPORARY')""",
    "may switch off triggers for its session": """
        SELECT has_parameter_privilege(%(role)s, 'session_replication_role', 'SET')""",
    "may write files of the server or run its programs": """
        SELECT bool_or(pg_has_role(%(role)s, oid, 'MEMBER')) FROM pg_roles
        WHERE rolname IN ('pg_write_server_files', 'pg_execute_server_program')""",
}
KEPT: Final = """
WITH kept AS (
    SELECT oid, relname, relowner FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname = ANY (%(kept)s)
)
"""
UNSAFE: Final = "can skip triggers, as they were installed anew since the last `migrate`"


def powers(connection: BaseDatabaseWrapper, role: str) -> list[str]:
    """Say what the role could do to the history: "is a superuser", "may put triggers on …"."""
    asked: dict[str, Any] = {
        "role": role,
        "kept": sorted(append_only()),
        "history": sorted(history()),
    }
    with connection.cursor() as cursor:
        found = []
        for power, question in QUESTIONS.items():
            cursor.execute(KEPT + question, asked)
            found += [power for (is_so,) in cursor.fetchall() if is_so]
    return [*found, UNSAFE] if unsafe(connection) else found


def session_role(connection: BaseDatabaseWrapper) -> str:
    """Give the role that we signed in with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        [(role,)] = cursor.fetchall()
    return str(role)
