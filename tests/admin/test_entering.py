"""An editor enters what a source says."""

from django.apps import apps
from django.test import Client
from django.urls import reverse

from actors.models import Actor
from statements.models import Call, Document, Exchange, Snapshot, Statement
from tests.admin.conftest import SOURCE, Archive
from tests.admin.forms import errors, send

ADD_CALL = "/admin/statements/call/add/"


def participants(*rows: tuple[Actor | str, str]) -> dict[str, str | int]:
    """Type participants, by actor or by name as printed, with their roles."""
    sent: dict[str, str | int] = {"participations-TOTAL_FORMS": len(rows)}
    for at, (who, role) in enumerate(rows):
        field = "actor" if isinstance(who, Actor) else "name_as_printed"
        sent[f"participations-{at}-{field}"] = who.pk if isinstance(who, Actor) else who
        sent[f"participations-{at}-role"] = role
    return sent


def test_a_call_with_its_caller_and_a_readout(editor: Client, archive: Archive) -> None:
    answer = send(
        editor,
        ADD_CALL,
        title="Second call",
        date="2022-02-21",
        topics=[archive.topic.pk],
        **participants((archive.macron, "initiator"), (archive.putin, "participant")),
        **{
            "readouts-TOTAL_FORMS": 1,
            "readouts-0-side": archive.putin.pk,
            "readouts-0-document": archive.document.pk,
            "readouts-0-claimed_minutes": 105,
        },
    )

    assert answer.status_code == 302, errors(answer)
    call = Call.objects.get(title="Second call")
    assert call.kind == "call"
    assert call.editorial_status == "draft"
    assert [(p.actor, p.role) for p in call.participations.all()] == [
        (archive.macron, "initiator"),
        (archive.putin, "participant"),
    ]
    assert call.readouts.get().claimed_minutes == 105
    assert list(call.topics.all()) == [archive.topic]


def test_a_date_that_is_none_is_explained_beside_its_field(editor: Client) -> None:
    answer = send(editor, ADD_CALL, title="A call", date="20.2.2022")

    assert "“20.2.2022” is not a date" in errors(answer)
    assert not Call.objects.exists()
    assert 'value="20.2.2022"' in answer.content.decode(), "what was typed is kept"


def test_a_call_offers_the_roles_of_calls_and_keeps_another(
    editor: Client, archive: Archive
) -> None:
    archive.call.participations.filter(actor=archive.putin).update(role="host")
    address = reverse("admin:statements_call_change", args=[archive.call.pk])

    answer = send(editor, address, title="Another title")

    assert answer.status_code == 302, errors(answer)
    assert archive.call.participations.get(actor=archive.putin).role == "host"


def test_a_meeting_has_a_place_and_a_host(editor: Client, archive: Archive) -> None:
    send(
        editor,
        "/admin/statements/meeting/add/",
        title="Talks in Moscow",
        date="2022-02-07",
        place="Moscow",
        countries="ru, fr",
        **participants((archive.putin, "host"), ("Peskov", "participant")),
    )

    meeting = Exchange.objects.get(title="Talks in Moscow")
    assert (meeting.kind, meeting.place, meeting.countries) == ("meeting", "Moscow", ["RU", "FR"])
    assert [p.name_as_printed for p in meeting.participations.all()] == ["", "Peskov"]


def test_the_same_call_again_is_shown_and_asked_about(editor: Client, archive: Archive) -> None:
    typed = {
        "title": "The same",
        "date": "2022-02-20",
        **participants((archive.macron, "initiator"), (archive.putin, "participant")),
    }

    answer = send(editor, ADD_CALL, **typed)

    complaint = errors(answer)
    assert "in the archive already" in complaint
    assert "Call of Putin and Macron" in complaint
    twin = reverse("admin:statements_exchange_change", args=[archive.call.pk])
    assert f'href="{twin}"' in complaint
    assert 'value="The same"' in answer.content.decode()
    assert Exchange.objects.count() == 1

    answer = send(editor, ADD_CALL, **typed, another_that_day="on")

    assert answer.status_code == 302
    assert Exchange.objects.count() == 2


def test_a_call_of_others_on_that_day_is_no_twin(editor: Client, archive: Archive) -> None:
    typed = participants((archive.macron, "participant"), ("Joe Biden", "participant"))
    assert send(editor, ADD_CALL, title="Other", date="2022-02-20", **typed).status_code == 302


def test_a_document_keeps_its_text_and_the_passages_are_found_in_it(
    editor: Client, archive: Archive
) -> None:
    answer = send(
        editor,
        "/admin/statements/document/add/",
        kind="readout",
        title="Entretien",
        publisher=archive.elysee.pk,
        language="en",
        source_text=SOURCE.replace("\n", "\r\n"),
        **{
            "statements-TOTAL_FORMS": 1,
            "statements-0-text": "intensify the search for solutions",
            "statements-0-quote_type": "direct",
            "statements-0-speaker": archive.macron.pk,
        },
    )

    assert answer.status_code == 302, errors(answer)
    document = Document.objects.get(title="Entretien")
    assert document.publisher_as_printed == "Élysée Palace"
    assert document.snapshots.get().text == SOURCE, "lines end as the archive ends them"
    statement = document.statements.get()
    assert statement.is_verified
    assert statement.anchor_exact == "intensify the search for solutions"
    assert SOURCE[statement.anchor_start : statement.anchor_end] == statement.anchor_exact
    assert (statement.language, statement.speaker_as_printed) == ("en", "Emmanuel Macron")


