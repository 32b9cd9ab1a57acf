"""What each facet offers, and how many results each of its values has."""

from collections import Counter
from itertools import product
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from actors.models import Actor
from statements.filters import names
from statements.models import Statement, Topic
from statements.postings.current import statements
from tests.cast import Cast, actor, document, exchange, statement, topic
from tests.pages.conftest import listing, problems

LIST = "/statements/"


def facet(response: Any, name: str) -> dict[str, int]:
    """Give the values that a facet offers, with their counts."""
    control = next(one for one in listing(response).controls if one.name == name)
    return {choice.value: choice.count for choice in control.offered}


def chosen(response: Any, name: str) -> list[str]:
    """Give the values of a facet that are ticked."""
    control = next(one for one in listing(response).controls if one.name == name)
    return [choice.value for choice in control.offered if choice.chosen]


@pytest.fixture
def many(cast: Cast) -> None:
    """Put statements on record with every combination of some values."""
    papers = [document(publisher=one) for one in (cast.kremlin, cast.elysee)]
    for number, (source, speaker, kind, language) in enumerate(
        product(papers, (cast.putin, cast.macron), ("call", "visit"), ("en", "fr", "ru"))
    ):
        about = exchange(cast.putin, cast.macron, cast.biden, kind=kind, date=f"202{number % 3}")
        statement(
            source,
            "Gas flows." if number % 2 else "Grain flows.",
            speaker=speaker,
            exchange=about,
            language=language,
            date=f"202{number % 3}",
            topics=[cast.guarantees if number % 5 else cast.donbass],
        )


NAMES = {
    "speaker": "vladimir-putin", "counterpart": "joe-biden", "topic": "security", "kind": "visit",
    "type": "indirect", "language": "fr", "publisher": "elysee-palace", "country": "FR",
    "from": "2021", "to": "2021", "q": "gas",
}  # fmt: skip
FACETS = ["speaker", "counterpart", "topic", "kind", "type", "language", "publisher", "country"]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("name", FACETS)
@pytest.mark.parametrize("other", NAMES)
def test_a_count_is_that_of_the_list_it_leads_to(reader: Client, name: str, other: str) -> None:
    asked = QueryDict(mutable=True)
    asked[other] = NAMES[other]
    for value, count in facet(reader.get(f"{LIST}?{asked.urlencode()}"), name).items():
        narrowed = asked.copy()
        narrowed[name] = value
        assert listing(reader.get(f"{LIST}?{narrowed.urlencode()}")).count == count


@pytest.mark.usefixtures("many")
def test_a_facet_counts_the_other_filters_and_not_itself(reader: Client) -> None:
    everywhere = facet(reader.get(f"{LIST}?speaker=vladimir-putin"), "language")
    in_french = reader.get(f"{LIST}?speaker=vladimir-putin&language=fr")
    assert facet(in_french, "language") == everywhere
    assert facet(in_french, "speaker") == {"vladimir-putin": 4, "emmanuel-macron": 4}


@pytest.mark.usefixtures("many")
def test_several_values_of_one_facet_add_up(reader: Client) -> None:
    counts = facet(reader.get(LIST), "language")
    both = reader.get(f"{LIST}?language=fr&language=ru")
    assert listing(both).count == counts["fr"] + counts["ru"]
    assert chosen(both, "language") == ["fr", "ru"]


@pytest.mark.usefixtures("many")
def test_all_who_are_chosen_took_part_in_an_exchange(reader: Client) -> None:
    one = reader.get("/exchanges/?actor=joe-biden")
    counts = facet(one, "actor")
    both = reader.get("/exchanges/?actor=joe-biden&actor=emmanuel-macron")
    assert listing(both).count == counts["emmanuel-macron"] < counts["joe-biden"]


@pytest.mark.parametrize("facets", ["kind", "status", "country", "actor", "topic"])
def test_counts_of_exchanges_are_those_of_the_lists_they_lead_to(
    reader: Client, cast: Cast, facets: str
) -> None:
    counts = facet(reader.get("/exchanges/"), facets)
    assert counts
    for value, count in counts.items():
        assert listing(reader.get(f"/exchanges/?{facets}={value}")).count == count


def test_topics_are_a_tree_that_opens_at_what_is_chosen(reader: Client, cast: Cast) -> None:
    def below(query: str) -> dict[str, list[str]]:
        page = listing(reader.get(f"{LIST}?{query}"))
        control = next(one for one in page.controls if one.name == "topic")
        return {one.value: [child.value for child in one.below] for one in control.offered}

    assert below("") == {"donbass": [], "security": []}
    assert below("topic=security") == {"donbass": [], "security": ["security-guarantees"]}
    assert below("topic=security-guarantees")["security"] == ["security-guarantees"]


