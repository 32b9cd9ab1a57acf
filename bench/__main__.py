"""Measure Verbatim against Datasette, and write docs/benchmarks.md: python -m bench."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench import (
    extras,
    facets,
    import_floor,
    machine,
    measuring,
    memory,
    options,
    peer,
    products,
    quotes,
    room,
)
from bench.archive import Archive, archive, forget
from bench.databases import Server, server
from bench.options import Options
from bench.progress import say
from bench.report import report
from config.locks import try_lock
from config.places import ROOT, make_private

PAGE: Final = ROOT / "docs" / "benchmarks.md"
LARGE: Final = ROOT / "bench" / "large.json"
"""What was measured of the large archive, which is not made anew in each run."""


def main(arguments: Sequence[str]) -> int:
    """Measure what the command line asks for, and give the exit status."""
    asked = options.read(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    make_private(asked.folder)
    try:
        with try_lock(asked.folder / "run.lock") as lock:
            if lock is None:
                say(f"Another run uses {asked.folder}.")
                return 1
            run(asked)
    except KeyboardInterrupt:
        say("Stopped; the next run goes on with what is made.")
        return 130
    return 0


def run(asked: Options) -> None:
    """Measure, and write down what was found."""
    with server(asked.folder) as databases:
        if asked.large:
            products.written(LARGE, measure_large(databases, asked))
            return
        results = measure(databases, asked)
    products.written(asked.folder / "results.json", results)
    PAGE.write_text(report(results))
    say(f"Written: {PAGE.relative_to(ROOT)}")


def measure(databases: Server, asked: Options) -> dict[str, Any]:
    """Make both archives and all that belongs to them, measure, and give all figures."""
    small, whole = (archive(databases, size, asked) for size in (asked.small, asked.statements))
    floor, files = _import_floor(whole, asked), _peer(whole, asked)
    results = {
        "date": _today(),
        "size": whole.size,
        "machine": machine.described(whole),
        "import": {"small": small.import_figures, "whole": whole.import_figures},
        "import_floor": products.read(floor),
        "rendering": rendering(whole),
        "small": measuring.measure_pages(small, None),
        "whole": measuring.measure_pages(whole, files),
        "facets": facets.measure(whole),
        "finder": quotes.measure(whole, asked.seed),
        "memory": memory.measure(whole),
        "extras": extras.measure(whole),
        "room": room.measure(whole),
        "large": products.read(LARGE) if LARGE.exists() else None,
    }
    if not asked.keep:
        for each in (small, whole):
            forget(databases, each.size, asked)
    return results


def measure_large(databases: Server, asked: Options) -> dict[str, Any]:
    """Measure our own pages of a large archive alone."""
    large = archive(databases, asked.large, asked)
    results = {
        "date": _today(),
        "size": large.size,
        **large.import_figures,
        **measuring.measure_pages(large, None),
        "memory": memory.measure(large),
    }
    if not asked.keep:
        forget(databases, large.size, asked)
    return results


def rendering(whole: Archive) -> float:
    """Give the milliseconds that it takes to render the cards of a list."""
    command = [sys.executable, "-m", "bench.rendering"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**whole.environment, "DJANGO_SETTINGS_MODULE": "config.settings"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout)


def _import_floor(whole: Archive, asked: Options) -> Path:
    name, make = f"floor_{whole.size}", partial(import_floor.measure, whole)
    made_by = (*products.OF_ARCHIVES, "bench/import_floor.py")
    return products.product(asked.folder / "figures", name, made_by, make, keep=asked.keep)


def _peer(whole: Archive, asked: Options) -> peer.Files:
    name, make = f"statements_{whole.size}", partial(peer.build, whole.url)
    made_by = products.OF_PEERS
    return peer.Files(
        products.product(asked.folder / "peers", name, made_by, make, keep=asked.keep)
    )


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
