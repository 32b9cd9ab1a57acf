"""`/actors/<slug>/with/<slug>/`: every contact of two actors."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from actors.models import Actor
from statements.models import Exchange, Participation
from tests.cast import Cast, exchange, statement

PAIR = "/actors/vladimir-putin/with/emmanuel-macron/"
OTHER_WAY = "/actors/emmanuel-macron/with/vladimir-putin/"


@pytest.fixture
def on_1_march_2022(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 3, 1))


def dossier(reader: Client, address: str = PAIR) -> Any:
    """Give the figures of the pair."""
    return reader.get(address).context["dossier"]


def text_of(reader: Client, address: str = PAIR) -> str:
    """Give the page with single spaces."""
    return " ".join(reader.get(address).content.decode().split())


@pytest.mark.parametrize("address", [PAIR, OTHER_WAY])
def test_it_lists_the_exchanges_of_both_in_either_order(
    reader: Client, cast: Cast, address: str
) -> None:
    response = reader.get(address)
    assert response.context["at"].page.rows == [cast.monday_call, cast.sunday_call, cast.visit]
    assert "3 exchanges of the two" in response.content.decode()
    assert f'<link rel="canonical" href="{OTHER_WAY}">' in response.content.decode()


def test_it_counts_what_each_said_to_the_other_and_shows_the_latest(
    reader: Client, cast: Cast
) -> None:
    statement(cast.kremlin_readout, "Draft.", speaker=cast.putin, exchange=cast.monday_call,
              editorial_status="draft")  # fmt: skip
    said = dossier(reader).said
    assert [(one.speaker, one.counterpart, one.count) for one in said] == [
        (cast.putin, cast.macron, 1),
        (cast.macron, cast.putin, 1),
    ]
    assert [[card.pk for card in one.cards] for one in said] == [
        [cast.escalation.pk],
        [cast.condition.pk],
    ]
    for one in said:
        assert reader.get(one.address).context["listing"].count == 1
        assert one.address.replace("&", "&amp;") in reader.get(PAIR).content.decode()


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_says_how_long_ago_the_last_contact_was(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(editorial_status="draft")
    exchange(cast.putin, cast.macron, date="2022-03-05", status="planned")
    page = text_of(reader)
    assert "8 days ago</span>" in page
    assert "21 February 2022</time>." in page
    assert "Silence up to today" not in page


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_names_what_may_have_been_later_and_the_silence_that_is_certain(
    reader: Client, cast: Cast
) -> None:
    quiet = dossier(reader).quiet
    assert (quiet.last, quiet.days_since) == (cast.monday_call, 8)
    assert (quiet.running.before, quiet.running.silence.days) == (cast.visit, 1)
    page = text_of(reader)
    assert "8 days ago</span>" in page
    assert "Another may have been later" in page
    assert "At least 1 day</span>" in page


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_counts_no_days_from_a_day_that_is_not_known(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(title__contains="day").update(editorial_status="draft")
    assert dossier(reader).quiet.days_since is None
    page = text_of(reader)
    assert "Macron in Moscow" in page
    assert "At least 1 day ago</span>" in page


@pytest.mark.usefixtures("on_1_march_2022")
def test_today_is_called_so(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, cast.macron, date="2022-03-01")
    assert '<span class="facts-row__number">Today</span>' in text_of(reader)


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_names_the_longest_silence_and_the_contacts_around_it(
    reader: Client, cast: Cast
) -> None:
    early = exchange(cast.putin, cast.macron, date="2021-06-01")
    longest = dossier(reader).quiet.longest
    assert (longest.before, longest.after) == (early, cast.visit)
    assert (longest.silence.days, longest.about) == (245, "at least")
    assert "At least 245 days</span>" in text_of(reader)


@pytest.mark.parametrize(
    ("day", "about"), [("2021-06-01", ""), ("2021-06-01?", "about"), ("2021-06-01~", "about")]
)
def test_a_silence_next_to_a_doubted_date_is_told_as_such(
    reader: Client, cast: Cast, day: str, about: str
) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(editorial_status="draft")
    exchange(cast.putin, cast.macron, date=day)
    longest = dossier(reader).quiet.longest
    assert (longest.silence.days, longest.about) == (264, about)


@pytest.mark.usefixtures("on_1_march_2022")
def test_a_silence_longer_than_ever_is_told(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(editorial_status="draft")
    exchange(cast.putin, cast.macron, date="2022-02-14")
    assert dossier(reader).quiet.is_longest_yet
    assert "longer than any between two contacts" in text_of(reader)


def test_what_was_not_held_or_was_retracted_breaks_no_silence(reader: Client, cast: Cast) -> None:
    first = exchange(cast.putin, cast.macron, date="2021-01-01")
    two = (cast.putin, cast.macron)
    exchange(*two, date="2021-06-01", status="planned")
    exchange(*two, date="2021-06-01", status="cancelled")
    exchange(*two, date="2021-06-01", editorial_status="retracted", retraction_reason="No.")
    exchange(*two, date="2021-06-01", editorial_status="draft")
    exchange(*two)
    longest = dossier(reader).quiet.longest
    assert (longest.before, longest.after) == (first, cast.visit)


def test_contacts_are_drawn_by_kind_with_those_to_come_apart(reader: Client, cast: Cast) -> None:
    two = (cast.putin, cast.macron)
    exchange(*two, date="2022-06", status="planned", title="A plan")
    exchange(*two, date="2022-05-01", status="cancelled", title="Off")
    exchange(*two, status="proposed", title="Some day")
    exchange(*two, date="2022-04-01", editorial_status="retracted", retraction_reason="No.")
    found = dossier(reader)
    drawn = [
        (lane.label, [(mark.mark.label, mark.shape, mark.when) for mark in lane.marks])
        for lane in found.lanes.lanes
    ]
    assert drawn == [
        (
            "Calls",
            [
                ("Macron and Putin on Sunday", "dot", "20 February 2022"),
                ("Macron and Putin on Monday", "dot", "21 February 2022"),
            ],
        ),
        ("Visits", [("Macron in Moscow", "bar", "February 2022")]),
        ("Planned or proposed", [("A plan", "bar", "June 2022")]),
        ("Cancelled", [("Off", "dot", "1 May 2022")]),
    ]
    assert found.undated == 1
    page = text_of(reader)
    assert "1 without a date is not drawn." in page
    assert "1 taken back is neither drawn nor counted." in page
    assert "2 more planned or proposed. 1 cancelled." in page


def test_many_contacts_are_drawn_as_spells_that_lead_to_their_lists(
    reader: Client, cast: Cast
) -> None:
    for day in range(1, 29):
        for month in ("2020-01", "2020-02", "2021-05"):
            exchange(cast.putin, cast.macron, date=f"{month}-{day:02}")
    lanes = dossier(reader).lanes.lanes
    calls = next(lane for lane in lanes if lane.label == "Calls")
    labels = [(one.mark.label, one.when) for one in calls.marks]
    assert labels == [
        ("Calls: 56", "1 January – 28 February 2020"),
        ("Calls: 28", "1–28 May 2021"),
        ("Calls: 2", "20–21 February 2022"),
    ]
    counts = [reader.get(one.mark.href).context["listing"].count for one in calls.marks]
    assert counts == [56, 28, 2]


def test_contacts_held_are_counted_by_kind_over_time(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, cast.macron, date="2022-01-31", status="planned")
    exchange(cast.putin, cast.macron, date="2022-01-30", kind="letter")
    picture = dossier(reader).picture
    assert [key.name for key in picture.legend] == ["Calls", "Letters", "Visits"]
    assert [(one.label, one.counts) for one in picture.columns] == [
        ("January 2022", ("0", "1", "0")),
        ("February 2022", ("2", "0", "1")),
    ]
    for column in picture.columns:
        assert f"{reader.get(column.href).context['listing'].count}" == column.total


def test_it_tells_who_initiated_and_what_is_not_known(reader: Client, cast: Cast) -> None:
    Participation.objects.filter(exchange=cast.monday_call, actor=cast.macron).update(
        role="initiator"
    )
    found = dossier(reader)
    told = [(one.line.label, one.line.count) for one in found.initiators.lines]
    assert told == [("Vladimir Putin", 0), ("Emmanuel Macron", 1), ("Not known", 2)]
    assert "Of none of the 3 held it is known who hosted." in text_of(reader)


def test_topics_lead_to_the_contacts_about_them(reader: Client, cast: Cast) -> None:
    topics = dossier(reader).topics
    assert [(one.line.label, one.line.count) for one in topics] == [
        ("Donbass", 1),
        ("Security", 1),
        ("Security guarantees", 1),
    ]
    for one in topics:
        assert reader.get(one.line.address).context["listing"].count == 1


def test_drafts_do_not_count(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    response = reader.get(PAIR)
    assert len(response.context["contacts"].all) == 2
    found = response.context["dossier"]
    assert [one.count for one in found.said] == [0, 0]
    assert found.quiet.last == cast.sunday_call


def test_two_who_never_met_have_an_honest_page(reader: Client, cast: Cast) -> None:
    page = text_of(reader, "/actors/kremlin/with/joe-biden/")
    assert "The archive has no exchange in which both took part." in page
    assert "Last contact" not in page
    assert "Who initiated" not in page


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
    for _ in range(25):
        exchange(cast.putin, cast.macron, date="2021")
    first = reader.get(PAIR)
    after = first.context["at"].page.after
    second = reader.get(f"{PAIR}?after={after}")
    rows = first.context["at"].page.rows + second.context["at"].page.rows
    assert len(rows) == len(set(rows)) == 28
    assert second.context["at"].page.after is None
    assert f'href="{PAIR}"' not in first.content.decode()
    assert f'href="?after={after}#contacts"' in first.content.decode()
    assert "First page" in second.content.decode()
    assert "dossier" not in second.context


def last(reader: Client) -> Exchange | None:
    """Give what the page of Putin and Macron calls their last contact."""
    found: Exchange | None = dossier(reader).quiet.last
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
