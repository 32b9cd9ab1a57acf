"""`/statements/`: what each filter keeps, and what is said of one that cannot be understood."""

import pytest
from django.http import QueryDict
from django.test import Client

from actors.models import Actor, ActorName
from statements.models import Addressee, Exchange, Statement
from tests.cast import Cast, actor, document, exchange, statement, topic
from tests.pages.conftest import listing, problems, shown

LIST = "/statements/"


def found(reader: Client, query: str) -> set[Statement]:
    """Give the statements that the page lists, and check that it counts them right."""
    response = reader.get(f"{LIST}?{query}")
    rows = shown(response)
    assert listing(response).problems == []
    assert listing(response).count == len(rows)
    return set(rows)


def test_without_a_filter_everything_public_is_listed_newest_first(
    reader: Client, cast: Cast
) -> None:
    earlier = statement(cast.kremlin_readout, date="2021")
    undated = statement(cast.kremlin_readout)
    assert shown(reader.get(LIST)) == [
        cast.escalation,
        cast.concern,
        cast.condition,
        earlier,
        undated,
    ]


def test_oldest_first_keeps_what_has_no_date_last(reader: Client, cast: Cast) -> None:
    undated = statement(cast.kremlin_readout)
    earlier = statement(cast.kremlin_readout, date="2021")
    rows = shown(reader.get(f"{LIST}?sort=oldest"))
    assert rows == [earlier, cast.escalation, cast.concern, cast.condition, undated]


def test_words_are_found_in_any_form_whatever_their_case(reader: Client, cast: Cast) -> None:
    assert found(reader, "q=PROVOCATION") == {cast.escalation}


def test_a_phrase_an_exclusion_and_an_alternative(reader: Client, cast: Cast) -> None:
    assert found(reader, 'q="line of contact"') == {cast.concern}
    assert found(reader, "q=russia -provocations") == {cast.condition}
    assert found(reader, "q=provocations or invade") == {cast.escalation, cast.condition}


def test_relevance_puts_the_best_answer_first(reader: Client, cast: Cast) -> None:
    once = statement(cast.kremlin_readout, "Missiles, and much else was spoken of.", date="2023")
    often = statement(cast.kremlin_readout, "Missiles, missiles, missiles.", date="2020")
    assert shown(reader.get(f"{LIST}?q=missiles&sort=relevance")) == [often, once]
    assert shown(reader.get(f"{LIST}?q=missiles")) == [once, often]


def test_relevance_without_words_falls_back_to_the_newest_and_says_so(
    reader: Client, cast: Cast
) -> None:
    response = reader.get(f"{LIST}?sort=relevance")
    assert shown(response)[0] == cast.escalation
    assert "the newest come first" in response.content.decode()


@pytest.mark.parametrize(
    "name", ["emmanuel-macron", "Emmanuel Macron", "EMMANUEL  MACRÓN", "Micron"]
)
def test_a_speaker_is_named_by_address_or_by_any_name(
    reader: Client, cast: Cast, name: str
) -> None:
    assert found(reader, f"speaker={name}") == {cast.condition}


def test_several_speakers_are_alternatives(reader: Client, cast: Cast) -> None:
    wanted = "speaker=emmanuel-macron&speaker=vladimir-putin"
    assert found(reader, wanted) == {cast.condition, cast.escalation}


def test_the_former_address_of_a_renamed_actor_is_understood(reader: Client, cast: Cast) -> None:
    Actor.objects.filter(pk=cast.putin.pk).update(slug="putin")
    response = reader.get(f"{LIST}?speaker=vladimir-putin")
    assert shown(response) == [cast.escalation]
    assert [chip.value for chip in listing(response).chips] == ["Vladimir Putin"]
    assert listing(response).chosen.getlist("speaker") == ["putin"]


def test_the_address_of_an_actor_wins_over_a_former_one(reader: Client, cast: Cast) -> None:
    Actor.objects.filter(pk=cast.putin.pk).update(slug="putin")
    actor("Another Putin", "vladimir-putin")
    assert found(reader, "speaker=vladimir-putin") == set()


