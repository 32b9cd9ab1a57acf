"""A small archive, and people who look at it."""

from typing import Any

import pytest
from django.test import Client

from statements.cards import StatementCard
from statements.models import Statement
from tests.cast import Cast, signed_in, the_cast
from tests.web_role import as_owner, as_web, owner_sign_in, web_sign_in

__all__ = ["as_owner", "as_web", "owner_sign_in", "web_sign_in"]


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def reader(db: None) -> Client:
    return signed_in("reader")


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in("editor")


def shown(response: Any) -> list[Any]:
    """Give the records of the list on the page, which has to be there."""
    assert response.status_code == 200
    rows = list(listing(response).page.rows)
    if not any(isinstance(row, StatementCard) for row in rows):
        return rows
    statements = Statement.objects.in_bulk([row.pk for row in rows])
    return [statements[row.pk] for row in rows]


def listing(response: Any) -> Any:
    """Give the list on the page."""
    return response.context["listing"]


def problems(response: Any) -> dict[str, str]:
    """Give what the page says is wrong, by field; there may be no result beside it."""
    assert response.status_code == 200
    found = listing(response)
    assert found.count is None
    assert found.page.rows == []
    return {problem.name: problem.message for problem in found.problems}
