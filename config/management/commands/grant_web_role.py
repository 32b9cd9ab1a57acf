"""Grants the role that serves the web what it needs, and takes all else from it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connections

from config.rights.granting import grant, is_owner, is_role

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

MISSING = (
    "There is no role {role} to serve the web: whoever serves it now can change the history. "
    "See “In production” in docs/operating.md."
)


class Command(BaseCommand):
    """What each `migrate` ends with, for a role that was made after the last one."""

    help = "Grants the role that serves the web what it needs, and takes all else from it."

    def add_arguments(self, parser: "CommandParser") -> None:
        """Take the database that is migrated."""
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS)

    def handle(self, *args: object, database: str, verbosity: int, **options: object) -> None:
        """Grant; where there is no such role, say so."""
        connection, role = connections[database], settings.WEB_ROLE
        if not is_owner(connection):
            raise CommandError("Only the role that owns the tables of the archive can grant them.")
        if is_role(connection, role):
            grant(connection, role)
        elif verbosity > 0:
            self.stderr.write(self.style.WARNING(MISSING.format(role=role)))
