"""Connections as the role that serves the web, beside the owner's."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.web_role import SignIn, connect, owner_sign_in, web_sign_in

__all__ = ["owner_sign_in", "web_sign_in"]


@pytest.fixture
def web(web_sign_in: SignIn | None) -> Iterator[psycopg.Connection]:
    """Give a connection as the web role; what it does is taken back."""
    if web_sign_in is None:
        pytest.skip("The server that DATABASE_URL names has no role that serves the web.")
    connection = connect(web_sign_in)
    yield connection
    connection.rollback()
    connection.close()


@pytest.fixture
def owner(owner_sign_in: SignIn) -> Iterator[psycopg.Connection]:
    """Give another connection as the owner; what it does is taken back."""
    connection = connect(owner_sign_in)
    yield connection
    connection.rollback()
    connection.close()
