"""`/suggest/…`: who and what may be meant by the beginning of a name."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, ActorName
from tests.cast import SIGNED_IN, Cast, actor, document, exchange, signed_in, statement, topic


def suggested(reader: Client, what: str, typed: str) -> list[dict[str, Any]]:
    response = reader.get(f"/suggest/{what}/", {"q": typed})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return response.json()["items"]


def names(reader: Client, what: str, typed: str) -> list[str]:
    return [one["label"] for one in suggested(reader, what, typed)]


@pytest.mark.parametrize(
    "typed", ["Macr", "macron", "MACRÓN", "emm mac", "Micro", "Макр", "acron", "Macorn"]
)
def test_an_actor_is_found_by_the_beginning_of_any_name(
    reader: Client, cast: Cast, typed: str
) -> None:
    assert names(reader, "actors", typed)[0] == "Emmanuel Macron"


def test_an_actor_is_found_by_another_spelling_that_nobody_entered(
    reader: Client, cast: Cast
) -> None:
    assert names(reader, "actors", "Putine") == ["Vladimir Putin"]
    assert names(reader, "actors", "Wladimir Puttin")[0] == "Vladimir Putin"


def test_the_name_that_fits_is_said_beside_the_name(reader: Client, cast: Cast) -> None:
    ActorName.objects.create(actor=cast.macron, name="Macron, Emmanuel", kind="catalogue")
    [found] = suggested(reader, "actors", "micro")
    assert found["detail"] == "“Micron”, person, France"
    [found] = suggested(reader, "actors", "macro")
    assert found["detail"] == "person, France"


def test_what_is_chosen_is_what_the_filter_takes(reader: Client, cast: Cast) -> None:
    for slug in ("ann-low", "ann-low-2"):
        statement(document(), speaker=actor("Ann Low", slug))
    statement(document(), speaker=actor("Ann Lowell", "ann-lowell"))
    found = {one["value"] for one in suggested(reader, "actors", "ann")}
    assert found == {"ann-low", "ann-low-2", "Ann Lowell"}
    for value in found:
        chosen = reader.get("/statements/", {"speaker": value}).context["listing"]
        assert chosen.count == 1, value


def test_only_what_is_on_public_record_is_suggested(reader: Client, cast: Cast) -> None:
    hidden = actor("Hidden person", "hidden-person")
    ActorName.objects.create(actor=hidden, name="Hiddn")
    draft = {"editorial_status": "draft"}
    secret = topic("Hidden subject", aliases=["Hiding"])
    exchange(hidden, **draft).topics.add(secret)
    made = statement(document(publisher=hidden, **draft), speaker=hidden, topics=[secret], **draft)
    made.addressed.create(actor=hidden)
    for what in ("actors", "topics"):
        for typed in ("hid", "hidden", "hiddn", "hidding"):
            assert suggested(reader, what, typed) == [], typed


@pytest.mark.parametrize("record", ["said", "took part", "published", "addressed"])
def test_whoever_is_on_public_record_is_suggested(reader: Client, cast: Cast, record: str) -> None:
    one = actor("Xavier Yes", "xavier")
    match record:
        case "said":
            statement(document(), speaker=one)
        case "took part":
            exchange(one)
        case "published":
            document(publisher=one)
        case "addressed":
            statement(document()).addressed.create(actor=one)
    assert names(reader, "actors", "xav") == ["Xavier Yes"]


def test_the_best_come_first_and_no_more_than_a_few(reader: Client, cast: Cast) -> None:
    for number in range(30):
        exchange(actor(f"Marta {number:02} Putinova", f"marta-{number}"))
    exchange(actor("Put", "put"))
    found = names(reader, "actors", "put")
    assert found[0] == "Put"
    assert len(found) == 10
    exact = actor("Marta", "marta")
    exchange(exact)
    assert names(reader, "actors", "marta")[0] == "Marta"


def test_of_topics_too_a_few_are_suggested(reader: Client, cast: Cast) -> None:
    about = [topic(f"Gas {number}") for number in range(12)]
    statement(document(), topics=about)
    assert len(names(reader, "topics", "gas")) == 10


def test_names_that_are_only_alike_are_left_out_beside_enough_that_fit(
    reader: Client, cast: Cast
) -> None:
    for name in ("Anna Low", "Anna Lowe", "Ana Lowy"):
        exchange(actor(name, name.lower().replace(" ", "-")))
    assert names(reader, "actors", "anna low") == ["Anna Low", "Anna Lowe", "Ana Lowy"]
    exchange(actor("Anna Lower", "anna-lower"))
    assert names(reader, "actors", "anna low") == ["Anna Low", "Anna Lowe", "Anna Lower"]


def test_a_name_with_the_word_comes_before_a_longer_word_that_begins_so(
    reader: Client, cast: Cast
) -> None:
    ActorName.objects.create(actor=cast.kremlin, name="Putin’s office")
    for _ in range(3):
        statement(document(), speaker=cast.kremlin)
    assert names(reader, "actors", "putin") == ["Vladimir Putin", "Kremlin"]
    assert names(reader, "actors", "puti") == ["Vladimir Putin", "Kremlin"]


def test_whose_own_name_fits_comes_before_others_by_another_name(
    reader: Client, cast: Cast
) -> None:
    ActorName.objects.create(actor=cast.putin, name="Not Macron")
    statement(document(), speaker=cast.putin)
    assert names(reader, "actors", "macron") == ["Emmanuel Macron", "Vladimir Putin"]


def test_of_those_who_fit_as_well_whoever_occurs_more_often_comes_first(
    reader: Client, cast: Cast
) -> None:
    rare, often, host = actor("Jon Mer", "mer"), actor("Angela Merkel", "merkel"), actor("X", "x")
    listened, rarest = actor("Ali Merabi", "merabi"), actor("Bo Mera", "mera")
    for one in (rare, rarest, *[often] * 3):
        statement(document(), speaker=one)
    meeting = exchange(listened, host)
    for _ in range(2):
        statement(document(), speaker=host, exchange=meeting)
    expected = ["Jon Mer", "Angela Merkel", "Ali Merabi", "Bo Mera"]
    assert names(reader, "actors", "mer") == expected
    assert names(reader, "actors", "merk")[0] == "Angela Merkel"


def test_whoever_occurs_often_is_found_among_very_many(reader: Client, cast: Cast) -> None:
    Actor.objects.bulk_create(
        Actor(name=f"Me {number}", slug=f"me-{number}", kind="person") for number in range(150)
    )
    often = actor("Somebody of the very long name Merkel", "merkel")
    statement(document(), speaker=often)
    assert names(reader, "actors", "m") == ["Emmanuel Macron", often.name]


@pytest.mark.parametrize("typed", ["nobody at all", "Kate", "asdf", "foo bar"])
def test_nonsense_suggests_nobody(reader: Client, cast: Cast, typed: str) -> None:
    for one in ("Patriarch of Moscow and All Russia Kirill", "Islam Karimov", "Bashar al-Assad"):
        exchange(actor(one, one.split()[-1].lower()))
    assert suggested(reader, "actors", typed) == []
    refused = reader.get("/statements/", {"speaker": typed}).context["listing"].problems
    assert [problem.fixes for problem in refused] == [[]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("putn", "Vladimir Putin"),
        ("Macrn", "Emmanuel Macron"),
        ("Zelenskiy", "Volodymyr Zelensky"),
        ("Лукашенка", "Alexander Lukashenko"),
    ],
)
def test_a_misspelt_name_still_suggests_who_is_meant(
    reader: Client, cast: Cast, typed: str, meant: str
) -> None:
    for one in ("Volodymyr Zelensky", "Alexander Lukashenko", "Mauricio Macri"):
        exchange(actor(one, one.split()[-1].lower()))
    ActorName.objects.create(actor=cast.kremlin, name="Putin’s office")
    assert names(reader, "actors", typed)[0] == meant
    refused = reader.get("/statements/", {"speaker": typed}).context["listing"].problems
    assert next(fix.label for problem in refused for fix in problem.fixes) == meant


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("secu", ["Security", "Security guarantees"]),
        ("guar", ["Security guarantees"]),
        ("treaty", ["Security guarantees"]),
        ("dra", ["Security guarantees"]),
        ("Donbas", ["Donbass"]),
        ("Dombass", ["Donbass"]),
    ],
)
def test_a_topic_is_found_by_any_name(
    reader: Client, cast: Cast, typed: str, found: list[str]
) -> None:
    assert names(reader, "topics", typed) == found


def test_a_topic_above_what_is_public_is_suggested_with_its_place(
    reader: Client, cast: Cast
) -> None:
    found = {
        "value": "Security guarantees",
        "label": "Security guarantees",
        "detail": "in Security",
    }
    assert suggested(reader, "topics", "security g")[0] == found
    assert suggested(reader, "topics", "security")[0]["label"] == "Security"


@pytest.mark.parametrize("typed", ["unity", "secret", "dongle"])
def test_nonsense_suggests_no_topic(reader: Client, cast: Cast, typed: str) -> None:
    found = reader.get("/statements/", {"topic": typed}).context["listing"].problems
    assert [problem.fixes for problem in found] == [[]]


@pytest.mark.parametrize("what", ["actors", "topics"])
@pytest.mark.parametrize(
    "typed", ["%", "_", "\\", "'", '"', "a" * 100, "乌", "|", "x|y", "\u202e", "ﷺ" * 90]
)
def test_hostile_values_find_nothing_or_are_refused(
    reader: Client, cast: Cast, what: str, typed: str
) -> None:
    response = reader.get(f"/suggest/{what}/", {"q": typed})
    assert response.status_code in (200, 400)
    assert response.json().get("items", []) == []


@pytest.mark.parametrize("query", ["q=%00", "q=%FF", f"q={'a' * 101}", "q=—", "q=a&q=b", "x=y"])
def test_what_cannot_be_understood_is_said(reader: Client, cast: Cast, query: str) -> None:
    response = reader.get(f"/suggest/actors/?{query}")
    assert response.status_code == 400
    assert response.json()["problems"]


def test_nothing_is_suggested_for_nothing(reader: Client, cast: Cast) -> None:
    assert suggested(reader, "actors", " ") == []
    assert reader.get("/suggest/topics/").json() == {"items": []}


def test_only_readers_are_answered_and_no_cache_keeps_it(cast: Cast, client: Client) -> None:
    assert client.get("/suggest/actors/?q=mac").status_code == 302
    assert signed_in(None).get("/suggest/actors/?q=mac").status_code == 403
    answer = signed_in("reader").get("/suggest/actors/?q=mac")
    assert "private" in answer["Cache-Control"]
    assert signed_in("reader").post("/suggest/actors/?q=mac").status_code in (403, 405)


@pytest.mark.parametrize(("what", "most"), [("actors", 7), ("topics", 5)])
def test_a_suggestion_asks_as_much_of_a_large_archive_as_of_a_small_one(
    reader: Client, cast: Cast, what: str, most: int
) -> None:
    for number in range(40):
        exchange(actor(f"Somebody {number}", f"s-{number}")).topics.add(topic(f"Some {number}"))
    # The postings are there, as in use.
    suggested(reader, what, "s")
    for typed in ("s", "some", "zzz", "so 1"):
        with CaptureQueriesContext(connection) as queries:
            suggested(reader, what, typed)
        assert len(queries) - SIGNED_IN <= most, typed
