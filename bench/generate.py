"""Make a bundle of an archive of any size: python -m bench.generate SIZE FOLDER [--seed N]."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.bundle import write_bundle
from bench.progress import shown


def main(arguments: Sequence[str]) -> int:
    """Write the bundle that the command line asks for, and give the exit status."""
    asked = _parser().parse_args(arguments)
    if asked.folder.exists():
        print(f"{asked.folder} is there already.", file=sys.stderr)
        return 1
    with shown("Writing statements") as progress:
        write_bundle(
            asked.folder, asked.size, seed=asked.seed, first=asked.first, progress=progress
        )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=__doc__)
    parser.add_argument("size", type=int, help="how many statements")
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives another archive")
    parser.add_argument(
        "--first", type=int, default=0, help="number records from here: a part of an archive"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
