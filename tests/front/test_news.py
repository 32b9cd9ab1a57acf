"""What is new in the archive since yesterday."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pyroaring import BitMap

from statements.front import news as module
from statements.front.news import news, since
from statements.models import Exchange, Statement
from statements.postings import current as postings
from tests.cast import document, exchange, statement

pytestmark = pytest.mark.django_db
AN_HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)


def test_it_begins_with_the_first_moment_of_yesterday() -> None:
    assert since(date(2022, 3, 1)) == datetime(2022, 2, 28, tzinfo=UTC)


def test_new_is_what_was_entered_or_published_since() -> None:
    source = document()
    entered = statement(source, "Entered and published.")
    old = statement(source, "Old.")
    published = statement(source, "Old and now published.", editorial_status="in_review")
    draft = statement(source, "A draft.", editorial_status="draft")
    Statement.objects.filter(pk=draft.pk).update(editorial_status="in_review")
    long_ago = AN_HOUR_AGO - timedelta(days=3)
    Statement.objects.filter(pk__in=[old.pk, published.pk]).update(created_at=long_ago)
    Statement.objects.filter(pk=old.pk).update(text="Old words.")
    Statement.objects.filter(pk=published.pk).update(editorial_status="published")
    found = news(postings.statements(), AN_HOUR_AGO)
    assert found.ids == BitMap([entered.pk, published.pk])
    assert (found.count, found.is_cut) == (2, False)


def test_exchanges_are_new_in_the_same_way() -> None:
    old, new = exchange(), exchange()
    Exchange.objects.filter(pk=old.pk).update(created_at=AN_HOUR_AGO - timedelta(days=1))
    assert news(postings.exchanges(), AN_HOUR_AGO).ids == BitMap([new.pk])


def test_very_many_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    _, *last = [exchange().pk for _ in range(3)]
    found = news(postings.exchanges(), AN_HOUR_AGO)
    assert (found.ids, found.is_cut) == (BitMap(last), True)


def test_work_on_drafts_hides_nothing_that_was_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    drafts = [statement(document(), editorial_status="draft") for _ in range(3)]
    published = statement(document(), editorial_status="in_review")
    for draft in drafts:
        Statement.objects.filter(pk=draft.pk).update(text="Other words.")
    Statement.objects.update(created_at=AN_HOUR_AGO - timedelta(days=3))
    Statement.objects.filter(pk=published.pk).update(editorial_status="published")
    found = news(postings.statements(), AN_HOUR_AGO)
    assert (found.ids, found.is_cut) == (BitMap([published.pk]), False)


def test_an_empty_archive_has_none() -> None:
    assert news(postings.statements(), AN_HOUR_AGO).count == 0
