"""`manage.py verify_quotes`: every quotation against its kept copy, every copy against its seal."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from actors.commands import RecordedCommand
from statements.loading.importing import silent
from statements.loading.progress import Bar
from statements.models import Document, Statement, VerificationRun
from statements.verification.report import failures, told
from statements.verification.running import CannotRunError, Scope, seal_all, verify

FAILED = 1
MISUSED = 2
STOPPED = 130
"""The status of a program that Ctrl-C ended: 128 and the number of the signal."""


class Command(RecordedCommand):
    """Compare, keep what failed, and say it."""

    help = (
        "Compare every statement that is anchored in a kept copy of its source with that copy, and "
        "every copy with the hash that was sealed when it came. Exit status: 0 where all is "
        "right, 1 where anything failed, 2 where nothing was compared."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to compare, and how much to say."""
        one = parser.add_mutually_exclusive_group()
        one.add_argument("--statement", metavar="ID", help="only the statement with this public id")
        one.add_argument("--document", metavar="ID", help="only the document with this public id")
        parser.add_argument(
            "--quiet", action="store_true", help="say nothing where nothing failed: for cron"
        )
        parser.add_argument(
            "--seal",
            action="store_true",
            help="first seal the copies that came in without it, as they are now",
        )

    def handle(self, *args: Any, quiet: bool, seal: bool, **options: Any) -> None:
        """Compare and report."""
        scope = _scope(options["statement"], options["document"])
        bar = Bar(self.stderr)
        try:
            if seal:
                self.stdout.write(f"Sealed: {seal_all():,}.")
            run = verify(scope, silent if quiet else bar)
        except CannotRunError as error:
            raise CommandError(str(error), returncode=MISUSED) from error
        except KeyboardInterrupt:
            bar.clear()
            self.stderr.write("Stopped: what failed until then is kept, the rest was not compared.")
            sys.exit(STOPPED)
        bar.clear()
        self._report(run, quiet=quiet)

    def _report(self, run: VerificationRun, *, quiet: bool) -> None:
        for failure in failures(run):
            self.stdout.write(failure)
        if run.failures or not quiet:
            self.stdout.write(told(run))
        if run.failures:
            sys.exit(FAILED)


def _scope(statement: str | None, document: str | None) -> Scope:
    """Give what the options name."""
    if statement is not None:
        return Scope.of_statement(_named(Statement, statement))
    if document is not None:
        return Scope.of_document(_named(Document, document))
    return Scope.whole()


def _named(model: Any, public_id: str) -> Any:  # noqa: ANN401, of the model
    found = model.objects.filter(public_id=public_id).first() if "\x00" not in public_id else None
    if found is None:
        name = model._meta.verbose_name
        raise CommandError(f"there is no {name} “{public_id}”", returncode=MISUSED)
    return found
