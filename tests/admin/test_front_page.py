"""The front page of the desk: what waits for whom, and what is done about it there."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actors.models import Actor, Tenure
from statements.models import (
    Document,
    Exchange,
    FailedCheck,
    Participation,
    Readout,
    Snapshot,
    Statement,
)
from tests import cast
from tests.admin.conftest import Archive
from tests.admin.test_hostile import HUGE

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

NOON = datetime.datetime(2022, 2, 21, 12, tzinfo=datetime.UTC)
HAPPENED, SIDES = "/admin/waiting/happened/", "/admin/waiting/sides/"
# The session, the person with what they may, the recent actions, and what each queue asks.
CHIEF_ASKS = 18

# Records are put where they are needed.
ANY_STEP = True


def queue(page: Page, slug: str) -> Any:
    """Give a queue of the front page."""
    [found] = [waiting for waiting in page.context["queues"] if waiting.queue.slug == slug]
    return found


def called(page: Page, slug: str) -> list[str]:
    return [piece.called for piece in queue(page, slug).found.rows]


def open_exchange(**fields: Any) -> Exchange:
    given = {"status": "planned", "date": "2022-02-24", "editorial_status": "draft"}
    return cast.exchange(**given | {"title": "A meeting to come"} | fields)


@pytest.fixture
def held(archive: Archive) -> Exchange:
    """The call of the two presidents, of which the Élysée has a readout and nobody else."""
    Readout.objects.create(exchange=archive.call, side=archive.elysee, document=archive.document)
    return archive.call


def test_who_sees_which_queue(signed_in: Callable[[str], Client], archive: Archive) -> None:
    seen = {
        role: [one.queue.slug for one in signed_in(role).get("/admin/").context["queues"]]
        for role in ("editor", "chief", "administrator")
    }
    wrong = ["unverified", "failing", "gone"]
    assert seen["editor"] == ["drafts", "happened", *wrong, "names", "sides"]
    assert seen["chief"] == ["drafts", "review", "happened", *wrong, "names", "sides"]
    assert seen["administrator"] == []


def test_an_administrator_sees_the_accounts(signed_in: Callable[[str], Client]) -> None:
    page = signed_in("administrator").get("/admin/")
    assert [group["name"] for group in page.context["app_list"]] == ["Accounts"]
    assert "All records" not in page.content.decode()


def test_empty_queues_say_so_in_a_line(chief: Client) -> None:
    page = chief.get("/admin/")
    for waiting in page.context["queues"]:
        assert waiting.found.number == 0
        assert waiting.queue.empty in page.content.decode()


def test_my_drafts_are_what_i_entered_and_nobody_published(
    editor: Client, archive: Archive
) -> None:
    me, other = User.objects.get(username="editor"), User.objects.create_user("other")
    mine = cast.statement(archive.document, "Mine.", editorial_status="draft", entered_by=me)
    cast.statement(archive.document, "Reviewed.", editorial_status="in_review", entered_by=me)
    cast.statement(archive.document, "Public.", entered_by=me)
    cast.statement(archive.document, "Theirs.", editorial_status="draft", entered_by=other)
    cast.exchange(title="My call", editorial_status="draft", entered_by=me)
    page = editor.get("/admin/")

    assert called(page, "drafts") == ["My call", "Reviewed.", "Mine."]
    assert f"/admin/statements/statement/{mine.pk}/change/" in page.content.decode()
    ways = {way.text: way.address for way in queue(page, "drafts").ways}
    assert list(ways) == ["2 statements", "1 exchange"]
    listed = editor.get(ways["2 statements"]).context["cl"].result_list
    assert {one.text for one in listed} == {"Mine.", "Reviewed."}
    listed = editor.get(ways["1 exchange"]).context["cl"].result_list
    assert [one.title for one in listed] == ["My call"]


def test_chiefs_see_what_waits_for_review_the_oldest_first(chief: Client, archive: Archive) -> None:
    for number in range(8):
        entered = timezone.now() - datetime.timedelta(days=number)
        made = cast.statement(archive.document, f"No. {number}", editorial_status="in_review")
        Statement.objects.filter(pk=made.pk).update(created_at=entered)
    page = chief.get("/admin/")
    assert called(page, "review") == [f"No. {number}" for number in (7, 6, 5, 4, 3)]
    [way] = queue(page, "review").ways
    assert way.text == "8 statements"
    listed = chief.get(way.address).context["cl"].result_list
    assert [one.text for one in listed] == [f"No. {number}" for number in reversed(range(8))]


def test_names_are_counted_and_the_most_frequent_shown(editor: Client, archive: Archive) -> None:
    for number in range(7):
        cast.statement(archive.document, speaker_as_printed=f"Somebody {number % 6}")
    page = editor.get("/admin/")
    names = queue(page, "names")
    assert names.found.number == 7, "six speakers and the publisher"
    assert next((name.name, name.total) for name, _ in names.found.rows) == ("Somebody 0", 2)
    assert len(names.found.rows) == 5
    assert [way.text for way in names.ways] == ["All 7"]


def test_unverified_are_direct_quotations_that_were_not_found(
    editor: Client, archive: Archive
) -> None:
    direct = {"quote_type": "direct", "override_reason": "The recording has it."}
    for status in ("draft", "in_review", "published"):
        cast.statement(archive.document, status, editorial_status=status, **direct)
    back = {"editorial_status": "retracted", "retraction_reason": "It was another's."}
    cast.statement(archive.document, "retracted", **back, **direct)
    cast.statement(archive.document, "indirect")
    copy = Snapshot.objects.create(document=archive.document, text="found")
    cast.anchored(copy, "found", **direct)
    page = editor.get("/admin/")

    found = queue(page, "unverified").found
    assert found.number == 3
    assert [one.text for one in found.rows] == ["published", "in_review", "draft"]
    listed = editor.get("/admin/statements/statement/?verified=due").context["cl"].result_list
    assert {one.text for one in listed} == {"published", "in_review", "draft"}


def test_what_failed_its_check_and_what_is_gone_from_its_source(
    editor: Client, archive: Archive
) -> None:
    source = cast.document()
    before = Snapshot.objects.create(document=source, text="It stays. It goes.", retrieved_at=NOON)
    latest = Snapshot.objects.create(document=source, text="It stays.")
    gone, stays = cast.anchored(before, "It goes."), cast.anchored(latest, "It stays.")
    FailedCheck.objects.create(statement=stays, reason="other_words")
    page = editor.get("/admin/")

    for slug, one, chosen in (("failing", stays, "failed"), ("gone", gone, "gone")):
        found = queue(page, slug).found
        assert (found.number, [row.pk for row in found.rows]) == (1, [one.pk]), slug
        listed = editor.get(f"/admin/statements/statement/?verified={chosen}").context["cl"]
        assert [row.pk for row in listed.result_list] == [one.pk], slug
        assert f'id="queue-{slug}"' in page.content.decode()


def test_what_was_planned_and_whose_date_has_passed(editor: Client, archive: Archive) -> None:
    today = timezone.localdate()
    past = [open_exchange(title="Past"), open_exchange(title="Proposed", status="proposed")]
    for fields in (
        {"title": "Today", "date": f"{today}"},
        {"title": "Some day this year", "date": f"{today:%Y}"},
        {"title": "Whenever", "date": None},
        {"title": "Held", "status": "held"},
        {"title": "Cancelled", "status": "cancelled"},
        {"title": "Gone", "editorial_status": "retracted", "retraction_reason": "r"},
    ):
        open_exchange(**fields)
    yesterday = f"{today - datetime.timedelta(days=1)}"
    past.insert(0, open_exchange(title="Yesterday", date=yesterday))

    found = queue(editor.get("/admin/"), "happened").found
    assert [row.exchange for row in found.rows] == past
    assert found.number == 3


@pytest.mark.parametrize("answer", ["held", "cancelled"])
def test_what_became_of_an_exchange_is_said_right_there(
    editor: Client, archive: Archive, answer: str
) -> None:
    exchange = open_exchange()
    page = editor.get("/admin/").content.decode()
    assert f"/admin/statements/exchange/{exchange.pk}/change/#id_date" in page
    sent = {"exchange": exchange.pk, "answer": answer, "back": "/admin/"}
    said = editor.post(HAPPENED, sent, follow=True)

    assert said.redirect_chain == [("/admin/", 302)]
    assert f"It was {answer}: “A meeting to come”." in said.content.decode()
    exchange.refresh_from_db()
    assert exchange.status == answer
    assert queue(said, "happened").found.number == 0


def test_looking_changes_nothing(editor: Client, archive: Archive) -> None:
    exchange = open_exchange()
    editor.get(f"{HAPPENED}?exchange={exchange.pk}&answer=held")
    exchange.refresh_from_db()
    assert exchange.status == "planned"


def test_a_form_from_elsewhere_is_refused(archive: Archive, person: Any) -> None:
    exchange = open_exchange()
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("chief"))
    assert client.post(HAPPENED, {"exchange": exchange.pk, "answer": "held"}).status_code == 403
    exchange.refresh_from_db()
    assert exchange.status == "planned"


def test_of_what_readers_see_only_a_chief_says_what_became(
    signed_in: Callable[[str], Client], archive: Archive
) -> None:
    exchange = open_exchange(editorial_status="published")
    sent = {"exchange": exchange.pk, "answer": "held"}
    editor = signed_in("editor")
    page = editor.get("/admin/").content.decode()
    assert "only a chief says what became of it" in page
    assert "It was held" not in page
    assert editor.post(HAPPENED, sent).status_code == 403
    exchange.refresh_from_db()
    assert exchange.status == "planned"
    signed_in("chief").post(HAPPENED, sent)
    exchange.refresh_from_db()
    assert exchange.status == "held"


def test_what_somebody_else_has_said_meanwhile_stays(editor: Client, archive: Archive) -> None:
    exchange = open_exchange(status="cancelled")
    said = editor.post(HAPPENED, {"exchange": exchange.pk, "answer": "held"}, follow=True)
    assert "Somebody has said already that it is cancelled" in said.content.decode()
    exchange.refresh_from_db()
    assert exchange.status == "cancelled"


def test_readers_and_administrators_get_no_queue(
    signed_in: Callable[[str], Client], archive: Archive
) -> None:
    exchange = open_exchange()
    for role in ("reader", "administrator"):
        client = signed_in(role)
        for address in (HAPPENED, SIDES):
            assert client.get(address).status_code == 403
            sent = {"exchange": exchange.pk, "answer": "held"}
            assert client.post(address, sent).status_code == 403


def sides_of(page: Page) -> dict[str, list[str]]:
    rows = queue(page, "sides").found.rows
    return {row.exchange.title: [side.called for side, _ in row.sides] for row in rows}


def test_a_side_is_covered_by_an_office_of_its_country(editor: Client, held: Exchange) -> None:
    assert sides_of(editor.get("/admin/")) == {held.title: ["Russia (Vladimir Putin)"]}


def test_a_person_of_the_country_speaks_for_it_who_took_part(
    editor: Client, archive: Archive, held: Exchange
) -> None:
    peskov = cast.actor("Dmitry Peskov", "peskov", country="RU")
    Readout.objects.create(exchange=held, side=peskov, document=archive.document)
    assert sides_of(editor.get("/admin/")), "he was not on the call"
    Participation.objects.create(exchange=held, actor=peskov)
    assert sides_of(editor.get("/admin/")) == {}


@pytest.mark.parametrize(
    ("start", "end", "covers"),
    [
        ("2020", None, True),
        ("2020", "2021", False),
        ("2022-02-21", None, False),
        (None, None, True),
    ],
)
def test_an_organisation_speaks_for_who_held_a_post_there_that_day(
    editor: Client, archive: Archive, start: str | None, end: str | None, covers: bool
) -> None:
    kremlin = cast.actor("Kremlin", "kremlin", kind="office")
    Tenure.objects.create(
        person=archive.putin, title="President", organisation=kremlin, start=start, end=end
    )
    for side in (kremlin, archive.elysee):
        Readout.objects.create(exchange=archive.call, side=side, document=archive.document)
    assert (sides_of(editor.get("/admin/")) == {}) is covers


def test_an_organisation_speaks_for_the_compatriots_of_who_held_a_post_there(
    editor: Client, archive: Archive
) -> None:
    alliance = cast.actor("The Alliance", "alliance", kind="organisation")
    Tenure.objects.create(person=archive.macron, title="Envoy", organisation=alliance)
    minister = cast.actor("A minister", "minister", country="FR")
    nobody = cast.actor("A guest", "guest")
    for actor in (minister, nobody):
        Participation.objects.create(exchange=archive.call, actor=actor)
    Actor.objects.filter(pk=archive.putin.pk).update(country="")
    Readout.objects.create(exchange=archive.call, side=alliance, document=archive.document)
    missing = {archive.call.title: ["Vladimir Putin", "A guest"]}
    assert sides_of(editor.get("/admin/")) == missing
    Actor.objects.filter(pk=archive.macron.pk).update(country="")
    assert sides_of(editor.get("/admin/")) == {
        archive.call.title: ["Vladimir Putin", "France (A minister)", "A guest"]
    }


def test_who_has_no_country_speaks_alone(editor: Client, archive: Archive) -> None:
    Actor.objects.update(country="")
    Readout.objects.create(exchange=archive.call, side=archive.elysee, document=archive.document)
    assert sides_of(editor.get("/admin/")) == {
        archive.call.title: ["Vladimir Putin", "Emmanuel Macron"]
    }
    Readout.objects.create(exchange=archive.call, side=archive.putin, document=archive.document)
    assert sides_of(editor.get("/admin/")) == {archive.call.title: ["Emmanuel Macron"]}


def test_nobodys_account_and_unknown_people_make_no_side(editor: Client, held: Exchange) -> None:
    Readout.objects.create(exchange=held, document=Document.objects.get())
    Participation.objects.create(exchange=held, name_as_printed="An interpreter")
    assert sides_of(editor.get("/admin/")) == {held.title: ["Russia (Vladimir Putin)"]}


@pytest.mark.parametrize(
    "fields",
    [{"status": "planned"}, {"editorial_status": "retracted", "retraction_reason": "r"}],
    ids=["to come", "retracted"],
)
def test_what_was_not_held_misses_nothing(
    chief: Client, held: Exchange, fields: dict[str, str]
) -> None:
    Exchange.objects.update(**fields)
    assert queue(chief.get("/admin/"), "sides").found.number == 0


def form_of(page: Page) -> Any:
    [row] = queue(page, "sides").found.rows
    [(_, form)] = row.sides
    return form


def test_that_none_was_found_is_noted_right_there(
    editor: Client, archive: Archive, held: Exchange
) -> None:
    made = {"kind": "office", "country": "RU"}
    ministry, kremlin = cast.actor("Ministry", "mid", **made), cast.actor("Kremlin", "kr", **made)
    other = cast.exchange(archive.putin, title="Another")
    Readout.objects.create(exchange=other, side=kremlin, document=archive.document)
    form = form_of(editor.get("/admin/"))
    offered = [name for _, name in form.fields["side"].choices]
    assert offered == ["Kremlin", "Ministry", "Vladimir Putin"], "the one with most readouts first"
    sent = {"exchange": held.pk, "side": ministry.pk, "none_found_on": "2022-03-01"}
    said = editor.post(SIDES, {**sent, "back": "/admin/"}, follow=True)

    noted = Readout.objects.get(side=ministry)
    assert (noted.exchange, noted.none_found_on) == (held, datetime.date(2022, 3, 1))
    assert queue(said, "sides").found.number == 0
    assert "delete the readout" in said.content.decode(), "how it is undone"
    noted.delete()
    assert queue(editor.get("/admin/"), "sides").found.number == 1


def test_the_day_is_today_unless_another_is_typed(editor: Client, held: Exchange) -> None:
    form = form_of(editor.get("/admin/"))
    assert form["none_found_on"].value() == timezone.localdate()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"none_found_on": "yesterday <b>"}, "Write the day as 2022-02-21."),
        ({"none_found_on": "2999-01-01"}, "still to come"),
        ({"none_found_on": "2022-02-19"}, "before the exchange took place"),
        ({"none_found_on": ""}, "This field is required."),
        ({"none_found_on": "2022-03-01\x00"}, "Write the day as 2022-02-21."),
        ({"side": "0"}, "is not missing any more"),
        ({"side": HUGE}, "is not missing any more"),
        ({"side": "<script>"}, "is not missing any more"),
        ({"side": ""}, "This field is required."),
    ],
)
def test_what_cannot_be_noted_is_said_and_nothing_typed_is_lost(
    editor: Client, archive: Archive, held: Exchange, typed: dict[str, str], said: str
) -> None:
    sent = {"exchange": held.pk, "side": archive.putin.pk, "none_found_on": "2022-03-01"}
    page = editor.post(SIDES, {**sent, **typed, "back": f"{SIDES}?year=2022"})
    text = page.content.decode()
    assert page.status_code == 200
    assert said in text
    assert "<script>" not in text.replace("<script ", "")
    if day := typed.get("none_found_on", "2022-03-01").replace("\x00", ""):
        assert day.replace("<b>", "&lt;b&gt;") in text
    assert f'href="{SIDES}?year=2022"' in text
    assert Readout.objects.count() == 1


def test_what_somebody_has_noted_meanwhile_is_not_noted_twice(
    editor: Client, archive: Archive, held: Exchange
) -> None:
    sent = {"exchange": held.pk, "side": archive.putin.pk, "none_found_on": "2022-03-01"}
    for _ in range(2):
        editor.post(SIDES, sent)
    assert Readout.objects.filter(document=None).count() == 1


def test_of_what_readers_see_only_a_chief_notes_that_none_was_found(
    signed_in: Callable[[str], Client], archive: Archive, held: Exchange
) -> None:
    Exchange.objects.update(editorial_status="published")
    sent = {"exchange": held.pk, "side": archive.putin.pk, "none_found_on": "2022-03-01"}
    editor = signed_in("editor")
    assert "only a chief notes that none was found" in editor.get("/admin/").content.decode()
    assert editor.post(SIDES, sent).status_code == 403
    assert Readout.objects.count() == 1
    signed_in("chief").post(SIDES, sent)
    assert Readout.objects.count() == 2


def test_an_editor_first_sees_what_they_can_do_something_about(
    signed_in: Callable[[str], Client], archive: Archive, held: Exchange
) -> None:
    cast.exchange(archive.putin, title="Newer", date="2023")
    orders = {
        role: [row.exchange.title for row in queue(page, "sides").found.rows]
        for role in ("editor", "chief")
        if (page := signed_in(role).get("/admin/"))
    }
    assert orders == {"editor": [held.title, "Newer"], "chief": ["Newer", held.title]}


def test_the_page_of_the_queue_is_narrowed(chief: Client, archive: Archive, held: Exchange) -> None:
    cast.exchange(archive.putin, title="Newer", date="2023")

    def titles(query: str) -> list[str]:
        rows = chief.get(f"{SIDES}?{query}").context["waiting"].found.rows
        return [row.exchange.title for row in rows]

    assert titles("") == ["Newer", held.title]
    assert titles("readers=yes") == ["Newer"]
    assert titles("readers=no") == [held.title]
    assert titles("year=2022") == [held.title]
    assert titles("year=2021") == []
    for wrong in ("year=soon", "year=0", f"year={HUGE}", "readers=perhaps"):
        assert titles(wrong) == [], wrong
        assert "errorlist" in chief.get(f"{SIDES}?{wrong}").content.decode()


def test_the_page_of_a_queue_is_turned(chief: Client, archive: Archive) -> None:
    Exchange.objects.all().delete()
    for number in range(30):
        cast.exchange(archive.putin, title=f"No. {number}", date="2022-02-20")
    first, second = chief.get(SIDES), chief.get(f"{SIDES}?page=2")
    rows = [
        row.exchange.pk for page in (first, second) for row in page.context["waiting"].found.rows
    ]
    assert len(rows) == len(set(rows)) == 30
    assert "30 in all · Page 1 of 2" in first.content.decode()
    assert chief.get(f"{SIDES}?page=9").headers["Location"] == f"{SIDES}?page=1"
    for wrong in ("0", "-1", "abc", "²", HUGE, "1.0"):
        assert chief.get(f"{SIDES}?page={wrong}").status_code == 404, wrong


@pytest.mark.parametrize("sent", ["", "abc", HUGE, "-1", "0", "9" * 18, "\x00", "1;--", "²"])
def test_no_key_and_no_answer_ends_in_an_error_of_the_server(
    chief: Client, archive: Archive, sent: str
) -> None:
    exchange = open_exchange()
    assert chief.post(HAPPENED, {"exchange": sent, "answer": "held"}).status_code == 404
    assert chief.post(HAPPENED, {"exchange": exchange.pk, "answer": sent}).status_code == 400
    assert chief.post(SIDES, {"exchange": sent, "side": sent}).status_code == 404
    assert chief.get("/admin/waiting/nothing/").status_code == 404
    assert chief.post("/admin/waiting/drafts/").status_code == 404
    assert chief.put(SIDES).status_code == 405


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.example/", "//elsewhere.example", "/statements/", f"//x{SIDES}", "\x00"],
)
def test_the_way_back_leads_nowhere_else(chief: Client, archive: Archive, wanted: str) -> None:
    sent = {"exchange": open_exchange().pk, "answer": "held", "back": wanted}
    assert chief.post(HAPPENED, sent).headers["Location"] == "/admin/"


def test_what_is_typed_into_records_is_text_on_the_page(chief: Client, archive: Archive) -> None:
    evil = "<script>alert(1)</script>"
    me = User.objects.get(username="chief")
    actor = cast.actor(evil, "evil")
    source = cast.document(title=evil, editorial_status="draft", entered_by=me)
    cast.statement(source, evil, quote_type="direct", editorial_status="in_review", entered_by=me)
    cast.statement(source, speaker_as_printed=evil)
    open_exchange(title=evil, entered_by=me)
    cast.exchange(actor, title=evil)
    for address in ("/admin/", HAPPENED, SIDES):
        text = chief.get(address).content.decode()
        assert "&lt;script&gt;alert(1)" in text
        assert "<script>alert" not in text


def test_the_front_page_asks_as_often_for_many_as_for_few(chief: Client, archive: Archive) -> None:
    me = User.objects.get(username="chief")

    def more(number: int) -> None:
        for at in range(number):
            source = cast.document(title=f"D{at}", editorial_status="draft", entered_by=me)
            direct = {"quote_type": "direct", "speaker_as_printed": f"Somebody {at}"}
            cast.statement(source, "W", editorial_status="in_review", entered_by=me, **direct)
            open_exchange(another_that_day=True)
            person = cast.actor(f"P{at} of {number}", f"p{at}-{number}", country="DE")
            made = cast.exchange(person, archive.putin, date="2022-02-20")
            Readout.objects.create(exchange=made, side=archive.elysee, document=source)
            before = Snapshot.objects.create(document=source, text="One. Two.", retrieved_at=NOON)
            Snapshot.objects.create(document=source, text="One.")
            gone = cast.anchored(before, "Two.")
            FailedCheck.objects.create(statement=gone, reason="other_words")

    counts = []
    for number in (1, 12):
        more(number)
        chief.get("/admin/")
        with CaptureQueriesContext(connection) as asked:
            chief.get("/admin/")
        counts.append(len(asked))
    assert counts == [CHIEF_ASKS, CHIEF_ASKS]
