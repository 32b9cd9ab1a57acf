"""Lists page by cursor: every row once, in order, whatever is added meanwhile."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reading.cursors import Order, Start
from statements.filters.common import NEWEST, OLDEST
from statements.models import Statement
from tests.cast import Cast, document, exchange, statement
from tests.pages.conftest import listing, problems, shown


def pages(reader: Client, address: str) -> Iterator[list]:
    """Give the rows of each page in turn."""
    after: str | None = ""
    while after is not None:
        response = reader.get(f"{address}&after={after}")
        yield shown(response)
        after = listing(response).page.after


def cursors(reader: Client, query: str) -> list[str]:
    """Give the cursor of each page after the first."""
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        after = listing(reader.get(f"/statements/?{query}&after={after}")).page.after
        found += [after] if after else []
    return found


@pytest.fixture
def many(db: None) -> None:
    """Put 130 statements on record, of 8 dates and without, the last ones of one day."""
    source = document()
    for number in range(130):
        day = None if number % 9 == 8 else f"2022-02-{number % 9 + 1:02}"
        statement(source, f"Gas {'gas ' * (number % 4)}", date="2022-03" if number > 100 else day)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("query", ["sort=newest", "sort=oldest", "q=gas&sort=relevance", "q=gas"])
def test_every_row_is_on_one_page_in_the_order_of_the_list(reader: Client, query: str) -> None:
    found = list(pages(reader, f"/statements/?{query}"))
    assert [len(rows) for rows in found] == [50, 50, 30]
    rows = [row for page in found for row in page]
    assert len(set(rows)) == 130
    dated = [row.date_earliest for row in rows if row.date]
    if "relevance" not in query:
        assert dated == sorted(dated, reverse="oldest" not in query)
        assert all(row.date is None for row in rows[len(dated) :])


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("query", ["sort=newest", "sort=oldest", "q=gas&sort=relevance", "q=gas"])
def test_the_way_back_is_the_way_there(reader: Client, query: str) -> None:
    there = list(pages(reader, f"/statements/?{query}"))
    last = reader.get(f"/statements/?{query}&after={cursors(reader, query)[-1]}")
    back = [shown(last)]
    while before := listing(last).page.before:
        last = reader.get(f"/statements/?{query}&before={before}")
        back.append(shown(last))
    assert back[::-1] == there
    assert listing(last).page.before is None
    assert listing(last).page.after == cursors(reader, query)[0]


@pytest.mark.usefixtures("many")
def test_the_way_back_from_the_middle_of_the_first_page_is_the_first_page(reader: Client) -> None:
    first = listing(reader.get("/statements/"))
    middle = first.order.cursor(first.page.rows[20])
    back = listing(reader.get(f"/statements/?before={middle}"))
    assert back.page == first.page


@pytest.mark.usefixtures("many")
def test_a_page_lies_before_or_after_a_row_and_not_both(reader: Client) -> None:
    after = listing(reader.get("/statements/")).page.after
    assert "before" in problems(reader.get(f"/statements/?after={after}&before={after}"))


@pytest.mark.usefixtures("many")
def test_rows_that_are_added_meanwhile_move_nothing(reader: Client) -> None:
    expected = [row for page in pages(reader, "/statements/?sort=newest") for row in page]
    walk = pages(reader, "/statements/?sort=newest")
    seen = next(walk)
    statement(document(), date="2030")
    assert seen + [row for page in walk for row in page] == expected


@pytest.mark.usefixtures("many")
def test_the_links_keep_the_filters(reader: Client) -> None:
    first = reader.get("/statements/?q=gas&from=2022-02&sort=oldest")
    after = listing(first).page.after
    assert f'href="?q=gas&amp;from=2022-02&amp;sort=oldest&amp;after={after}" rel="next"' in (
        first.content.decode()
    )
    assert "First page" not in first.content.decode()
    second = reader.get(f"/statements/?q=gas&from=2022-02&sort=oldest&after={after}")
    assert 'href="?q=gas&amp;from=2022-02&amp;sort=oldest" rel="first"' in second.content.decode()
    assert listing(second).count == listing(first).count == 119


@pytest.mark.usefixtures("many")
def test_the_cursor_of_another_order_is_an_error(reader: Client) -> None:
    after = listing(reader.get("/statements/?sort=oldest")).page.after
    response = reader.get(f"/statements/?after={after}")
    assert problems(response) == {"after": "This page of the list is not to be found."}
    assert "Start from the first page" in response.content.decode()


def test_a_page_that_is_just_full_is_the_last(reader: Client, cast: Cast) -> None:
    for _ in range(45):
        exchange(date="2020")
    response = reader.get("/exchanges/")
    assert len(shown(response)) == 50
    assert listing(response).page.after is None


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("order", [NEWEST, OLDEST])
def test_the_index_begins_at_the_place(order: Order) -> None:
    statements = Statement.objects.public()
    place = order.place(order.cursor(order.nearest(statements, Start(), 60)[-1]))
    with CaptureQueriesContext(connection) as queries:
        order.nearest(statements, Start(place), 5)
    bound = "<=" if order.descending else ">="
    assert len(queries) == 1
    assert f"\"date_earliest\" {bound} '{place.value}'::date AND" in queries[0]["sql"]
    assert "IS NULL" not in queries[0]["sql"].partition("ORDER BY")[0]
