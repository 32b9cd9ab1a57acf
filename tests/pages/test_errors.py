"""The pages for what cannot be shown."""

import pytest
from django.template.loader import get_template
from django.test import Client

from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def test_somebody_without_a_role_is_told_what_to_do() -> None:
    response = signed_in(None).get("/statements/")
    assert response.status_code == 403
    page = response.content.decode()
    assert "your account has no role that lets it read the archive" in page
    assert 'action="/sign-out/"' in page
    assert 'href="/statements/"' not in page


def test_an_address_without_anything_leads_back_to_the_search() -> None:
    response = signed_in("reader").get("/nothing/")
    assert response.status_code == 404
    assert '<a href="/statements/">Search the statements</a>' in response.content.decode()


def test_strangers_learn_nothing_from_an_address_without_anything() -> None:
    response = Client().get("/nothing/")
    assert response.status_code == 404
    assert "Statements" not in response.content.decode()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_for_faults_need_no_context(name: str) -> None:
    page = get_template(name).render()
    assert "<h1>" in page
    assert "/static/css/verbatim.css" in page


def test_pages_are_for_looking_alone() -> None:
    assert signed_in("reader").post("/statements/").status_code == 405


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_for_faults_need_no_list_of_static_files(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: str) -> str:
        raise ValueError("Missing staticfiles manifest entry")

    monkeypatch.setattr("django.contrib.staticfiles.storage.staticfiles_storage.url", missing)
    assert "/static/css/verbatim.css" in get_template(name).render()
