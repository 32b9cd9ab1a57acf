"""What a run is asked for, and where it keeps what it makes."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from config.places import var_dir

USUAL = 1_000_000
"""Statements of the archive that is measured; a second one has a tenth of that."""

LEAST = 20_000


@dataclass(frozen=True)
class Options:
    """What a run is asked for.

    `large` is the size of the archive of which the first pages alone are measured; 0 is none.
    With `keep`, what an earlier run made is used whatever it was made by, and left there.
    """

    statements: int = USUAL
    large: int = 0
    keep: bool = False
    seed: int = 1

    @property
    def small(self) -> int:
        """Statements of the archive to compare with."""
        return self.statements // 10

    @property
    def folder(self) -> Path:
        """The folder of all that is made."""
        return var_dir() / "bench"


def read(arguments: Sequence[str]) -> Options:
    """Read the command line, and BENCH_STATEMENTS and BENCH_KEEP."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--statements", type=int, default=int(os.environ.get("BENCH_STATEMENTS") or USUAL)
    )
    parser.add_argument(
        "--large", type=int, default=0, help="measure the first pages of an archive of this size"
    )
    parser.add_argument("--keep", action="store_true", default=bool(os.environ.get("BENCH_KEEP")))
    asked = Options(**vars(parser.parse_args(arguments)))
    if asked.statements < LEAST or 0 < asked.large < LEAST:
        parser.error(
            f"an archive has at least {LEAST:,} statements: smaller ones have no deep page"
        )
    return asked
