"""The socket's folder where the path beside the data is too long."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from config.postgres import Cluster, PostgresError, running, start, url
from config.postgres.sockets import FILE, LONGEST_PATH, socket_folder


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Cluster]:
    """Give a cluster in a folder whose path no socket can have."""
    cluster = Cluster(tmp_path / ("deep" * 25) / "postgres", durable=False)
    yield cluster
    short = socket_folder(cluster)
    if short.is_symlink() or short.is_file():
        short.unlink()
    elif short.exists():
        short.rmdir()


def test_the_longest_path_beside_the_data_is_used(tmp_path: Path) -> None:
    room = LONGEST_PATH - len(os.fsencode(tmp_path / "x" / "server" / "socket" / FILE)) + 1
    assert room > 0
    fits, too_long = Cluster(tmp_path / ("x" * room)), Cluster(tmp_path / ("x" * (room + 1)))
    assert socket_folder(fits).is_relative_to(tmp_path)
    assert not socket_folder(too_long).is_relative_to(tmp_path)


def test_a_comma_which_a_client_would_cut_the_path_at_counts_as_too_long() -> None:
    for folder, fits in {"/srv/a b": True, "/srv/a,b": False}.items():
        assert socket_folder(Cluster(Path(folder))).is_relative_to(folder) is fits


def test_a_long_path_gets_a_short_private_folder_that_goes_with_the_server(deep: Cluster) -> None:
    short = socket_folder(deep)
    with running(deep):
        assert stat.S_IMODE(short.stat().st_mode) == 0o700
        psycopg.connect(url(deep)).close()
    assert not short.exists()


def test_two_long_paths_get_two_folders(deep: Cluster) -> None:
    other = Cluster(deep.folder.with_name("other"))
    assert socket_folder(other) != socket_folder(deep)


def make_link(path: Path, private: Path) -> None:
    path.symlink_to(private)


def make_open_folder(path: Path, private: Path) -> None:
    path.mkdir()
    path.chmod(0o755)


@pytest.mark.parametrize("plant", [make_link, make_open_folder])
def test_a_folder_that_somebody_planted_is_refused(
    deep: Cluster, tmp_path: Path, plant: Callable[[Path, Path], None]
) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    plant(socket_folder(deep), private)
    with pytest.raises(PostgresError, match="is not Verbatim's own"):
        start(deep)
