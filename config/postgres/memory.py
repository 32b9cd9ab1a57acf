"""The server's memory settings, from the memory of the machine.

An eighth of the memory is the server's own cache: PostgreSQL's manual advises a quarter on a
machine of its own ("Resource Consumption"), and Verbatim shares the machine with its web server.
"""

import os
from pathlib import Path
from typing import Final

MIB: Final = 2**20

# A container's limit, in bytes or "max": control groups of version 2, then of version 1.
LIMITS: Final = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)


def machine_memory() -> int:
    """Give the bytes of memory that this machine or container may use."""
    installed = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    limits = [path.read_text().strip() for path in LIMITS if path.exists()]
    return min([installed, *(int(limit) for limit in limits if limit.isdigit())])


def memory_options(memory: int) -> dict[str, str]:
    """Give PostgreSQL's memory settings, by name, for this many bytes of memory."""
    return {
        "shared_buffers": _share(memory, 8, 32, 2048),
        "effective_cache_size": _share(memory, 2, 128, 65536),
        "work_mem": _share(memory, 512, 4, 64),
        "maintenance_work_mem": _share(memory, 16, 32, 1024),
        # Room for a bulk load between two checkpoints.
        "max_wal_size": _share(memory, 8, 256, 2048),
    }


def _share(memory: int, divisor: int, least: int, most: int) -> str:
    return f"{max(least, min(memory // divisor // MIB, most))}MB"
