"""What somebody may is asked with each request, and is what Django itself would say."""

from typing import Any

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reading.accounts import Accounts
from tests.cast import person_with, signed_in

pytestmark = pytest.mark.django_db

LIST = "/statements/"


def somebody(client: Client) -> User:
    """Give the person who is signed in."""
    return User.objects.get(pk=client.session["_auth_user_id"])


def read(user: User) -> Any:
    """Give the person as a request has them."""
    return Accounts().get_user(user.pk)


def test_who_is_signed_in_and_what_they_may_takes_one_query_beside_the_session() -> None:
    client = signed_in("reader")
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    assert sum("auth_" in one["sql"] for one in queries) == 1


@pytest.mark.parametrize("role", [None, "reader", "editor", "chief", "administrator"])
def test_somebody_may_what_django_says(role: str | None) -> None:
    user = person_with(role)
    user.user_permissions.add(Permission.objects.get(codename="add_session"))
    expected = ModelBackend().get_all_permissions(User.objects.get(pk=user.pk))
    assert read(user).get_all_permissions() == expected >= {"sessions.add_session"}
    Group.objects.all().delete()
    assert read(user).get_all_permissions() == {"sessions.add_session"}


def test_a_superuser_may_everything() -> None:
    root = User.objects.create_superuser("root")
    assert len(read(root).get_all_permissions()) == Permission.objects.count()


def test_a_permission_on_one_object_is_given_to_nobody() -> None:
    user = read(person_with("chief"))
    assert user.has_perm("statements.read_archive")
    assert not user.has_perm("statements.read_archive", user)


def test_a_role_that_is_taken_away_opens_nothing_any_more() -> None:
    client = signed_in("reader")
    assert client.get(LIST).status_code == 200
    somebody(client).groups.clear()
    assert client.get(LIST).status_code == 403


def test_a_role_that_is_given_opens_at_once() -> None:
    client = signed_in(None)
    assert client.get(LIST).status_code == 403
    somebody(client).groups.add(Group.objects.get(name="reader"))
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("role", ["reader", "chief"])
def test_who_is_blocked_is_signed_out(role: str) -> None:
    client = signed_in(role)
    User.objects.filter(pk=somebody(client).pk).update(is_active=False)
    assert client.get(LIST).status_code == 302


def test_who_is_gone_is_signed_out() -> None:
    client = signed_in("reader")
    somebody(client).delete()
    assert client.get(LIST).status_code == 302


def test_who_is_blocked_after_they_were_read_may_nothing() -> None:
    user = read(person_with("reader"))
    user.is_active = False
    assert user.get_all_permissions() == set()
