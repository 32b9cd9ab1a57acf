"""Links between statements: what is suggested, made, signed and removed, and what readers see."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.models import (
    Addressee,
    Snapshot,
    Statement,
    StatementLink,
)
from tests import cast
from tests.admin.conftest import Archive
from tests.admin.test_hostile import HUGE

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

EVIL = "<script>alert(1)</script>"
# With a search, a speaker, and others of the same exchange.
PAGE_ASKS = 17
SAID = "The gas transit through Ukraine will go on after the year 2024, without conditions."

# Records are put where they are needed.
ANY_STEP = True


def links(statement: Statement, query: str = "") -> str:
    return f"/admin/statements/statement/{statement.pk}/links/{query}"


def offered(page: Page, group: str) -> list[str]:
    return [offer.other.text for offer in page.context[group]]


def sent(other: Statement, **typed: str) -> dict[str, str]:
    given = {"other": other.public_id, "kind": "softens", "reason": "There were conditions before."}
    return given | typed


@pytest.fixture
def say(archive: Archive) -> Callable[..., Statement]:
    """Make a statement of Putin's on 20 February 2022, a draft, unless something else is said."""

    def make(text: str = SAID, **fields: Any) -> Statement:
        given = {"speaker": archive.putin, "date": "2022-02-20", "editorial_status": "draft"}
        return cast.statement(archive.document, text, **given | fields)

    return make


@pytest.fixture
def new(say: Callable[..., Statement]) -> Statement:
    """What Putin says now, on the day after all the others."""
    return say(date="2022-03-01")


def test_the_closest_earlier_statements_of_the_speaker_come_first(
    editor: Client, say: Callable[..., Statement], new: Statement
) -> None:
    far = say("The transit of goods will go on.")
    near = say("The gas transit through Ukraine will go on after 2024.", date="2019")
    say("Nothing of the kind.")
    page = editor.get(links(new))
    assert offered(page, "closest") == [near.text, far.text]
    text = page.content.decode()
    assert "the year" in text
    assert '<ins class="new">' in text


def test_later_ones_those_of_the_day_and_other_peoples_are_not_suggested(
    editor: Client, archive: Archive, say: Callable[..., Statement], new: Statement
) -> None:
    say(date="2022-03-02")
    say(date="2022-03-01")
    say(date=None)
    say(speaker=archive.macron)
    assert offered(editor.get(links(new)), "closest") == []
    assert "Nothing with words of this one was found." in editor.get(links(new)).content.decode()


def test_of_texts_that_are_as_close_the_one_on_the_same_topic_comes_first(
    editor: Client, archive: Archive, say: Callable[..., Statement], new: Statement
) -> None:
    about = say(f"{SAID} Indeed.", topics=[archive.topic], date="2020")
    say(f"{SAID} Indeed!", date="2021")
    new.topics.add(archive.topic)
    assert next(iter(offered(editor.get(links(new)), "closest"))) == about.text


def test_who_is_not_identified_is_known_by_the_name_as_printed(
    editor: Client, say: Callable[..., Statement]
) -> None:
    unknown = {"speaker": None, "speaker_as_printed": "A diplomat"}
    earlier = say(f"{SAID} He thinks.", **unknown)
    say(speaker=None, speaker_as_printed="Another diplomat")
    new = say(date="2022-03-01", **unknown)
    assert offered(editor.get(links(new)), "closest") == [earlier.text]


def test_without_a_date_those_of_all_days_are_suggested(
    editor: Client, say: Callable[..., Statement]
) -> None:
    say(f"{SAID} Then.", date="2030")
    page = editor.get(links(say(date=None)))
    assert offered(page, "closest") == [f"{SAID} Then."]
    assert "of any day, as this one has no date" in page.content.decode()


@pytest.mark.parametrize("text", ["", "the of and", "…", "你好 世界", "a" * 5000, "' \\ : & | !"])
def test_every_text_has_a_page(editor: Client, say: Callable[..., Statement], text: str) -> None:
    say(f"{text} and more")
    assert editor.get(links(say(text, date="2022-03-01"))).status_code == 200


def test_what_others_of_the_exchange_said_may_be_answered(
    editor: Client, archive: Archive, say: Callable[..., Statement], new: Statement
) -> None:
    asked = say(f"{SAID} Is that so?", speaker=archive.macron, date="2022-03-01")
    say(f"{SAID} It is said.", speaker=archive.elysee)
    assert editor.get(links(new)).context["of_others"] == []
    Statement.objects.filter(pk=new.pk).update(exchange=archive.call)
    assert offered(editor.get(links(new)), "of_others") == [asked.text]
    Addressee.objects.create(statement=new, actor=archive.elysee)
    assert len(editor.get(links(new)).context["of_others"]) == 2


