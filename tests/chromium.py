"""The browser of the tests: Chromium, found on the machine or installed by Debian's apt.

`make test` runs this first: python -m tests.chromium
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
TYPE_THIS: Final = (
    "The tests need Chromium, and there is none here: type sudo apt-get install -y chromium, or "
    "CHROMIUM=/path/to/chromium make test"
)


class NoBrowserError(Exception):
    """There is no Chromium on this machine; the text says what to type."""


def find() -> Path:
    """Give the browser that CHROMIUM names, else the first that is on PATH.

    Raises NoBrowserError where there is none.
    """
    named = os.environ.get("CHROMIUM")
    found = [shutil.which(name) for name in ([named] if named else NAMES)]
    for path in found:
        if path:
            return Path(path)
    raise NoBrowserError(f"CHROMIUM={named} is no program." if named else TYPE_THIS)


def ensure() -> None:
    """Install Chromium where there is none and apt may; raises NoBrowserError where it is not."""
    try:
        find()
    except NoBrowserError:
        _install()
        find()


def _install() -> None:
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if not shutil.which("apt-get") or (as_root and not shutil.which("sudo")):
        return
    print("Installing Chromium for the tests …", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([*apt, *arguments], check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    try:
        ensure()
    except NoBrowserError as error:
        sys.exit(str(error))
