"""The queue of names that wait for an editor."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.test import Client

from actors.models import Actor, Tenure
from statements.models import Addressee, Document, Participation, Statement, UnresolvedName
from tests.admin.conftest import Archive
from tests.admin.test_query_counts import queries

QUEUE = "/admin/statements/unresolvedname/"


def who(name: str) -> str:
    return f"{QUEUE}who/?{urlencode({'name': name})}"


@pytest.fixture
def micron(archive: Archive) -> str:
    """A misspelling that stands in three places, and one name that stands in one."""
    name = "Emanuel Micron"
    Statement.objects.update(speaker=None, speaker_as_printed=name)
    Participation.objects.filter(actor=archive.macron).update(actor=None, name_as_printed=name)
    Addressee.objects.create(statement=archive.draft, name_as_printed="Peskov")
    return name


def test_the_most_frequent_name_comes_first_with_the_closest_actors(
    editor: Client, micron: str
) -> None:
    page = editor.get(QUEUE)
    rows = [(row.name, row.total) for row in page.context["cl"].result_list]
    assert rows[0] == (micron, 3)
    assert [one.name for one in page.context["cl"].result_list[0].suggestions] == [
        "Emmanuel Macron"
    ]
    assert "Emmanuel Macron — person, FR</button>" in page.content.decode()


def test_one_press_of_a_button_links_every_place(
    editor: Client, archive: Archive, micron: str
) -> None:
    answer = editor.post(who(micron), {"actor": archive.macron.pk}, follow=True)

    assert (
        "“Emanuel Micron” is now a name of Emmanuel Macron: linked 2 statements, 1 participant."
        in answer.content.decode()
    )
    assert set(Statement.objects.values_list("speaker", flat=True)) == {archive.macron.pk}
    assert archive.call.participations.filter(actor=archive.macron).exists()
    assert archive.macron.names.filter(name=micron).exists()
    assert not UnresolvedName.objects.filter(name=micron).exists()


def test_the_way_back_leads_to_the_same_page_of_the_queue(
    editor: Client, archive: Archive, micron: str
) -> None:
    page = editor.get(f"{QUEUE}?o=1&q=micron")
    address = page.context["cl"].result_list[0].address
    answer = editor.post(address, {"actor": archive.macron.pk})
    assert answer.headers["Location"] == f"{QUEUE}?o=1&q=micron"


def test_a_name_that_waits_no_more(editor: Client, archive: Archive, micron: str) -> None:
    editor.post(who(micron), {"actor": archive.macron.pk})
    answer = editor.post(who(micron), {"actor": archive.putin.pk}, follow=True)
    assert "does not wait" in answer.content.decode()
    assert not archive.putin.names.filter(name=micron).exists()


def test_somebody_else_is_chosen_or_added_on_the_page_of_the_name(
    editor: Client, archive: Archive, micron: str
) -> None:
    page = editor.get(who(micron)).content.decode()
    assert "Words that are published." in page, "where the name stands"
    assert "Call of Putin and Macron" in page
    assert "name=Emanuel+Micron" in page, "the link to add an actor has the name"

    assert "This field is required" in editor.post(who(micron), {}).content.decode()
    assert editor.post(who(micron), {"actor": "abc"}).status_code == 200
    assert editor.post(who(micron), {"actor": "9" * 40}).status_code == 200
    editor.post(who(micron), {"actor": archive.elysee.pk})
    assert archive.elysee.names.filter(name=micron).exists()


@pytest.mark.parametrize(
    "name",
    [
        "O’Brien \"Q\" <b> & 'x'",
        "a/b/../c?d=e&f#g%20%00",
        "..",
        ".",
        "Ж" * 300,
        "👩‍🚀" * 60,
        "two\nlines",
        "_5F_quote",
        " leading",
    ],
)
def test_any_name_can_be_linked(editor: Client, archive: Archive, name: str) -> None:
    Statement.objects.update(speaker=None, speaker_as_printed=name)

    page = editor.get(QUEUE)
    assert page.status_code == 200
    link = page.context["cl"].url_for_result(page.context["cl"].result_list[0])
    assert editor.get(link).status_code == 200
    assert editor.get(f"{QUEUE}?{urlencode({'q': name[:20]})}").status_code == 200

    answer = editor.post(link, {"actor": archive.macron.pk}, follow=True)
    assert "is now a name of" in answer.content.decode()
    assert set(Statement.objects.values_list("speaker", flat=True)) == {archive.macron.pk}


@pytest.mark.parametrize("query", ["", "name=", "name=%00", "name=nobody", "name=" + "x" * 3000])
def test_a_name_that_is_none(editor: Client, archive: Archive, query: str) -> None:
    for answer in (editor.get(f"{QUEUE}who/?{query}"), editor.post(f"{QUEUE}who/?{query}")):
        assert answer.status_code in (302, 400)


def test_the_queue_asks_as_often_for_many_names_as_for_few(
    editor: Client, archive: Archive
) -> None:
    def wait(names: int) -> None:
        for number in range(names):
            Participation.objects.create(
                exchange=archive.call, name_as_printed=f"Macron the {number}."
            )

    wait(3)
    few = queries(editor, QUEUE)
    Participation.objects.filter(actor=None).delete()
    wait(40)
    assert queries(editor, QUEUE) == few


def test_only_who_enters_links(
    signed_in: Callable[[str], Client], archive: Archive, micron: str
) -> None:
    administrator = signed_in("administrator")
    assert administrator.get(who(micron)).status_code == 403
    assert administrator.post(who(micron), {"actor": archive.macron.pk}).status_code == 403


def test_an_actor_that_is_added_has_the_name(editor: Client, micron: str) -> None:
    page = editor.get("/admin/actors/actor/add/?name=Emanuel+Micron&slug=emanuel-micron")
    assert 'value="Emanuel Micron"' in page.content.decode()
    assert Actor.objects.filter(name=micron).count() == 0


def who_is_meant(client: Client, name: str) -> dict[str, str]:
    """Give why each actor is suggested for a name that waits, the likeliest first."""
    page = client.get(who(name))
    return {str(one): one.why for one in page.context["suggestions"]}


def test_suggestions_carry_their_reasons(editor: Client, archive: Archive) -> None:
    name = "President of France E. Macron"
    source = {"publisher": archive.elysee, "language": "en", "kind": "article", "title": "T"}
    document = Document.objects.create(publisher_as_printed="Elysee", **source)
    words = {"document": document, "language": "en", "quote_type": "indirect"}
    Statement.objects.create(text="W.", speaker_as_printed=name, exchange=archive.call, **words)
    for number in range(2):
        Statement.objects.create(
            text=f"W{number}", speaker=archive.macron, speaker_as_printed="M", **words
        )
    found = who_is_meant(editor, name)
    assert found["Emmanuel Macron — person, FR"] == (
        "the surname is the same; held the post named there: President of France; "
        "took part in the exchange in which it was said; "
        "spoke in 2 other statements of this publisher; President of France (2017–)"
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Emmanuel Macron", "the name is the same"),
        ("EMMANUEL MÂCRON", "the name is the same as Emmanuel Macron, but for how it is written"),
    ],
)
def test_the_same_name(editor: Client, archive: Archive, name: str, why: str) -> None:
    Addressee.objects.create(statement=archive.draft, name_as_printed=name)
    assert who_is_meant(editor, name)["Emmanuel Macron — person, FR"].startswith(f"{why}; ")


def test_the_day_of_the_words_speaks_for_who_was_in_contact_then(
    editor: Client, archive: Archive
) -> None:
    Statement.objects.filter(pk=archive.draft.pk).update(
        speaker=None, speaker_as_printed="V. Putin", date="2022-02-20"
    )
    assert (
        "was in contact on that day"
        in who_is_meant(editor, "V. Putin")["Vladimir Putin — person, RU"]
    )


def test_namesakes_are_told_apart_and_the_likelier_comes_first(
    editor: Client, archive: Archive
) -> None:
    other = Actor.objects.create(name="Emmanuel Macron", slug="em", kind="person", country="BE")
    Tenure.objects.create(person=other, title="Mayor of Namur", start="1990", end="1995")
    Statement.objects.filter(pk=archive.draft.pk).update(
        speaker=None, speaker_as_printed="Emmanuel Macron", exchange=archive.call
    )
    Statement.objects.filter(pk=archive.published.pk).update(speaker=other)
    found = who_is_meant(editor, "Emmanuel Macron")
    assert list(found)[:2] == ["Emmanuel Macron — person, FR", "Emmanuel Macron — person, BE"]
    assert "Mayor of Namur (1990–1995)" in found["Emmanuel Macron — person, BE"]


def test_reasons_are_asked_for_together(editor: Client, archive: Archive) -> None:
    for number in range(25):
        Participation.objects.create(exchange=archive.call, name_as_printed=f"Macron {number}")
    assert queries(editor, QUEUE) <= 14
