"""What a run makes and a later run may use again: whole, and made by the code of today."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from config.places import ROOT

# What decides how a bundle looks, and what an import makes of it.
OF_BUNDLES = (
    "bench/bundle.py", "bench/chance.py", "bench/events.py", "bench/function_words.py",
    "bench/people.py", "bench/subjects.py", "bench/texts.py", "bench/vocabulary.py",
)  # fmt: skip
OF_ARCHIVES = (
    *OF_BUNDLES, "actors/**/*.py", "dates/**/*.py", "dates/sql/*", "statements/loading/*.py",
    "statements/models/*.py", "statements/migrations/*.py", "statements/anchoring.py",
)  # fmt: skip
OF_PEERS = (*OF_ARCHIVES, "bench/peer.py", "bench/peer_rows.py")


def digest(patterns: Iterable[str]) -> str:
    """Give eight characters that are others whenever one of the files changes."""
    paths = sorted({path for pattern in patterns for path in ROOT.glob(pattern)})
    contents = hashlib.sha256()
    for path in paths:
        contents.update(path.read_bytes())
    return contents.hexdigest()[:8]


def product(
    folder: Path, name: str, made_by: Iterable[str], make: Callable[[Path], None], *, keep: bool
) -> Path:
    """Give a file or folder, made by `make` where it is not there.

    One that other code made counts only with `keep`; without, it goes. `make` gets another path
    to write to, so that what was cut off is never taken for whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = sorted(folder.glob(f"{name}.????????"))
    wanted = folder / f"{name}.{digest(made_by)}"
    if wanted in there or (keep and there):
        return wanted if wanted in there else there[-1]
    fresh = folder / f"{name}.part"
    for old in [*there, fresh]:
        remove(old)
    make(fresh)
    fresh.rename(wanted)
    return wanted


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def written(path: Path, figures: dict[str, Any]) -> None:
    """Write figures as JSON."""
    path.write_text(json.dumps(figures, indent=1))


def read(path: Path) -> dict[str, Any]:
    """Read figures."""
    found: dict[str, Any] = json.loads(path.read_text())
    return found
