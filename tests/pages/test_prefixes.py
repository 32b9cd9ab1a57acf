"""Filters that are typed in the search box."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from tests.cast import Cast, actor, document, statement
from tests.pages.conftest import listing, problems, shown

LIST = "/statements/"


def ask(reader: Client, typed: str, path: str = LIST, more: str = "") -> Any:
    return reader.get(f"{path}?q={quote(typed)}{more}")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("speaker:vladimir-putin", "speaker=vladimir-putin"),
        ('speaker:"Vladimir Putin" escalation', "q=escalation&speaker=vladimir-putin"),
        ("with:macron-x", ""),
        ("with:emmanuel-macron topic:donbass", "counterpart=emmanuel-macron&topic=donbass"),
        ("from:2022-02 to:2022-02-21 line", "q=line&from=2022-02&to=2022-02-21"),
        ("in:english", "language=en"),
        ("in:EN kind:call", "kind=call&language=en"),
    ],
)
def test_a_prefix_is_the_filter_that_it_stands_for(
    reader: Client, cast: Cast, typed: str, query: str
) -> None:
    if not query:
        assert problems(ask(reader, typed))
        return
    typed_in, filtered = ask(reader, typed), reader.get(f"{LIST}?{query}")
    assert listing(typed_in).chosen == listing(filtered).chosen
    assert shown(typed_in) == shown(filtered) != []


def test_a_wrong_value_is_said_at_its_filter_and_stays_to_be_mended(
    reader: Client, cast: Cast
) -> None:
    response = ask(reader, "speaker:Putain escalation")
    assert problems(response) == {"speaker": "The archive knows nobody by the name “Putain”."}
    page = response.content.decode()
    assert 'value="Putain"' in page
    assert 'value="escalation"' in page


@pytest.mark.parametrize(
    "typed",
    ["speaker:", "-speaker:putin", "speaker:-putin", "speaker :putin", 'line "of', "100% speaker:"],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(
    reader: Client, cast: Cast, typed: str
) -> None:
    response = ask(reader, typed, more="&kind=call")
    assert set(problems(response)) == {"q"}
    box = listing(response).search_box
    assert box.typed == [typed]


def test_what_only_looks_like_a_prefix_is_searched_for_and_said(reader: Client, cast: Cast) -> None:
    known = statement(document(), "The word spaeker is here with putin.")
    response = ask(reader, "spaeker:putin")
    assert shown(response) == [known]
    assert "Is “speaker:” meant?" in listing(response).note


@pytest.mark.parametrize(
    ("before", "typed", "name", "taken"),
    [
        ("from=2021", "from:2022 line", "from", ["2022"]),
        ("from=2021&from=2020", "from:2022", "from", ["2022"]),
        ("from=2O21", "from:2022", "from", ["2022"]),
        ("speaker=putn", "speaker:putin", "speaker", ["vladimir-putin"]),
        ("speaker=vladimir-putin", "speaker:macron", "speaker", ["emmanuel-macron"]),
        (
            "speaker=joe-biden",
            "speaker:macron or speaker:putin",
            "speaker",
            ["emmanuel-macron", "vladimir-putin"],
        ),
        ("language=fr", "in:en", "language", ["en"]),
        ("speaker=vladimir-putin", "line", "speaker", ["vladimir-putin"]),
    ],
)
def test_what_is_typed_in_the_box_replaces_what_its_filter_said(
    reader: Client, cast: Cast, before: str, typed: str, name: str, taken: list[str]
) -> None:
    response = ask(reader, typed, more=f"&{before}")
    assert listing(response).problems == []
    assert listing(response).chosen.getlist(name) == taken


def test_the_address_in_the_browser_says_nothing_twice(reader: Client, cast: Cast) -> None:
    address = f"{LIST}?q={quote('speaker:putin escalation')}&speaker=macron"
    for _ in range(2):
        response = reader.get(address, headers={"HX-Request": "true"})
        assert response["HX-Push-Url"] == f"{LIST}?q=escalation&speaker=putin"
    plain = reader.get(f"{LIST}?q=escalation", headers={"HX-Request": "true"})
    assert "HX-Push-Url" not in plain
    whole = {"HX-Request": "true", "Verbatim-Whole": "yes"}
    assert "HX-Push-Url" not in reader.get(address, headers=whole)


def test_two_dates_in_the_box_are_an_error(reader: Client, cast: Cast) -> None:
    refused = problems(ask(reader, "from:2022 from:2021"))
    assert refused == {"from": "This can be given only once."}


def fixes(response: Any) -> list[tuple[str, dict[str, list[str]]]]:
    """Give the links that mend the search: their labels, and what they ask for."""
    links = [fix for problem in listing(response).problems for fix in problem.fixes]
    return [(fix.label, dict(fix.query.lists())) for fix in links]


def test_a_name_without_its_quotation_marks_is_offered_first(reader: Client, cast: Cast) -> None:
    actor("Vladimir Medinsky", "vladimir-medinsky")
    for typed, rest in (
        ("speaker:vladimir putin", {}),
        ("speaker:vladimir putin escalation", {"q": ["escalation"]}),
        ("reason speaker:Владимир Путин -oil", {"q": ["reason -oil"]}),
    ):
        first, *_ = fixes(ask(reader, typed, more="&kind=call"))
        assert first == ("Vladimir Putin", {"kind": ["call"], "speaker": ["vladimir-putin"]} | rest)


def test_topics_and_kinds_are_offered_with_the_words_behind_them(
    reader: Client, cast: Cast
) -> None:
    assert fixes(ask(reader, "topic:treaty drafts"))[0] == (
        "Security guarantees",
        {"topic": ["security-guarantees"]},
    )
    assert fixes(ask(reader, "kind:video call gas"))[0] == (
        "Video call",
        {"q": ["gas"], "kind": ["video_call"]},
    )


def test_others_who_are_asked_for_stay_in_the_link(reader: Client, cast: Cast) -> None:
    first, *_ = fixes(ask(reader, "speaker:macron or speaker:vladimir putin"))
    assert first == ("Vladimir Putin", {"speaker": ["macron", "vladimir-putin"]})


def test_who_is_only_printed_as_speaker_is_offered_as_words(reader: Client, cast: Cast) -> None:
    said = statement(document(), "A question on the line.", speaker_as_printed="Kate De Pury")
    for typed in ('speaker:"kate de pury" line', "line speaker:kate de pury"):
        [link] = [link for link in fixes(ask(reader, typed)) if "words" in link[0]]
        assert link == ('the words "kate de pury"', {"q": ['line "kate de pury"']})
        assert shown(reader.get(LIST, link[1])) == [said]


def test_who_is_printed_in_drafts_alone_is_not_offered(reader: Client, cast: Cast) -> None:
    draft = {"speaker_as_printed": "Kate De Pury", "editorial_status": "draft"}
    statement(document(), "A question.", **draft)
    response = ask(reader, 'speaker:"Kate De Pury"')
    assert not [label for label, _ in fixes(response) if "words" in label]


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("from:2016-2", [("2016-02", {"from": ["2016-02"]})]),
        ("to:01.05.2016 gas", [("2016-05-01", {"q": ["gas"], "to": ["2016-05-01"]})]),
        ("from:May 2016", [("2016-05", {"from": ["2016-05"]})]),
        ("from:'1 May 2016'", [("2016-05-01", {"from": ["2016-05-01"]})]),
        ("from:nonsense%s", []),
    ],
)
def test_a_date_in_another_form_is_offered_in_the_usual_one(
    reader: Client, cast: Cast, typed: str, links: list[Any]
) -> None:
    assert fixes(ask(reader, typed)) == links


@pytest.mark.parametrize(
    ("typed", "path", "message"),
    [
        (
            "kind:phone",
            LIST,
            "“phone” is not one of the choices: Call, Video call, Meeting, Visit, Summit, Letter, "
            "Negotiation, Press conference, Other.",
        ),
        (
            "type:quote",
            LIST,
            "“quote” is not one of the choices: Direct, Mixed, Indirect, Readout.",
        ),
    ],
)
def test_the_values_of_a_short_list_are_named(
    reader: Client, cast: Cast, typed: str, path: str, message: str
) -> None:
    assert [*problems(ask(reader, typed, path)).values()] == [message]


@pytest.mark.parametrize(
    ("typed", "path", "place"),
    [
        ("speaker:putin", "/exchanges/", "statements"),
        ("publisher:kremlin", "/exchanges/", "statements"),
        ("in:fr", "/exchanges/", "statements"),
        ("status:held", LIST, "exchanges"),
    ],
)
def test_a_filter_of_the_other_list_is_said_to_be_one(
    reader: Client, cast: Cast, typed: str, path: str, place: str
) -> None:
    note = listing(ask(reader, typed, path)).note
    assert f"“{typed.partition(':')[0]}:” is a filter of {place}." in note


def test_a_sign_without_meaning_is_told_above_the_results(reader: Client, cast: Cast) -> None:
    response = ask(reader, "escalation | nothing")
    assert "“|” has no meaning here" in listing(response).note
    assert "“|” has no meaning here" in response.content.decode()


def test_a_hyphen_that_stands_alone_leaves_nothing_out(reader: Client, cast: Cast) -> None:
    assert shown(ask(reader, "reason - escalation")) == [cast.escalation]
    assert shown(ask(reader, "reason -escalation")) == []


def test_exchanges_have_prefixes_too(reader: Client, cast: Cast) -> None:
    response = ask(reader, "with:joe-biden with:emmanuel-macron", "/exchanges/")
    assert shown(response) == [cast.biden_call]


@pytest.mark.parametrize("name", ["Putin", "PUTIN", "Путин", "vladimir putin"])
def test_a_surname_of_one_person_is_enough(reader: Client, cast: Cast, name: str) -> None:
    assert listing(ask(reader, f'speaker:"{name}"')).chosen.getlist("speaker") == ["vladimir-putin"]


@pytest.mark.parametrize("name", ["utin", "%utin", "_utin", "Vladimir", "Palace"])
def test_a_piece_of_a_name_is_no_name(reader: Client, cast: Cast, name: str) -> None:
    assert "speaker" in problems(ask(reader, f'speaker:"{name}"'))


def test_a_surname_of_two_people_is_said_to_be_so(reader: Client, cast: Cast) -> None:
    actor("Igor Putin", "igor-putin")
    refused = problems(ask(reader, "speaker:putin"))
    assert refused == {"speaker": "“putin” is a name of several actors."}
