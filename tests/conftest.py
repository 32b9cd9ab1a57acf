"""The settings and the database that every test runs with."""

import atexit
import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import django
import pytest
from pytest_django.plugin import blocking_manager_key
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from config import postgres
from config.locks import is_held, lock
from config.places import ROOT, make_private, var_dir

BROWSER: Final = "tests/browser/"

os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    # Apart from the archive itself, which may be running.
    VAR_DIR=str(ROOT / "var" / "checks"),
    SECRET_KEY="for-checks-alone",
    ALLOWED_HOSTS="localhost",
    SECURE_SSL="false",
)


def start_database() -> None:
    """Have an embedded database up until pytest ends, unless DATABASE_URL names another.

    The workers of pytest-xdist use the one that the process above them started.
    """
    if os.environ.get("DATABASE_URL") or "PYTEST_XDIST_WORKER" in os.environ:
        return
    stack = ExitStack()
    atexit.register(stack.close)
    stack.enter_context(one_at_a_time())
    cluster = postgres.Cluster(postgres.here().folder, durable=False)
    stack.enter_context(postgres.running(cluster))


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait for another pytest in this folder: both would use the same test database."""
    make_private(var_dir())
    turn = var_dir() / "tests.lock"
    if is_held(turn):
        print("Waiting for the other tests that run in this folder …", flush=True)
    with lock(turn):
        yield


start_database()
django.setup()


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Sign people in quickly: their passwords guard nothing."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """How workers share the tests: by file, and the tests in the browser as if they were one."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return BROWSER if file.startswith(BROWSER) else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    """Share the tests so that what a file sets up is set up once, and one browser starts."""
    return Sharing(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Put back what migrations made: a test that commits leaves empty tables to the next one."""
    try:
        return (yield)
    finally:
        if nextitem is not None and commits(item):
            restore(item)


def commits(item: pytest.Item) -> bool:
    """Tell whether the test works outside of a transaction that is taken back."""
    marked = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return "live_server" in fixtures or bool(marked and marked.kwargs.get("transaction"))


def restore(item: pytest.Item) -> None:
    """Fill the tables as they were when the test database was made."""
    from django.db import connection

    with item.config.stash[blocking_manager_key].unblock():
        made = connection._test_serialized_contents  # type: ignore[attr-defined]
        connection.creation.deserialize_db_from_string(made)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Collect the static files once, for pages name them by their contents."""
    from django.core.management import call_command

    if not hasattr(session.config, "workerinput"):
        call_command("collectstatic", verbosity=0, interactive=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Let tests put records where they need them: see `tests/standing.py`."""
    from tests.standing import hold

    with django_db_blocker.unblock():
        hold("DISABLE")


@pytest.fixture
def steps_hold(db: None) -> Iterator[None]:
    """Have the database hold which step follows which, and what stands against publishing."""
    from django.db import connection

    from tests.standing import hold

    hold("ENABLE")
    yield
    if not connection.in_atomic_block:
        hold("DISABLE")


@pytest.fixture(autouse=True)
def no_list_is_kept(settings: Any) -> None:
    """Have every list made anew; tests of what is kept undo this."""
    dummy = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = {**settings.CACHES, "lists": dummy}