def test_an_unknown_speaker_is_an_error_with_the_closest_names_as_links(
    reader: Client, cast: Cast
) -> None:
    response = reader.get(f"{LIST}?speaker=Macorn&q=Russia")
    assert problems(response) == {"speaker": "The archive knows nobody by the name “Macorn”."}
    page = response.content.decode()
    assert '<a href="?q=Russia&amp;speaker=emmanuel-macron"' in page or (
        '<a href="?speaker=emmanuel-macron&amp;q=Russia"' in page
    )
    assert 'value="Macorn"' in page


def test_a_name_of_two_actors_is_an_error_that_tells_them_apart(reader: Client, cast: Cast) -> None:
    other = actor("Vladimir Putin", "vladimir-putin-2")
    response = reader.get(f"{LIST}?speaker=Vladimir Putin")
    assert problems(response) == {"speaker": "“Vladimir Putin” is a name of several actors."}
    labels = [fix.label for problem in listing(response).problems for fix in problem.fixes]
    assert labels == [f"Vladimir Putin ({one.slug})" for one in (cast.putin, other)]


def test_a_counterpart_took_part_in_the_exchange_or_was_addressed(
    reader: Client, cast: Cast
) -> None:
    letter = statement(cast.elysee_readout, speaker=cast.macron)
    Addressee.objects.create(statement=letter, actor=cast.biden)
    assert found(reader, "counterpart=joe-biden") == {letter}
    assert found(reader, "counterpart=emmanuel-macron") == {cast.escalation, cast.concern}


def test_nobody_is_the_counterpart_of_their_own_words(reader: Client, cast: Cast) -> None:
    assert found(reader, "speaker=vladimir-putin&counterpart=vladimir-putin") == set()


def test_all_who_took_part_are_counterparts_of_whoever_is_not_known(
    reader: Client, cast: Cast
) -> None:
    made = statement(document(), exchange=cast.sunday_call)
    assert made in found(reader, "counterpart=vladimir-putin")
    assert made in found(reader, "counterpart=emmanuel-macron")


def test_a_counterpart_is_not_found_through_a_draft_exchange(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    assert found(reader, "counterpart=emmanuel-macron") == set()


@pytest.mark.parametrize("name", ["security", "Security", "treaty drafts", "security-guarantees"])
def test_a_topic_is_named_in_any_way_and_takes_in_those_below(
    reader: Client, cast: Cast, name: str
) -> None:
    assert found(reader, f"topic={name}") == {cast.condition}


def test_several_topics_are_alternatives(reader: Client, cast: Cast) -> None:
    assert found(reader, "topic=security&topic=donbass") == {cast.condition, cast.escalation}


def test_an_unknown_topic_is_an_error_with_the_closest(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?topic=Donbas")
    assert problems(response) == {"topic": "The archive has no topic “Donbas”."}
    assert [fix.label for fix in listing(response).problems[0].fixes] == ["Donbass"]


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ("from=2022-02-21", ["2022-02-21", "2022-02"]),
        ("from=2022-02-22", ["2022-02"]),
        ("from=2022-02-28", ["2022-02"]),
        ("from=2022-03-01", []),
        ("to=2022-02-20", ["2022-02", "2021"]),
        ("to=2022-02-21", ["2022-02-21", "2022-02", "2021"]),
        ("to=2022-02", ["2022-02-21", "2022-02", "2021"]),
        ("to=2022-01-31", ["2021"]),
        ("to=2021-01-01", ["2021"]),
        ("to=2020-12-31", []),
        ("from=2022-02-21&to=2022-02-21", ["2022-02-21", "2022-02"]),
        ("from=2021-06&to=2022-02-01", ["2022-02", "2021"]),
    ],
)
def test_both_ends_of_a_range_are_included_and_imprecise_dates_overlap(
    reader: Client, db: None, query: str, dates: list[str]
) -> None:
    source = document()
    for date in ("2022-02-21", "2022-02", "2021", None):
        statement(source, date=date)
    rows = shown(reader.get(f"{LIST}?{query}"))
    assert [str(row.date) for row in rows] == dates


