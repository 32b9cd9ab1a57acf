"""The role that serves the web: the tests of pages and of the desk run as that role."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from config import postgres

SignIn: TypeAlias = dict[str, str]
"""USER and PASSWORD, as in Django's settings of a database."""


def connect(sign_in: SignIn) -> psycopg.Connection:
    """Connect to the database of the tests beside Django's own connection."""
    there = connection.settings_dict
    return psycopg.connect(
        host=there["HOST"],
        port=there["PORT"] or None,
        dbname=there["NAME"],
        user=sign_in["USER"],
        password=sign_in["PASSWORD"],
    )


@pytest.fixture(scope="session")
def web_sign_in(django_db_setup: None) -> SignIn | None:
    """Give what the web role signs in with; None on a server of one's own that has none.

    There it is tried without a password.
    """
    if not os.environ.get("DATABASE_URL"):
        embedded = postgres.database_settings(web=True)
        return {name: str(embedded[name]) for name in ("USER", "PASSWORD")}
    sign_in = {"USER": settings.WEB_ROLE, "PASSWORD": ""}
    try:
        connect(sign_in).close()
    except psycopg.OperationalError:
        return None
    return sign_in


@pytest.fixture(scope="session")
def owner_sign_in(django_db_setup: None) -> SignIn:
    """Give what the owner signs in with, who made the database of the tests."""
    return {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}


@pytest.fixture(scope="package", autouse=True)
def as_web(
    web_sign_in: SignIn | None, owner_sign_in: SignIn, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Have the tests of a folder that imports this work as the web role, where there is one."""
    with working_as(web_sign_in or owner_sign_in, django_db_blocker):
        yield


@pytest.fixture(scope="module")
def as_owner(
    as_web: None, owner_sign_in: SignIn, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Have the tests of a file in such a folder work as the owner: to import is the owner's."""
    with working_as(owner_sign_in, django_db_blocker):
        yield


@contextmanager
def working_as(sign_in: SignIn, blocker: DjangoDbBlocker) -> Iterator[None]:
    """Have Django's connection be one of that role, between tests."""
    before = {name: connection.settings_dict[name] for name in sign_in}
    _sign_in_anew(sign_in, blocker)
    yield
    _sign_in_anew(before, blocker)


def _sign_in_anew(sign_in: SignIn, blocker: DjangoDbBlocker) -> None:
    with blocker.unblock():
        connection.close()
        connection.settings_dict.update(sign_in)
