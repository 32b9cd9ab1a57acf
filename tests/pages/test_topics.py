"""`/topics/` and `/topics/<slug>/`: the tree, and what there is on each topic."""

from typing import Any

import pytest
from django.test import Client

from statements.models import Statement, Topic
from statements.pages.subject import Mentioned, Subject
from tests.cast import Cast, document, exchange, statement, topic


def outline(nodes: list) -> list:
    """Give the tree as names with numbers."""
    return [(n.topic.name, n.statements, n.exchanges, outline(n.below)) for n in nodes]


def subject(reader: Client, slug: str) -> Subject:
    """Give what the page of a topic shows."""
    found: Subject = reader.get(f"/topics/{slug}/").context["subject"]
    return found


def shown(mentioned: Mentioned | None) -> tuple[int, int, int] | None:
    """Give a mention as its key, how many there are beside it, and how many are unsure."""
    if not mentioned:
        return None
    return mentioned.card.pk, mentioned.mention.beside, mentioned.mention.unsure


def said(
    cast: Cast, date: str, text: str = "Of Donbass he said a whole sentence.", **more: Any
) -> int:
    """Have something said of Donbass, and give its key."""
    fields = {"speaker": cast.macron, "topics": [cast.donbass], **more}
    return statement(cast.elysee_readout, text, date=date, **fields).pk


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
        found = subject(reader, one.slug)
        listed = reader.get(f"/statements/?topic={one.slug}").context["listing"].count
        exchanges = reader.get(f"/exchanges/?topic={one.slug}").context["listing"].count
        assert (found.statement_count, found.exchange_count) == (listed, exchanges)


def test_a_topic_shows_path_aliases_and_what_is_below(reader: Client, cast: Cast) -> None:
    page = reader.get("/topics/security-guarantees/").content.decode()
    assert '<li><a href="/topics/security/">Security</a></li>' in page
    assert "Also: Treaty drafts" in page
    assert (
        '<a href="/topics/security-guarantees/">'
        in reader.get("/topics/security/").content.decode()
    )


def test_a_topic_shows_the_latest_on_it_and_below(reader: Client, cast: Cast) -> None:
    found = subject(reader, "security")
    assert [card.pk for card in found.statements] == [cast.condition.pk]
    assert found.exchanges == [cast.monday_call]


def test_the_first_and_the_latest_mention_stand_side_by_side(reader: Client, cast: Cast) -> None:
    first, latest = said(cast, "2021-05-03"), said(cast, "2022-03-01")
    said(cast, "2022")
    found = subject(reader, "donbass")
    assert shown(found.first) == (first, 0, 0)
    assert shown(found.latest) == (latest, 0, 1)
    page = " ".join(reader.get("/topics/donbass/").content.decode().split())
    assert "1 of a less precise date may be later" in page


def test_more_of_that_day_leads_to_their_list(reader: Client, cast: Cast) -> None:
    said(cast, "2022-03-01")
    said(cast, "2022-03-01")
    page = reader.get("/topics/donbass/").content.decode()
    address = "/statements/?topic=donbass&amp;from=2022-03-01&amp;to=2022-03-01"
    assert f'<a href="{address}">1 more of that day</a>' in page
    listed = reader.get(address.replace("&amp;", "&")).context["listing"]
    assert listed.count == 2


def test_a_greeting_is_no_mention_where_more_was_said_that_day(reader: Client, cast: Cast) -> None:
    said(cast, "2021-05-03", "Friends,")
    first = said(cast, "2021-05-03")
    latest = said(cast, "2022-03-01")
    said(cast, "2022-03-01", "<…>")
    found = subject(reader, "donbass")
    assert (shown(found.first), shown(found.latest)) == ((first, 1, 0), (latest, 1, 0))


def test_what_was_said_once_is_mentioned_once(reader: Client, cast: Cast) -> None:
    found = subject(reader, "donbass")
    assert (shown(found.first), found.latest) == ((cast.escalation.pk, 0, 0), None)


def test_what_was_retracted_is_no_mention_and_no_voice(reader: Client, cast: Cast) -> None:
    gone = said(cast, "2020-01-01")
    Statement.objects.filter(pk=gone).update(
        editorial_status="retracted", retraction_reason="Never said."
    )
    found = subject(reader, "donbass")
    assert shown(found.first) == (cast.escalation.pk, 0, 0)
    assert [spoken.speaker for spoken in found.voices] == [cast.putin]
    assert found.statement_count == 2
    assert gone in [card.pk for card in found.statements]


