"""A retracted exchange carries its mark wherever a page links to it."""

import pytest
from django.test import Client

from statements.models import Exchange
from tests.cast import Cast


@pytest.fixture
def retracted(cast: Cast) -> Exchange:
    """Give the call on Monday, which was retracted, with the call on Sunday as a part of it."""
    call = cast.monday_call
    fields = {"editorial_status": "retracted", "retraction_reason": "It never was."}
    Exchange.objects.filter(pk=call.pk).update(**fields)
    Exchange.objects.filter(pk=cast.sunday_call.pk).update(part_of=call)
    return call


@pytest.mark.parametrize("place", ["statements", "statement", "exchange", "document"])
def test_the_link_is_marked(reader: Client, cast: Cast, retracted: Exchange, place: str) -> None:
    address = {
        "statements": "/statements/",
        "statement": cast.escalation.get_absolute_url(),
        "exchange": cast.sunday_call.get_absolute_url(),
        "document": cast.kremlin_readout.get_absolute_url(),
    }[place]
    link = f'<a href="{retracted.get_absolute_url()}">{retracted.title}</a>'
    page = reader.get(address).content.decode()
    assert f'{link} <strong class="mark">Retracted</strong>' in page
