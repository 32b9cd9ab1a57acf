"""Makes .venv and installs a list of requirements in it, where that has not been done yet.

Run by the machine's own Python, with nothing but the standard library:
python3 -m config.install requirements.txt
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

from config.locks import lock
from config.places import ROOT

VENV: Final = ROOT / ".venv"
PYTHON: Final = VENV / "bin" / "python"
IS_SOUND: Final = "import sys, pip; sys.exit(sys.version_info < (3, 11))"


def main(name: str) -> None:
    """Bring .venv up to date with the list of that name in ROOT, or exit with one line."""
    try:
        (ROOT / "var").mkdir(exist_ok=True)
        with lock(ROOT / "var" / "install.lock"):
            bring_up_to_date(ROOT / name)
    except subprocess.CalledProcessError:
        sys.exit("Installing failed, for the reason above. Is there a network, and disk space?")
    except OSError as error:
        sys.exit(f"Installing failed: {error}")
    except KeyboardInterrupt:
        sys.exit("Stopped while installing; the next make goes on from here.")


def bring_up_to_date(requirements: Path) -> None:
    """Install the list unless it stands written that this very list is installed.

    That is written last, so an installation that was cut off is done again.
    """
    stamp = VENV / f"{requirements.stem}.installed"
    wanted = digest(requirements)
    sound = is_sound()
    if sound and stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing what Verbatim needs; the first time takes a minute …", flush=True)
    if not sound:
        venv.create(VENV, clear=True, symlinks=True, with_pip=True)
    install(requirements)
    stamp.write_text(wanted)


def is_sound() -> bool:
    """Tell whether .venv has a Python that still runs, is new enough, and has pip."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run([PYTHON, "-c", IS_SOUND], check=False, capture_output=True)
    return asked.returncode == 0


def digest(requirements: Path) -> str:
    """Give the SHA-256 of the list and of the lists that it includes with -r."""
    text = requirements.read_text()
    lines = [line.split() for line in text.splitlines()]
    included = [requirements.with_name(line[1]) for line in lines if line[:1] == ["-r"]]
    parts = [text, *(digest(path) for path in included)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def install(requirements: Path) -> None:
    """Have pip install the list; raises CalledProcessError after pip told why it cannot."""
    quietly = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([PYTHON, "-m", "pip", "install", *quietly, "-r", requirements], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
