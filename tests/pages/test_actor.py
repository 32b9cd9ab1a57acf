"""`/actors/<slug>/`: who it is, with whom, about what, and in which words."""

from typing import Any

import pytest
from django.test import Client

from actors.models import Actor, Tenure
from statements.models import Exchange, Statement
from tests.cast import Cast, document, exchange, statement, topic

NOTHING_WRONG = "This search cannot be understood"


def page_of(client: Client, of: Actor, query: str = "") -> str:
    """Give the page of the actor, with single spaces."""
    response = client.get(f"{of.get_absolute_url()}{query}")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def dossier_of(client: Client, of: Actor) -> Any:
    """Give the figures on the page of the actor."""
    return client.get(of.get_absolute_url()).context["dossier"]


def words_of(client: Client, of: Actor, query: str = "") -> Any:
    """Give what the page of the actor tells of one topic."""
    return client.get(f"{of.get_absolute_url()}{query}").context["words"]


def lines(ranked: Any) -> list[tuple[str, str, int]]:
    """Give the labels, addresses and numbers of a ranked list."""
    return [(one.line.label, one.line.address, one.line.count) for one in ranked]


def test_names_stand_by_kind_and_posts_with_their_time(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.macron)
    assert "<dt>Misspelling</dt><dd><bdi>Micron</bdi></dd>" in page
    assert "President of France" in page
    assert "since <time" in page
    assert '<bdi lang="ru">Владимир Путин</bdi>' in page_of(reader, cast.putin)


def test_the_titles_of_today_stand_below_the_name(reader: Client, cast: Cast) -> None:
    Tenure.objects.create(person=cast.macron, title="Minister", start="2014", end="2016")
    context = reader.get(cast.macron.get_absolute_url()).context
    assert context["titles"] == ["President of France", "Co-Prince of Andorra"]


def test_posts_are_drawn_a_lane_for_each_title_and_named_as_precisely_as_known(
    reader: Client, cast: Cast
) -> None:
    Tenure.objects.create(person=cast.putin, title="President of Russia", start="2000", end="2008")
    Tenure.objects.create(person=cast.putin, title="Officer", end="1991")
    Tenure.objects.create(person=cast.putin, title="Of no date")
    drawn = reader.get(cast.putin.get_absolute_url()).context["career"]
    assert [(lane.label, [mark.when for mark in lane.marks]) for lane in drawn.lanes] == [
        ("Officer", ["until 1991"]),
        ("President of Russia", ["2000 to 2008", "since 7 May 2012"]),
    ]


def test_one_post_is_told_and_not_drawn(reader: Client, cast: Cast) -> None:
    assert reader.get(cast.putin.get_absolute_url()).context["career"] is None
    assert "since <time" in page_of(reader, cast.putin)


def test_an_office_shows_who_held_posts_there_and_has_none_of_its_own(
    reader: Client, cast: Cast
) -> None:
    page = page_of(reader, cast.elysee)
    assert "Who held posts there" in page
    assert "<bdi>Emmanuel Macron</bdi>" in page
    assert "Posts held" not in page
    assert "What it said" in page
    assert "What they said" in page_of(reader, cast.macron)


def test_a_state_shows_who_held_posts_of_its_country_and_who_spoke(
    reader: Client, cast: Cast
) -> None:
    russia = Actor.objects.create(name="Russia", slug="russia", kind="state", country="RU")
    Tenure.objects.filter(person=cast.putin).update(country="RU")
    response = reader.get(russia.get_absolute_url())
    assert [post.person for post in response.context["posts"]] == [cast.putin]
    assert lines(response.context["dossier"].voices) == [
        ("Kremlin", "/actors/kremlin/", 1),
        ("Vladimir Putin", "/actors/vladimir-putin/", 1),
    ]