def test_the_chosen_topic_stays_however_few_have_it(reader: Client, cast: Cast) -> None:
    for number in range(15):
        statement(document(), topics=[topic(f"Topic {number}")])
        statement(document(), topics=[topic(f"Other {number}")])
    rare = topic("Rare")
    response = reader.get(f"{LIST}?topic=rare&speaker=joe-biden")
    assert chosen(response, "topic") == [rare.slug]
    assert facet(response, "topic")[rare.slug] == 0


def test_the_most_frequent_values_are_offered(reader: Client, cast: Cast) -> None:
    said = Counter({f"speaker-{number}": number % 13 + 1 for number in range(25)})
    source = document()
    for slug, number in said.items():
        somebody = actor(slug.title(), slug)
        for _ in range(number):
            statement(source, speaker=somebody)
    offered = facet(reader.get(LIST), "speaker")
    assert list(offered.values()) == [number for _, number in said.most_common(10)]
    rarest = min(said, key=said.__getitem__)
    assert rarest not in offered
    assert facet(reader.get(f"{LIST}?speaker={rarest}"), "speaker")[rarest] == 1


def test_drafts_are_counted_nowhere(reader: Client, cast: Cast) -> None:
    before = {name: facet(reader.get(LIST), name) for name in FACETS}
    hidden = exchange(cast.biden, kind="letter", countries=["CN"], editorial_status="draft")
    draft = document(publisher=cast.elysee, editorial_status="draft")
    statement(draft, speaker=cast.biden, language="zh", editorial_status="in_review", date="1999")
    public = statement(document(), speaker=cast.biden, exchange=hidden)
    after = {name: facet(reader.get(LIST), name) for name in FACETS}
    assert after["kind"] == before["kind"]
    assert after["language"] == {"en": before["language"]["en"] + 1}
    assert after["publisher"] == before["publisher"]
    assert after["country"] == before["country"] | {"US": 1}
    assert after["counterpart"] == before["counterpart"]
    public.editorial_status = "draft"
    public.save()
    assert {name: facet(reader.get(LIST), name) for name in FACETS} == before


@pytest.mark.parametrize("path", [LIST, "/exchanges/"])
def test_whoever_has_no_country_makes_none(reader: Client, cast: Cast, path: str) -> None:
    before = facet(reader.get(path), "country")
    somebody = actor("Somebody", "somebody")
    statement(document(), speaker=somebody)
    exchange(somebody)
    assert facet(reader.get(path), "country") == before


def labels(response: Any, name: str) -> dict[str, str]:
    """Give how a facet says the values that it offers."""
    control = next(one for one in listing(response).controls if one.name == name)
    return {choice.value: choice.label for choice in control.offered}


@pytest.mark.parametrize("path", [LIST, "/exchanges/"])
def test_another_name_is_offered_at_once(reader: Client, cast: Cast, path: str) -> None:
    facet_of_actors = "speaker" if path == LIST else "actor"
    before = reader.get(path)
    Actor.objects.filter(pk=cast.putin.pk).update(name="V. Putin")
    Topic.objects.filter(pk=cast.donbass.pk).update(name="The Donbass", slug="the-donbass")
    after = reader.get(path)
    assert labels(before, facet_of_actors)["vladimir-putin"] == "Vladimir Putin"
    assert labels(after, facet_of_actors)["vladimir-putin"] == "V. Putin"
    assert "donbass" in labels(before, "topic")
    assert labels(after, "topic")["the-donbass"] == "The Donbass"


def test_more_names_are_offered_than_are_kept(
    reader: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = labels(reader.get(LIST), "speaker")
    monkeypatch.setattr(names, "MOST_KEPT", 1)
    statement(document(), speaker=cast.biden)
    assert labels(reader.get(LIST), "speaker") == expected | {"joe-biden": "Joe Biden"}


def test_nothing_is_offered_beside_what_cannot_be_understood(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?kind=calls&speaker=vladimir-putin")
    assert "kind" in problems(response)
    assert listing(response).chart is None


@pytest.mark.usefixtures("many")
def test_the_postings_and_the_querysets_mean_the_same(cast: Cast) -> None:
    public, index = Statement.objects.public(), statements()
    for one in (cast.putin, cast.macron, cast.biden):
        counted = set(public.with_counterpart([one]).values_list("pk", flat=True))
        assert set(index.having("counterpart", [one.pk])) == counted
        assert set(index.having("speaker", [one.pk])) == set(
            public.said_by([one]).values_list("pk", flat=True)
        )
    for one_topic in (cast.security, cast.guarantees, cast.donbass):
        counted = set(public.about([one_topic]).values_list("pk", flat=True))
        assert set(index.having("topic", [one_topic.pk])) == counted
