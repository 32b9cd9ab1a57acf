"""Triggers that write history with the rights of its owner, and that the web role cannot skip.

Those of pgtrigger and pghistory run with the rights of whoever changes a row, and go by two session
variables that anybody may set: one names triggers to ignore, the other rewrites who did something.
Here each function is made anew to ask functions of ours (`statements/migrations/0015_roles.py`).
Whatever installs a trigger again undoes this for that trigger alone, and then the web role cannot
write to its table: it may call neither of the two functions that are replaced.
"""

import re
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

# What the libraries' functions call, and what is called instead.
REPLACED: Final = {
    '"public"._pgtrigger_should_ignore(': "public.trigger_is_ignored(",
    "_pgh_attach_context()": "public.history_context()",
}
GONE: Final = "_pgtrigger_should_ignore|_pgh_attach_context"

# A temporary table comes before all others of its name, unless pg_temp is named.
PATH: Final = "public, pg_temp"

UNSAFE: Final = f"""
SELECT oid::regprocedure::text, pg_get_functiondef(oid) FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
    AND proname LIKE 'pgtrigger\\_%%' AND NOT (
        prosecdef AND prosrc !~ '{GONE}' AND proconfig = ARRAY['search_path={PATH}']
        AND NOT has_function_privilege('public', oid, 'EXECUTE')
    )
ORDER BY proname
"""  # noqa: S608 - of our own words alone

# Whoever may call none of these cannot put them on a table of his own either.
CLOSED: Final = """
REVOKE EXECUTE ON FUNCTION {} FROM PUBLIC
"""
OURS: Final = ("public.trigger_is_ignored(name)", "public.history_context()")
LIBRARIES: Final = ("public._pgtrigger_should_ignore(name)", "public._pgh_attach_context()")
"""Functions of the libraries that nothing calls any more."""


def unsafe(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """Give the trigger functions that are as a library made them: signature and definition."""
    with connection.cursor() as cursor:
        cursor.execute(UNSAFE, [])
        return list(cursor.fetchall())


class UnknownTriggerError(Exception):
    """A library asks in a way that we do not know whether a trigger is to be ignored."""


def make_safe(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger function of the libraries ask ours, and run with its owner's rights.

    Where the tables are those of a release that had none of ours, nothing is done: what serves the
    web is granted no writing of history then, and so no change of what has one.
    """
    if not _are_there(connection):
        return
    for signature, definition in unsafe(connection):
        _make_anew(connection, signature, _replaced(definition))
    with connection.cursor() as cursor:
        for function in LIBRARIES:
            cursor.execute(CLOSED.format(function))


def _are_there(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(to_regprocedure(name) IS NOT NULL) FROM unnest(%s::text[]) AS name",
            [[*OURS, *LIBRARIES]],
        )
        [(there,)] = cursor.fetchall()
    return bool(there)


def _replaced(definition: str) -> str:
    for theirs, ours in REPLACED.items():
        definition = definition.replace(theirs, ours)
    return definition


def _make_anew(connection: BaseDatabaseWrapper, signature: str, definition: str) -> None:
    if re.search(GONE, definition):
        raise UnknownTriggerError(f"{signature} still calls {GONE.replace('|', ' or ')}.")
    with connection.cursor() as cursor:
        cursor.execute(definition)
        cursor.execute(f"ALTER FUNCTION {signature} SECURITY DEFINER SET search_path = {PATH}")
        cursor.execute(CLOSED.format(signature))