def test_any_other_statement_is_found_by_words_or_by_its_address(
    editor: Client, archive: Archive, say: Callable[..., Statement], new: Statement
) -> None:
    other = say("Wheat for Africa.", speaker=archive.macron, editorial_status="published")
    for typed in (
        "wheat",
        "“wheat for africa”",
        other.public_id,
        f"https://verbatim.example/statements/{other.public_id}/?q=1#x",
    ):
        page = editor.get(links(new), {"q": typed})
        assert offered(page, "found") == [other.text], typed
    assert editor.get(links(new), {"q": new.public_id}).context["found"] == []
    page = editor.get(links(new), {"q": f"{EVIL} nothing"})
    assert "No other statement has these words or this address." in page.content.decode()
    assert "&lt;script&gt;" in page.content.decode()


@pytest.mark.parametrize(
    "typed", ["%00", "(", "%22", "a" * 5000, "a%20" * 3000, "-", "or", "%ED%A0%80"]
)
def test_any_search_is_answered(editor: Client, new: Statement, typed: str) -> None:
    assert editor.get(links(new, f"?q={typed}")).status_code in (200, 400)


def test_a_link_is_made_and_signed(
    editor: Client, say: Callable[..., Statement], new: Statement
) -> None:
    earlier = say()
    page = editor.post(links(new), sent(earlier), follow=True)
    link = StatementLink.objects.get()
    assert (link.statement, link.other, link.kind) == (new, earlier, "softens")
    assert link.editor == User.objects.get(username="editor")
    assert "There were conditions before." in page.content.decode()
    assert "This one softens" in page.content.decode()
    assert "Another softens this one" in editor.get(links(earlier)).content.decode()


