"""`/actors/<slug>/with/<slug>/`: every contact of two actors."""

from datetime import date

import pytest
from django.test import Client

from actors.models import Actor
from statements.models import Exchange
from tests.cast import Cast, exchange

PAIR = "/actors/vladimir-putin/with/emmanuel-macron/"
OTHER_WAY = "/actors/emmanuel-macron/with/vladimir-putin/"


@pytest.fixture
def on_1_march_2022(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 3, 1))


@pytest.mark.parametrize("address", [PAIR, OTHER_WAY])
def test_it_lists_the_exchanges_of_both_in_either_order(
    reader: Client, cast: Cast, address: str
) -> None:
    response = reader.get(address)
    assert response.context["at"].page.rows == [cast.monday_call, cast.sunday_call, cast.visit]
    assert response.context["count"] == 3
    assert f'<link rel="canonical" href="{OTHER_WAY}">' in response.content.decode()


def test_it_counts_what_each_said_to_the_other(reader: Client, cast: Cast) -> None:
    response = reader.get(PAIR)
    said = [(one.speaker, one.counterpart, one.count) for one in response.context["said"]]
    assert said == [(cast.putin, cast.macron, 1), (cast.macron, cast.putin, 1)]
    address = "/statements/?speaker=vladimir-putin&counterpart=emmanuel-macron"
    assert address.replace("&", "&amp;") in response.content.decode()
    assert reader.get(address).context["listing"].count == 1


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_says_how_long_ago_the_last_contact_was(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, cast.macron, date="2022-03-05", status="planned")
    page = " ".join(reader.get(PAIR).content.decode().split())
    assert "21 February 2022</time>, 8 days ago." in page


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_counts_no_days_from_a_day_that_is_not_known(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(title__contains="day").update(editorial_status="draft")
    page = reader.get(PAIR).content.decode()
    assert "Macron in Moscow" in page
    assert "days ago" not in page


def test_drafts_do_not_count(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    context = reader.get(PAIR).context
    assert context["count"] == 2
    assert [one.count for one in context["said"]] == [0, 0]
    assert context["last"] == cast.sunday_call


def test_two_who_never_met_have_an_honest_page(reader: Client, cast: Cast) -> None:
    page = reader.get("/actors/kremlin/with/joe-biden/").content.decode()
    assert "The archive has no exchange in which both took part." in page


def test_a_former_address_leads_to_the_one_of_today(reader: Client, cast: Cast) -> None:
    Actor.objects.filter(pk=cast.putin.pk).update(slug="putin")
    response = reader.get(f"{OTHER_WAY}?a=b")
    assert response.status_code == 301
    assert response["Location"] == "/actors/emmanuel-macron/with/putin/?a=b"


@pytest.mark.parametrize(
    "address",
    [
        "/actors/joe-biden/with/joe-biden/",
        "/actors/joe-biden/with/nobody/",
        "/actors/nobody/with/joe-biden/",
    ],
)
def test_what_is_no_pair_is_not_found(reader: Client, cast: Cast, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_pages_follow_one_another(reader: Client, cast: Cast) -> None:
    for _ in range(55):
        exchange(cast.putin, cast.macron, date="2021")
    first = reader.get(PAIR)
    second = reader.get(f"{PAIR}?after={first.context['page'].after}")
    rows = first.context["at"].page.rows + second.context["at"].page.rows
    assert len(rows) == len(set(rows)) == 58
    assert second.context["at"].page.after is None
    assert f'href="{PAIR}"' not in first.content.decode()
    assert "First page" in second.content.decode()


def last(reader: Client) -> Exchange | None:
    """Give what the page of Putin and Macron calls their last contact."""
    found: Exchange | None = reader.get(PAIR).context["last"]
    return found


def test_a_retracted_exchange_is_no_contact(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(
        editorial_status="retracted", retraction_reason="It never was."
    )
    assert last(reader) == cast.sunday_call


def test_within_a_day_the_later_one_is_the_last(reader: Client, cast: Cast) -> None:
    zone = {"date": "2022-02-21", "timezone": "Europe/Moscow"}
    late = exchange(cast.putin, cast.macron, time="22:00", **zone)
    exchange(cast.putin, cast.macron, time="09:00", **zone)
    assert last(reader) == late


def test_a_month_is_not_later_than_a_day_in_it(reader: Client, cast: Cast) -> None:
    first = exchange(cast.putin, cast.macron, date="2022-03-01")
    exchange(cast.putin, cast.macron, kind="visit", date="2022-03")
    assert last(reader) == first
