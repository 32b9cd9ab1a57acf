"""`manage.py import_bundle PATH`: a bundle of records into the archive."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from actors.commands import RecordedCommand
from statements.loading import BundleError, BundleRefused, load
from statements.loading.printing import listed, table
from statements.loading.progress import Bar

REFUSED = 1
STOPPED = 130
"""The status of a program that Ctrl-C ended: 128 and the number of the signal."""


class Command(RecordedCommand):
    """Import a bundle, or say all that is wrong with it."""

    help = "Import a bundle (docs/import-format.md): a folder, or a .zip file of one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the path, and whether to write."""
        parser.add_argument("path", type=Path, help="the folder or .zip file")
        parser.add_argument(
            "--dry-run", action="store_true", help="check everything and write nothing"
        )

    def handle(self, *args: Any, path: Path, dry_run: bool, **options: Any) -> None:
        """Import, and print the table; end with status 1 where nothing was imported."""
        bar = Bar(self.stderr)
        try:
            report = load(path, dry_run=dry_run, progress=bar)
        except BundleRefused as refused:
            bar.clear()
            self._end(listed(refused.problems), REFUSED)
        except BundleError as error:
            bar.clear()
            self._end(f"{error}\nNothing was imported.", REFUSED)
        except KeyboardInterrupt:
            bar.clear()
            self._end("Stopped: nothing was imported.", STOPPED)
        bar.clear()
        if report.problems.warnings.count:
            self.stderr.write(listed(report.problems))
        self.stdout.write(table(report))

    def _end(self, message: str, status: int) -> None:
        self.stderr.write(message)
        sys.exit(status)
