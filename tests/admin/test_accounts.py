"""An administrator keeps accounts, and gives nothing that no role gives."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from tests.admin.forms import errors, send


@pytest.fixture
def administrator(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("administrator")


def change(user: User) -> str:
    return reverse("admin:auth_user_change", args=[user.pk])


def test_an_account_is_made_with_a_role(administrator: Client) -> None:
    editors = Group.objects.get(name="editor")
    answer = send(
        administrator,
        "/admin/auth/user/add/",
        username="newcomer",
        usable_password="true",
        password1="a long passphrase",
        password2="a long passphrase",
        groups=[editors.pk],
    )
    assert answer.status_code == 302, errors(answer)
    user = User.objects.get(username="newcomer")
    assert list(user.groups.all()) == [editors]
    client = Client()
    assert client.login(username="newcomer", password="a long passphrase")
    assert client.get("/admin/").status_code == 200, "is_staff opens nothing and is not needed"


def test_nobody_is_raised_above_the_roles(
    administrator: Client, person: Callable[[str], User]
) -> None:
    reader = person("reader")
    everything = Group.objects.create(name="everything")
    send(
        administrator,
        change(reader),
        is_superuser="on",
        is_staff="on",
        user_permissions=[Permission.objects.all()[0].pk],
    )
    reader.refresh_from_db()
    assert not reader.is_superuser
    assert not reader.is_staff
    assert not reader.user_permissions.exists()

    answer = send(administrator, change(reader), groups=[everything.pk])
    assert "Select a valid choice" in errors(answer)
    reader.refresh_from_db()
    assert everything not in reader.groups.all()


def test_a_superuser_is_out_of_reach(administrator: Client) -> None:
    root = User.objects.create_superuser("root", password="pw")
    page = administrator.get(change(root))
    assert 'name="username"' not in page.content.decode()
    assert administrator.post(change(root), {"username": "me"}).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[root.pk])
    assert administrator.get(password).status_code == 403
    new = {"password1": "a long passphrase", "password2": "a long passphrase"}
    assert administrator.post(password, new).status_code == 403
    root.refresh_from_db()
    assert root.check_password("pw")


def test_a_password_is_set(administrator: Client, person: Callable[[str], User]) -> None:
    reader = person("reader")
    administrator.post(
        reverse("admin:auth_user_password_change", args=[reader.pk]),
        {
            "password1": "a long passphrase",
            "password2": "a long passphrase",
            "usable_password": "true",
        },
    )
    reader.refresh_from_db()
    assert reader.check_password("a long passphrase")


def test_passwords_cannot_be_fished_for(administrator: Client) -> None:
    for query in ("password__startswith=md5", "user_permissions__id=1", "is_superuser__exact=1"):
        assert administrator.get(f"/admin/auth/user/?{query}").status_code == 400
    assert "md5$" not in administrator.get("/admin/auth/user/").content.decode()


def test_an_account_is_blocked_and_not_deleted(
    administrator: Client, person: Callable[[str], User]
) -> None:
    reader = person("reader")
    form = {"username": "reader", "groups": [reader.groups.get().pk]}
    page = administrator.get(change(reader))
    assert "deletelink" not in page.content.decode()
    administrator.post(change(reader), {**form, "is_active": ""})
    reader.refresh_from_db()
    assert not reader.is_active


def test_nobody_else_keeps_accounts(editor: Client, chief: Client) -> None:
    for client in (editor, chief):
        assert client.get("/admin/auth/user/").status_code == 403
        assert client.get("/admin/auth/user/add/").status_code == 403


def test_groups_are_no_record_of_the_desk(administrator: Client) -> None:
    assert administrator.get("/admin/auth/group/").status_code == 404
