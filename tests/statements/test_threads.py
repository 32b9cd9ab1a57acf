"""A thread: linked statements in the order of time, each with what ties it to this one."""

import pytest
from django.contrib.auth.models import User

from statements.models import Document, Statement, StatementLink
from statements.threads import thread_of
from tests.cast import document, statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def source() -> Document:
    return document()


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


def said(source: Document, date: str | None) -> Statement:
    return statement(source, f"Said on {date}.", date=date)


def link(one: Statement, kind: str, other: Statement, by: User) -> None:
    StatementLink.objects.create(statement=one, other=other, kind=kind, reason="So.", editor=by)


def thread(of: Statement) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Give of each turn its words and, of each tie, its kind and whether this one is tied."""
    found = Statement.objects.for_page().get(pk=of.pk)
    return [
        (turn.statement.text, [(tie.words, tie.is_ours) for tie in turn.ties])
        for turn in thread_of(found)
    ]


def test_without_links_there_is_none(source: Document) -> None:
    assert thread(said(source, "2022")) == []


def test_it_runs_both_ways_in_the_order_of_time(source: Document, editor: User) -> None:
    late, this, early = (said(source, day) for day in ("2022-03", "2022-02-21", "2021"))
    link(this, "repeats", early, editor)
    link(late, "contradicts", this, editor)
    assert thread(this) == [
        ("Said on 2021.", [("repeats", True)]),
        ("Said on 2022-02-21.", []),
        ("Said on 2022-03.", [("contradicts", False)]),
    ]
    assert thread(late) == [
        ("Said on 2022-02-21.", [("contradicts", True)]),
        ("Said on 2022-03.", []),
    ]


def test_on_one_day_what_links_comes_after_what_it_links_to(source: Document, editor: User) -> None:
    answer, this, first = (said(source, "2022-02-21") for _ in range(3))
    Statement.objects.filter(pk=answer.pk).update(text="The answer.")
    Statement.objects.filter(pk=first.pk).update(text="The first.")
    link(this, "repeats", first, editor)
    link(answer, "responds_to", this, editor)
    assert [text for text, _ in thread(this)] == [
        "The first.",
        "Said on 2022-02-21.",
        "The answer.",
    ]


def test_a_statement_that_is_linked_twice_stands_there_once(source: Document, editor: User) -> None:
    early, this = said(source, "2021"), said(source, "2022")
    link(this, "repeats", early, editor)
    link(this, "softens", early, editor)
    link(early, "retracts", this, editor)
    assert thread(this)[0] == (
        "Said on 2021.",
        [("repeats", True), ("softens", True), ("retracts", False)],
    )
    assert len(thread(this)) == 2


def test_what_is_undated_comes_last_and_drafts_not_at_all(source: Document, editor: User) -> None:
    undated, draft, this = said(source, None), said(source, "2021"), said(source, "2022")
    link(this, "repeats", undated, editor)
    link(this, "repeats", draft, editor)
    Statement.objects.filter(pk=draft.pk).update(editorial_status="draft")
    assert [text for text, _ in thread(this)] == ["Said on 2022.", "Said on None."]
