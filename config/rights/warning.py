"""The warning that whoever serves the web could change the history."""

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connections

from config.rights.powers import powers, session_role

HINT = "Serve as a role that `migrate` has granted what it needs: see docs/operating.md."


def warning(database: str, role: str = "") -> str:
    """Say what the role could do to the history, or nothing; without one, that of this session."""
    connection = connections[database]
    role = role or session_role(connection)
    found = powers(connection, role)
    if not found:
        return ""
    return f"The role {role} serves the web and could change the history: it {'; it '.join(found)}."


@checks.register(checks.Tags.database, deploy=True)
def check_web_role(databases: Sequence[str] | None, **options: Any) -> list[checks.CheckMessage]:
    """Warn of a role that serves the web and could change the history.

    Of a server of one's own it is the role of DATABASE_URL, of the embedded database the web role,
    as commands connect to that as the owner.
    """
    role = "" if os.environ.get("DATABASE_URL") else settings.WEB_ROLE
    said = (warning(database, role) for database in databases or ())
    return [checks.Warning(text, hint=HINT, id="verbatim.W001") for text in said if text]