def test_what_is_undated_is_told(reader: Client, cast: Cast) -> None:
    said(cast, "2021")
    statement(cast.elysee_readout, topics=[cast.donbass])
    page = " ".join(reader.get("/topics/donbass/").content.decode().split())
    assert "1 statement is undated and can be neither." in page


def test_those_who_said_most_come_first_with_their_latest(reader: Client, cast: Cast) -> None:
    said(cast, "2021-05-03")
    latest = said(cast, "2022-03-01")
    found = subject(reader, "donbass")
    voices = [(spoken.speaker, spoken.count, spoken.card.pk) for spoken in found.voices]
    assert voices == [(cast.macron, 2, latest), (cast.putin, 1, cast.escalation.pk)]
    assert found.speaker_count == 2
    address = "/statements/?speaker=emmanuel-macron&topic=donbass"
    page = reader.get("/topics/donbass/").content.decode()
    assert f'<a href="{address.replace("&", "&amp;")}">2 statements</a>' in page
    assert reader.get(address).context["listing"].count == 2


def test_related_topics_leave_out_those_above_and_below(reader: Client, cast: Cast) -> None:
    minsk = topic("Minsk agreements")
    for _ in range(2):
        said(cast, "2021", topics=[cast.guarantees, minsk])
    for _ in range(9):
        said(cast, "2021", topics=[])
    related = [(one.topic, one.together) for one in subject(reader, "security-guarantees").related]
    assert related == [(minsk, 2)]
    assert [one.topic for one in subject(reader, "minsk-agreements").related] == [
        cast.security,
        cast.guarantees,
    ]


def test_a_topic_is_drawn_over_time_by_speaker_and_by_kind(reader: Client, cast: Cast) -> None:
    for year in ("2016-01-01", "2017-01-01"):
        said(cast, year)
    exchange(cast.putin, kind="visit", date="2017-01-01").topics.set([cast.donbass])
    found = subject(reader, "donbass")
    drawn, held = found.statements_over_time, found.exchanges_over_time
    assert drawn
    assert held
    assert [key.name for key in drawn.legend] == ["Emmanuel Macron", "Vladimir Putin"]
    assert [key.name for key in held.legend] == ["Calls", "Visits"]
    columns = {column.label: (column.counts, column.href) for column in drawn.columns}
    address = "/statements/?topic=donbass&from=2016&to=2016"
    assert columns["2016"] == (("1", "0"), address)
    assert reader.get(address).context["listing"].count == 1


def test_drafts_show_nowhere(reader: Client, cast: Cast) -> None:
    secret = topic("Hidden topic")
    exchange(title="A secret call", editorial_status="draft").topics.add(cast.donbass, secret)
    for _ in range(3):
        statement(
            cast.kremlin_readout,
            "Secret.",
            date="1999",
            speaker=cast.biden,
            topics=[cast.donbass, secret],
            editorial_status="in_review",
        )
    page = reader.get("/topics/donbass/").content.decode()
    for word in ("ecret", "Hidden topic", "1999", "Biden"):
        assert word not in page


def test_a_statement_of_a_draft_source_names_no_source(reader: Client, cast: Cast) -> None:
    draft = document(title="Hidden paper", editorial_status="draft")
    statement(draft, date="2022-03-01", speaker=cast.biden, topics=[cast.donbass])
    assert "Hidden paper" not in reader.get("/topics/donbass/").content.decode()


def test_topics_far_below_are_indented_in_turn(reader: Client, cast: Cast) -> None:
    topic("Far below", parent=cast.guarantees)
    tree = reader.get("/topics/").context["tree"]
    assert outline(tree)[1][3] == [("Security guarantees", 1, 1, [("Far below", 0, 0, [])])]


def test_a_topic_on_which_there_is_nothing_has_an_honest_page(reader: Client, cast: Cast) -> None:
    topic("Far below", parent=cast.guarantees)
    found = subject(reader, "far-below")
    assert (found.first, found.voices, found.related, found.statements) == (None, [], [], [])
    page = reader.get("/topics/far-below/").content.decode()
    assert "<strong>0</strong> statements" in page
    assert "?topic=far-below" not in page


@pytest.mark.parametrize("address", ["/topics/?q=a", "/topics/donbass/?from=2022"])
def test_an_unknown_parameter_is_refused(reader: Client, cast: Cast, address: str) -> None:
    response = reader.get(address)
    assert response.status_code == 200
    assert len(response.context["problems"]) == 1
    assert "statement" not in response.content.decode().partition("<h1>")[2].partition("</main>")[0]


def test_an_unknown_topic_is_not_found(reader: Client, cast: Cast) -> None:
    assert reader.get("/topics/nothing/").status_code == 404
