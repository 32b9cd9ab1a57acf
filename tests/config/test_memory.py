"""The server's memory on small and large machines."""

from pathlib import Path

import pytest

from config.postgres.memory import MIB, machine_memory, memory_options

GIB = 1024


@pytest.mark.parametrize(
    ("machine", "shared_buffers", "work_mem"),
    [
        (256, "32MB", "4MB"),
        (2 * GIB, "256MB", "4MB"),
        (8 * GIB, "1024MB", "16MB"),
        (24 * GIB, "2048MB", "48MB"),
        (512 * GIB, "2048MB", "64MB"),
    ],
)
def test_memory_follows_the_machine_within_bounds(
    machine: int, shared_buffers: str, work_mem: str
) -> None:
    options = memory_options(machine * MIB)
    assert (options["shared_buffers"], options["work_mem"]) == (shared_buffers, work_mem)


def test_the_memory_of_this_machine_is_more_than_nothing_and_no_more_than_it_has() -> None:
    installed = int(Path("/proc/meminfo").read_text().split()[1]) * 1024
    assert 64 * MIB < machine_memory() <= installed * 1.01


def test_a_container_is_not_given_more_than_its_limit(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    limit = tmp_path_factory.mktemp("cgroup") / "memory.max"
    monkeypatch.setattr("config.postgres.memory.LIMITS", (limit,))
    limit.write_text("104857600\n")
    assert machine_memory() == 100 * MIB
    limit.write_text("max\n")
    assert machine_memory() > 100 * MIB
