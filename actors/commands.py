"""Commands whose changes say in the history that it was they who made them."""

from typing import Any

import pghistory
from django.core.management.base import BaseCommand


class RecordedCommand(BaseCommand):
    """A command that is named in the history of what it changes."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run the command under its name, which is that of its module."""
        with pghistory.context(command=type(self).__module__.rpartition(".")[2]):
            return super().execute(*args, **options)
