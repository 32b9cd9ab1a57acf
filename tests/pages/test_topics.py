"""`/topics/` and `/topics/<slug>/`: the tree, and what there is on each topic."""

from django.test import Client

from statements.models import Topic
from tests.cast import Cast, exchange, statement, topic


def outline(nodes: list) -> list:
    """Give the tree as names with numbers."""
    return [(n.topic.name, n.statements, n.exchanges, outline(n.below)) for n in nodes]


def test_the_tree_counts_what_is_public_with_what_is_below(reader: Client, cast: Cast) -> None:
    on_both = [cast.security, cast.guarantees]
    statement(cast.kremlin_readout, topics=on_both)
    statement(cast.kremlin_readout, topics=on_both, editorial_status="draft")
    exchange(editorial_status="in_review").topics.set(on_both)
    tree = reader.get("/topics/").context["tree"]
    assert outline(tree) == [
        ("Donbass", 1, 1, []),
        ("Security", 2, 1, [("Security guarantees", 2, 1, [])]),
    ]


def test_the_numbers_are_those_of_the_lists_they_lead_to(reader: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, topics=[cast.security, cast.guarantees])
    for one in Topic.objects.all():
        context = reader.get(one.get_absolute_url()).context
        said = reader.get(f"/statements/?topic={one.slug}").context["listing"].count
        exchanges = reader.get(f"/exchanges/?topic={one.slug}").context["listing"].count
        assert (context["statement_count"], context["exchange_count"]) == (said, exchanges)


def test_a_topic_shows_path_aliases_and_what_is_below(reader: Client, cast: Cast) -> None:
    page = reader.get("/topics/security-guarantees/").content.decode()
    assert '<li><a href="/topics/security/">Security</a></li>' in page
    assert "Also: Treaty drafts" in page
    assert (
        '<a href="/topics/security-guarantees/">'
        in reader.get("/topics/security/").content.decode()
    )


def test_a_topic_shows_the_latest_on_it_and_below(reader: Client, cast: Cast) -> None:
    context = reader.get("/topics/security/").context
    assert [card.pk for card in context["statements"]] == [cast.condition.pk]
    assert list(context["exchanges"]) == [cast.monday_call]


def test_drafts_show_nowhere(reader: Client, cast: Cast) -> None:
    exchange(title="A secret call", editorial_status="draft").topics.add(cast.donbass)
    statement(cast.kremlin_readout, "Secret.", topics=[cast.donbass], editorial_status="in_review")
    page = reader.get("/topics/donbass/").content.decode()
    assert "ecret" not in page


def test_topics_far_below_are_indented_in_turn(reader: Client, cast: Cast) -> None:
    topic("Far below", parent=cast.guarantees)
    tree = reader.get("/topics/").context["tree"]
    assert outline(tree)[1][3] == [("Security guarantees", 1, 1, [("Far below", 0, 0, [])])]


def test_an_unknown_topic_is_not_found(reader: Client, cast: Cast) -> None:
    assert reader.get("/topics/nothing/").status_code == 404
