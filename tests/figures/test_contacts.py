"""Contacts by what became of them, whom they were with, and their days."""

from datetime import date

import pytest

from statements.figures.company import company_of
from statements.figures.contacts import contacts_between, days_of
from statements.figures.topics import main_topics
from statements.models import Exchange
from statements.postings import current as postings
from tests.cast import Cast, actor, document, exchange, statement, the_cast, topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def retracted(**fields: object) -> dict[str, object]:
    return {"editorial_status": "retracted", "retraction_reason": "Never was.", **fields}


def test_contacts_are_told_apart_and_a_retracted_one_is_none_of_them(cast: Cast) -> None:
    two = [cast.putin, cast.macron]
    planned = exchange(*two, status="planned")
    cancelled = exchange(*two, status="cancelled")
    gone = exchange(*two, **retracted())
    gone_plan = exchange(*two, **retracted(status="planned"))
    exchange(*two, editorial_status="draft")
    found = contacts_between(postings.exchanges(), [one.pk for one in two])
    assert set(found.held) == {cast.sunday_call.pk, cast.monday_call.pk, cast.visit.pk}
    assert set(found.to_come) == {planned.pk}
    assert set(found.cancelled) == {cancelled.pk}
    assert set(found.retracted) == {gone.pk, gone_plan.pk}
    assert len(found.all) == 7


def test_what_is_retracted_later_counts_no_more(cast: Cast) -> None:
    actors = [cast.putin.pk, cast.macron.pk]
    assert len(contacts_between(postings.exchanges(), actors).held) == 3
    Exchange.objects.filter(pk=cast.visit.pk).update(**retracted())
    assert len(contacts_between(postings.exchanges(), actors).held) == 2


def test_days_are_those_that_each_may_have_been_on_and_none_is_undated(cast: Cast) -> None:
    index = postings.exchanges()
    assert days_of(index.everything) == {
        cast.visit.pk: (date(2022, 2, 1), date(2022, 2, 28)),
        cast.sunday_call.pk: (date(2022, 2, 20), date(2022, 2, 20)),
        cast.biden_call.pk: (date(2022, 2, 20), date(2022, 2, 20)),
        cast.monday_call.pk: (date(2022, 2, 21), date(2022, 2, 21)),
    }


def test_company_is_ranked_with_the_last_contact_of_each(cast: Cast) -> None:
    zone = {"date": "2022-02-21", "timezone": "Europe/Moscow"}
    late = exchange(cast.putin, cast.macron, time="22:00", **zone)
    exchange(cast.putin, cast.macron, time="09:00", **zone)
    index = postings.exchanges()
    held = contacts_between(index, [cast.macron.pk]).held
    found = company_of(index, cast.macron.pk, held, 5)
    assert [(one.who.label, one.count, one.last) for one in found] == [
        ("Vladimir Putin", 5, late),
        ("Joe Biden", 1, cast.biden_call),
    ]
    assert [one.who.label for one in company_of(index, cast.macron.pk, held, 1)] == [
        "Vladimir Putin"
    ]


def test_company_without_a_date_has_no_last_contact(cast: Cast) -> None:
    somebody = actor("Somebody", "somebody")
    exchange(cast.biden, somebody)
    index = postings.exchanges()
    found = company_of(index, somebody.pk, index.having("actor", [somebody.pk]), 5)
    assert [(one.who.label, one.count, one.last) for one in found] == [("Joe Biden", 1, None)]


def test_of_topics_above_and_below_the_upper_one_is_a_main_topic() -> None:
    upper = topic("Upper")
    lower = topic("Lower", parent=upper)
    apart = topic("Apart")
    source = document()
    for topics in ([lower], [lower], [upper], [apart, lower]):
        statement(source, topics=topics)
    index = postings.statements()
    assert main_topics(index, index.everything, 5) == [upper.pk, apart.pk]
    assert main_topics(index, index.everything, 1) == [upper.pk]


def test_an_only_topic_below_another_gives_way_to_it() -> None:
    """Both have the same statements."""
    upper = topic("Upper")
    statement(document(), topics=[topic("Lower", parent=upper)])
    index = postings.statements()
    assert main_topics(index, index.everything, 5) == [upper.pk]
