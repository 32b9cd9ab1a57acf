"""A real browser on a real server, one for all tests in this folder."""

import os
from collections.abc import Iterator
from typing import Final

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connection, connections
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import chromium
from tests.web_role import SignIn, owner_sign_in, web_sign_in

__all__ = ["owner_sign_in", "web_sign_in"]

FLAGS: Final = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE: Final = 15_000  # milliseconds, for a machine that is busy


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """Give the browser; without one the test fails with the line to type."""
    try:
        program = chromium.find()
    except chromium.NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)
    # Playwright keeps a loop going in this thread, which Django takes for async code: it would
    # refuse to work there, and open other connections than those of the tests.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    before = {alias: connections[alias] for alias in connections}
    # Chromium's own sandbox does not work for root.
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=program, args=flags) as one,
    ):
        for alias, connection_before in before.items():
            connections[alias] = connection_before
        yield one


@pytest.fixture(scope="session")
def static_files_as_served() -> Iterator[None]:
    """Leave static files to whitenoise, as in production: the test server would look elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "_should_handle", lambda self, path: False)
        yield


@pytest.fixture(scope="session")
def served_as_web(
    web_sign_in: SignIn | None, owner_sign_in: SignIn, django_db_setup: None
) -> Iterator[None]:
    """Have the server's threads work as the role that serves the web, and the test as the owner."""
    shared = connection.settings_dict
    connection.settings_dict = {**shared}
    shared.update(web_sign_in or owner_sign_in)
    yield
    shared.update(owner_sign_in)
    connection.settings_dict = shared


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test with scripts and without, but those that are about what scripts do."""
    if "scripts" in metafunc.fixturenames:
        about_scripts = metafunc.definition.get_closest_marker("scripts") is not None
        ways = [True] if about_scripts else [True, False]
        metafunc.parametrize("scripts", ways, ids=lambda on: "scripts" if on else "plain")


@pytest.fixture
def page(
    scripts: bool,
    browser: Browser,
    static_files_as_served: None,
    served_as_web: None,
    django_db_serialized_rollback: None,
    live_server: LiveServer,
) -> Iterator[Page]:
    """Give an empty window on a server of the test's own archive; page.goto takes a path.

    Without `scripts` it runs none, as for a reader who has switched them off.

    What migrations put into the database is there again for every test.
    """
    with browser.new_context(base_url=live_server.url, java_script_enabled=scripts) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


@pytest.fixture
def archive(page: Page) -> Page:
    """Give a window on the demo archive, which notes in `said` what the browser complains of."""
    call_command("load_demo", verbosity=0)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.said = said  # type: ignore[attr-defined]
    return page
