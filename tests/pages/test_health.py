"""`/healthz`: for whoever watches over the server."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_it_answers_ok_without_a_sign_in() -> None:
    response = Client().get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_it_answers_503_and_says_no_more_when_the_database_is_down(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise OperationalError("connection to 10.0.0.1 refused for user verbatim")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = Client().get("/healthz")
    assert (response.status_code, response.content) == (503, b"unavailable")
    assert "10.0.0.1" in caplog.text


def test_it_takes_nothing_but_questions() -> None:
    assert Client().post("/healthz").status_code == 405