def test_company_is_of_contacts_held_and_leads_to_the_pair(reader: Client, cast: Cast) -> None:
    exchange(cast.macron, cast.biden, editorial_status="draft")
    exchange(cast.macron, cast.biden, status="planned")
    exchange(cast.macron, cast.biden, editorial_status="retracted", retraction_reason="No.")
    company = dossier_of(reader, cast.macron).company
    assert lines(company) == [
        ("Vladimir Putin", "/actors/emmanuel-macron/with/vladimir-putin/", 3),
        ("Joe Biden", "/actors/emmanuel-macron/with/joe-biden/", 1),
    ]
    assert [one.bar for one in company] == [100, 33]
    assert [one.line.last for one in company] == [cast.monday_call, cast.biden_call]


def test_the_numbers_are_those_of_the_lists_they_lead_to(reader: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, speaker=cast.macron, editorial_status="draft")
    exchange(cast.macron, status="planned")
    reach = dossier_of(reader, cast.macron).reach
    for number, address in [
        (reach.statements, "/statements/?speaker=emmanuel-macron"),
        (reach.exchanges, "/exchanges/?actor=emmanuel-macron"),
        (reach.held, "/exchanges/?actor=emmanuel-macron&status=held"),
        (reach.addressed, "/statements/?counterpart=emmanuel-macron"),
    ]:
        assert number == reader.get(address).context["listing"].count > 0
    assert reach.held == reach.exchanges - 1


def test_topics_are_ranked_and_lead_to_their_lists(reader: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, speaker=cast.macron, topics=[cast.donbass, cast.security])
    ranked = dossier_of(reader, cast.macron).topics
    assert [(label, count) for label, _, count in lines(ranked)] == [
        ("Security", 2),
        ("Donbass", 1),
        ("Security guarantees", 1),
    ]
    for _, address, count in lines(ranked):
        assert reader.get(address).context["listing"].count == count


def test_topics_and_contacts_are_drawn_over_time_and_lead_to_what_they_count(
    reader: Client, cast: Cast
) -> None:
    statement(cast.kremlin_readout, speaker=cast.putin, date="2021-12", topics=[cast.donbass])
    exchange(cast.putin, cast.biden, date="2021-12-07", kind="video_call")
    found = dossier_of(reader, cast.putin)
    for picture in (found.topics_picture, found.contacts_picture, found.activity_picture):
        labels = [column.label for column in picture.columns]
        assert labels == ["December 2021", "January 2022", "February 2022"]
        for column in picture.columns:
            count = reader.get(column.href).context["listing"].count
            assert f"{count or ''}" == column.total
    assert [key.name for key in found.topics_picture.legend] == ["Donbass"]
    legend = [key.name for key in found.contacts_picture.legend]
    assert legend == ["Calls", "Video calls", "Visits"]


def test_drafts_show_nowhere(reader: Client, editor: Client, cast: Cast) -> None:
    draft = {"speaker": cast.biden, "editorial_status": "draft", "topics": [cast.donbass]}
    statement(cast.kremlin_readout, "A draft.", **draft)
    exchange(cast.biden, cast.kremlin, title="A draft call", editorial_status="in_review")
    document(title="A draft paper", publisher=cast.biden, editorial_status="draft")
    for client in (reader, editor):
        page = page_of(client, cast.biden)
        assert "raft" not in page.replace("Treaty drafts", "")
        assert "with/kremlin" not in page
        assert "published by" not in page
        assert words_of(client, cast.biden).topics == []


def test_a_former_address_leads_to_the_one_of_today_for_good(reader: Client, cast: Cast) -> None:
    Actor.objects.filter(pk=cast.putin.pk).update(slug="putin")
    response = reader.get("/actors/vladimir-putin/?x=1&y=%20")
    assert response.status_code == 301
    assert response["Location"] == "/actors/putin/?x=1&y=%20"


def test_an_unknown_address_is_not_found(reader: Client, cast: Cast) -> None:
    assert reader.get("/actors/nobody/").status_code == 404


def test_an_actor_without_anything_is_shown(reader: Client, cast: Cast) -> None:
    Statement.objects.all().delete()
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    page = page_of(reader, cast.kremlin)
    assert "None in the archive." in page
    assert "Nothing in the archive." in page
    assert "own words" not in page


