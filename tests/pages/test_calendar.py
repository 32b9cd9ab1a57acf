"""`/calendar/`: a month and a year of exchanges, by their days of record."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from statements.models import Exchange
from tests.cast import Cast, actor, exchange

FEBRUARY, YEAR = "/calendar/2022/2/", "/calendar/2022/"


@pytest.fixture
def on_1_march_2022(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 3, 1))


def page(reader: Client, address: str) -> str:
    """Give the page in one line."""
    response = reader.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def titles(reader: Client, address: str) -> dict[int, list[str]]:
    """Give the titles that each day of a month shows."""
    month = reader.get(address).context["month"]
    days = [day for week in month.weeks for day in week if day and day.entries]
    return {day.date.day: [entry.title for entry, _ in day.entries] for day in days}


def strips(reader: Client, address: str) -> dict[str, list[str]]:
    """Give what a month has of no one day, by the title of each strip."""
    month = reader.get(address).context["month"]
    return {strip.title: [entry.title for entry in strip.entries] for strip in month.strips}


def problems(response: Any) -> dict[str, str]:
    """Give what the page says is wrong; there may be no day beside it."""
    assert response.status_code == 200
    assert "month" not in response.context
    assert "year" not in response.context
    return {problem.name: problem.message for problem in response.context["asked"].problems}


def test_a_month_has_each_exchange_on_its_day(reader: Client, cast: Cast) -> None:
    assert titles(reader, FEBRUARY) == {
        20: ["Macron and Putin on Sunday", "Macron and Biden"],
        21: ["Macron and Putin on Monday"],
    }
    assert strips(reader, FEBRUARY) == {"Some day of February 2022": ["Macron in Moscow"]}
    shown = page(reader, FEBRUARY)
    assert "<h1>February 2022</h1>" in shown
    assert "4 exchanges on record." in shown
    assert f'href="{cast.monday_call.get_absolute_url()}"' in shown


@pytest.mark.parametrize(
    ("address", "lengths", "before", "after"),
    [
        # Weeks begin on Monday: the days before the first and behind the last are of other months.
        ("/calendar/2022/2/", 4 * 7, 1, 6),
        ("/calendar/2021/2/", 4 * 7, 0, 0),
        ("/calendar/2020/2/", 29, 5, 1),
        ("/calendar/2000/2/", 29, 1, 5),
        ("/calendar/1900/2/", 28, 3, 4),
        ("/calendar/2021/12/", 31, 2, 2),
        ("/calendar/1/1/", 31, 0, 4),
        ("/calendar/9999/12/", 31, 2, 2),
    ],
)
def test_a_month_is_cut_into_weeks(
    reader: Client, cast: Cast, address: str, lengths: int, before: int, after: int
) -> None:
    weeks = reader.get(address).context["month"].weeks
    days = [day for week in weeks for day in week]
    assert {len(week) for week in weeks} == {7}
    assert [day is None for day in days] == [True] * before + [False] * lengths + [True] * after
    assert [day.date.day for day in days if day] == list(range(1, lengths + 1))


def test_what_lasts_is_said_on_each_day(reader: Client, cast: Cast) -> None:
    exchange(cast.macron, kind="visit", title="A long visit", date="2021-12-30/2022-01-02")
    december, january = page(reader, "/calendar/2021/12/"), page(reader, "/calendar/2022/1/")
    assert titles(reader, "/calendar/2021/12/") == {30: ["A long visit"], 31: ["A long visit"]}
    assert titles(reader, "/calendar/2022/1/") == {1: ["A long visit"], 2: ["A long visit"]}
    assert re.findall(r"day \d of \d", december) == ["day 1 of 4", "day 2 of 4"]
    assert re.findall(r"day \d of \d", january) == ["day 3 of 4", "day 4 of 4"]


def test_what_is_of_no_one_day_stands_apart(reader: Client, cast: Cast) -> None:
    exchange(cast.macron, title="In that year", date="2022")
    exchange(cast.macron, title="In that winter", date="2021-24")
    assert strips(reader, FEBRUARY) == {
        "Some day of February 2022": ["Macron in Moscow"],
        "Some time in a season, a year or longer": ["In that year", "In that winter"],
    }
    assert 'In that winter</a> <span class="entry__note">winter 2021–22<' in page(reader, FEBRUARY)


def test_a_doubtful_day_is_said_to_be_one(reader: Client, cast: Cast) -> None:
    exchange(cast.macron, title="A call", date="2022-02-03~")
    assert "about 3 February 2022" in page(reader, FEBRUARY)


def test_of_a_full_day_the_rest_is_in_the_list(reader: Client, cast: Cast) -> None:
    for number in range(9):
        exchange(cast.macron, title=f"Call {number}", date="2022-02-03")
    for number in range(5):
        exchange(cast.macron, title=f"Call {number}", date="2022-02-04")
    shown = titles(reader, FEBRUARY)
    assert (len(shown[3]), len(shown[4])) == (4, 5)
    address = "/exchanges/?from=2022-02-03&to=2022-02-03"
    assert f'<a href="{address.replace("&", "&amp;")}">+ 5 more' in page(reader, FEBRUARY)
    listed = reader.get(address).context["listing"].page.rows
    assert {one.title for one in listed} >= {f"Call {number}" for number in range(9)}


@pytest.mark.usefixtures("on_1_march_2022")
@pytest.mark.parametrize(
    ("fields", "state", "words"),
    [
        ({"status": "planned", "date": "2022-03-02"}, "planned", "Planned"),
        ({"status": "proposed", "date": "2022-03-02"}, "proposed", "Proposed"),
        ({"status": "cancelled", "date": "2022-03-02"}, "cancelled", "Cancelled"),
        ({"status": "planned", "date": "2022-03-01"}, "planned", "Planned"),
        ({"status": "planned", "date": "2022-02-28"}, "overdue", "Planned, overdue"),
        ({"status": "proposed", "date": "2022-02-28"}, "overdue", "Proposed, overdue"),
        ({"status": "planned", "date": "2022-02-28/2022-03-01"}, "planned", "Planned"),
    ],
)
def test_what_became_of_it_is_said_in_words_and_shape(
    reader: Client, cast: Cast, fields: dict[str, str], state: str, words: str
) -> None:
    one = exchange(cast.macron, title="It", **fields)
    shown = page(reader, f"/calendar/2022/{one.date_earliest.month}/")
    [entry] = re.findall(r'<li class="entry entry--\w+">(?:(?!</li>).)*?>It</a>.*?</li>', shown)
    assert entry.startswith(f'<li class="entry entry--{state}">')
    assert f'<strong class="entry__state">{words}</strong>' in entry
    assert ("Overdue: the day is past" in shown) == (state == "overdue")


def test_what_was_taken_back_is_marked(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(
        editorial_status="retracted", retraction_reason="It never was."
    )
    assert '<strong class="entry__state">Retracted</strong>' in page(reader, FEBRUARY)


def test_drafts_stand_in_no_calendar(reader: Client, editor: Client, cast: Cast) -> None:
    Exchange.objects.filter(title__contains="Macron").update(editorial_status="draft")
    for address in (FEBRUARY, YEAR, "/calendar/"):
        assert "Macron and" not in page(editor, address)
        assert "Macron in Moscow" not in page(reader, address)
    assert reader.get(YEAR).context["year"].count == 0


@pytest.mark.usefixtures("on_1_march_2022")
def test_the_calendar_opens_on_the_month_of_today(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, title="A call", date="2022-03-01")
    shown = page(reader, "/calendar/")
    assert "<h1>March 2022</h1>" in shown
    assert 'datetime="2022-03-01"' in shown
    assert shown.count("day--today") == 1
    assert "day--today" not in page(reader, FEBRUARY)


@pytest.mark.usefixtures("on_1_march_2022")
def test_what_is_still_open_and_has_no_date_stands_with_what_is_to_come(
    reader: Client, cast: Cast
) -> None:
    exchange(cast.putin, title="Held, nobody knows when")
    undated = {"Planned or proposed, without a date yet": ["A summit on security"]}
    assert strips(reader, "/calendar/2022/3/") == undated
    assert strips(reader, "/calendar/2022/4/") == undated
    assert strips(reader, "/calendar/2022/1/") == {}


def test_an_empty_month_leads_to_the_nearest_ones(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, title="A call", date="2021-05-03")
    exchange(cast.putin, title="A call", date="2020-05-03")
    shown = page(reader, "/calendar/2021/7/")
    assert "The archive has nothing in July 2021." in shown
    assert 'Last before it: <a href="/calendar/2021/5/">May 2021</a>' in shown
    assert 'First after it: <a href="/calendar/2022/2/">February 2022</a>' in shown
    assert "<table" not in shown
    kept = "?actor=joe-biden"
    shown = page(reader, f"/calendar/2021/{kept}")
    assert "The archive has nothing in 2021 that answers all of this." in shown
    assert "Last before it" not in shown
    assert f'First after it: <a href="/calendar/2022/2/{kept}">February 2022</a>' in shown


def test_an_archive_of_nothing_has_a_calendar(reader: Client) -> None:
    assert "The archive has nothing in February 2022." in page(reader, FEBRUARY)
    assert "The archive has nothing in 2022." in page(reader, YEAR)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor=joe-biden", {20: ["Macron and Biden"]}),
        ("actor=emmanuel-macron&actor=joe-biden", {20: ["Macron and Biden"]}),
        ("actor=vladimir-putin&actor=joe-biden", {}),
        ("actor=Micron&topic=security", {21: ["Macron and Putin on Monday"]}),
        ("kind=visit", {}),
        ("kind=call&kind=visit&topic=donbass", {21: ["Macron and Putin on Monday"]}),
    ],
)
def test_filters_mean_what_they_mean_in_the_list(
    reader: Client, cast: Cast, query: str, expected: dict[int, list[str]]
) -> None:
    assert titles(reader, f"{FEBRUARY}?{query}") == expected
    listed = reader.get(f"/exchanges/?{query}&from=2022-02&to=2022-02").context["listing"]
    assert reader.get(f"{FEBRUARY}?{query}").context["month"].count == listed.count


@pytest.mark.parametrize("address", ["/calendar/", FEBRUARY, YEAR])
@pytest.mark.parametrize(
    "query", ["actor=Nobody", "topic=nothing", "kind=cal", "status=held", "q=a", "from=2022", "x=1"]
)
def test_what_is_not_understood_is_an_error_and_shows_nothing(
    reader: Client, cast: Cast, address: str, query: str
) -> None:
    response = reader.get(f"{address}?{query}")
    [(name, message)] = problems(response).items()
    assert "Macron and Putin" not in response.content.decode()
    if name:
        [same] = reader.get(f"/exchanges/?{query}").context["listing"].problems
        assert message == same.message
    else:
        assert message == f"“{query.partition('=')[0]}” is no filter of this list."


def test_ways_keep_the_filters(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, title="A call", date="2020-05-03")
    exchange(cast.biden, title="A call", date="2019-05-03")
    shown = page(reader, f"{FEBRUARY}?actor=vladimir-putin")
    for way in ("2022/1/", "2022/3/", "2022/", "2020/5/"):
        assert f'href="/calendar/{way}?actor=vladimir-putin"' in shown
    assert "First: May 2020" in shown
    assert "Latest: February 2022" in shown


def test_the_ends_of_the_calendar_lead_nowhere_else(reader: Client, cast: Cast) -> None:
    for address in ("/calendar/1/1/", "/calendar/1/"):
        assert 'rel="prev"' not in page(reader, address)
    for address in ("/calendar/9999/12/", "/calendar/9999/"):
        assert 'rel="next"' not in page(reader, address)


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/calendar/2022/02/?kind=call", "/calendar/2022/2/?kind=call"),
        ("/calendar/0988/", "/calendar/988/"),
        ("/calendar/0988/5/", "/calendar/988/5/"),
    ],
)
def test_a_month_has_one_address(reader: Client, asked: str, led_to: str) -> None:
    response = reader.get(asked)
    assert (response.status_code, response["Location"]) == (301, led_to)


def test_early_years_have_lists_too(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, title="An old letter", kind="letter", date="0988-05-03")
    assert titles(reader, "/calendar/988/5/") == {3: ["An old letter"]}
    assert "/exchanges/?from=0988-05-03&amp;to=0988-05-03" in page(reader, "/calendar/988/5/")
    assert "/exchanges/?from=0988&amp;to=0988" in page(reader, "/calendar/988/")
    exchange(cast.putin, title="Another", date="0988-05")
    for number in range(12):
        exchange(cast.putin, title=f"Letter {number}", date="0988-05")
    assert "/exchanges/?from=0988-05&amp;to=0988-05" in page(reader, "/calendar/988/5/")


def test_a_year_counts_the_exchanges_of_each_day(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, title="A plan", status="planned", date="2022-02-24")
    exchange(cast.putin, title="In that year", date="2022")
    year = reader.get(YEAR).context["year"]
    assert (year.count, year.longer) == (6, 1)
    assert [month.count for month in year.months] == [0, 5, *[0] * 10]
    february = year.months[1]
    days = [day for week in february.weeks for day in week if day and day.count]
    assert [(day.number, day.count, day.open) for day in days] == [
        (20, 2, 0),
        (21, 1, 0),
        (24, 1, 1),
    ]
    assert february.unplaced == 1
    shown = page(reader, YEAR)
    assert (
        'heat--2" href="/calendar/2022/2/#d20">20<span class="hidden"> February: </span><b>2</b>'
        in shown
    )
    assert 'heat--1 heat--open" href="/calendar/2022/2/#d24">' in shown
    assert "1 planned or proposed" in shown
    assert "1 of no known day" in shown


@pytest.mark.parametrize(("year", "days"), [(2020, 366), (2021, 365), (1900, 365), (2000, 366)])
def test_a_year_has_all_its_days(reader: Client, cast: Cast, year: int, days: int) -> None:
    months = reader.get(f"/calendar/{year}/").context["year"].months
    assert sum(1 for month in months for week in month.weeks for day in week if day) == days


def test_names_cannot_break_the_page(reader: Client, cast: Cast) -> None:
    somebody = actor("<b>Somebody", "somebody")
    exchange(somebody, title="<script>alert(1)</script>", date="2022-02-03")
    for address in (FEBRUARY, YEAR, f"{FEBRUARY}?actor=somebody"):
        shown = page(reader, address)
        assert "<script>alert" not in shown
        assert "<b>Somebody" not in shown
