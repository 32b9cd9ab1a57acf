"""`/sign-in/` and `/sign-out/`."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> User:
    return User.objects.create_user("ann", password="right horse")


@pytest.mark.usefixtures("ann")
def test_the_right_password_leads_where_one_was_going() -> None:
    response = Client().post(
        "/sign-in/?next=/topics/",
        {"username": "ann", "password": "right horse", "next": "/topics/"},
    )
    assert (response.status_code, response["Location"]) == (302, "/topics/")


@pytest.mark.usefixtures("ann")
def test_a_wrong_password_says_so_above_the_form() -> None:
    response = Client().post("/sign-in/", {"username": "ann", "password": "wrong"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "You are not signed in" in page
    assert 'href="#id_username"' in page


def test_it_leads_to_no_other_site() -> None:
    client = signed_in("reader")
    response = client.get("/sign-in/?next=https://elsewhere.example/")
    assert (response.status_code, response["Location"]) == (302, "/")


def test_somebody_signed_in_is_led_on() -> None:
    response = signed_in("reader").get("/sign-in/")
    assert (response.status_code, response["Location"]) == (302, "/")


def test_signing_out_takes_a_form_and_no_link() -> None:
    client = signed_in("reader")
    assert client.get("/sign-out/").status_code == 405
    response = client.post("/sign-out/")
    assert (response.status_code, response["Location"]) == (302, "/sign-in/")
    assert client.get("/").status_code == 302


def test_the_page_shows_nothing_of_the_archive() -> None:
    page = Client().get("/sign-in/").content.decode()
    assert "Statements" not in page
    assert 'content="noindex, nofollow"' in page


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        "https://evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "\\\\evil",
    ],
)
def test_the_form_leads_to_no_other_site(elsewhere: str) -> None:
    typed = {"username": "ann", "password": "right horse", "next": elsewhere}
    response = Client().post("/sign-in/", typed)
    assert (response.status_code, response["Location"]) == (302, "/")
