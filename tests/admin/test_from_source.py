"""A source is entered with its exchange and statements on one page, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Actor, ActorName
from statements.models import (
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    UnresolvedName,
)
from tests.admin.conftest import Archive

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

ADDRESS = "/admin/statements/exchange/from-source/"
CONCERN = "“serious concern”"
ESCALATION = (
    "“The President of Russia noted that the reason for the escalation is the provocations of "
    "the Ukrainian security forces.”"
)
TEXT = (
    "Telephone conversation with Emmanuel Macron\r\n\r\nFebruary 22, 2022\r\n\r\n"
    f"Vladimir Putin had a telephone conversation. 🙈 {CONCERN} was expressed, cafe\u0301.\r\n"
    f"शांति سلام {ESCALATION}\r\n\r\nÉlysée Palace\r\n"
)
KEPT = TEXT.replace("\r\n", "\n")
Sent = dict[str, Any]


def typed(page: Page) -> Sent:
    """Give what the browser sends back of the page, without any button."""
    data = page.context["page"].data
    return {name: values for name, values in data.lists() if not name.startswith("_")}


def press(client: Client, button: str, sent: Sent, **more: object) -> Page:
    answer = client.post(ADDRESS, {**sent, **more, button: more.get(button, "1")})
    assert answer.status_code == 200, answer
    return answer


def text_of(page: Page) -> str:
    return page.content.decode()


@pytest.fixture
def looked(editor: Client, archive: Archive) -> Sent:
    """The page after the text was looked at."""
    return typed(press(editor, "_look", {"source-text": TEXT}))


def with_passages(client: Client, sent: Sent, *passages: str) -> Sent:
    for passage in passages:
        sent = typed(press(client, "_passage", sent, passage=passage))
    return sent


def save(client: Client, sent: Sent, **more: object) -> Page:
    return client.post(ADDRESS, {**sent, **more, "_save": "Save all as drafts"})


def counts() -> list[int]:
    models = (Document, Snapshot, Exchange, Participation, Readout, Statement)
    return [model.objects.count() for model in models]


def test_the_text_suggests_and_says_from_what(editor: Client, archive: Archive) -> None:
    before = counts()
    page = press(editor, "_look", {"source-text": TEXT})
    sent = typed(page)
    suggested = {name: values[0] for name, values in sent.items() if name.startswith("source-")}
    assert suggested == {
        "source-text": TEXT,
        "source-title": "Telephone conversation with Emmanuel Macron",
        "source-kind": "readout",
        "source-date": "2022-02-22",
        "source-language": "en",
        "source-publisher": str(archive.elysee.pk),
        "source-publisher_as_printed": "Élysée Palace",
    }
    shown = text_of(page)
    assert "From “February 22, 2022” in the text." in shown
    assert "From “Élysée Palace” at the foot of the text." in shown
    assert sent["new-title"] == ["Call of Emmanuel Macron and Vladimir Putin"]
    assert sent["pick-side"] == [str(archive.elysee.pk)]
    assert "required" not in shown.split("errorlist")[-1][:80]
    assert counts() == before, "nothing is saved before the last step"


def test_whoever_has_a_line_published_it_rather_than_whoever_is_spoken_of(
    editor: Client, archive: Archive
) -> None:
    nato = Actor.objects.create(name="NATO", kind="organisation")
    spoken_of = TEXT.replace("Vladimir Putin had", "NATO was spoken of. Vladimir Putin had")
    looked_at = typed(press(editor, "_look", {"source-text": spoken_of}))
    assert looked_at["source-publisher"] == [str(archive.elysee.pk)]

    unsigned = spoken_of.replace("\r\n\r\nÉlysée Palace\r\n", " The Élysée Palace said so.")
    looked_at = typed(press(editor, "_look", {"source-text": unsigned}))
    assert "source-publisher" not in looked_at, f"the Élysée or {nato}: neither is guessed"


def test_what_was_typed_stays_and_the_text_is_said_to_differ(
    editor: Client, archive: Archive
) -> None:
    given = {"source-text": TEXT, "source-date": "2022-02-21", "source-language": "fr"}
    given |= {"source-publisher_as_printed": "AFP", "source-title": "Mine"}
    page = press(editor, "_look", given)
    sent = typed(page)
    assert {name: sent[name] for name in given} == {name: [it] for name, it in given.items()}
    assert "source-publisher" not in sent, "AFP is not the Élysée"
    assert "The text suggests 22 February 2022: “February 22, 2022” in the text." in text_of(page)


@pytest.mark.parametrize("chosen", ["whole", "quotations"])
def test_what_readers_see_is_chosen(
    editor: Client, archive: Archive, looked: Sent, chosen: str
) -> None:
    sent = with_passages(editor, looked, CONCERN) | {"pick-exchange": "none"}
    row = {"said-0-quote_type": "direct", "said-0-speaker_as_printed": "S"}
    asked = save(editor, sent, **row, **{"source-copy_shown": chosen})
    assert asked.status_code == 302
    assert Document.objects.latest("pk").copy_shown == chosen


def test_the_whole_way_to_a_new_call(editor: Client, archive: Archive, looked: Sent) -> None:
    sent = with_passages(editor, looked, CONCERN, ESCALATION)
    answer = save(editor, sent, **{"pick-exchange": "new", "said-1-topics": archive.topic.pk})

    document = Document.objects.latest("pk")
    made = reverse("admin:statements_exchange_from_source_made", args=[document.pk])
    assert (answer.status_code, answer.headers.get("Location")) == (302, made)
    assert (document.kind, document.editorial_status) == ("readout", "draft")
    assert document.entered_by == User.objects.get(username="editor")
    copy = document.snapshots.get()
    assert copy.text == KEPT
    exchange = Exchange.objects.latest("pk")
    assert (exchange.kind, str(exchange.date), exchange.status) == ("call", "2022-02-22", "held")
    assert (exchange.editorial_status, exchange.entered_by) == ("draft", document.entered_by)
    assert set(exchange.actors.all()) == {archive.putin, archive.macron}
    readout = Readout.objects.get(document=document)
    assert (readout.exchange, readout.side) == (exchange, archive.elysee)

    first, second = document.statements.order_by("pk")
    for statement, words in ((first, CONCERN), (second, ESCALATION)):
        assert statement.text == statement.anchor_exact == words
        assert copy.text[statement.anchor_start : statement.anchor_end] == words
        assert (statement.quote_type, statement.editorial_status) == ("direct", "draft")
        assert (statement.speaker, statement.speaker_as_printed) == (
            archive.elysee,
            "Élysée Palace",
        )
        assert (statement.exchange, statement.language) == (exchange, "en")
        assert (str(statement.date), statement.entered_by) == ("2022-02-22", document.entered_by)
    assert list(second.topics.all()) == [archive.topic]

    page = text_of(editor.get(made))
    assert "Saved as drafts: the document with its text, a new exchange, 2 statements." in page
    assert "serious concern" in page
    assert "Send all 4 drafts to review" in page
    sent_on = editor.post(made, follow=True)
    assert "Sent to review: 1 document, 1 exchange, 2 statements." in text_of(sent_on)
    assert "to review" not in text_of(editor.get(made)).split("What to do next")[1]
    records: list[Document | Exchange | Statement] = [document, exchange, first, second]
    for record in records:
        record.refresh_from_db(fields=["editorial_status"])
        assert record.editorial_status == "in_review"
    assert editor.post(made).status_code == 302, "pressed once more, nothing is left to send"
    every = f"/admin/statements/statement/?document={document.pk}"
    assert every in page
    assert "2 statements" in text_of(editor.get(every))


def test_an_exchange_of_those_days_is_offered_and_taken(editor: Client, archive: Archive) -> None:
    text = TEXT.replace("February 22", "February 21")
    page = press(editor, "_look", {"source-text": text})
    why = "call, 20 February 2022, both took part: Vladimir Putin and Emmanuel Macron"
    assert f"Call of Putin and Macron — {why}" in text_of(page)
    before = Exchange.objects.count()
    sent = with_passages(editor, typed(page), CONCERN)
    assert save(editor, sent, **{"pick-exchange": archive.call.pk}).status_code == 302
    assert Exchange.objects.count() == before
    statement = Statement.objects.latest("pk")
    assert (statement.exchange, str(statement.date)) == (archive.call, "2022-02-20")
    assert archive.call.readouts.get().document == statement.document


def test_a_source_without_an_exchange_or_with_another_one(
    editor: Client, archive: Archive, looked: Sent
) -> None:
    assert save(editor, looked, **{"pick-exchange": "none"}).status_code == 302
    assert not Readout.objects.exists()
    other = {**looked, "source-text": "Another text.", "pick-exchange": "other"}
    refused = save(editor, other)
    assert "Choose the exchange." in text_of(refused)
    assert save(editor, other, **{"pick-other": archive.call.pk}).status_code == 302
    assert archive.call.readouts.count() == 1


def test_an_exchange_has_to_be_chosen(editor: Client, looked: Sent) -> None:
    before = counts()
    page = save(editor, looked)
    assert page.status_code == 200
    assert page.context["entry"].pick.errors == {"exchange": ["This field is required."]}
    assert counts() == before


def test_a_passage_that_is_not_there_says_so_and_is_kept_only_when_that_is_ticked(
    editor: Client, looked: Sent
) -> None:
    sent = with_passages(editor, looked, CONCERN, "words that nobody wrote")
    sent |= {"said-1-quote_type": "indirect", "pick-exchange": "none"}
    page = save(editor, sent)
    assert page.status_code == 200
    rows = page.context["entry"].said.forms
    assert "These words are not in the text above" in str(rows[1].errors["text"])
    assert "text" not in rows[0].errors
    assert typed(page)["said-1-text"] == ["words that nobody wrote"]
    assert save(editor, sent, **{"said-1-unverified": "on"}).status_code == 302
    found, lost = Statement.objects.order_by("-pk")[:2][::-1]
    assert (found.is_verified, lost.is_verified) == (True, False)


def test_the_words_are_found_though_they_are_typed_in_another_way(
    editor: Client, looked: Sent
) -> None:
    sent = with_passages(editor, looked, '  "serious   concern"\r\n')
    assert sent["said-0-text"] == [CONCERN], "the row has the words as they stand in the text"
    start = KEPT.index(CONCERN)
    assert (sent["said-0-start"], sent["said-0-end"]) == ([str(start)], [str(start + len(CONCERN))])


def test_a_selected_place_is_taken_and_one_that_is_wrong_is_not(
    editor: Client, archive: Archive
) -> None:
    sent = {"source-text": "Yes. 🙈 Yes."}
    second = {"passage": "Yes.", "passage_start": "7", "passage_end": "11"}
    assert typed(press(editor, "_passage", sent, **second))["said-0-start"] == ["7"]
    for start, end in (("0", "2"), ("-1", "x"), ("9" * 30, "9" * 40), ("11", "7"), ("", "4")):
        wrong = {"passage": "Yes.", "passage_start": start, "passage_end": end}
        assert typed(press(editor, "_passage", sent, **wrong))["said-0-start"] == ["0"]


def test_a_row_takes_over_the_speaker_above_and_the_office_is_shown(
    editor: Client, archive: Archive, looked: Sent
) -> None:
    sent = with_passages(editor, looked, CONCERN)
    sent |= {"said-0-speaker": archive.macron.pk, "said-0-speaker_as_printed": "M. Macron"}
    page = press(editor, "_passage", sent, passage=ESCALATION)
    assert typed(page)["said-1-speaker"] == [str(archive.macron.pk)]
    assert typed(page)["said-1-speaker_as_printed"] == ["M. Macron"]
    assert text_of(page).count("Office held on 22 February 2022: President of France.") == 2
    later = press(editor, "_look", {**typed(page), "said-0-date": "2016-01-01"})
    assert "Office held on 1 January 2016: none that the archive knows." in text_of(later)


def test_a_speaker_is_suggested_by_the_label_of_a_transcript(
    editor: Client, archive: Archive
) -> None:
    text = "Vladimir Poutine: One.\n\nPoutine: Two.\n\nSomebody Else: Three.\n"
    sent = with_passages(
        editor, {"source-text": text, "source-kind": "transcript"}, "Two.", "Three."
    )
    assert sent["said-0-speaker_as_printed"] == ["Poutine"]
    assert sent["said-0-speaker"] == [str(archive.putin.pk)]
    assert sent["said-1-speaker_as_printed"] == ["Somebody Else"]
    assert "said-1-speaker" not in sent, "nobody is guessed"
    assert sent["said-0-quote_type"] == ["direct"]
    given = {"source-title": "T", "source-language": "en", "source-publisher_as_printed": "P"}
    assert save(editor, sent, **given, **{"pick-exchange": "none"}).status_code == 302
    assert UnresolvedName.objects.filter(name="Somebody Else").exists()


def test_a_row_is_left_out_and_the_others_stay(editor: Client, looked: Sent) -> None:
    sent = with_passages(editor, looked, CONCERN, ESCALATION)
    page = press(editor, "_drop", sent, _drop="0")
    assert typed(page)["said-0-text"] == [ESCALATION]
    assert "said-1-text" not in typed(page)
    for number in ("7", "abc", "-1", ""):
        assert typed(press(editor, "_drop", sent, _drop=number))["said-1-text"] == [ESCALATION]


def test_the_same_source_is_not_entered_twice(
    editor: Client, archive: Archive, looked: Sent
) -> None:
    sent = {**looked, "pick-exchange": "none", "source-url": "https://elysee.example/call"}
    assert save(editor, sent).status_code == 302
    before, first = counts(), Document.objects.latest("pk")
    link = reverse("admin:statements_document_change", args=[first.pk])

    again = save(editor, sent)
    assert again.status_code == 200
    assert "This text is kept already" in text_of(again)
    assert link in text_of(again)
    for url in ("http://elysee.example/call/", "https://elysee.example/call#top"):
        other = save(editor, {**sent, "source-text": "Another text.", "source-url": url})
        assert "A document with this address is in the archive already" in text_of(other)
        assert link in text_of(other)
    looked_at = press(editor, "_look", {"source-text": TEXT})
    assert link in text_of(looked_at), "it is said before anything else is typed"
    assert counts() == before


def test_a_twin_is_warned_of_and_refused(editor: Client, archive: Archive, looked: Sent) -> None:
    sent = {**looked, "pick-exchange": "new", "new-date": "2022-02-20"}
    warned = press(editor, "_look", sent)
    assert warned.context["page"].twin == archive.call
    before = counts()
    page = save(editor, sent)
    assert page.status_code == 200
    assert "This exchange is in the archive already" in page.context["refused"][0]
    assert "&lt;a href" not in text_of(page)
    assert counts() == before
    assert typed(page)["source-text"] == [TEXT], "nothing is lost"
    assert save(editor, sent, **{"new-another_that_day": "on"}).status_code == 302


def test_what_the_database_refuses_is_explained(
    editor: Client, archive: Archive, looked: Sent
) -> None:
    before = counts()
    twice = {"who-0-actor": archive.putin.pk, "who-1-actor": archive.putin.pk}
    page = save(editor, looked, **{"pick-exchange": "new"}, **twice)
    assert page.context["refused"] == ["This actor is among the participants already."]
    zone = save(editor, looked, **{"pick-exchange": "new", "new-time": "10:00"})
    assert "A time needs its time zone" in text_of(zone)
    assert counts() == before


def test_an_exchange_that_is_gone_meanwhile(editor: Client, archive: Archive, looked: Sent) -> None:
    for key in ("999999", "9" * 18, "9" * 40, "abc", "-1", "\x00", "<script>"):
        page = save(editor, looked, **{"pick-exchange": key})
        assert page.status_code == 200
        assert page.context["entry"].pick.errors["exchange"]


@pytest.mark.parametrize("role", ["reader", "administrator"])
def test_only_who_enters_may(
    signed_in: Callable[[str], Client], archive: Archive, role: str
) -> None:
    client = signed_in(role)
    made = reverse("admin:statements_exchange_from_source_made", args=[archive.document.pk])
    for answer in (client.get(ADDRESS), client.post(ADDRESS, {"_save": "1"}), client.get(made)):
        assert answer.status_code == 403
    assert Client().get(ADDRESS).status_code == 302


@pytest.mark.parametrize("key", ["0", "999999", "9" * 40, "abc", "-1", "%00", "1/2"])
def test_what_was_made_of_no_document(editor: Client, archive: Archive, key: str) -> None:
    assert editor.get(f"{ADDRESS}{key}/").status_code in (400, 404)


def test_a_chief_enters_too(chief: Client) -> None:
    assert chief.get(ADDRESS).status_code == 200


def test_a_form_from_elsewhere_is_refused(archive: Archive, person: Callable[[str], Any]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("editor"))
    assert client.post(ADDRESS, {"source-text": TEXT, "_look": "1"}).status_code == 403


def test_the_lists_lead_here(editor: Client, signed_in: Callable[[str], Client]) -> None:
    administrator = signed_in("administrator")
    for name in ("call", "meeting", "exchange", "document", "statement"):
        assert ADDRESS in text_of(editor.get(f"/admin/statements/{name}/"))
        assert ADDRESS not in text_of(administrator.get(f"/admin/statements/{name}/"))
    assert ADDRESS not in text_of(editor.get("/admin/statements/topic/"))


def test_a_link_brings_the_exchange_and_the_side(editor: Client, archive: Archive) -> None:
    page = editor.get(f"{ADDRESS}?exchange={archive.call.pk}&side={archive.elysee.pk}")
    assert page.context["page"].picked == str(archive.call.pk)
    for query in ("exchange=abc", "side=%22", f"exchange={'9' * 40}", "exchange=999999"):
        assert editor.get(f"{ADDRESS}?{query}").status_code == 200


HOSTILE = [
    "<script>alert(1)</script>",
    "'; DROP TABLE statements_statement; --",
    "9" * 60,
    "\x00",
    "%s {0} {{ 7 }} \\u0000",
    "🙈" * 500,
    "\u202e\u0301",
]
FIELDS = [
    *("source-text", "source-title", "source-kind", "source-date", "source-language"),
    *("source-publisher", "source-publisher_as_printed", "source-url", "source-rights"),
    "source-copy_shown",
    *("pick-exchange", "pick-other", "pick-side", "new-kind", "new-title", "new-date", "new-time"),
    *("new-timezone", "new-place", "new-status", "who-0-actor", "who-0-name_as_printed"),
    *("who-0-role", "who-TOTAL_FORMS", "said-TOTAL_FORMS", "said-INITIAL_FORMS", "passage"),
    *("said-0-text", "said-0-start", "said-0-end", "said-0-quote_type", "said-0-speaker"),
    *("said-0-speaker_as_printed", "said-0-attribution_as_printed", "said-0-topics"),
    *("said-0-addressees", "said-0-date", "said-0-unverified", "said-999-text", "said-x-text"),
]


@pytest.mark.parametrize("field", FIELDS)
def test_any_field_takes_anything(
    editor: Client, archive: Archive, looked: Sent, field: str
) -> None:
    sent = with_passages(editor, looked, CONCERN) | {"pick-exchange": "new"}
    for number, value in enumerate(HOSTILE):
        others = ("_passage", "_participant", "_drop") if number == 0 else ()
        for button in ("_save", *others):
            answer = editor.post(ADDRESS, {**sent, field: value, button: "1"})
            assert answer.status_code in (200, 302), (field, value, button)
            assert "<script>alert" not in text_of(answer)


def test_no_form_at_all(editor: Client) -> None:
    for sent in ({}, {"_save": "1"}, {"_look": "1"}, {"_passage": "1"}, {"_drop": "0"}):
        assert editor.post(ADDRESS, sent).status_code == 200


def test_many_rows_ask_as_often_as_few(editor: Client, archive: Archive, looked: Sent) -> None:
    def rows(count: int) -> Sent:
        row = {"text": CONCERN, "quote_type": "direct", "speaker": archive.macron.pk}
        row |= {"topics": archive.topic.pk, "addressees": archive.putin.pk}
        sent = {f"said-{n}-{name}": value for n in range(count) for name, value in row.items()}
        for number in range(count):
            other = Actor.objects.create(
                name=f"P {count}", slug=f"p{count}-{number}", kind="person"
            )
            ActorName.objects.create(actor=other, name=f"Q {number}")
            sent[f"said-{number}-speaker"] = other.pk
        return {**looked, **sent, "pick-exchange": "none"}

    def asked(sent: Sent, button: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            editor.post(ADDRESS, {**sent, button: "1"})
        return len(queries)

    few, many = rows(3), rows(40)
    asked(few, "_look")
    assert asked(few, "_look") == asked(many, "_look") <= 50
    few["source-text"] = TEXT + "another"
    saved = asked(few, "_save"), asked(many, "_save")
    assert saved[0] == saved[1] <= 70


def test_a_long_text_is_entered(editor: Client, archive: Archive) -> None:
    words = "The last words are these: 🙈 done."
    long = "Vladimir Putin spoke. " * 40_000 + words
    sent = {"source-text": long, "source-title": "T", "source-kind": "transcript"}
    sent |= {"source-publisher_as_printed": "P", "source-language": "en", "pick-exchange": "none"}
    sent |= {"passage": words}
    page = press(editor, "_passage", sent)
    row = {**typed(page), "said-0-speaker_as_printed": "S", "said-0-quote_type": "direct"}
    assert save(editor, row).status_code == 302
    statement = Statement.objects.latest("pk")
    assert statement.anchor_end == len(long)
