"""The embedded PostgreSQL: Verbatim's database where DATABASE_URL names no other."""

from config.postgres.cluster import Cluster, here
from config.postgres.errors import PostgresError
from config.postgres.launcher import database_settings, keep, running, start, url
from config.postgres.server import stop

__all__ = [
    "Cluster",
    "PostgresError",
    "database_settings",
    "here",
    "keep",
    "running",
    "start",
    "stop",
    "url",
]
