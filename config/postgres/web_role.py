"""The role that serves the web: it owns nothing, and may do what `migrate` grants it."""

import secrets
from typing import Final

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from config.places import write_private
from config.postgres import pidfile
from config.postgres.cluster import Cluster
from config.postgres.errors import PostgresError
from config.postgres.options import PORT

NAME: Final = "verbatim_web"

# Held by whoever makes the role, until its password is kept: any number of our own.
LOCK: Final = "SELECT pg_advisory_lock(20220221)"
MADE: Final = "SELECT 1 FROM pg_roles WHERE rolname = %s"


def make(cluster: Cluster) -> None:
    """Make the role in the cluster, which has to be up, unless its password is kept already.

    Only the superuser may make roles. Raises PostgresError where it does not get in.
    """
    if cluster.web_password.exists():
        return
    try:
        with _superuser(cluster) as connection:
            connection.execute(LOCK)
            if not cluster.web_password.exists():
                _set_password(cluster, connection)
    except psycopg.Error as error:
        reason = str(error).partition("\n")[0]
        raise PostgresError(f"The role that serves the web cannot be made: {reason}") from error


def _set_password(cluster: Cluster, connection: psycopg.Connection) -> None:
    # Kept last: where this is cut off, the next start sets another one.
    password = secrets.token_urlsafe(24)
    verb = "ALTER" if connection.execute(MADE, [NAME]).fetchone() else "CREATE"
    connection.execute(
        SQL("{} ROLE {} LOGIN PASSWORD {}").format(SQL(verb), Identifier(NAME), Literal(password))
    )
    write_private(cluster.web_password, password)


def _superuser(cluster: Cluster) -> psycopg.Connection:
    postmaster = pidfile.read(cluster.data)
    if postmaster is None:
        raise PostgresError(f"Verbatim's database in {cluster.folder} has ended.")
    return psycopg.connect(
        host=str(postmaster.socket_folder),
        port=PORT,
        user="postgres",
        password=cluster.superuser_password.read_text(),
        dbname="postgres",
        autocommit=True,
    )
