"""`/`: the front page."""

from datetime import date

import pytest
from django.test import Client

from statements.models import Correction, Exchange, Readout, Statement
from statements.pages import front as front_page
from statements.pages.front import Front
from tests.cast import Cast, document, exchange, person_with, statement


def front(client: Client) -> Front:
    """Give what the front page shows."""
    found: Front = client.get("/").context["front"]
    return found


def page(client: Client) -> str:
    """Give the front page on one line."""
    return " ".join(client.get("/").content.decode().split())


@pytest.fixture
def on_1_march_2022(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2022, 3, 1))


def test_it_shows_what_was_held_the_latest_first(reader: Client, cast: Cast) -> None:
    assert front(reader).lead == cast.monday_call
    # Those of one day in the order in which they were entered last; the visit only in February.
    assert front(reader).held == [cast.biden_call, cast.sunday_call, cast.visit]


def test_the_latest_has_the_first_words_of_each_side(reader: Client, cast: Cast) -> None:
    sides = [(one.readout.side, one.card and one.card.pk) for one in front(reader).sides]
    assert sides == [(cast.kremlin, cast.escalation.pk), (cast.elysee, cast.condition.pk)]
    assert front(reader).unheard == []


def test_a_side_that_was_looked_for_in_vain_is_told(reader: Client, cast: Cast) -> None:
    readout = Readout.objects.get(side=cast.elysee)
    Readout.objects.filter(pk=readout.pk).update(document=None, none_found_on=date(2022, 2, 22))
    assert "No readout found, checked on <time" in page(reader)


def test_a_side_of_which_nothing_is_in_the_archive_is_told(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).delete()
    assert [side.called for side in front(reader).unheard] == ["France (Emmanuel Macron)"]
    assert "No readout in the archive: <bdi>France (Emmanuel Macron)</bdi>." in page(reader)


def test_a_readout_that_is_a_draft_shows_nowhere(reader: Client, cast: Cast) -> None:
    draft = document(title="Hidden paper", editorial_status="draft")
    Readout.objects.create(exchange=cast.monday_call, side=cast.macron, document=draft)
    assert len(front(reader).sides) == 2
    assert "Hidden paper" not in page(reader)


def test_what_is_planned_says_its_condition(reader: Client, cast: Cast) -> None:
    assert [one.exchange for one in front(reader).coming] == [cast.summit]
    assert "Condition: Russia does not invade Ukraine." in page(reader)


@pytest.mark.usefixtures("on_1_march_2022")
def test_what_is_overdue_is_said_to_be(reader: Client, cast: Cast) -> None:
    exchange(title="Soon", date="2022-03-04", status="planned")
    exchange(title="Late", date="2022-02-24", status="planned")
    shown = page(reader)
    assert '<strong>In 3 days</strong> <strong class="mark mark--planned">Planned</strong>' in shown
    assert "<strong>5 days overdue</strong>" in shown
    assert shown.count("Not known to have been held") == 1


@pytest.mark.usefixtures("on_1_march_2022")
def test_it_counts_the_days_since_the_last_contact(reader: Client, cast: Cast) -> None:
    (pair,) = front(reader).pairs
    assert ({pair.one, pair.other}, pair.count, pair.last, pair.days) == (
        {cast.putin, cast.macron},
        3,
        cast.monday_call,
        8,
    )
    assert '<span class="pair-row__days">8 days</span>' in page(reader)


def test_what_is_said_beside_the_latest_exchange_is_listed(reader: Client, cast: Cast) -> None:
    beside = statement(cast.kremlin_readout, date="2022-02-19")
    latest = statement(cast.elysee_readout, date="2022-02-20", exchange=cast.sunday_call)
    assert [card.pk for card in front(reader).statements] == [latest.pk, beside.pk]


def test_where_nothing_was_held_the_latest_statements_stand_alone(
    reader: Client, cast: Cast
) -> None:
    Exchange.objects.all().update(status="cancelled")
    assert front(reader).lead is None
    latest = [cast.escalation.pk, cast.concern.pk, cast.condition.pk]
    assert [card.pk for card in front(reader).statements] == latest


