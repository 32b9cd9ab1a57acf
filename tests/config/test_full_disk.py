"""A disk that is full: one line, nothing half made, and a start as soon as there is room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.places import ROOT

SMALL, ENOUGH = "30m", "160m"
MOUNT = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'

# What runs on the small disk; it prints what happens.
SETTING = """
import sys
from pathlib import Path
from config.postgres import Cluster, PostgresError, running

def attempt(cluster):
    try:
        with running(cluster):
            print("up")
    except PostgresError as error:
        print(error)

disk = Path(sys.argv[1])
cluster = Cluster(disk / "postgres", durable=False)
"""
MAKE_ONCE = """
attempt(cluster)
print(sorted(path.name for path in cluster.home.iterdir()))
"""
FILL_AND_START = """
attempt(cluster)
# A start removes these, which might leave just enough room for it.
for freed in [cluster.log, cluster.data / "postmaster.opts", *cluster.data.glob("pg_stat/*")]:
    freed.unlink()
with (disk / "filler").open("wb", buffering=0) as filler:
    try:
        while filler.write(bytes(4096)):
            pass
    except OSError:
        pass
attempt(cluster)
(disk / "filler").unlink()
attempt(cluster)
"""


def on_a_disk_of(size: str, disk: Path, program: str) -> list[str]:
    """Run the program with a disk of that size mounted for it alone, and give its lines."""
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    mounted = ["unshare", *as_root, "--mount", "sh", "-c", MOUNT, "sh", size, str(disk)]
    if subprocess.run([*mounted, "true"], check=False, capture_output=True).returncode:
        pytest.skip("This machine lets nobody mount a small disk.")
    done = subprocess.run(
        [*mounted, sys.executable, "-c", SETTING + program, str(disk)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_database_for_which_there_is_no_room_is_not_left_half_made(tmp_path: Path) -> None:
    said, left = on_a_disk_of(SMALL, tmp_path, MAKE_ONCE)
    assert said.startswith(f"The disk that holds {tmp_path}")
    assert said.endswith("is full: free some space and try again.")
    assert left == "[]"


def test_a_database_that_cannot_start_on_a_full_disk_starts_when_there_is_room(
    tmp_path: Path,
) -> None:
    first, second, third = on_a_disk_of(ENOUGH, tmp_path, FILL_AND_START)
    assert first == "up"
    assert "is full: free some space and try again." in second
    assert third == "up"