def test_the_form_of_the_statement_leads_to_the_page(editor: Client, new: Statement) -> None:
    page = editor.get(f"/admin/statements/statement/{new.pk}/change/").content.decode()
    assert f'href="{links(new)}"' in page
    assert "/links/" not in editor.get("/admin/statements/statement/add/").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reason": ""}, "Say why"),
        ({"reason": "  \n"}, "Say why"),
        ({"reason": "x\x00y"}, "Null characters are not allowed."),
        ({"reason": "x" * 3000}, "at most 2000 characters"),
        ({"kind": ""}, "How?"),
        ({"kind": "praises"}, "Select a valid choice"),
        ({"kind": EVIL, "reason": EVIL}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_linked_is_said_and_nothing_typed_is_lost(
    editor: Client, say: Callable[..., Statement], new: Statement, typed: dict[str, str], said: str
) -> None:
    other = say("Something quite different.")
    page = editor.post(links(new), sent(other, **typed))
    text = page.content.decode()
    assert page.status_code == 200
    assert said in text
    [offer] = page.context["chosen"]
    assert offer.form["reason"].value() == sent(other, **typed)["reason"]
    assert EVIL not in text
    assert not StatementLink.objects.exists()


def test_the_same_link_twice_a_link_to_itself_and_one_to_a_later_one_are_refused(
    editor: Client, say: Callable[..., Statement], new: Statement
) -> None:
    earlier = say()
    for _ in range(2):
        page = editor.post(links(new), sent(earlier))
    assert "This link is there already." in page.content.decode()
    page = editor.post(links(new), sent(new))
    assert "A statement is not linked with itself." in page.content.decode()
    page = editor.post(links(earlier), sent(new))
    assert "That statement is later: make the link on its own page." in page.content.decode()
    assert StatementLink.objects.count() == 1
    found = editor.get(links(earlier), {"q": new.public_id})
    assert f"{links(new)}?q=/statements/{earlier.public_id}/" in found.content.decode()
    assert [offer.form for offer in found.context["found"]] == [None]


@pytest.mark.parametrize("typed", ["", "nowhere", "\x00", "' or 1=1", HUGE])
def test_no_address_and_no_key_ends_in_an_error_of_the_server(
    editor: Client, new: Statement, typed: str
) -> None:
    assert editor.post(links(new), {**sent(new), "other": typed}).status_code == 404
    answer = editor.post(links(new), {"remove": typed}, follow=True)
    assert "That link is gone already." in answer.content.decode()
    assert editor.get(f"/admin/statements/statement/{HUGE}/links/").status_code == 404
    assert editor.get("/admin/statements/statement/0/links/").status_code == 404
    assert editor.put(links(new)).status_code == 405


def test_who_may_link_what(
    signed_in: Callable[[str], Client], say: Callable[..., Statement], new: Statement
) -> None:
    earlier = say()
    for role in ("reader", "administrator"):
        client = signed_in(role)
        assert client.get(links(new)).status_code == 403
        assert client.post(links(new), sent(earlier)).status_code == 403
    Statement.objects.filter(pk=new.pk).update(editorial_status="published")
    editor, chief = signed_in("editor"), signed_in("chief")
    page = editor.get(links(new))
    assert "only a chief links it with others" in page.content.decode()
    assert [offer.form for offer in page.context["closest"]] == [None]
    assert editor.post(links(new), sent(earlier)).status_code == 403
    assert not StatementLink.objects.exists()
    chief.post(links(new), sent(earlier))
    [link] = StatementLink.objects.all()
    assert "Remove this link" not in editor.get(links(new)).content.decode()
    for place in (new, earlier):
        assert editor.post(links(place), {"remove": str(link.pk)}).status_code == 403
    chief.post(links(earlier), {"remove": str(link.pk)})
    assert not StatementLink.objects.exists()


def test_a_link_of_another_statement_is_not_removed_here(
    editor: Client, say: Callable[..., Statement], new: Statement
) -> None:
    editor.post(links(new), sent(say()))
    [link] = StatementLink.objects.all()
    editor.post(links(say("Another.")), {"remove": str(link.pk)})
    assert StatementLink.objects.exists()
    editor.get(links(new), {"remove": str(link.pk)})
    assert StatementLink.objects.exists()
    editor.post(links(new), {"remove": str(link.pk)})
    assert not StatementLink.objects.exists()


def test_a_form_from_elsewhere_is_refused(
    person: Callable[[str], User], say: Callable[..., Statement], new: Statement
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("chief"))
    assert client.post(links(new), sent(say())).status_code == 403
    assert not StatementLink.objects.exists()


def test_readers_see_how_it_stands_to_which_statement_why_and_by_whom(
    chief: Client, client: Client, say: Callable[..., Statement], new: Statement
) -> None:
    User.objects.filter(username="chief").update(first_name="Ada", last_name="<b>Okonjo")
    earlier = say("There will be no transit <i>at all</i>.")
    chief.post(links(new), sent(earlier, reason="Before: <u>none</u>."))
    Statement.objects.filter(pk=new.pk).update(editorial_status="published")
    client.force_login(cast.person_with("reader"))
    address = f"/statements/{new.public_id}/"
    assert "no transit" not in client.get(address).content.decode(), "it leads to a draft"

    Statement.objects.filter(pk=earlier.pk).update(editorial_status="published")
    text = client.get(address).content.decode()
    made = StatementLink.objects.get().made_at
    for shown in (
        "This statement softens that one",
        "There will be no transit &lt;i&gt;at all&lt;/i&gt;.",
        f"/statements/{earlier.public_id}/",
        "Before: &lt;u&gt;none&lt;/u&gt;.",
        "Ada &lt;b&gt;Okonjo",
        f'datetime="{made:%Y-%m-%d}"',
    ):
        assert shown in text
    back = client.get(f"/statements/{earlier.public_id}/").content.decode()
    assert "That one softens this statement" in back
    Statement.objects.filter(pk=new.pk).update(editorial_status="in_review")
    assert "softens" not in client.get(f"/statements/{earlier.public_id}/").content.decode()


def test_what_was_said_is_text_on_the_page(
    editor: Client, archive: Archive, say: Callable[..., Statement]
) -> None:
    earlier = say(f"{EVIL} transit and guarantees", speaker_as_printed=EVIL)
    new = say(f"{EVIL} transit or guarantees", date="2022-03-01", speaker_as_printed=EVIL)
    page = editor.get(links(new))
    assert offered(page, "closest") == [earlier.text]
    assert EVIL not in page.content.decode()
    editor.post(links(new), sent(earlier, reason=EVIL))
    assert EVIL not in editor.get(links(new)).content.decode()


def test_the_page_asks_as_often_for_many_as_for_few(
    editor: Client, archive: Archive, say: Callable[..., Statement], new: Statement
) -> None:
    Statement.objects.filter(pk=new.pk).update(exchange=archive.call)
    copy = Snapshot.objects.create(document=archive.document, text=SAID)
    counts = []
    for number in (1, 12):
        for at in range(number):
            anchor = {"snapshot": copy, "anchor_start": 0, "anchor_end": len(SAID)}
            other = say(**anchor, anchor_exact=SAID, exchange=archive.call)
            say(f"{SAID} So?", speaker=archive.macron)
            editor.post(links(new), sent(other, reason=f"No. {at}"))
        editor.get(links(new, "?q=transit"))
        with CaptureQueriesContext(connection) as asked:
            editor.get(links(new, "?q=transit"))
        counts.append(len(asked))
    assert counts == [PAGE_ASKS, PAGE_ASKS]
