"""Where the project stands, and where it keeps what it makes at run time."""

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent


def var_dir() -> Path:
    """Give the absolute folder of all that is made at run time: VAR_DIR, else var/ in ROOT."""
    return Path(os.environ.get("VAR_DIR") or ROOT / "var").absolute()


def make_private(folder: Path) -> None:
    """Make a folder that its owner alone may enter, and the folders above it that are missing."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_private(path: Path, text: str) -> None:
    """Write a file that its owner alone may read, whole or not at all, and safely on the disk."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
