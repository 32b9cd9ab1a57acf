"""What the server is started with, on its command line."""

from pathlib import Path
from typing import Final

from config.postgres.memory import machine_memory, memory_options

PORT: Final = 5432  # names the socket's file; nothing listens on the network

ALWAYS: Final = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    # Compiling a query costs more than running one on an archive of this size.
    "jit": "off",
    # No replicas: less is written, and a bulk load into a new table writes it once.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_checkpoints": "off",
}

# For the database of the tests alone: a power cut may ruin it, and it is made anew.
UNSAFE: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def server_options(socket_folder: Path, durable: bool) -> list[str]:
    """Give the server's options as arguments: `-c name=value`, one after the other."""
    chosen = {
        **ALWAYS,
        **memory_options(machine_memory()),
        "unix_socket_directories": _listed(socket_folder),
        **({} if durable else UNSAFE),
    }
    return [part for name, value in chosen.items() for part in ("-c", f"{name}={value}")]


def _listed(folder: Path) -> str:
    # The setting is a list with commas: quotation marks make any path one entry of it.
    doubled = str(folder).replace('"', '""')
    return f'"{doubled}"'
