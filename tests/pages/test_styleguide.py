"""The page of the style guide: for staff alone, and of made-up records."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.styleguide.groups import GROUPS
from statements.styleguide.tokens import colours
from tests.cast import SIGNED_IN

PAGE = "/styleguide/"
EXHIBITS = [exhibit for exhibits in GROUPS.values() for exhibit in exhibits()]


@pytest.fixture
def staff(db: None) -> Client:
    """Sign somebody in who uses the desk."""
    user = get_user_model().objects.create_user("anna")
    wanted = Permission.objects.filter(codename__in=["use_desk", "read_archive"])
    user.user_permissions.set(wanted)
    client = Client()
    client.force_login(user)
    return client


def test_readers_do_not_see_it(reader: Client) -> None:
    assert reader.get(PAGE).status_code == 403


def test_staff_see_every_component_on_an_empty_archive(staff: Client) -> None:
    response = staff.get(PAGE)
    assert response.status_code == 200
    page = response.content.decode()
    for exhibit in EXHIBITS:
        assert f'id="{exhibit.slug}"' in page
    for colour in colours():
        assert f"--{colour.name}</code>" in page


def test_no_example_is_empty(staff: Client) -> None:
    groups = staff.get(PAGE).context["groups"]
    empty = [
        shown.exhibit.template
        for several in groups.values()
        for shown in several
        if not all(example.strip() for example in shown.examples)
    ]
    assert empty == []


def test_examples_are_no_records(staff: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        staff.get(PAGE)
    assert len(queries) == SIGNED_IN


def test_an_unknown_parameter_is_an_error(staff: Client) -> None:
    response = staff.get(PAGE, {"q": "gas"})
    assert response.status_code == 200
    assert [problem.message for problem in response.context["problems"]] == [
        "“q” is no filter of this list."
    ]
    assert "groups" not in response.context


def test_the_desk_leads_to_it(staff: Client) -> None:
    assert f'href="{PAGE}"' in staff.get("/admin/").content.decode()
