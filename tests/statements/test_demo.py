"""The demo archive holds what the article of 21 February 2022 says, and two things that came later.

They are a broadcast of an excerpt, and a call that both offices told of.
"""

import pytest
from django.core.management import call_command

from actors.models import Actor, ActorName
from statements.models import Exchange, Readout, Statement, Topic, UnresolvedName
from statements.pages.accounts import accounts_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demo() -> None:
    call_command("load_demo", verbosity=0)


def exchange(name: str) -> Exchange:
    """Give an exchange of the demo."""
    return Exchange.objects.get(import_id=f"demo:{name}")


def who(name: str) -> dict[str, str]:
    """Give the role of each participant of an exchange of the demo."""
    pairs = exchange(name).participations.values_list("actor__name", "role")
    return dict(pairs)


def test_the_exchanges_stand_as_precisely_as_the_article_gives_them() -> None:
    found = Exchange.objects.order_by("import_id").values_list("kind", "status", "date")
    assert [(kind, status, str(date or "")) for kind, status, date in found] == [
        ("meeting", "planned", "2022-02-24"),
        ("call", "held", "2022-02-20"),
        ("call", "held", "2022-03-03"),
        ("call", "held", "2022-02-21"),
        ("call", "held", "2022-02-20"),
        ("summit", "proposed", ""),
        ("visit", "held", "2022-02"),
    ]


def test_who_took_part_and_in_which_role() -> None:
    macron, putin = "Emmanuel Macron", "Vladimir Putin"
    assert who("call-sunday") == {macron: "participant", putin: "participant"}
    assert who("call-monday") == {macron: "initiator", putin: "participant"}
    assert who("call-biden") == {macron: "participant", "Joe Biden": "participant"}
    assert who("visit") == {macron: "guest", putin: "host"}
    assert set(who("blinken-lavrov")) == {"Antony Blinken", "Sergei Lavrov"}
    assert who("summit") == {"Joe Biden": "participant", putin: "participant", macron: "mediator"}
    assert "does not invade Ukraine" in exchange("summit").condition


def test_both_offices_have_their_readouts() -> None:
    sides = Readout.objects.filter(side__kind="office").values_list("side__name", "exchange__title")
    assert set(sides) == {
        ("Presidential Executive Office of Russia", exchange("call-monday").title),
        ("Élysée Palace", exchange("call-sunday").title),
        ("Élysée Palace", exchange("call-biden").title),
        ("Élysée Palace", exchange("summit").title),
        ("Presidential Executive Office of Russia", exchange("call-march").title),
        ("Élysée Palace", exchange("call-march").title),
    }


def test_what_both_sides_told_of_the_call_in_march_is_joined() -> None:
    call = Exchange.objects.for_page().get(import_id="demo:call-march")
    accounts = accounts_of(call)
    texts = dict(call.statements.values_list("pk", "text"))
    points = [[texts[pk] for pk in point.passages] for point in accounts.alignment.points]
    assert points == [
        [
            "Russia will reach the aims of its military operation in any case.",
            "Vladimir Putin is determined to carry on the military operation to its end.",
        ],
        [
            "Those aims are first of all the demilitarisation and the neutral status of Ukraine.",
            "He said again that the aim is the demilitarisation of Ukraine and that it be made"
            " neutral.",
        ],
    ]
    assert len(accounts.alignment.alone) == 5
    claims = call.readouts.order_by("pk").values_list("claimed_minutes", "claimed_initiator__name")
    assert list(claims) == [(None, None), (90, "Vladimir Putin")]


def test_the_quotations_are_direct_mixed_and_indirect_each_with_its_chain() -> None:
    types = Statement.objects.values_list("quote_type", flat=True)
    assert {kind: list(types).count(kind) for kind in types} == {
        "direct": 5,
        "mixed": 2,
        "indirect": 14,
    }
    for said in Statement.objects.exclude(exchange=exchange("call-march")):
        chain = [(link.role, str(link.actor)) for link in said.attributions.all()]
        assert len(chain) >= 2, said
        outlet = "France 2" if said.document.import_id == "demo:broadcast" else "English News"
        assert chain[-1] == ("outlet", outlet), said


def test_an_excerpt_of_the_sunday_call_was_aired_four_months_later() -> None:
    aired = Statement.objects.filter(document__import_id="demo:broadcast").order_by("import_id")
    told = aired.values_list("text", "speaker__name", "date", "document__date", "translated")
    assert [(text, who, str(said), str(aired), by) for text, who, said, aired, by in told] == [
        (
            "Je ne sais pas où ton juriste a appris le droit",
            "Emmanuel Macron",
            "2022-02-20",
            "2022-06-30",
            False,
        ),
        (
            "je te parle depuis la salle de sport",
            "Vladimir Putin",
            "2022-02-20",
            "2022-06-30",
            True,
        ),
    ]
    assert {said.exchange for said in aired} == {exchange("call-sunday")}


def test_every_direct_quotation_stands_in_its_source_word_for_word() -> None:
    direct = Statement.objects.filter(quote_type="direct").select_related("snapshot")
    for said in direct:
        assert said.snapshot is not None
        assert said.snapshot.text[said.anchor_start : said.anchor_end] == said.text
        assert said.editorial_status == "published"


def test_the_misspelt_name_is_found_and_shown_as_printed() -> None:
    said = Statement.objects.public().matching("Micron").get()
    assert str(said.speaker) == "Vladimir Putin"
    (addressee,) = said.addressed.all()
    assert (addressee.name_as_printed, str(addressee.actor)) == ("Micron", "Emmanuel Macron")
    assert list(Actor.objects.named_like("micron")) == [addressee.actor]


def test_capitals_stand_for_their_governments() -> None:
    metonyms = ActorName.objects.filter(kind="metonym", actor__kind="state")
    pairs = dict(metonyms.values_list("name", "actor__name"))
    assert {pairs[name] for name in ("Moscow", "Paris", "Kiev")} == {"Russia", "France", "Ukraine"}


def test_topics_are_a_tree() -> None:
    conflict = Topic.objects.get(name="Conflict in Ukraine")
    below = Topic.objects.filter(pk__in=Topic.objects.all().ids_with_below([conflict]))
    assert {"Minsk agreements", "Normandy format", "Donbass"} <= {t.name for t in below}


def test_nobody_waits_to_be_identified() -> None:
    assert not UnresolvedName.objects.exists()


def test_it_is_left_out_where_something_has_been_entered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Statement.objects.filter(quote_type="indirect").update(text="Changed by an editor.")
    call_command("load_demo", if_empty=True)
    assert capsys.readouterr().out == ""
    assert Statement.objects.filter(text="Changed by an editor.").count() == 14
