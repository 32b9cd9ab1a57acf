"""Who gets where at the desk: every address of it, for every role."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import Archive

# What each role may do with each record at the desk: view, add, change, delete.
EDITORS = {
    "actor": "vac",
    "leader": "vac",
    "tenure": "vacd",
    "topic": "vac",
    "exchange": "vac",
    "call": "vac",
    "meeting": "vac",
    "document": "vac",
    "statement": "vac",
    "unresolvedname": "vc",
    "merge": "",
    "user": "",
}
CHIEFS = {
    name: allowed if name in ("unresolvedname", "user") else "vacd"
    for name, allowed in EDITORS.items()
} | {"merge": "v"}
ADMINISTRATORS = dict.fromkeys(EDITORS, "") | {"user": "vac"}
MAY = {"editor": EDITORS, "chief": CHIEFS, "administrator": ADMINISTRATORS}

SITE = ("index", "password_change", "password_change_done", "jsi18n")


def models_of_the_desk() -> Iterator[type[models.Model]]:
    yield from admin.site._registry


def test_the_table_covers_every_record() -> None:
    assert {model._meta.model_name for model in models_of_the_desk()} == set(EDITORS)


@pytest.mark.parametrize("role", ["editor", "chief", "administrator"])
def test_each_role_does_what_the_table_says(
    role: str, signed_in: Callable[[str], Client], archive: Archive
) -> None:
    client = signed_in(role)
    found = {}
    for model in models_of_the_desk():
        name = model._meta.model_name or ""
        found[name] = "".join(_allowed(client, f"{model._meta.app_label}_{name}", model))
    assert found == MAY[role]


def _allowed(client: Client, name: str, model: type[models.Model]) -> Iterator[str]:
    """Give the letters of what the pages of a record answer and offer."""
    record = model._default_manager.first()
    delete = reverse(f"admin:{name}_delete", args=[record.pk if record else 0])
    request = client.get("/admin/jsi18n/").wsgi_request
    allowed = {
        "v": client.get(reverse(f"admin:{name}_changelist")).status_code == 200,
        "a": client.get(reverse(f"admin:{name}_add")).status_code == 200,
        "c": admin.site.get_model_admin(model).has_change_permission(request),
        "d": client.get(delete).status_code != 403,
    }
    return (letter for letter, may in allowed.items() if may)


@pytest.mark.parametrize("role", ["reader", "stranger"])
def test_readers_and_people_without_a_role_are_told_that_they_may_not(
    role: str, signed_in: Callable[[str], Client], archive: Archive
) -> None:
    client = signed_in("reader")
    if role == "stranger":
        client.force_login(User.objects.create_user("stranger", is_staff=True))
    for address in _every_address(archive):
        assert client.get(address).status_code == 403, address
        assert client.post(address).status_code == 403, address


def test_nobody_who_is_not_signed_in_sees_anything(client: Client, archive: Archive) -> None:
    for address in _every_address(archive):
        answer = client.get(address, follow=True)
        assert answer.redirect_chain[-1][0].startswith(reverse("sign-in")), address
        assert len(answer.redirect_chain) <= 2, address
        assert f"next={address}" in answer.redirect_chain[-1][0].replace("%3F", "?")


def _every_address(archive: Archive) -> Iterator[str]:
    yield from (reverse(f"admin:{name}") for name in SITE)
    yield reverse("admin:autocomplete")
    yield reverse("admin:app_list", args=["statements"])
    yield reverse("admin:statements_unresolvedname_who")
    yield reverse("admin:auth_user_password_change", args=[1])
    yield reverse("admin:statements_document_copy", args=[1, 1])
    yield "/admin/nowhere/"
    for model in models_of_the_desk():
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        yield from (reverse(f"admin:{name}_{page}") for page in ("changelist", "add"))
        for page in ("change", "delete", "history"):
            yield reverse(f"admin:{name}_{page}", args=[1])


def test_there_is_one_sign_in_page(client: Client, editor: Client, archive: Archive) -> None:
    answer = client.get("/admin/login/?next=/admin/statements/call/")
    assert answer.headers["Location"] == f"{reverse('sign-in')}?next=/admin/statements/call/"
    assert client.get("/admin/login/").headers["Location"] == f"{reverse('sign-in')}?next=/admin/"
    name = {"username": "editor", "password": "pw"}
    client.post("/admin/login/", name)
    assert "_auth_user_id" not in client.session

    answer = editor.get("/admin/login/?next=https://elsewhere.example/")
    assert answer.headers["Location"] == "/admin/"


def test_a_reader_at_the_sign_in_page_of_the_desk_goes_round_in_no_circle(
    signed_in: Callable[[str], Client],
) -> None:
    answer = signed_in("reader").get("/admin/login/?next=/admin/", follow=True)
    assert answer.status_code == 403


def test_the_desk_signs_out_where_the_archive_does(editor: Client, client: Client) -> None:
    assert f'action="{reverse("sign-out")}"' in editor.get("/admin/").content.decode()
    answer = editor.post("/admin/logout/")
    assert (answer.status_code, answer.headers["Location"]) == (307, reverse("sign-out"))


def test_the_front_page_is_in_the_editors_order(editor: Client, archive: Archive) -> None:
    page = editor.get("/admin/")
    names = [
        model["object_name"] for group in page.context["app_list"] for model in group["models"]
    ]
    assert names == [
        *("Call", "Meeting", "Exchange", "Statement", "Document"),
        *("Leader", "Actor", "Tenure", "Topic"),
        "UnresolvedName",
    ]
    assert page.content.decode().index("All records") > page.content.decode().index("My drafts")
