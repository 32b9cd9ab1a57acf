"""Merging at the desk: who may, what is shown, what is refused, and how it is undone."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from actors.models import Actor, Merge, MergeStep
from statements.models import Addressee, Exchange, Participation, Statement, Topic
from tests.admin.conftest import Archive
from tests.admin.test_query_counts import queries
from tests.merging.world import everything

WHY = {"reason": "One and the same."}
LOG = "/admin/actors/merge/"


def address(kept: Any, gone: Any = None) -> str:
    """Give the address of the page on which two records are merged."""
    place = f"/admin/{kept._meta.app_label}/{kept._meta.model_name}/merge/?kept={kept.pk}"
    return f"{place}&gone={gone.pk}" if gone else place


@pytest.fixture
def twin(archive: Archive) -> Actor:
    """Somebody entered a second time, with a statement and a name."""
    twin = Actor.objects.create(
        name="V. Putin", slug="v-putin", kind="person", description="<b>The President</b>"
    )
    Statement.objects.filter(pk=archive.draft.pk).update(speaker=twin)
    Participation.objects.create(exchange=archive.call, actor=twin, role="initiator")
    return twin


def press(client: Client, place: str, **typed: str) -> Any:
    """Look at both, and send the form as the browser does."""
    page = client.get(place)
    assert page.status_code == 200
    sent = {"seen": page.context["plan"].seen, **WHY, **typed}
    return client.post(place, sent, follow=True)


def merged(client: Client, kept: Any, gone: Any) -> Merge:
    press(client, address(kept, gone))
    return Merge.objects.latest("pk")


def test_both_sides_are_shown_and_what_will_be_done(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    page = chief.get(address(archive.putin, twin)).content.decode()
    for words in (
        "Statements (speaker): 1 moved to Vladimir Putin",
        "Participations: 1 dropped, as Vladimir Putin has the same",
        "Description is taken over: &lt;b&gt;The President&lt;/b&gt;",
        "“V. Putin” becomes another name of Vladimir Putin",
        "Name stays Vladimir Putin; “V. Putin” goes",
        "Both are named among the participants of 1 exchange.",
        "Words that are draft.",
    ):
        assert words in " ".join(page.split()), words
    assert "<b>The President" not in page


def test_merged_undone_and_merged_again(chief: Client, archive: Archive, twin: Actor) -> None:
    before = everything()
    answer = press(chief, address(archive.putin, twin))
    assert "V. Putin is now Vladimir Putin." in answer.content.decode()
    assert archive.putin.statements.count() == 2
    assert archive.putin.participations.get().role == "initiator"
    done = Merge.objects.get()
    assert (done.reason, str(done.merged_by)) == ("One and the same.", "chief")

    undone = chief.post(done.get_absolute_url(), follow=True).content.decode()
    assert "V. Putin is there again" in undone
    assert "Everything was put back" in undone
    assert {**everything(), "auth_user": []} == {**before, "auth_user": []}
    merged(chief, archive.putin, twin)
    assert Merge.objects.filter(undone_at=None).count() == 1


@pytest.mark.parametrize("role", ["reader", "editor", "administrator"])
def test_only_who_may_merges_and_undoes(
    signed_in: Callable[[str], Client], chief: Client, archive: Archive, twin: Actor, role: str
) -> None:
    other = signed_in(role)
    done = merged(chief, *Topic.objects.bulk_create(
        [Topic(name="A", slug="a"), Topic(name="B", slug="b")]
    ))  # fmt: skip
    for place in (
        address(archive.putin),
        address(archive.putin, twin),
        LOG,
        done.get_absolute_url(),
    ):
        assert other.get(place).status_code == 403, place
        assert other.post(place, WHY).status_code == 403, place
    assert Merge.objects.get().undone_at is None
    link = "Merge with another …"
    change = reverse("admin:actors_actor_change", args=[archive.putin.pk])
    assert link in chief.get(change).content.decode()
    if role == "editor":
        assert link not in other.get(change).content.decode()
        assert "Merges" not in other.get("/admin/").content.decode()


def test_a_look_changes_nothing_and_a_form_from_elsewhere_is_refused(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    before = everything()
    chief.get(address(archive.putin))
    chief.get(address(archive.putin, twin))
    assert everything() == before
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="chief"))
    assert strict.post(address(archive.putin, twin), WHY).status_code == 403
    assert not Merge.objects.exists()


def test_a_reason_is_asked_for_and_what_was_typed_stays(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    for reason in ("", "   ", "\x00"):
        page = press(chief, address(archive.putin, twin), reason=reason)
        assert page.status_code == 200
        assert page.context["form"].errors
    assert not Merge.objects.exists()


def test_what_changed_since_the_page_was_shown_is_looked_at_again(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    seen = chief.get(address(archive.putin, twin)).context["plan"].seen
    Actor.objects.filter(pk=twin.pk).update(description="Somebody else after all.")
    page = chief.post(address(archive.putin, twin), {**WHY, "seen": seen}).content.decode()
    assert "has changed since this page was shown" in page
    assert "One and the same." in page
    assert not Merge.objects.exists()
    press(chief, address(archive.putin, twin))
    assert Merge.objects.exists()


def test_a_second_press_says_that_it_is_done(chief: Client, archive: Archive, twin: Actor) -> None:
    place = address(archive.putin, twin)
    sent = {"seen": chief.get(place).context["plan"].seen, **WHY}
    chief.post(place, sent)
    for answer in (chief.post(place, sent, follow=True), chief.get(place)):
        assert "was merged with Vladimir Putin already" in answer.content.decode()
    swapped = chief.get(address(twin, archive.putin), follow=True)
    assert "was merged with Vladimir Putin already" in swapped.content.decode()
    assert Merge.objects.count() == 1


def test_a_second_undo_is_refused(chief: Client, archive: Archive, twin: Actor) -> None:
    done = merged(chief, archive.putin, twin)
    chief.post(done.get_absolute_url())
    again = chief.post(done.get_absolute_url(), follow=True).content.decode()
    assert "Not undone. This merge was undone already." in again


def test_an_undo_waits_for_that_of_a_later_merge(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    first = merged(chief, archive.putin, twin)
    third = Actor.objects.create(name="Third", slug="third", kind="person")
    second = merged(chief, third, archive.putin)
    page = chief.post(first.get_absolute_url(), follow=True).content.decode()
    assert "After it Vladimir Putin was merged with Third: undo that merge first." in page
    for one in (second, first):
        chief.post(one.get_absolute_url())
    assert not Merge.objects.filter(undone_at=None).exists()
    assert twin.statements.count() == 1


def test_an_undo_tells_what_stays_where_editors_put_it(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    done = merged(chief, archive.putin, twin)
    Statement.objects.filter(pk=archive.draft.pk).update(speaker=archive.macron)
    Actor.objects.filter(pk=archive.putin.pk).update(description="As we say.")
    page = chief.post(done.get_absolute_url(), follow=True).content.decode()
    assert "Statements (speaker): 1 no longer with Vladimir Putin, left where they are." in page
    assert "Description (actor): changed since, left as it is." in page
    assert Statement.objects.get(pk=archive.draft.pk).speaker == archive.macron
    assert Actor.objects.get(pk=twin.pk).description == "<b>The President</b>"


def test_an_undo_into_an_address_that_is_taken_is_refused(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    done = merged(chief, archive.putin, twin)
    Actor.objects.create(name="New", slug="v-putin", kind="person")
    before = everything()
    page = chief.post(done.get_absolute_url(), follow=True).content.decode()
    assert "Not undone." in page
    assert everything() == before
    assert Merge.objects.get().undone_at is None


def test_an_undo_after_the_kept_one_is_deleted_is_refused(chief: Client, archive: Archive) -> None:
    one, other = (Topic.objects.create(name=name, slug=name) for name in ("one", "two"))
    done = merged(chief, one, other)
    one.delete()
    page = chief.get(done.get_absolute_url()).content.decode()
    assert "one, which was kept, is not there any more." in page


def test_the_log_is_not_rewritten(chief: Client, archive: Archive, twin: Actor) -> None:
    done = merged(chief, archive.putin, twin)
    for change in (
        lambda: Merge.objects.filter(pk=done.pk).update(reason="Other."),
        lambda: Merge.objects.filter(pk=done.pk).delete(),
        lambda: MergeStep.objects.update(number=0),
        lambda: MergeStep.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    page = chief.get(LOG).content.decode()
    assert "One and the same." in page
    assert chief.get(f"{LOG}add/").status_code == 403
    assert chief.post(f"{LOG}{done.pk}/delete/", {"post": "yes"}).status_code == 403


def refusals(client: Client, kept: Any, gone: Any) -> str:
    """Give why two records are not merged, after trying."""
    page = press(client, address(kept, gone))
    assert not Merge.objects.exists()
    return " ".join(conflict.words for conflict in page.context["plan"].conflicts)


def test_actors_that_are_not_the_same(chief: Client, archive: Archive, twin: Actor) -> None:
    assert "is entered as a person" in refusals(chief, archive.putin, archive.elysee)
    Actor.objects.filter(pk=twin.pk).update(wikidata="Q1")
    Actor.objects.filter(pk=archive.putin.pk).update(wikidata="Q2")
    assert "Wikidata tells them apart" in refusals(chief, archive.putin, twin)
    Actor.objects.filter(pk=twin.pk).update(wikidata="")
    Addressee.objects.create(statement=archive.published, actor=twin)
    assert "nobody is both speaker and addressee" in refusals(chief, archive.putin, twin)


def test_actors_whose_exchanges_would_be_one(chief: Client, archive: Archive, twin: Actor) -> None:
    Participation.objects.filter(actor=twin).delete()
    other = Exchange.objects.create(kind="call", title="Entered twice", date="2022-02-20")
    for actor in (twin, archive.macron):
        Participation.objects.create(exchange=other, actor=actor)
    page = press(chief, address(archive.putin, twin))
    [conflict] = page.context["plan"].conflicts
    assert "would be one exchange then" in conflict.words
    press(chief, conflict.address)
    press(chief, address(archive.putin, twin))
    assert Merge.objects.count() == 2
    assert Exchange.objects.get(kind="call").participations.count() == 2


def test_a_topic_is_not_put_below_itself(chief: Client, archive: Archive) -> None:
    middle = Topic.objects.create(name="Middle", slug="middle", parent=archive.topic)
    lowest = Topic.objects.create(name="Lowest", slug="lowest", parent=middle)
    assert "Lowest stands below Ukraine" in refusals(chief, lowest, archive.topic)
    merged(chief, archive.topic, lowest)
    assert not Topic.objects.filter(pk=lowest.pk).exists()
    archive.topic.refresh_from_db()
    assert archive.topic.aliases == ["Украина", "Lowest"]


@pytest.mark.parametrize(
    ("kept", "gone", "words"),
    [
        ({}, {"kind": "meeting"}, "They are of two kinds"),
        ({}, {"date": "2022-02-21"}, "They were at different times"),
        ({}, {"status": "cancelled"}, "One was held and the other cancelled"),
        (
            {},
            {"editorial_status": "published", "override_reason": "Nobody is named."},
            "Readers see “Other” and would lose it",
        ),
        (
            {"editorial_status": "published"},
            {"summary": "Secret."},
            "readers would see what only it has: summary",
        ),
        (
            {"editorial_status": "published"},
            {"editorial_status": "retracted", "retraction_reason": "Wrong."},
            "was retracted, and the other was not",
        ),
    ],
)
def test_exchanges_that_are_not_the_same(
    chief: Client, archive: Archive, kept: dict[str, str], gone: dict[str, str], words: str
) -> None:
    given = {"kind": "call", "date": "2022-02-20", "title": "Other", "another_that_day": True}
    other = Exchange.objects.create(**given | gone)
    Exchange.objects.filter(pk=archive.call.pk).update(**kept)
    assert words in refusals(chief, archive.call, other)


def test_a_part_is_not_the_whole(chief: Client, archive: Archive) -> None:
    part = Exchange.objects.create(kind="call", title="Part", part_of=archive.call)
    assert "is a part of" in refusals(chief, archive.call, part)
    assert "is a part of" in refusals(chief, part, archive.call)


def test_the_more_precise_of_two_exchanges_is_taken_over(chief: Client, archive: Archive) -> None:
    vague = Exchange.objects.create(kind="other", title="Vague", date="2022-02", status="planned")
    Participation.objects.create(exchange=vague, name_as_printed="Vladimir Putin")
    Participation.objects.filter(exchange=archive.call).update(name_as_printed="Vladimir Putin")
    Participation.objects.filter(exchange=archive.call, actor=archive.macron).update(
        name_as_printed="Macron"
    )
    merged(chief, vague, archive.call)
    kept = Exchange.objects.get(pk=vague.pk)
    assert (kept.kind, str(kept.date), kept.status) == ("call", "2022-02-20", "held")
    assert {one.actor for one in kept.participations.all()} == {archive.putin, archive.macron}


@pytest.mark.parametrize(
    "query",
    ["", "kept=", "kept=abc", "kept=0", f"kept={'9' * 40}", "kept=-1", "kept=1%00", "gone=1"],
)
def test_hostile_keys_of_the_kept_one(chief: Client, archive: Archive, query: str) -> None:
    for place in ("actors/actor", "statements/topic", "statements/exchange", "statements/call"):
        for answer in (
            chief.get(f"/admin/{place}/merge/?{query}"),
            chief.post(f"/admin/{place}/merge/?{query}", WHY),
        ):
            assert answer.status_code in (302, 400), answer


@pytest.mark.parametrize(
    "query",
    ["gone=", "gone=abc", f"gone={'9' * 40}", "gone=-1", "gone=1%00", "address=<b>", "address=/"],
)
def test_hostile_keys_of_the_other(chief: Client, archive: Archive, query: str) -> None:
    answer = chief.get(f"{address(archive.putin)}&{query}")
    assert answer.status_code in (200, 400)
    assert b"<b>" not in answer.content
    assert "That is this one" in chief.get(address(archive.putin, archive.putin)).content.decode()


def test_the_other_is_found_by_its_address(chief: Client, archive: Archive, twin: Actor) -> None:
    for typed in ("v-putin", "/actors/v-putin/", "https://verbatim/actors/v-putin/?x=1"):
        page = chief.get(f"{address(archive.putin)}&{urlencode({'address': typed})}")
        assert page.context["plan"].gone == twin
    page = chief.get(f"{address(archive.putin)}&address=nobody")
    assert "There is nothing at this address." in page.content.decode()


def test_likely_duplicates_are_suggested_with_reasons(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    Actor.objects.create(name="Владимир Путин", slug="vp", kind="person")
    page = chief.get(address(archive.putin))
    found = {one.label.split(" — ")[0]: one.reasons for one in page.context["suggested"]}
    assert found["V. Putin"] == "the surname is the same, and the initial fits"
    assert found["Владимир Путин"] == "has the same name: Владимир Путин"
    again = Exchange.objects.create(
        kind="call", title="Again", date="2022-02-20", another_that_day=True
    )
    Participation.objects.create(exchange=again, actor=archive.macron)
    [one] = chief.get(address(archive.call)).context["suggested"]
    assert one.reasons == "same day; same kind (call); in both: Emmanuel Macron"
    Topic.objects.create(name="Украина", slug="u")
    [one] = chief.get(address(archive.topic)).context["suggested"]
    assert "is called" in one.reasons


def test_a_merge_on_the_pages_of_leaders_and_calls(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    page = press(chief, f"/admin/actors/leader/merge/?kept={archive.putin.pk}&gone={twin.pk}")
    assert "V. Putin is now Vladimir Putin" in page.content.decode()
    assert chief.get(f"/admin/statements/call/merge/?kept={archive.call.pk}").status_code == 200


def test_the_pages_ask_as_often_for_much_as_for_little(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    def more(first: int, last: int) -> None:
        for number in range(first, last):
            for actor in (archive.putin, twin):
                names = {"name": f"Name {number}", "language": "en"}
                actor.names.create(**names)
                call = Exchange.objects.create(kind="other", title=f"{actor} {number}")
                Participation.objects.create(exchange=call, actor=actor)

    more(0, 3)
    few = queries(chief, address(archive.putin, twin))
    more(3, 23)
    assert queries(chief, address(archive.putin, twin)) == few
    assert few <= 80


def test_the_log_asks_as_often_for_many_merges(chief: Client, archive: Archive) -> None:
    def more(first: int, last: int) -> None:
        for number in range(first, last):
            gone = Topic.objects.create(name=f"T{number}", slug=f"t{number}")
            merged(chief, archive.topic, gone)

    more(0, 2)
    few = queries(chief, LOG)
    more(2, 9)
    assert queries(chief, LOG) == few


def test_history_is_written_of_all_that_is_moved(
    chief: Client, archive: Archive, twin: Actor
) -> None:
    done = merged(chief, archive.putin, twin)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_label, speaker_id, metadata ->> 'merge' FROM statements_statementevent "
            "LEFT JOIN pghistory_context AS context ON context.id = pgh_context_id "
            "WHERE pgh_obj_id = %s ORDER BY pgh_id DESC LIMIT 1",
            [archive.draft.pk],
        )
        assert cursor.fetchone() == ("update", twin.pk, str(done.pk))


def test_two_calls_of_one_day_come_apart_again(chief: Client, archive: Archive) -> None:
    call = Exchange.objects.create(kind="call", title="Again", date="2022-02-20")
    Participation.objects.create(exchange=call, actor=archive.putin)
    waiting = Participation.objects.create(exchange=call, name_as_printed="Macron")
    connection.check_constraints()
    Participation.objects.filter(pk=waiting.pk).update(actor=archive.macron)
    connection.check_constraints()
    done = merged(chief, archive.call, call)
    page = chief.post(done.get_absolute_url(), follow=True).content.decode()
    assert "Again is there again" in page
    assert call.participations.count() == 2


def test_what_was_published_comes_back_though_it_lacks_something(
    chief: Client, archive: Archive
) -> None:
    call = Exchange.objects.create(
        kind="call", title="Again", date="2022-02-20", editorial_status="published",
        override_reason="Known from both sides.",
    )  # fmt: skip
    Participation.objects.create(exchange=call, actor=archive.putin)
    Exchange.objects.filter(pk=archive.call.pk).update(editorial_status="published")
    connection.check_constraints()
    Participation.objects.create(exchange=archive.call, name_as_printed="An interpreter")
    done = merged(chief, call, archive.call)
    page = chief.post(done.get_absolute_url(), follow=True).content.decode()
    assert "Call of Putin and Macron is there again" in page
    assert archive.call.participations.count() == 3


@pytest.mark.parametrize("only", ["topics", "readouts"])
def test_what_only_a_draft_has_is_not_published_by_a_merge(
    chief: Client, archive: Archive, only: str
) -> None:
    call = Exchange.objects.create(
        kind="call", title="Again", date="2022-02-20", another_that_day=True
    )
    if only == "topics":
        call.topics.add(archive.topic)
    else:
        call.readouts.create(side=archive.elysee, none_found_on="2022-03-01")
    Exchange.objects.filter(pk=archive.call.pk).update(editorial_status="published")
    assert f"readers would see what only it has: {only}" in refusals(chief, archive.call, call)
