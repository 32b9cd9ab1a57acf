"""What `make run` settles by itself, for a server on this machine alone."""

import os
import secrets
from pathlib import Path
from typing import Final

from config.places import var_dir, write_private

# Served on the loopback address alone, in plain http.
DEFAULTS: Final = {"ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]", "SECURE_SSL": "false"}


def set_defaults() -> None:
    """Put what an installation by `make run` goes by into the environment, where it is unset.

    Where `make run` never ran, nothing is put there: such an installation is its operator's.
    """
    if not key_file().exists():
        return
    os.environ.setdefault("SECRET_KEY", key_file().read_text())
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)


def make_secret_key() -> None:
    """Make the key that signs sessions, unless there is one."""
    if not key_file().exists():
        write_private(key_file(), secrets.token_urlsafe(50))


def key_file() -> Path:
    """Give the place of the key, readable by its owner alone."""
    return var_dir() / "secret_key"
