"""An archive of a given size: a bundle, imported as `manage.py import_bundle` does it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import psycopg

from bench import products
from bench.bundle import write_bundle
from bench.databases import Server
from bench.options import Options
from bench.progress import say, shown
from config.places import ROOT

MOST_AT_ONCE = 10_000_000
"""Statements in one bundle; a larger archive is made of several."""


@dataclass(frozen=True)
class Archive:
    """An archive in a database, with what its import took.

    `seconds` are those of each bundle's import, `megabytes` the most memory that one of them held.
    """

    size: int
    url: str
    folder: Path
    seconds: list[float]
    megabytes: float

    @property
    def import_figures(self) -> dict[str, Any]:
        """What the import took, as it is kept in files."""
        return {"seconds": self.seconds, "megabytes": self.megabytes}

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which Verbatim serves this archive."""
        return environment(self.url, self.folder)


def environment(url: str, folder: Path) -> dict[str, str]:
    """Give the environment of Verbatim on a database, with its files in a folder."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "VAR_DIR": str(folder),
        "SECRET_KEY": "for-the-benchmark-alone-which-guards-nothing",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL": "false",
    }


def archive(server: Server, size: int, options: Options) -> Archive:
    """Give the archive of a size, made where it is not there."""
    name = f"bench_{size}"
    figures = options.folder / "figures"
    if not server.has(name):
        for old in figures.glob(f"{name}.*"):
            old.unlink()
    make = partial(_make, server, name, size, options)
    made = products.product(figures, name, products.OF_ARCHIVES, make, keep=options.keep)
    folder = options.folder / name
    folder.mkdir(exist_ok=True)
    found = Archive(size, server.url(name), folder, **products.read(made))
    manage(found.environment, "migrate", "-v0")
    return found


def forget(server: Server, size: int, options: Options) -> None:
    """Remove the archive of a size with all that belongs to it."""
    name = f"bench_{size}"
    server.drop(name)
    for path in [options.folder / name, *options.folder.glob(f"*/*_{size}.*")]:
        products.remove(path)


def _make(server: Server, name: str, size: int, options: Options, figures: Path) -> None:
    """Make the database, and write what its import took."""
    fresh = f"{name}_new"
    server.drop(name)
    server.make(fresh)
    settings = environment(server.url(fresh), options.folder)
    manage(settings, "migrate", "-v0")
    taken = [imported(settings, bundle) for bundle in _bundles(size, options)]
    with shown("Vacuuming"), psycopg.connect(server.url(fresh), autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
    server.rename(fresh, name)
    most = max(megabytes for _, megabytes in taken)
    products.written(figures, {"seconds": [each for each, _ in taken], "megabytes": most})


def _bundles(size: int, options: Options) -> Iterator[Path]:
    """Give the bundles of the archive one after the other; each is removed behind it."""
    for first in range(0, size, MOST_AT_ONCE):
        count = min(MOST_AT_ONCE, size - first)
        name = f"{count}-from-{first}"
        bundle = products.product(
            options.folder / "bundles",
            name,
            products.OF_BUNDLES,
            partial(_write_bundle, size=count, seed=options.seed, first=first),
            keep=options.keep,
        )
        yield bundle
        if not options.keep:
            products.remove(bundle)


def _write_bundle(folder: Path, *, size: int, seed: int, first: int) -> None:
    with shown(f"Writing a bundle of {size:,} statements") as progress:
        write_bundle(folder, size, seed=seed, first=first, progress=progress)


def imported(settings: dict[str, str], bundle: Path) -> tuple[float, float]:
    """Import a bundle; give the seconds that it took, and its most memory in megabytes."""
    say(f"Importing {bundle.name}")
    began = monotonic()
    command = [sys.executable, "manage.py", "import_bundle", str(bundle)]
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"The import of {bundle} failed.")
    seconds = monotonic() - began
    say(f"Imported in {seconds:.0f} s, in {usage.ru_maxrss / 1024:.0f} MB")
    return seconds, usage.ru_maxrss / 1024


def manage(settings: dict[str, str], *command: str) -> str:
    """Run a management command, and give what it prints."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=settings,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