def test_a_text_as_long_as_a_book_is_kept(editor: Client, archive: Archive) -> None:
    long = "Long words. " * 250_000
    address = reverse("admin:statements_document_change", args=[archive.document.pk])

    answer = send(editor, address, source_text=long)

    assert answer.status_code == 302, errors(answer)
    assert archive.document.snapshots.filter(length=len(long)).exists()


def test_a_text_that_is_kept_already_is_not_kept_twice(editor: Client, archive: Archive) -> None:
    address = reverse("admin:statements_document_change", args=[archive.document.pk])
    answer = editor.get(address)
    assert "Telephone conversation with President of France" in answer.content.decode()

    send(editor, address, source_text=SOURCE)

    assert archive.document.snapshots.count() == 1


def test_what_was_entered_before_the_text_was_kept_is_found_then(
    editor: Client, archive: Archive
) -> None:
    archive.draft.text = "New words."
    archive.draft.save()
    address = reverse("admin:statements_document_change", args=[archive.document.pk])

    send(editor, address, source_text="Only New words. here")

    archive.draft.refresh_from_db()
    assert archive.draft.anchor_exact == "New words."


def statement_address(archive: Archive) -> str:
    return reverse("admin:statements_statement_change", args=[archive.draft.pk])


def test_a_statement_is_anchored_as_it_is_saved(editor: Client, archive: Archive) -> None:
    send(editor, statement_address(archive), text="intensify   the search for solutions")

    archive.draft.refresh_from_db()
    assert archive.draft.snapshot == archive.snapshot
    assert archive.draft.anchor_exact == "intensify the search for solutions"

    answer = send(editor, statement_address(archive), text="Other words.", follow=True)

    archive.draft.refresh_from_db()
    assert not archive.draft.is_verified
    assert archive.draft.anchor_start is None
    messages = [
        str(message) for message in editor.get(answer.headers["Location"]).context["messages"]
    ]
    assert any("Not found in the kept copy" in message for message in messages)


def test_an_anchor_stays_where_the_words_did_not_change(editor: Client, archive: Archive) -> None:
    send(editor, statement_address(archive), text="the presidents")
    Snapshot.objects.create(document=archive.document, text="Another text altogether.")

    send(editor, statement_address(archive), attribution_as_printed="said the Kremlin")

    archive.draft.refresh_from_db()
    assert archive.draft.snapshot == archive.snapshot


def test_a_statement_needs_a_name_as_printed_or_an_actor(editor: Client, archive: Archive) -> None:
    answer = send(editor, statement_address(archive), speaker="", speaker_as_printed=" ")
    assert "Write the name as it is printed" in errors(answer)

    send(editor, statement_address(archive), speaker=archive.macron.pk, speaker_as_printed="")
    archive.draft.refresh_from_db()
    assert archive.draft.speaker_as_printed == "Emmanuel Macron"


def test_the_parts_of_a_statement_are_entered_and_signed(editor: Client, archive: Archive) -> None:
    answer = send(
        editor,
        statement_address(archive),
        text="What it says now.",
        **{
            "attributions-TOTAL_FORMS": 2,
            "attributions-0-position": 1,
            "attributions-0-role": "speaker",
            "attributions-0-actor": archive.putin.pk,
            "attributions-1-position": 2,
            "attributions-1-role": "office",
            "attributions-1-name_as_printed": "the Kremlin",
            "addressed-TOTAL_FORMS": 1,
            "addressed-0-actor": archive.macron.pk,
            "translations-TOTAL_FORMS": 1,
            "translations-0-language": "fr",
            "translations-0-translator": "newsroom",
            "translations-0-text": "Ce qu’il dit.",
            "links-TOTAL_FORMS": 1,
            "links-0-kind": "repeats",
            "links-0-other": archive.published.pk,
            "links-0-reason": "The same words.",
        },
    )

    assert answer.status_code == 302, errors(answer)
    statement = Statement.objects.get(pk=archive.draft.pk)
    assert [str(link) for link in statement.attributions.all()] == ["Vladimir Putin", "the Kremlin"]
    assert list(statement.addressees.all()) == [archive.macron]
    assert statement.translations.get().text == "Ce qu’il dit."
    assert statement.links.get().editor.username == "editor"


def test_a_leader_is_a_person_with_posts(editor: Client) -> None:
    answer = send(
        editor,
        "/admin/actors/leader/add/",
        name="Joe Biden",
        slug="joe-biden",
        country="us",
        **{
            "tenures-TOTAL_FORMS": 1,
            "tenures-0-title": "President of the United States",
            "tenures-0-start": "2021-01-20",
            "names-TOTAL_FORMS": 1,
            "names-0-name": "Байден",
            "names-0-kind": "alias",
        },
    )

    assert answer.status_code == 302, errors(answer)
    biden = Actor.objects.get(slug="joe-biden")
    assert (biden.kind, biden.country) == ("person", "US")
    assert biden.tenures.get().title == "President of the United States"


def test_opening_and_saving_changes_nothing(editor: Client, archive: Archive) -> None:
    archive.draft.text = "Two\nlines."
    archive.draft.save()
    events = apps.get_model("statements", "StatementEvent")._default_manager
    before = events.count()

    send(editor, statement_address(archive), text="Two\r\nlines.")

    assert events.count() == before, "the browser's line ends are no change"


def test_whoever_enters_a_record_is_noted_and_stays_so(
    editor: Client, chief: Client, archive: Archive
) -> None:
    send(editor, "/admin/statements/call/add/", title="Another call", date="2022-03-01")
    call = Exchange.objects.get(title="Another call")
    send(chief, reverse("admin:statements_call_change", args=[call.pk]), title="A later call")
    call.refresh_from_db()
    assert (call.title, str(call.entered_by)) == ("A later call", "editor")
