"""The pages of the reading room that are measured."""

import pytest
from django.db import connection
from django.test import Client

from bench.pages import VALUES
from bench.room import paths
from statements.loading import Report
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(db: None) -> Client:
    return signed_in("reader")


def test_every_address_that_is_asked_for_leads_to_a_page(reader: Client, imported: Report) -> None:
    kinds = dict(paths(connection.connection))
    assert {len(asked) for asked in kinds.values()} == {VALUES}
    for asked in kinds.values():
        for address in dict.fromkeys(asked):
            assert reader.get(address).status_code == 200, address


def test_an_archive_with_nothing_to_ask_for_is_an_error(db: None) -> None:
    with pytest.raises(RuntimeError, match="nothing to ask for"):
        dict(paths(connection.connection))
