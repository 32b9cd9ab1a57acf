"""`/exchanges/<id>/`: who took part, and what each side says of it."""

import re

import pytest
from django.test import Client

from statements.models import Document, Exchange, Participation, Readout, Statement
from tests.cast import Cast, actor, document, exchange, person_with, statement


def page_of(client: Client, of: Exchange) -> str:
    """Give the page of the exchange."""
    response = client.get(of.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def sides(page: str) -> list[str]:
    """Give the part of the page for each side, without its marks."""
    return [words(part.split("</section>")[0]) for part in page.split('<section class="side"')[1:]]


def words(part: str) -> str:
    """Give the words of a part of a page."""
    return " ".join(re.sub(r"<[^>]*>?|^[^<]*>", " ", part).split())


def section(page: str, name: str) -> str:
    """Give the words of a section of the page, "" where there is none."""
    _, found, rest = page.partition(f'aria-labelledby="{name}"')
    return words(rest.split("</section>")[0].split("</nav>")[0]) if found else ""


def test_the_readouts_stand_side_by_side_each_with_its_own_passages(
    reader: Client, cast: Cast
) -> None:
    kremlin, elysee = sides(page_of(reader, cast.monday_call))
    assert kremlin.startswith("Kremlin Readout by Kremlin")
    assert cast.escalation.text in kremlin
    assert cast.concern.text in kremlin
    assert elysee.startswith("Élysée Palace Readout by Élysée Palace")
    assert cast.condition.text in elysee
    assert cast.condition.text not in kremlin


def test_a_side_that_was_looked_for_is_silent_and_one_that_was_not_is_not_in_the_archive(
    reader: Client, cast: Cast
) -> None:
    Readout.objects.create(exchange=cast.sunday_call, side=cast.kremlin, none_found_on="2022-02-22")
    page = page_of(reader, cast.sunday_call)
    assert section(page, "readouts") == (
        "What each side says of it Kremlin : none found, checked on 22 February 2022 . "
        "No readout in the archive: France (Emmanuel Macron) ."
    )


def test_nobody_is_silent_on_what_was_not_held(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).delete()
    silence = "No readout in the archive: France (Emmanuel Macron) ."
    assert silence in words(page_of(reader, cast.monday_call))
    Exchange.objects.filter(pk=cast.monday_call.pk).update(status="planned")
    assert silence not in words(page_of(reader, cast.monday_call))


def test_of_many_silent_sides_the_first_are_named(reader: Client, cast: Cast) -> None:
    for number in range(10):
        somebody = actor(f"Guest {number}", f"guest-{number}")
        Participation.objects.create(exchange=cast.monday_call, actor=somebody)
    told = words(page_of(reader, cast.monday_call))
    assert "Guest 6 , Guest 7 and 2 more." in told


def test_an_account_by_somebody_else_comes_after_the_sides(reader: Client, cast: Cast) -> None:
    paper = document(publisher_as_printed="The Paper", title="They spoke")
    Readout.objects.create(exchange=cast.sunday_call, document=paper)
    Readout.objects.create(
        exchange=cast.sunday_call, side=cast.kremlin, document=cast.kremlin_readout
    )
    statement(paper, "They did speak.", exchange=cast.sunday_call)
    kremlin, other = sides(page_of(reader, cast.sunday_call))
    assert kremlin.startswith("Kremlin Readout by Kremlin")
    assert other.startswith("Account by The Paper They spoke")


def test_an_account_of_which_nothing_is_quoted_takes_no_column(reader: Client, cast: Cast) -> None:
    paper = document(publisher_as_printed="The Paper", title="They spoke")
    Readout.objects.create(exchange=cast.monday_call, document=paper)
    page = page_of(reader, cast.monday_call)
    assert len(sides(page)) == 2
    assert "Also reported: They spoke The Paper" in words(page)


def test_two_readouts_of_one_side_stand_in_one_column(reader: Client, cast: Cast) -> None:
    transcript = document(publisher=cast.kremlin, title="Transcript by Kremlin")
    Readout.objects.create(exchange=cast.monday_call, side=cast.kremlin, document=transcript)
    statement(transcript, "Word for word.", exchange=cast.monday_call)
    kremlin, _elysee = sides(page_of(reader, cast.monday_call))
    assert kremlin.index(cast.concern.text) < kremlin.index("Transcript by Kremlin")
    assert "Word for word." in kremlin


def test_each_passage_can_be_linked_to(reader: Client, cast: Cast) -> None:
    assert f'id="passage-{cast.concern.public_id}"' in page_of(reader, cast.monday_call)


def test_who_speaks_is_not_said_again_under_the_side_itself(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.monday_call)
    named = [words(f">{part.split('</p>')[0]}") for part in page.split('<p class="speaker">')[1:]]
    assert named == [
        "Vladimir Putin President of Russia",
        "Emmanuel Macron President of France and Co-Prince of Andorra",
    ]


def test_a_translation_is_called_so(reader: Client, cast: Cast) -> None:
    Statement.objects.filter(pk__in=[cast.condition.pk, cast.concern.pk]).update(translated=True)
    kremlin, elysee = sides(page_of(reader, cast.monday_call))
    assert "Direct quotation, translated · Statement" in elysee
    assert "Translated · Statement : Serious concern" in kremlin


def test_who_says_several_things_in_a_row_is_named_once(reader: Client, cast: Cast) -> None:
    for _ in range(3):
        statement(cast.elysee_readout, exchange=cast.monday_call, speaker=cast.putin)
    page = page_of(reader, cast.monday_call)
    assert page.count('<p class="speaker">') == 3


def test_what_the_sides_claim_stands_fact_by_fact(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).update(
        claimed_date="2022-02", claimed_initiator=cast.macron
    )
    Readout.objects.filter(side=cast.kremlin).update(claimed_date="2022-02-21")
    page = page_of(reader, cast.monday_call)
    assert section(page, "claims") == (
        "Facts that the sides give Each side’s claims, fact by fact Kremlin Élysée Palace "
        "Day agreed Kremlin 21 February 2022 Élysée Palace February 2022 "
        "Length only one gives it Kremlin 45 minutes Élysée Palace says nothing "
        "Who initiated only one gives it Kremlin says nothing Élysée Palace Emmanuel Macron"
    )


def test_facts_that_are_disputed_are_called_so(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).update(claimed_minutes=60)
    claims = section(page_of(reader, cast.monday_call), "claims")
    assert claims.startswith("Disputed facts")
    assert claims.endswith("Length disputed Kremlin 45 minutes Élysée Palace 60 minutes")


def test_what_was_taken_back_claims_nothing(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).update(claimed_minutes=60)
    taken_back = {"editorial_status": "retracted", "retraction_reason": "Another call."}
    Document.objects.filter(pk=cast.elysee_readout.pk).update(**taken_back)
    claims = section(page_of(reader, cast.monday_call), "claims")
    assert claims.startswith("Facts that the sides give")
    assert claims.endswith("Length only one gives it Kremlin 45 minutes Élysée Palace says nothing")


def test_no_table_where_nothing_is_claimed(reader: Client, cast: Cast) -> None:
    Readout.objects.update(claimed_minutes=None)
    assert section(page_of(reader, cast.monday_call), "claims") == ""


def test_the_hash_of_each_copy_is_there_for_paper(reader: Client, cast: Cast) -> None:
    kremlin, _elysee = sides(page_of(reader, cast.monday_call))
    copy = cast.kremlin_readout.snapshots.get()
    assert f"SHA-256 {copy.sha256}" in kremlin


def test_points_that_both_make_are_numbered_and_counted(reader: Client, cast: Cast) -> None:
    shared = "Serious concern was expressed over the deterioration on the line of contact."
    also = statement(cast.elysee_readout, shared, exchange=cast.monday_call, speaker=cast.elysee)
    page = page_of(reader, cast.monday_call)
    assert words(page.split('class="points__counts"')[1].split("</ul>")[0]) == (
        "1 point that both make 1 only Kremlin 1 only Élysée Palace"
    )
    assert page.count("passage--point-1") == 2
    assert f'<a href="#passage-{also.public_id}"><bdi>Élysée Palace</bdi></a>' in page
    assert page.count("passage--alone") == 2


@pytest.mark.parametrize("what", ["passage", "document"])
def test_nothing_is_concluded_from_what_was_taken_back(
    reader: Client, cast: Cast, what: str
) -> None:
    shared = "Serious concern was expressed over the deterioration on the line of contact."
    also = statement(cast.elysee_readout, shared, exchange=cast.monday_call, speaker=cast.elysee)
    told = Statement.objects.filter(pk=also.pk)
    source = Document.objects.filter(pk=cast.elysee_readout.pk)
    (told if what == "passage" else source).update(
        editorial_status="retracted", retraction_reason="A forgery."
    )
    page = page_of(reader, cast.monday_call)
    assert shared in words(page)
    assert "passage--point-" not in page
    counts = page.partition('class="points__counts"')[2].split("</ul>")[0]
    expected = "0 points that both make 2 only Kremlin 1 only Élysée Palace"
    assert words(counts) == (expected if what == "passage" else "")


def test_a_link_leads_past_the_facts_where_sides_are_quoted(reader: Client, cast: Cast) -> None:
    leads = '<p class="exchange__jump"><a href="#readouts">'
    assert leads in page_of(reader, cast.monday_call)
    assert leads not in page_of(reader, exchange(cast.putin, cast.macron, date="2020-01-01"))


def test_one_side_alone_is_compared_with_nobody(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).delete()
    page = page_of(reader, cast.monday_call)
    assert "points__counts" not in page
    assert "passage--alone" not in page


def test_reactions_and_later_versions_come_in_order_with_how_long_after(
    reader: Client, cast: Cast
) -> None:
    aired = document(title="The film", publisher_as_printed="A channel", date="2022-06-30")
    statement(aired, "The excerpt.", speaker=cast.putin, exchange=cast.monday_call)
    remarks = document(title="Remarks", publisher_as_printed="An office", date="2022-02-23")
    reaction = {"speaker": cast.biden, "date": "2022-02-23"}
    statement(remarks, "Of the call.", exchange=cast.monday_call, **reaction)
    statement(remarks, "He said so that day.", speaker=cast.macron, exchange=cast.monday_call)
    page = page_of(reader, cast.monday_call)
    heads = [words(f">{head}") for head in re.findall(r'later__head">(.*?)</h3>', page, re.S)]
    assert heads == [
        "Reaction 2 days later 23 February 2022",
        "Later version 4 months later 30 June 2022",
    ]
    assert section(page, "others").endswith("In other words · Statement : He said so that day.")


def test_what_an_editor_says_responds_to_it_is_a_reaction(
    reader: Client, cast: Cast, editor: Client
) -> None:
    elsewhere = document(title="An answer", date="2022-02-22")
    fields = {"speaker": cast.macron, "date": "2022-02-22"}
    answer = statement(elsewhere, "That is not so.", **fields)
    draft = statement(elsewhere, "Hidden.", editorial_status="draft", **fields)
    repeats = statement(elsewhere, "As he says.", **fields)
    for one, kind in ((answer, "responds_to"), (draft, "responds_to"), (repeats, "repeats")):
        one.links.create(other=cast.escalation, kind=kind, reason="r", editor=person_with("editor"))
    page = page_of(editor, cast.monday_call)
    assert "Reaction 1 day later 22 February 2022" in section(page, "afterwards")
    assert "That is not so." in page
    assert "Hidden." not in page
    assert "As he says." not in page


def test_a_response_to_a_draft_is_none(reader: Client, cast: Cast) -> None:
    answer = statement(document(), "That is not so.", speaker=cast.macron)
    answer.links.create(
        other=cast.escalation, kind="responds_to", reason="r", editor=person_with("editor")
    )
    Statement.objects.filter(pk=cast.escalation.pk).update(editorial_status="draft")
    assert "That is not so." not in page_of(reader, cast.monday_call)


def test_many_sources_are_cut_and_counted(reader: Client, cast: Cast) -> None:
    for number in range(23):
        source = document(date=f"2022-02-{number + 1:02}", title=f"Article {number}")
        statement(source, exchange=cast.visit)
    page = page_of(reader, cast.visit)
    assert "Article 19<" in page
    assert "Article 20<" not in page
    assert "3 more sources on it are not shown here." in page


def test_statements_from_elsewhere_stand_under_their_own_document(
    reader: Client, cast: Cast
) -> None:
    statement(cast.elysee_readout, "Said of Sunday.", exchange=cast.sunday_call)
    page = page_of(reader, cast.sunday_call)
    assert "No readout is in the archive." in page
    assert page.index("Other statements on it") < page.index("Said of Sunday.")


def test_participants_have_their_titles_of_that_day_and_their_roles(
    reader: Client, cast: Cast
) -> None:
    Participation.objects.filter(exchange=cast.monday_call, actor=cast.macron).update(
        role="initiator", name_as_printed="Micron"
    )
    Participation.objects.create(exchange=cast.monday_call, name_as_printed="an interpreter")
    page = page_of(reader, cast.monday_call)
    assert "President of France and Co-Prince of Andorra" in page
    assert '<span class="tag">initiator</span>' in page
    assert "printed as “<bdi>Micron</bdi>”" in page
    assert '<bdi>an interpreter</bdi> <span class="aside">(not yet identified)</span>' in page


@pytest.mark.parametrize(
    ("clock", "zone", "told"),
    [
        ("18:30", "Europe/Moscow", "18:30 (Europe/Moscow) , 15:30 UTC The Kremlin"),
        ("01:30", "Europe/Moscow", "01:30 (Europe/Moscow) , 22:30 UTC on 6 February 2022"),
        ("18:30", "Europe/London", "18:30 (Europe/London) The Kremlin"),
    ],
)
def test_day_of_the_week_clock_place_and_countries(
    reader: Client, cast: Cast, clock: str, zone: str, told: str
) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(
        date="2022-02-07", time=clock, timezone=zone, place="The Kremlin"
    )
    page = page_of(reader, cast.visit)
    line = words(page.split('class="exchange-when"')[1].split("</p>")[0])
    assert line.startswith(f"Monday, 7 February 2022 {told}")
    assert "<dd>Russia</dd>" in page


@pytest.mark.parametrize("date", ["2022-02", "2022-02-07~", "2022-02-07?", "2022-02-07/2022-02-08"])
def test_what_is_not_surely_one_day_has_no_day_of_the_week(
    reader: Client, cast: Cast, date: str
) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(date=date)
    page = page_of(reader, cast.visit)
    assert "day, " not in page.split('class="exchange-when"')[1].split("</p>")[0]


@pytest.mark.parametrize("status", ["planned", "proposed", "cancelled"])
def test_what_was_not_held_is_marked(reader: Client, cast: Cast, status: str) -> None:
    Exchange.objects.filter(pk=cast.summit.pk).update(status=status)
    page = page_of(reader, cast.summit)
    assert f'<strong class="mark mark--{status}">{status.capitalize()}</strong>' in page
    assert "Condition: Russia does not invade Ukraine." in page


def test_parts_and_the_whole_lead_to_each_other(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.sunday_call.pk).update(part_of=cast.visit)
    assert cast.sunday_call.get_absolute_url() in page_of(reader, cast.visit)
    assert cast.visit.get_absolute_url() in page_of(reader, cast.sunday_call)


def test_of_a_long_document_the_first_passages_are_shown(reader: Client, cast: Cast) -> None:
    for number in range(40):
        statement(cast.elysee_readout, f"Passage {number}.", exchange=cast.monday_call)
    elysee = sides(page_of(reader, cast.monday_call))[1]
    assert "Passage 28." in elysee
    assert "Passage 29." not in elysee
    assert elysee.endswith("All 41 passages, in the document")


@pytest.mark.parametrize("role", ["reader", "editor"])
def test_drafts_around_it_show_nowhere(
    reader: Client, editor: Client, cast: Cast, role: str
) -> None:
    Document.objects.filter(pk=cast.kremlin_readout.pk).update(editorial_status="draft")
    Statement.objects.filter(pk=cast.condition.pk).update(editorial_status="draft")
    exchange(title="A draft part", part_of=cast.monday_call, editorial_status="draft")
    page = page_of({"reader": reader, "editor": editor}[role], cast.monday_call)
    for hidden in ("Readout by Kremlin", "45 minutes", cast.condition.text, "A draft part"):
        assert hidden not in page
    assert cast.escalation.text in page
    assert "Source: not published yet" in page


def test_a_whole_that_is_a_draft_is_not_named(reader: Client, cast: Cast) -> None:
    whole = exchange(title="A draft whole", editorial_status="draft")
    Exchange.objects.filter(pk=cast.visit.pk).update(part_of=whole)
    assert "A draft whole" not in page_of(reader, cast.visit)


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        ("held", "Who took part"),
        ("planned", "Who is to take part"),
        ("proposed", "Who is to take part"),
        ("cancelled", "Who was to take part"),
    ],
)
def test_nobody_is_said_to_have_taken_part_in_what_was_not_held(
    reader: Client, cast: Cast, status: str, heading: str
) -> None:
    Exchange.objects.filter(pk=cast.summit.pk).update(status=status)
    assert section(page_of(reader, cast.summit), "participants").startswith(heading)


def test_the_place_stands_on_a_map_where_it_is_known(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.visit)
    assert "picture--map" in page
    assert 'aria-label="Map. Shaded: Russia."' in page
    assert "picture--map" not in page_of(reader, cast.monday_call)


def test_a_draft_is_for_the_desk_alone(reader: Client, editor: Client, cast: Cast) -> None:
    draft = exchange(cast.macron, title="To come", editorial_status="draft")
    assert reader.get(draft.get_absolute_url()).status_code == 404
    assert "Draft: only editors see this page." in page_of(editor, draft)


def test_a_retracted_exchange_stays_with_the_reason(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(
        editorial_status="retracted", retraction_reason="It was another Macron."
    )
    assert "This record was taken back: It was another Macron." in page_of(reader, cast.visit)
