"""Root's two ways to run a server that refuses to run as root."""

import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.postgres import Cluster, PostgresError, elsewhere, running, server, start, url

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run it another way")


@pytest.fixture
def base(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder in the place of /var/lib/verbatim."""
    path = Path(tempfile.mkdtemp(dir="/var/tmp"))
    monkeypatch.setattr(elsewhere, "BASE", path)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def forbid_namespaces(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have unshare refuse, as it does in most containers."""
    refusing = tmp_path / "bin" / "unshare"
    refusing.parent.mkdir()
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", str(refusing.parent), prepend=os.pathsep)


def owner_of_server(cluster: Cluster) -> str:
    """Give the name of the user whose process the server is."""
    postmaster = server.ready(cluster)
    assert postmaster is not None
    return pwd.getpwuid(Path(f"/proc/{postmaster.process}").stat().st_uid).pw_name


def owner_and_mode(path: Path) -> tuple[str, int]:
    """Give whose a file or folder is, and who may do what with it."""
    seen = path.stat()
    return pwd.getpwuid(seen.st_uid).pw_name, stat.S_IMODE(seen.st_mode)


def permissions(folder: Path) -> dict[Path, tuple[int, int]]:
    """Give the mode and owner of every folder above and of the folder itself."""
    seen = {path: path.stat() for path in (folder, *folder.parents)}
    return {path: (each.st_mode, each.st_uid) for path, each in seen.items()}


def test_in_a_user_namespace_the_files_stay_roots(cluster: Cluster) -> None:
    with running(cluster):
        assert owner_of_server(cluster) == "root"
        assert cluster.data.stat().st_uid == 0
    assert not cluster.home.is_symlink()


@pytest.mark.usefixtures("forbid_namespaces")
def test_without_namespaces_it_runs_as_nobody_and_opens_no_other_folder(
    cluster: Cluster, base: Path, tmp_path: Path
) -> None:
    before = permissions(tmp_path)
    with running(cluster):
        assert owner_of_server(cluster) == "nobody"
        assert cluster.data.is_relative_to(base)
        assert owner_and_mode(cluster.data) == ("nobody", 0o700)
        # Root writes here, where nobody must not be able to plant a link.
        assert owner_and_mode(cluster.data.parent) == ("root", 0o711)
        with psycopg.connect(url(cluster)) as connection:
            connection.execute("CREATE TABLE said AS SELECT 'words' AS what")
    assert permissions(tmp_path) == before


@pytest.mark.usefixtures("forbid_namespaces", "base")
def test_without_namespaces_a_second_start_finds_what_was_entered(cluster: Cluster) -> None:
    with running(cluster), psycopg.connect(url(cluster)) as connection:
        connection.execute("CREATE TABLE said AS SELECT 'words' AS what")
    with running(cluster), psycopg.connect(url(cluster)) as connection:
        assert connection.execute("SELECT what FROM said").fetchone() == ("words",)


def test_data_made_in_a_namespace_is_not_made_anew_where_there_are_none(
    cluster: Cluster, base: Path, request: pytest.FixtureRequest
) -> None:
    with running(cluster):
        pass
    request.getfixturevalue("forbid_namespaces")
    with pytest.raises(PostgresError, match="user namespaces"):
        start(cluster)
    assert (cluster.data / "PG_VERSION").exists()
    assert list(base.iterdir()) == []