def test_a_range_that_ends_before_it_begins_is_an_error(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?from=2022-02-22&to=2022-02-21")
    assert problems(response) == {"to": "This date is before the date from which to look."}


def test_a_range_within_one_month_is_no_error(reader: Client, cast: Cast) -> None:
    assert len(found(reader, "from=2022-02&to=2022-02")) == 3


def test_kind_of_exchange(reader: Client, cast: Cast) -> None:
    at_visit = statement(cast.kremlin_readout, exchange=cast.visit)
    assert found(reader, "kind=visit") == {at_visit}
    calls = {cast.escalation, cast.concern, cast.condition}
    assert found(reader, "kind=call") == calls
    assert found(reader, "kind=call&kind=visit") == calls | {at_visit}


def test_kind_of_a_draft_exchange_does_not_show_in_results(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="in_review")
    assert found(reader, "kind=call") == set()


def test_type_of_quotation(reader: Client, cast: Cast) -> None:
    assert found(reader, "type=direct") == {cast.condition}
    assert found(reader, "type=direct&type=readout") == {cast.condition, cast.concern}


def test_language_whatever_its_case(reader: Client, cast: Cast) -> None:
    french = statement(cast.elysee_readout, "Bonjour.", language="fr")
    assert found(reader, "language=FR") == {french}


@pytest.mark.parametrize(
    ("query", "chip", "note"),
    [
        ("language=de", "German", "The archive has nothing in German."),
        ("language=Ps", "Pashto", "The archive has nothing in Pashto."),
        ("q=in:german", "German", "The archive has nothing in German."),
        ("country=MT", "Malta", "The archive has nothing from or about Malta."),
        ("q=country:malta", "Malta", "The archive has nothing from or about Malta."),
    ],
)
def test_a_value_that_no_statement_has_is_understood_and_leaves_nothing(
    reader: Client, cast: Cast, query: str, chip: str, note: str
) -> None:
    hidden = statement(cast.elysee_readout, "Hallo.", language="de", editorial_status="draft")
    response = reader.get(f"{LIST}?{query}")
    assert shown(response) == []
    assert listing(response).count == 0
    assert [one.value for one in listing(response).chips] == [chip]
    assert listing(response).note == note
    assert hidden.text not in response.content.decode()


def test_what_no_statement_has_is_told_beside_what_some_have(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?q=in:german+or+in:english")
    assert listing(response).count == 3
    assert listing(response).note == "The archive has nothing in German."


def test_a_variant_of_a_language_is_offered_for_it(reader: Client, cast: Cast) -> None:
    said = statement(cast.elysee_readout, "你好", language="zh-Hans")
    response = reader.get(f"{LIST}?language=chinese")
    assert problems(response) == {"language": "“chinese” can be one of several here."}
    [fix] = listing(response).problems[0].fixes
    assert fix.label == "Simplified Chinese"
    assert shown(reader.get(f"{LIST}?{fix.query.urlencode()}")) == [said]


@pytest.mark.parametrize(
    "tag",
    ["zh", "ps", "ku", "am", "ti", "tl", "so", "ha", "la", "yue", "bo", "mt", "prs", "en-US",
     "zh-Hant", "zh-TW", "sr-Cyrl", "nb", "ckb", "qtz"],
)  # fmt: skip
def test_every_language_of_the_archive_is_taken_by_its_shown_name_and_code(
    reader: Client, cast: Cast, tag: str
) -> None:
    said = statement(cast.elysee_readout, "Words.", language=tag)
    controls = listing(reader.get(LIST)).controls
    [offered] = [one.offered for one in controls if one.name == "language"]
    [name] = [choice.label for choice in offered if choice.value == tag]
    assert name != tag or tag == "qtz"
    for given in (tag, tag.upper(), name, name.upper()):
        assert shown(reader.get(LIST, {"q": f'in:"{given}"'})) == [said], given


def test_publisher(reader: Client, cast: Cast) -> None:
    assert found(reader, "publisher=elysee-palace") == {cast.condition}


def test_publisher_of_a_draft_document_does_not_show_in_results(reader: Client, cast: Cast) -> None:
    cast.elysee_readout.editorial_status = "draft"
    cast.elysee_readout.save()
    assert found(reader, "publisher=elysee-palace") == set()


def test_country_of_the_speaker_or_of_the_exchange(reader: Client, cast: Cast) -> None:
    in_moscow = statement(cast.elysee_readout, speaker=cast.biden, exchange=cast.visit)
    assert found(reader, "country=FR") == {cast.condition}
    assert found(reader, "country=ru") == {cast.escalation, cast.concern, in_moscow}
    assert found(reader, "country=US&country=FR") == {cast.condition, in_moscow}


def test_filters_narrow_one_another(reader: Client, cast: Cast) -> None:
    query = "speaker=vladimir-putin&topic=donbass&kind=call&from=2022&q=escalation"
    assert found(reader, query) == {cast.escalation}
    assert found(reader, f"{query}&type=direct") == set()


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        ("country=Atlantis", "country", "“Atlantis” is not one of the choices: France, Russia."),
        ("publisher=Nobody", "publisher", "The archive knows nobody by the name “Nobody”."),
        ("sort=best", "sort", "“best” is no order of this list."),
        ("after=xyz", "after", "This page of the list is not to be found."),
        ("q=(", "q", "There is no word in “(” to search for."),
        ("q=one&q=two", "q", "This can be given only once."),
        ("speeker=putin", "", "“speeker” is no filter of this list."),
    ],
)
def test_what_cannot_be_understood_is_an_error_without_results(
    reader: Client, cast: Cast, query: str, name: str, message: str
) -> None:
    response = reader.get(f"{LIST}?{query}")
    assert problems(response) == {name: message}
    page = response.content.decode()
    assert "This search cannot be understood" in page
    assert message.replace("'", "&#x27;") in page


