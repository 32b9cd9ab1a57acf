"""Records of any editorial status, without the steps that lead there.

Most tests are about records that are published, or hidden again, and not about how they came
there: in the test database the triggers that hold the steps are off. Where they are meant to hold,
as at the desk, a test switches them on (`steps_hold`).
"""

from typing import Final

from django.db import connection

HELD: Final = {
    "statements_document": ("steps", "publishable", "publishable_new"),
    "statements_exchange": ("steps", "publishable", "publishable_new"),
    "statements_statement": ("steps", "publishable", "publishable_new", "corrected"),
}

NAMED: Final = """
SELECT tgname FROM pg_trigger
WHERE tgrelid = %s::regclass AND tgname ~ ('^pgtrigger_(' || %s || ')_[0-9a-f]+$')
"""


def hold(what: str) -> None:
    """Switch the triggers on or off: "ENABLE" or "DISABLE"."""
    with connection.cursor() as cursor:
        for table, names in HELD.items():
            cursor.execute(NAMED, [table, "|".join(names)])
            triggers = [name for (name,) in cursor.fetchall()]
            assert len(triggers) == len(names), triggers
            parts = ", ".join(f"{what} TRIGGER {name}" for name in triggers)
            cursor.execute(f"ALTER TABLE {table} {parts}")
