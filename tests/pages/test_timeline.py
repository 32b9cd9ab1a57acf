"""Results through time: each bar's number is that of the list that it leads to."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from tests.cast import Cast, document, statement
from tests.pages.conftest import listing

LIST = "/statements/"


@pytest.fixture
def dated(db: None) -> None:
    """Put statements on record through some decades, some of imprecise dates."""
    source = document()
    dates = ["1957", "1998-05-02", "1999", "2001-01-31", "2001-02-01", "2001-02", "2001-02-28"]
    for date in [*dates, "2001-03-09", "2003-12-31", "2003/2005", "2004-02-29", None]:
        statement(source, "Gas.", date=date)


def bars(response: Any) -> dict[str, tuple[int, str]]:
    """Give the number of each bar with its query, by its label."""
    return {
        bar.label: (int(bar.total or 0), bar.href.removeprefix("?"))
        for bar in listing(response).chart.columns
    }


@pytest.mark.usefixtures("dated")
@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("", "year"),
        ("q=gas", "year"),
        ("from=1999&to=2005", "year"),
        ("from=2001&to=2001", "month"),
        ("from=2001-01&to=2003", "month"),
        ("from=2001-01-20&to=2001-03-10", "day"),
        ("from=2001-01-20&to=2001-11-10", "month"),
        ("from=1998-06-20&to=2004-02-10", "year"),
    ],
)
def test_a_bar_leads_to_as_many_results_as_it_stands_for(
    reader: Client, query: str, unit: str
) -> None:
    response = reader.get(f"{LIST}?{query}")
    chart = listing(response).chart
    assert (chart.title, chart.unit) == (f"By {unit}", "statements")
    shown = bars(response)
    assert sum(count for count, _ in shown.values())
    # What is drawn narrows what is listed: no bar reaches beyond the dates that are asked for.
    asked = QueryDict(query)
    for count, narrower in shown.values():
        assert asked.get("from", "") <= QueryDict(narrower)["from"]
        assert listing(reader.get(f"{LIST}?{narrower}")).count == count


def test_a_long_time_is_shown_by_decades(reader: Client, cast: Cast) -> None:
    for date in ("1931", "1939-09-01", "1940"):
        statement(document(), date=date)
    shown = bars(reader.get(LIST))
    assert shown["1930–1939"] == (2, "from=1930&to=1939")
    assert shown["2020–2029"] == (3, "from=2020&to=2029")


@pytest.mark.usefixtures("dated")
def test_a_bar_keeps_the_other_filters(reader: Client) -> None:
    count, query = bars(reader.get(f"{LIST}?q=gas&sort=oldest&from=1998&to=2005"))["2001"]
    assert (count, query) == (5, "q=gas&sort=oldest&from=2001&to=2001")


@pytest.mark.usefixtures("dated")
def test_the_numbers_stand_in_a_table_too(reader: Client) -> None:
    page = reader.get(LIST).content.decode()
    assert '<th scope="row"><a href="?from=2001&amp;to=2001">2001</a></th><td>5</td>' in page


@pytest.mark.parametrize("dates", [[], [None], ["2022-02-21"], ["2022-02", "2022-02-01"]])
def test_nothing_is_drawn_where_nothing_is_compared(reader: Client, dates: list) -> None:
    for date in dates:
        statement(document(), date=date)
    assert (
        listing(reader.get(f"{LIST}?from=2022-02-01&to=2022-02-01" if dates else LIST)).chart
        is None
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [("0001", "0001"), ("9999-12-31", "9999-12-31"), ("0001", "9999"), ("9999", "9999")],
)
def test_the_ends_of_the_calendar_are_no_trouble(reader: Client, first: str, last: str) -> None:
    for one in (f"{first}/{last}" if first != last else first, "2022-02-21"):
        statement(document(), date=one)
    assert listing(reader.get(LIST)).count == 2
    assert listing(reader.get(f"{LIST}?from={first}&to={last}")).count


def test_a_date_that_reaches_further_is_drawn_to_its_end(reader: Client) -> None:
    for one in ("2018-01", "2019/2023"):
        statement(document(), date=one)
    assert list(bars(reader.get(LIST)))[-1] == "2023"
    assert bars(reader.get(f"{LIST}?from=2020"))["May 2022"][0] == 1


def test_the_date_that_ends_last_counts_unless_it_reaches_too_far(reader: Client) -> None:
    for one in ("2014/2023", "2019/2020", "2015/2090"):
        statement(document(), date=one)
    drawn = list(bars(reader.get(LIST)))
    assert (drawn[0], drawn[-1]) == ("2014", "2023")


def test_a_year_that_was_mistyped_makes_no_hundred_bars(reader: Client) -> None:
    for one in ("0202-02-20", "2022-02-20"):
        statement(document(), date=one)
    assert list(bars(reader.get(LIST)))[-1] == "2000–2099"
