"""Granting the web role what serving needs; whatever else it had is taken."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from config.rights.functions import make_safe
from config.rights.tables import WRITING, written

IS_ROLE: Final = "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)"
IS_OWNER: Final = """
SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
"""
TABLES: Final = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
ORDER BY relname
"""

# Nobody but the owner makes anything: neither in the schema nor temporary tables, which come
# before others of their names. Sequences need no grant: each belongs to an identity column. A table
# that a later migration makes can be read until the end of that `migrate`.
EVERYWHERE: Final = (
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC, {role}",
    "GRANT USAGE ON SCHEMA public TO {role}",
    "REVOKE ALL ON DATABASE {database} FROM {role}",
    "REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {role}",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {role}",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {role}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO {role}",
)


def is_role(connection: BaseDatabaseWrapper, role: str) -> bool:
    """Tell whether the server has a role of that name."""
    return bool(_asked(connection, IS_ROLE, [role])[0][0])


def is_owner(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether we own all that there is in the schema, and so may grant it."""
    return bool(_asked(connection, IS_OWNER)[0][0])


def grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """Make the triggers safe and grant the role, which has to be there, what serving needs.

    Only the owner can. It may be done again at any time, and while Verbatim serves.
    """
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        make_safe(connection)
        for statement in _statements(connection, role):
            cursor.execute(statement)


def _statements(connection: BaseDatabaseWrapper, role: str) -> Iterator[str]:
    quoted = connection.ops.quote_name
    names = {"role": quoted(role), "database": quoted(connection.settings_dict["NAME"])}
    yield from (statement.format(**names) for statement in EVERYWHERE)
    there = {name for (name,) in _asked(connection, TABLES)}
    verbs = {table: allowed for table, allowed in written().items() if table in there}
    for verb in sorted(WRITING):
        tables = [quoted(table) for table, allowed in verbs.items() if verb in allowed]
        if tables:
            yield f"GRANT {verb} ON {', '.join(tables)} TO {names['role']}"


def _asked(
    connection: BaseDatabaseWrapper, query: str, values: Sequence[str] = ()
) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
