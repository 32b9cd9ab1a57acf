"""Django's own `migrate`, which then grants the role that serves the web what it needs."""

from typing import Any

from django.core.management import call_command
from django.core.management.commands import migrate


class Command(migrate.Command):
    """Migrate, and leave no table or trigger as a migration made it."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate as Django does; where that changes the database, grant."""
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"] or options["prune"]):
            call_command(
                "grant_web_role", database=options["database"], verbosity=options["verbosity"]
            )
