"""The desk page on which editors put right which passages of an exchange say the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actors.models import Actor
from statements.aligning import aligned
from statements.models import Exchange, Statement, Verdict
from tests import cast
from tests.admin.test_hostile import HUGE
from tests.aligning.readouts import SUNDAY, THREE, Entered, entered

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

# Records are put where they are needed.
ANY_STEP = True

PAGE_ASKS = 10


@pytest.fixture
def found(db: None) -> Entered:
    """Enter the readouts of a call that is still a draft, so that an editor may correct it."""
    made = entered(SUNDAY)
    Exchange.objects.filter(pk=made.exchange.pk).update(editorial_status="draft")
    return made


def address(of: Entered) -> str:
    return f"/admin/statements/exchange/{of.exchange.pk}/aligning/"


def shown(page: Page) -> dict[str, str]:
    board = page.context["board"]
    return {"seen": board.seen, "shown": board.shown}


def send(client: Client, of: Entered, **typed: object) -> Page:
    page = client.get(address(of))
    assert page.status_code == 200
    fields = {name.replace("_", "-"): value for name, value in typed.items()}
    return client.post(address(of), {**shown(page), **fields})


def same(of: Entered, one: str, other: str) -> dict[str, int]:
    return {f"same_{of[one].pk}": of[other].pk}


def pair(of: Entered, one: str, other: str) -> str:
    first, second = sorted((of[one].pk, of[other].pk))
    return f"{first}-{second}"


def points(of: Entered) -> list[set[str]]:
    alignment = aligned(of.exchange, of.sides)
    return [{of.names[one] for one in point.passages} for point in alignment.points]


def complaints(page: Page) -> list[str]:
    assert page.status_code == 200
    return list(page.context["refused"])


def test_the_sides_stand_side_by_side_with_their_numbers(editor: Client, found: Entered) -> None:
    board = editor.get(address(found)).context["board"]
    assert [(side.name, len(side.rows)) for side in board.sides] == [
        ("Élysée Palace", 5),
        ("Kremlin", 7),
    ]
    numbers = {found.names[row.passage.pk]: row.number for side in board.sides for row in side.rows}
    assert {name: number for name, number in numbers.items() if number} == {
        "e-normandy": 1, "k-normandy": 1, "e-ceasefire": 2, "k-ceasefire": 2,
    }  # fmt: skip


def test_two_passages_are_joined(editor: Client, found: Entered) -> None:
    answer = send(editor, found, note="As in print.", **same(found, "e-diplomacy", "k-guarantees"))
    assert answer.status_code == 302
    verdict = Verdict.objects.get()
    assert (verdict.is_same, verdict.note, verdict.editor.username) == (
        True,
        "As in print.",
        "editor",
    )
    assert {"e-diplomacy", "k-guarantees"} in points(found)
    page = editor.get(address(found)).content.decode()
    assert "says the same as" in page
    assert "As in print." in page


def test_two_passages_are_parted(editor: Client, found: Entered) -> None:
    send(editor, found, apart=pair(found, "e-normandy", "k-normandy"))
    assert points(found) == [{"e-ceasefire", "k-ceasefire"}]
    assert Verdict.objects.get().is_same is False


def test_a_verdict_is_taken_back(editor: Client, found: Entered) -> None:
    send(editor, found, apart=pair(found, "e-normandy", "k-normandy"))
    send(editor, found, back=Verdict.objects.get().pk)
    assert not Verdict.objects.exists()
    assert points(found) == [{"e-normandy", "k-normandy"}, {"e-ceasefire", "k-ceasefire"}]


def test_a_passage_is_said_by_its_side_alone(editor: Client, found: Entered) -> None:
    send(editor, found, alone=found["e-ceasefire"].pk)
    assert Verdict.objects.filter(is_same=False).count() == len(found.sides[1])
    assert points(found) == [{"e-normandy", "k-normandy"}]


def test_what_came_meanwhile_is_not_judged_along(editor: Client, found: Entered) -> None:
    page = editor.get(address(found))
    new = cast.statement(found["k-arms"].document, "New.", exchange=found.exchange)
    editor.post(address(found), {**shown(page), "alone": found["e-summit"].pk})
    assert Verdict.objects.count() == len(found.sides[1])
    assert not Verdict.objects.filter(other=new).exists()


def test_several_things_are_said_at_once(editor: Client, found: Entered) -> None:
    send(editor, found, apart=pair(found, "e-normandy", "k-normandy"))
    said = same(found, "e-summit", "k-guarantees") | same(found, "k-concern", "e-belarus")
    verdict = Verdict.objects.get()
    apart = pair(found, "e-ceasefire", "k-ceasefire")
    answer = send(editor, found, back=verdict.pk, apart=apart, **said)
    assert answer.status_code == 302
    assert points(found) == [
        {"e-normandy", "k-normandy"},
        {"e-summit", "k-guarantees"},
        {"e-belarus", "k-concern"},
    ]


def test_what_contradicts_itself_is_refused_and_kept_in_the_form(
    editor: Client, found: Entered
) -> None:
    apart = pair(found, "e-normandy", "k-normandy")
    said = same(found, "e-normandy", "k-normandy") | same(found, "e-belarus", "k-arms")
    page = send(editor, found, apart=apart, note="Kept?", **said)
    [complaint] = complaints(page)
    assert complaint.startswith("You said both that “They want the Normandy format")
    assert not Verdict.objects.exists()
    html = page.content.decode()
    assert f'value="{apart}"\n                           checked' in html
    assert f'<option value="{found["k-arms"].pk}" selected>' in html
    assert 'value="Kept?"' in html


def test_of_two_editors_at_once_the_second_is_told_what_the_first_said(
    editor: Client, signed_in: Callable[[str], Client], found: Entered
) -> None:
    page = editor.get(address(found))
    send(signed_in("chief"), found, **same(found, "e-diplomacy", "k-concern"))
    [kept] = Verdict.objects.all()
    typed = {"apart": pair(found, "e-diplomacy", "k-concern")}
    answer = editor.post(address(found), {**shown(page), **typed})
    [complaint] = complaints(answer)
    assert complaint.startswith("Meanwhile chief said that")
    assert "say the same. Look again: nothing was saved." in complaint
    assert list(Verdict.objects.all()) == [kept]
    answer = editor.post(address(found), {**shown(answer), **typed})
    assert answer.status_code == 302
    assert Verdict.objects.get().is_same is False


def test_what_two_editors_say_of_different_pairs_is_kept_both(
    editor: Client, signed_in: Callable[[str], Client], found: Entered
) -> None:
    page = editor.get(address(found))
    send(signed_in("chief"), found, **same(found, "e-diplomacy", "k-concern"))
    apart = pair(found, "e-normandy", "k-normandy")
    assert editor.post(address(found), {**shown(page), "apart": apart}).status_code == 302
    assert Verdict.objects.count() == 2


def test_what_two_editors_say_alike_is_kept_once(
    editor: Client, signed_in: Callable[[str], Client], found: Entered
) -> None:
    page = editor.get(address(found))
    send(signed_in("chief"), found, apart=pair(found, "e-normandy", "k-normandy"))
    apart = pair(found, "e-normandy", "k-normandy")
    assert editor.post(address(found), {**shown(page), "apart": apart}).status_code == 302
    assert Verdict.objects.get().editor.username == "chief"


def test_a_verdict_that_is_gone_already_is_said_to_be(editor: Client, found: Entered) -> None:
    send(editor, found, apart=pair(found, "e-normandy", "k-normandy"))
    page = editor.get(address(found))
    key = Verdict.objects.get().pk
    Verdict.objects.all().delete()
    answer = editor.post(address(found), {**shown(page), "back": key}, follow=True)
    assert [str(one) for one in answer.context["messages"]] == [
        "Nothing was changed.",
        "1 verdict had been taken back already.",
    ]


def test_a_join_that_is_not_followed_is_said_to_be(editor: Client, db: None) -> None:
    made = entered(THREE)
    Exchange.objects.filter(pk=made.exchange.pk).update(editorial_status="draft")
    send(editor, made, apart=pair(made, "e-prisoners", "c-prisoners"))
    send(editor, made, **same(made, "e-prisoners", "k-arms"))
    send(editor, made, **same(made, "c-prisoners", "k-arms"))
    assert {"c-prisoners", "k-arms"} in points(made)
    assert editor.get(address(made)).content.decode().count("Not followed") == 2


def test_drafts_are_there_and_said_to_be(editor: Client, found: Entered) -> None:
    Statement.objects.filter(pk=found["k-arms"].pk).update(editorial_status="draft")
    page = editor.get(address(found)).content.decode()
    assert '<span class="aligning__status">draft</span>' in page


def test_with_passages_of_one_side_there_is_nothing_to_compare(
    editor: Client, found: Entered
) -> None:
    Statement.objects.filter(document=found["k-arms"].document).delete()
    page = editor.get(address(found)).content.decode()
    assert "Nothing can be compared" in page
    assert '<form method="post" autocomplete="off">' not in page


def test_what_readers_see_is_corrected_by_a_chief(
    editor: Client, chief: Client, found: Entered
) -> None:
    Exchange.objects.filter(pk=found.exchange.pk).update(editorial_status="published")
    page = editor.get(address(found))
    assert "only a chief corrects it" in page.content.decode()
    assert 'name="apart"' not in page.content.decode()
    apart = {"apart": pair(found, "e-normandy", "k-normandy")}
    assert editor.post(address(found), {**shown(page), **apart}).status_code == 403
    assert not Verdict.objects.exists()
    assert send(chief, found, **apart).status_code == 302
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize("role", ["reader", "administrator"])
def test_others_do_not_get_there(
    role: str, signed_in: Callable[[str], Client], found: Entered
) -> None:
    client = signed_in(role)
    assert client.get(address(found)).status_code == 403
    assert client.post(address(found), {"alone": found["e-summit"].pk}).status_code == 403
    assert not Verdict.objects.exists()


@pytest.mark.usefixtures("as_owner")
@pytest.mark.parametrize("lacking", ["add_verdict", "delete_verdict"])
def test_who_lacks_a_permission_only_looks(editor: Client, found: Entered, lacking: str) -> None:
    Permission.objects.get(codename=lacking).group_set.clear()
    page = editor.get(address(found))
    assert page.context["may_align"] is False
    apart = {"apart": pair(found, "e-normandy", "k-normandy")}
    assert editor.post(address(found), {**shown(page), **apart}).status_code == 403
    assert not Verdict.objects.exists()


def test_nobody_who_is_not_signed_in_gets_there(client: Client, found: Entered) -> None:
    assert client.get(address(found)).status_code == 302
    assert client.post(address(found)).status_code == 302


@pytest.mark.parametrize("key", ["0", "999999999", HUGE, "x", "-1", "1.5"])
def test_an_exchange_that_is_not_there(key: str, editor: Client) -> None:
    page = editor.get(f"/admin/statements/exchange/{key}/aligning/", follow=True)
    assert page.status_code in (200, 404)
    assert "board" not in (page.context or {})


def test_passages_of_other_exchanges_and_what_is_no_key_are_refused(
    editor: Client, found: Entered
) -> None:
    strange = cast.statement(cast.document(), exchange=cast.exchange()).pk
    own = found["e-summit"].pk
    for typed in (
        {f"same-{own}": strange},
        {f"same-{strange}": own},
        {"apart": f"{own}-{strange}"},
        {f"same-{own}": "x"},
        {f"same-{own}": HUGE},
        {f"same-{own}": own},
        {f"same-{own}": found["e-belarus"].pk},
        {"apart": "1-2-3"},
        {"apart": "-"},
        {"same-": own},
        {"same-x": own},
        {"same-\n1": own},
        {"alone": "all"},
        {"back": "' OR 1=1"},
        {"seen": "1,x"},
        {"shown": ",,-1"},
        {f"same-{HUGE}": own},
        {"note": "n" * 2001, f"same-{own}": found["k-arms"].pk},
    ):
        page = editor.post(address(found), typed)
        assert complaints(page), typed
        assert not Verdict.objects.exists(), typed


def test_unknown_fields_and_nothing_at_all_change_nothing(editor: Client, found: Entered) -> None:
    for typed in (
        {},
        {"evil": "1", "same": "2"},
        {f"same-{found['e-summit'].pk}": ""},
    ):
        assert editor.post(address(found), typed).status_code == 302
    assert editor.put(address(found)).status_code == 405
    assert not Verdict.objects.exists()


def test_a_verdict_of_another_exchange_is_not_taken_back(editor: Client, found: Entered) -> None:
    other = entered(THREE, {actor.name: actor for actor in Actor.objects.all()})
    one, two = sorted((other["e-talks"].pk, other["k-talks"].pk))
    user = User.objects.create_user("somebody")
    verdict = Verdict.objects.create(one_id=one, other_id=two, is_same=True, editor=user)
    send(editor, found, back=verdict.pk)
    assert list(Verdict.objects.all()) == [verdict]


def test_the_page_of_the_exchange_leads_there(editor: Client, found: Entered) -> None:
    for kind in ("exchange", "call"):
        form = editor.get(f"/admin/statements/{kind}/{found.exchange.pk}/change/")
        assert address(found) in form.content.decode()
    assert "/aligning/" not in editor.get("/admin/statements/exchange/add/").content.decode()


def test_what_was_said_is_in_the_history_of_the_exchange(editor: Client, found: Entered) -> None:
    send(editor, found, apart=pair(found, "e-normandy", "k-normandy"))
    assert "Aligned: 1 parted" in LogEntry.objects.get().change_message


def test_as_many_queries_however_many_passages_and_verdicts(editor: Client, found: Entered) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            editor.get(address(found))
        return len(queries)

    editor.get(address(found))
    assert asked() == PAGE_ASKS
    send(editor, found, alone=[found["e-ceasefire"].pk, found["e-summit"].pk])
    assert asked() == PAGE_ASKS


def test_texts_are_shown_as_texts(editor: Client, found: Entered) -> None:
    evil = "<script>alert(1)</script>"
    Statement.objects.filter(pk=found["k-arms"].pk).update(text=evil)
    send(editor, found, note=evil, **same(found, "e-summit", "k-arms"))
    assert evil not in editor.get(address(found)).content.decode()
