"""As whom the tests of the pages work with the database."""

import pytest
from django.db import connection

from config.rights.powers import session_role
from tests.web_role import SignIn


@pytest.mark.django_db
def test_these_tests_work_as_the_role_that_serves_the_web(web_sign_in: SignIn | None) -> None:
    if web_sign_in is None:
        pytest.skip("The server that DATABASE_URL names has no such role.")
    assert session_role(connection) == web_sign_in["USER"]