def test_a_date_that_is_none_keeps_what_was_typed(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?from=2022-02-30")
    assert "February 2022 has 28 days" in problems(response)["from"]
    page = response.content.decode()
    assert 'value="2022-02-30"' in page
    assert 'href="#field-from"' in page
    assert 'aria-describedby="hint-from error-from" aria-invalid="true"' in page


def test_a_misspelt_filter_is_mended_by_a_link(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?speeker=vladimir-putin&q=escalation&after=x")
    fixes = [fix for problem in listing(response).problems for fix in problem.fixes]
    assert [(fix.label, fix.query.urlencode()) for fix in fixes] == [
        ("Use “speaker”", "q=escalation&speaker=vladimir-putin"),
        ("Leave it out", "q=escalation"),
    ]


@pytest.mark.parametrize(
    ("query", "mended"),
    [
        ("speaker=Emmanuel++Macorn", "speaker=emmanuel-macron"),
        ("speaker=emmanuel-macron&speaker=Macorn", "speaker=emmanuel-macron"),
        ("speaker=joe-biden&speeker=x", "speaker=joe-biden&speaker=x"),
        ("speaker=x&speeker=x", "speaker=x"),
    ],
)
def test_what_is_mended_keeps_the_other_values_each_once(
    reader: Client, cast: Cast, query: str, mended: str
) -> None:
    first = listing(reader.get(f"{LIST}?{query}")).problems[0]
    assert first.fixes[0].query.urlencode() == mended


def test_two_names_of_one_actor_are_one_value(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?speaker=Macron&speaker=Micron")
    assert listing(response).chosen.getlist("speaker") == ["emmanuel-macron"]
    assert [chip.value for chip in listing(response).chips] == ["Emmanuel Macron"]


def test_what_is_applied_stands_on_chips_that_can_be_taken_away(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?q=escalation&speaker=Vladimir+Putin&from=2022-02&kind=call")
    chips = [(chip.label, chip.value, chip.without.urlencode()) for chip in listing(response).chips]
    assert chips == [
        ("Words", "escalation", "from=2022-02&speaker=vladimir-putin&kind=call"),
        ("From", "February 2022", "q=escalation&speaker=vladimir-putin&kind=call"),
        ("Speaker", "Vladimir Putin", "q=escalation&from=2022-02&kind=call"),
        ("Kind of exchange", "Call", "q=escalation&from=2022-02&speaker=vladimir-putin"),
    ]
    assert '<a href="/statements/">Clear all</a>' in response.content.decode()


def test_a_chip_shows_the_beginning_of_what_is_long_and_tells_all_of_it(
    reader: Client, cast: Cast
) -> None:
    words = "x" * 300
    page = reader.get(f"{LIST}?q={words}").content.decode()
    assert f"<bdi>{'x' * 60}…</bdi>" in page
    assert f'title="{words}"' in page
    assert f"Remove Words: {words}</span>" in page
    assert f"Without “<bdi>Words: {'x' * 53}…</bdi>”" in page
    assert 'class="chip__text">Words: <bdi>short<' in reader.get(f"{LIST}?q=short").content.decode()


@pytest.mark.parametrize("path", ["/statements/", "/exchanges/"])
def test_the_search_box_tells_what_can_be_typed_and_where_that_is_explained(
    reader: Client, cast: Cast, path: str
) -> None:
    page = reader.get(path).content.decode()
    hint = page[page.index('id="hint-q"') :].partition("</p>")[0]
    assert "from:2022" in hint
    assert 'href="/search-help/"' in hint
    field = page[page.index('id="field-q"') :].partition(">")[0]
    assert 'aria-describedby="hint-q"' in field
    assert "placeholder" not in field


def test_a_list_can_be_skipped_to(reader: Client, cast: Cast) -> None:
    page = reader.get(LIST).content.decode()
    assert 'href="#results">Skip to the results</a>' in page
    assert 'id="results" tabindex="-1"' in page
    assert "#results" not in reader.get(f"{LIST}?speaker=nobody").content.decode()


def test_one_of_two_values_is_taken_away_alone(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?speaker=joe-biden&speaker=vladimir-putin")
    without = [chip.without.urlencode() for chip in listing(response).chips]
    assert without == ["speaker=vladimir-putin", "speaker=joe-biden"]


def test_the_order_outlasts_the_removal_of_a_filter(reader: Client, cast: Cast) -> None:
    chips = listing(reader.get(f"{LIST}?sort=oldest&kind=call")).chips
    assert [chip.without for chip in chips] == [QueryDict("sort=oldest")]


def test_only_what_occurs_is_offered(reader: Client, cast: Cast) -> None:
    exchange(kind="letter", editorial_status="draft")
    controls = {control.name: control for control in listing(reader.get(LIST)).controls}
    offered = {
        name: [choice.label for choice in controls[name].offered]
        for name in ("kind", "language", "publisher", "country")
    }
    assert offered == {
        "kind": ["Call"],
        "language": ["English"],
        "publisher": ["Kremlin", "Élysée Palace"],
        "country": ["Russia", "France"],
    }


def test_an_empty_list_says_so_and_what_may_help(reader: Client, cast: Cast) -> None:
    page = reader.get(f"{LIST}?q=xylophone").content.decode()
    assert "0 statements" in page
    assert "Nothing in the archive answers all of this." in page


def test_a_card_shows_words_speaker_title_date_exchange_and_source(
    reader: Client, cast: Cast
) -> None:
    page = reader.get(f"{LIST}?speaker=emmanuel-macron").content.decode()
    for part in (
        f'lang="en" dir="auto"><p>“{cast.condition.text}”</p>',
        "<bdi>Emmanuel Macron</bdi>",
        "President of France and Co-Prince of Andorra",
        '<time datetime="2022-02-21" title="2022-02-21">21 February 2022</time>',
        "Direct quotation",
        "Attributed: “the statement from Elysee Palace said”",
        f'<a href="{cast.monday_call.get_absolute_url()}">Macron and Putin on Monday</a>',
        f'<a href="{cast.elysee_readout.get_absolute_url()}">Readout by Élysée Palace</a>',
        "Security guarantees",
    ):
        assert part in page
    assert "Unverified" not in page


def test_the_title_is_the_one_held_that_day(reader: Client, cast: Cast) -> None:
    statement(cast.elysee_readout, "Earlier.", speaker=cast.macron, date="2017-05-13")
    page = reader.get(f"{LIST}?speaker=emmanuel-macron&to=2017").content.decode()
    assert "President of France" not in page


def test_words_that_are_not_direct_have_no_quotation_marks(reader: Client, cast: Cast) -> None:
    page = reader.get(f"{LIST}?speaker=vladimir-putin").content.decode()
    assert f"<p>{cast.escalation.text}</p>" in page


def test_words_that_bring_their_own_marks_get_no_others(reader: Client, cast: Cast) -> None:
    statement(
        cast.elysee_readout,
        "« Non. »",
        quote_type="direct",
        override_reason="Heard.",
        language="fr",
    )
    assert "<p>« Non. »</p>" in reader.get(f"{LIST}?language=fr").content.decode()


def test_words_that_were_not_found_in_the_source_are_marked_in_words(
    reader: Client, cast: Cast
) -> None:
    unverified = statement(
        cast.kremlin_readout, "Not there.", quote_type="direct", override_reason="Heard."
    )
    assert "Unverified: not in a kept copy" in reader.get(LIST).content.decode()
    unverified.quote_type = "indirect"
    unverified.save()
    assert "Unverified" not in reader.get(LIST).content.decode()


def test_a_speaker_who_is_not_known_is_shown_as_printed(reader: Client, db: None) -> None:
    statement(document(), speaker_as_printed="Question")
    page = reader.get(LIST).content.decode()
    assert '<bdi>Question</bdi> <span class="aside">(not yet identified)</span>' in page


def test_a_name_that_was_printed_otherwise_is_shown_too(reader: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, speaker=cast.macron, speaker_as_printed="Micron")
    assert "printed as “<bdi>Micron</bdi>”" in reader.get(LIST).content.decode()


def test_a_retracted_statement_stays_listed_and_is_marked(reader: Client, cast: Cast) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(
        editorial_status="retracted", retraction_reason="A forgery."
    )
    response = reader.get(LIST)
    assert listing(response).count == 3
    assert "This statement was taken back: A forgery." in response.content.decode()


def test_a_long_text_is_cut_in_the_list(reader: Client, db: None) -> None:
    statement(document(), " ".join(f"word-{number}" for number in range(500)))
    page = reader.get(LIST).content.decode()
    assert "word-89 …</p>" in page
    assert "word-90" not in page


def test_names_in_cyrillic_are_understood(reader: Client, cast: Cast) -> None:
    ActorName.objects.create(actor=cast.kremlin, name="Кремль", language="ru")
    assert found(reader, "speaker=Кремль") == {cast.concern}


def test_topics_with_one_name_in_several_aliases_are_told_apart(reader: Client, cast: Cast) -> None:
    topic("One", aliases=["Shared"])
    topic("Other", aliases=["shared"])
    response = reader.get(f"{LIST}?topic=Shared")
    assert problems(response) == {"topic": "“Shared” is a name of several topics."}


def test_a_misspelt_word_leads_to_one_that_is_there(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?q=escalatoin&sort=oldest")
    assert listing(response).count == 0
    [meant] = [fix.query.urlencode() for fix in listing(response).near if fix.label == "escalation"]
    assert listing(reader.get(f"{LIST}?{meant}")).count == 1
    assert f'<a href="?{meant.replace("&", "&amp;")}">escalation</a>' in response.content.decode()