class TestOwnWords:
    """What somebody said of one topic across the years."""

    @pytest.fixture
    def years(self, cast: Cast) -> list[Statement]:
        given: dict[str, Any] = {
            "speaker": cast.macron,
            "topics": [cast.guarantees],
            "quote_type": "mixed",
        }
        return [
            statement(cast.elysee_readout, f"In {year} so.", date=f"{year}-03-01", **given)
            for year in (2018, 2019)
        ]

    def test_the_topic_asked_for_is_told_by_year_the_oldest_first(
        self, reader: Client, cast: Cast, years: list[Statement]
    ) -> None:
        found = words_of(reader, cast.macron, "?topic=security")
        told = [(year.label, [card.pk for card in year.cards]) for year in found.years]
        assert told == [
            ("2018", [years[0].pk]),
            ("2019", [years[1].pk]),
            ("2022", [cast.condition.pk]),
        ]
        assert found.topic.value == "security"

    def test_titles_are_those_of_the_day(
        self, reader: Client, cast: Cast, years: list[Statement]
    ) -> None:
        Tenure.objects.filter(person=cast.macron).update(end="2018-12-31")
        Tenure.objects.create(person=cast.macron, title="Former President", start="2019-01-01")
        found = words_of(reader, cast.macron, "?topic=security")
        titles = [card.titles for year in found.years for card in year.cards]
        of_2018 = "President of France and Co-Prince of Andorra"
        assert titles == [of_2018, "Former President", "Former President"]

    def test_without_a_topic_the_most_frequent_one_is_told(
        self, reader: Client, cast: Cast, years: list[Statement]
    ) -> None:
        statement(cast.kremlin_readout, speaker=cast.macron, topics=[cast.donbass])
        found = words_of(reader, cast.macron)
        assert [(one.label, one.count, one.chosen) for one in found.topics] == [
            ("Security", 3, True),
            ("Security guarantees", 3, False),
            ("Donbass", 1, False),
        ]

    def test_only_their_own_words_are_told_if_there_are_any(
        self, reader: Client, cast: Cast, years: list[Statement]
    ) -> None:
        retold = statement(
            cast.elysee_readout, speaker=cast.macron, topics=[cast.guarantees], date="2018-04"
        )
        found = words_of(reader, cast.macron, "?topic=security-guarantees")
        assert retold.pk not in [card.pk for year in found.years for card in year.cards]
        for address, count in [(found.told_list, 3), (found.list_, 4)]:
            assert reader.get(address).context["listing"].count == count

    def test_in_other_words_is_said_where_there_is_nothing_else(
        self, reader: Client, cast: Cast
    ) -> None:
        page = page_of(reader, cast.putin, "?topic=donbass")
        assert "Nothing is in their own words;" in page
        found = words_of(reader, cast.putin, "?topic=donbass")
        assert [card.pk for card in found.years[0].cards] == [cast.escalation.pk]

    def test_an_office_speaks_in_its_readouts(self, reader: Client, cast: Cast) -> None:
        cast.concern.topics.add(cast.donbass)
        found = words_of(reader, cast.kremlin, "?topic=donbass")
        assert found.found.own
        assert "In its own words" in page_of(reader, cast.kremlin)

    def test_pages_follow_one_another_and_name_the_topic(self, reader: Client, cast: Cast) -> None:
        given: dict[str, Any] = {
            "speaker": cast.macron,
            "topics": [cast.guarantees],
            "quote_type": "mixed",
        }
        for year in range(1990, 2010):
            statement(cast.elysee_readout, date=f"{year}-03-01", **given)
        labels: list[str] = []
        query = "?topic=security"
        while query:
            response = reader.get(f"{cast.macron.get_absolute_url()}{query}")
            page = response.context["words"]
            labels += [year.label for year in page.years]
            after = page.at.page.after
            query = f"?topic=security&after={after}" if after else ""
            link = f"?topic=security&amp;after={after}#own-words"
            assert (link in response.content.decode()) == bool(after)
        assert labels == [*map(str, range(1990, 2010)), "2022"]

    def test_a_later_page_has_the_words_alone(self, reader: Client, cast: Cast) -> None:
        given: dict[str, Any] = {
            "speaker": cast.macron,
            "topics": [cast.guarantees],
            "quote_type": "mixed",
        }
        for year in range(1990, 2010):
            statement(cast.elysee_readout, date=f"{year}-03-01", **given)
        after = words_of(reader, cast.macron, "?topic=security").at.page.after
        page = page_of(reader, cast.macron, f"?topic=security&after={after}")
        assert "Most in contact with" not in page
        assert "The whole dossier of" in page

    def test_of_many_in_a_year_some_are_told_and_the_list_has_all(
        self, reader: Client, cast: Cast
    ) -> None:
        given: dict[str, Any] = {
            "speaker": cast.macron,
            "topics": [cast.guarantees],
            "quote_type": "mixed",
        }
        for day in range(1, 21):
            statement(cast.elysee_readout, date=f"2021-03-{day:02}", **given)
        found = words_of(reader, cast.macron, "?topic=security")
        first = found.years[0]
        assert [str(card.date) for card in first.cards] == [
            "2021-03-01",
            "2021-03-11",
            "2021-03-20",
        ]
        assert (first.label, first.count) == ("2021", 20)
        assert reader.get(first.address).context["listing"].count == 20
        assert f"{first.address}" in page_of(reader, cast.macron).replace("&amp;", "&")

    def test_what_has_no_date_is_counted_and_left_to_the_list(
        self, reader: Client, cast: Cast
    ) -> None:
        given: dict[str, Any] = {
            "speaker": cast.macron,
            "topics": [cast.guarantees],
            "quote_type": "mixed",
        }
        statement(cast.elysee_readout, **given)
        found = words_of(reader, cast.macron, "?topic=security")
        assert (found.undated, [year.label for year in found.years]) == (1, ["2022"])
        assert "1 without a date is in the list alone." in page_of(reader, cast.macron)

    def test_a_former_slug_of_a_topic_is_understood(
        self, reader: Client, cast: Cast, years: list[Statement]
    ) -> None:
        type(cast.security).objects.filter(pk=cast.security.pk).update(slug="safety")
        assert words_of(reader, cast.macron, "?topic=security").topic.value == "safety"

    def test_a_topic_of_which_they_said_nothing_is_no_error(
        self, reader: Client, cast: Cast
    ) -> None:
        topic("Fishing")
        page = page_of(reader, cast.macron, "?topic=fishing")
        assert "has nothing that <bdi>Emmanuel Macron</bdi> said of this" in page
        assert NOTHING_WRONG not in page

    @pytest.mark.parametrize(
        "query",
        [
            "topic=nonsense", "topic=%00", "topic=a&topic=b", "topic=security&after=x",
            "after=W10", "before=x", "topic=security&after=a&before=b", f"topic={'x' * 9000}",
            "topics=security", "topic=%ED%A0%80",
        ],
    )  # fmt: skip
    def test_what_is_not_understood_is_an_error_without_results(
        self, reader: Client, cast: Cast, query: str
    ) -> None:
        page = page_of(reader, cast.macron, f"?{query}")
        assert NOTHING_WRONG in page
        assert "<title>Error: " in page
        assert "<blockquote" not in page

    def test_a_misspelt_topic_has_its_field_marked_and_a_way_out(
        self, reader: Client, cast: Cast
    ) -> None:
        page = page_of(reader, cast.macron, "?topic=donbas")
        assert 'aria-describedby="error-topic" aria-invalid="true"' in page
        assert '<a href="?topic=donbass"><bdi>Donbass</bdi></a>' in page

    def test_a_cursor_that_names_no_day_ends_the_list(self, reader: Client, cast: Cast) -> None:
        """`["oldest", null, 1]`, as a list has it whose last rows have no date."""
        found = words_of(reader, cast.macron, "?after=WyJvbGRlc3QiLG51bGwsMV0")
        assert (found.at.problems, found.years) == ([], [])
