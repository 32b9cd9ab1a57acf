"""`manage.py load_demo`: the archive of one news article, to begin with."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from actors.commands import RecordedCommand
from actors.models import Actor
from statements.loading import load
from statements.models import Document, Exchange

DEMO = Path(__file__).resolve().parents[2] / "demo"


class Command(RecordedCommand):
    """Load the two Macron–Putin calls of February 2022 and what stands around them."""

    help = "Load the demo archive: two calls, two presidential offices, two versions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the switch that keeps an archive in use as it is."""
        parser.add_argument(
            "--if-empty", action="store_true", help="only where nothing has been entered yet"
        )

    def handle(self, *args: Any, if_empty: bool, **options: Any) -> None:
        """Load the bundle in `statements/demo`, through the importer that loads every bundle.

        An archive in use is left as it is without a word: each start of Verbatim asks.
        """
        if if_empty and any(model.objects.exists() for model in (Actor, Exchange, Document)):
            return
        load(DEMO)
        self.stdout.write("The demo archive is loaded.")