def test_corrections_say_what_was_changed(reader: Client, cast: Cast) -> None:
    assert "Nothing has been corrected or retracted." in page(reader)
    before = cast.concern.text.replace("Serious", "Grave")
    Correction.objects.create(
        statement=cast.concern, note="A word.", text_before=before, editor=person_with("chief")
    )
    shown = page(reader)
    assert "<p>A word.</p>" in shown
    assert 'Grave<span class="said" lang="en">) </span></del>' in shown


def test_a_long_correction_is_told_in_its_note_alone(reader: Client, cast: Cast) -> None:
    Correction.objects.create(
        statement=cast.concern, note="All.", text_before="Other. " * 60, editor=person_with("chief")
    )
    assert "<p>All.</p>" in page(reader)
    assert "Other." not in page(reader)


def test_it_says_what_is_new(reader: Client, cast: Cast) -> None:
    assert "3 statements and 5 exchanges, entered or published since <time" in page(reader)


def test_what_was_entered_today_of_long_ago_is_shown(
    reader: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front_page, "MOST_STATEMENTS", 1)
    statement(cast.kremlin_readout, date="2022-02-19")
    old, older = (statement(cast.kremlin_readout, date=year) for year in ("1990", "1980"))
    shown = [card.pk for card in front(reader).also_new]
    assert shown == [older.pk, old.pk, cast.concern.pk]


def test_activity_leads_to_the_lists_of_each_year(reader: Client, cast: Cast) -> None:
    assert front(reader).activity is None
    exchange(cast.putin, cast.macron, kind="letter", date="2020")
    exchange(cast.putin, cast.macron, date="2019", status="planned")
    drawn = front(reader).activity
    assert drawn
    assert [key.name for key in drawn.legend] == ["Calls", "Visits", "Letters"]
    columns = {column.label: column for column in drawn.columns}
    assert columns["2022"].counts == ("3", "1", "0")
    address = columns["2022"].href
    assert address == "/exchanges/?status=held&from=2022&to=2022"
    assert reader.get(address).context["listing"].count == 4


def test_it_counts_what_is_public(reader: Client, editor: Client, cast: Cast) -> None:
    draft = document(editorial_status="draft", title="Hidden paper")
    statement(draft, "Hidden words.", editorial_status="draft", date="2030")
    exchange(title="Hidden call", editorial_status="in_review", date="2030")
    for client in (reader, editor):
        shown = front(client)
        counts = shown.statement_count, shown.exchange_count, shown.document_count
        assert counts == (3, 5, 2)
        assert "Hidden" not in page(client)


def test_what_was_retracted_does_not_lead(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(
        editorial_status="retracted", retraction_reason="It never was."
    )
    assert front(reader).lead == cast.biden_call
    assert cast.monday_call not in front(reader).held


def test_the_search_box_leads_to_the_statements(reader: Client, cast: Cast) -> None:
    shown = page(reader)
    assert '<form class="search-box" method="get" action="/statements/" role="search">' in shown
    assert '<input id="search" name="q" type="search"' in shown
    assert "autofocus" not in shown


def test_an_empty_archive_says_what_to_do(reader: Client, editor: Client) -> None:
    assert not Statement.objects.exists()
    assert "Nothing has been published yet" in page(reader)
    assert "/admin/" not in page(reader)
    assert '<a href="/admin/statements/exchange/from-source/">Enter a source</a>' in page(editor)


def test_an_archive_of_plans_alone_is_not_empty(reader: Client, cast: Cast) -> None:
    Statement.objects.all().delete()
    Exchange.objects.exclude(pk=cast.summit.pk).delete()
    shown = page(reader)
    assert "Nothing has been published yet" not in shown
    assert "A summit on security" in shown


def test_an_unknown_parameter_is_refused(reader: Client, cast: Cast) -> None:
    response = reader.get("/?q=line")
    assert response.status_code == 200
    assert [problem.name for problem in response.context["problems"]] == [""]
    assert "Macron and Putin on Monday" not in response.content.decode()


def test_only_the_desk_has_a_link_to_it(reader: Client, editor: Client) -> None:
    assert "The desk" not in reader.get("/").content.decode()
    assert '<a href="/admin/">The desk</a>' in editor.get("/").content.decode()
