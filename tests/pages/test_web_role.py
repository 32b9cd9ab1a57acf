"""As whom the tests of the pages work with the database."""

import pytest
from django.core.management import call_command
from django.db import connection

from config.rights.powers import session_role
from statements.loading.problems import BundleError
from statements.verification.running import CannotRunError, refuse_web_role, seal_all
from tests.web_role import SignIn


@pytest.mark.django_db
def test_these_tests_work_as_the_role_that_serves_the_web(web_sign_in: SignIn | None) -> None:
    if web_sign_in is None:
        pytest.skip("The server that DATABASE_URL names has no such role.")
    assert session_role(connection) == web_sign_in["USER"]


@pytest.mark.django_db
def test_to_import_is_for_the_owner(web_sign_in: SignIn | None) -> None:
    if web_sign_in is None:
        pytest.skip("The server that DATABASE_URL names has no such role.")
    with pytest.raises(BundleError, match="may not import: sign in to it as the owner"):
        call_command("load_demo", verbosity=0)


@pytest.mark.django_db
def test_to_verify_and_to_seal_are_for_the_owner(web_sign_in: SignIn | None) -> None:
    if web_sign_in is None:
        pytest.skip("The server that DATABASE_URL names has no such role.")
    for act in (refuse_web_role, seal_all):
        with pytest.raises(CannotRunError, match="sign in to it as the owner"):
            act()
