"""Exchanges of those days with those actors are offered, and a twin is seen before it is saved."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from actors.models import Actor
from dates.edtf import parse
from statements.entering.exchanges import candidates, title_of, twin_of
from statements.models import Exchange, Participation
from tests.statements.makers import actor, exchange

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Actor, Actor]:
    return actor("Vladimir Putin"), actor("Emmanuel Macron")


def of(*actors: Actor, **fields: str) -> Exchange:
    made = exchange(**fields)
    Participation.objects.bulk_create(Participation(exchange=made, actor=one) for one in actors)
    return made


def test_the_most_fitting_come_first_with_the_reason(two: tuple[Actor, Actor]) -> None:
    putin, macron = two
    alone = of(macron, date="2022-02-20", title="alone")
    month = of(putin, macron, kind="visit", date="2022-02", title="month")
    next_day = of(putin, macron, date="2022-02-21", title="next day")
    that_day = of(putin, macron, date="2022-02-20", title="that day")
    of(putin, macron, date="2022-02-22", title="too late")
    of(putin, macron, title="without a date")
    of(date="2022-02-20", kind="letter", title="of others")

    found = candidates(parse("2022-02-20"), {putin.pk, macron.pk})

    assert [one.exchange for one in found] == [that_day, month, next_day, alone]
    assert found[0].why == (
        "call, 20 February 2022, both took part: Vladimir Putin and Emmanuel Macron"
    )
    assert found[3].why == "call, 20 February 2022, Emmanuel Macron took part"


def test_without_a_date_none_and_without_actors_all_of_the_days(two: tuple[Actor, Actor]) -> None:
    one = of(*two, date="2022-02-21")
    assert candidates(None, {two[0].pk}) == []
    assert [it.exchange for it in candidates(parse("2022-02-20"), set())] == [one]


def test_what_was_taken_back_is_not_offered(two: tuple[Actor, Actor]) -> None:
    of(*two, date="2022-02-20", editorial_status="retracted", retraction_reason="no")
    assert candidates(parse("2022-02-20"), {two[0].pk}) == []


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "XXXX", "20XX", "2022-02-20/2022-03"])
def test_any_date_can_be_asked(date: str) -> None:
    try:
        asked = parse(date)
    except ValueError:
        return
    assert candidates(asked, {1}) == []


def test_two_queries_with_the_participants(two: tuple[Actor, Actor]) -> None:
    for number in range(5):
        of(*two, date="2022-02-20", kind=Exchange.Kind.values[number])
    with CaptureQueriesContext(connection) as asked:
        candidates(parse("2022-02-20"), {one.pk for one in two})
    assert len(asked) == 3  # The exchanges, their participations, and the actors of these.


def test_a_twin_is_what_the_database_refuses(two: tuple[Actor, Actor]) -> None:
    made = of(*two, date="2022-02-20")
    keys = [str(one.pk) for one in two]
    assert twin_of("call", parse("2022-02-20"), keys) == made
    of(*two, date="2022-02-20")
    with pytest.raises(IntegrityError, match="in the archive already"):
        connection.check_constraints()


def test_what_is_no_twin(two: tuple[Actor, Actor]) -> None:
    of(*two, date="2022-02-20")
    keys = [str(one.pk) for one in two]
    for kind, date, who in (
        ("meeting", "2022-02-20", keys),
        ("call", "2022-02-21", keys),
        ("call", "2022-02", keys),
        ("call", "2022-02-20", keys[:1]),
        ("call", "2022-02-20", []),
    ):
        assert twin_of(kind, parse(date), who) is None


def test_the_title(two: tuple[Actor, Actor]) -> None:
    assert title_of("call", two) == "Call of Emmanuel Macron and Vladimir Putin"
    assert title_of("video_call", two[:1]) == title_of("", two) == title_of("<b>", two) == ""
