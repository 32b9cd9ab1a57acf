"""A document's kept copy with its statements marked, and what only quotations leave of it."""

import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from statements.marking.places import Placed
from statements.models import Document, Snapshot, Statement
from tests.cast import anchored, document, statement

pytestmark = pytest.mark.django_db

FIRST = "The minister came late. “We stay,” she said. Then rain fell. “We go,” he said."
SECOND = FIRST.replace("We go", "We wait").replace("late", "early")


class Text(HTMLParser):
    """The text of the copy on a page, without the numbers that are put in."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.text, self.in_number = 0, "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = (dict(attrs).get("class") or "").split()
        if self.depth or "copy__text" in names:
            self.depth += tag == "div"
            self.in_number = "said__number" in names

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth) and tag == "div"
        self.in_number = False

    def handle_data(self, data: str) -> None:
        if self.depth and not self.in_number:
            self.text += data


def text_on(page: str) -> str:
    parser = Text()
    parser.feed(page)
    return parser.text


def page_of(client: Client, source: Document, **asked: Any) -> str:
    response = client.get(source.get_absolute_url(), asked)
    assert response.status_code == 200
    return str(response.content.decode())


def problems(client: Client, source: Document, **asked: Any) -> list[str]:
    response = client.get(source.get_absolute_url(), asked)
    assert response.status_code == 200
    assert "shown" not in response.context
    return [one.message for one in response.context["problems"]]


def whole(**fields: Any) -> Document:
    return document(**{"copy_shown": "whole"} | fields)


def numbered(response: Any) -> list[tuple[str, int]]:
    rows = response.context["shown"].page.rows
    return [(one.statement.text, one.number) for one in rows]


@pytest.fixture
def secret(db: None) -> Document:
    """A document of which only quotations may be shown, with two copies and two quotations."""
    source = document(url="https://paper.example/1")
    before = Snapshot.objects.create(document=source, text=FIRST)
    later = Snapshot.objects.create(document=source, text=SECOND)
    anchored(later, "We stay", quote_type="direct")
    anchored(before, "We go", quote_type="direct")
    return source


def test_every_statement_is_marked_in_its_place(reader: Client) -> None:
    source = whole()
    copy = Snapshot.objects.create(document=source, text=FIRST)
    later, earlier = anchored(copy, "We go"), anchored(copy, "We stay")
    page = page_of(reader, source)
    assert (
        f'“<a class="said__number" id="said-{earlier.public_id}" '
        f'href="/statements/{earlier.public_id}/" aria-label="Statement 1">1</a>'
        '<mark class="said">We stay</mark>,”'
    ) in page
    assert f'id="said-{later.public_id}"' in page
    assert f'href="#said-{later.public_id}"' in page
    assert text_on(page).strip() == FIRST


def test_places_overlap_and_lie_within_each_other(reader: Client) -> None:
    source = whole()
    copy = Snapshot.objects.create(document=source, text="One two three.")
    outer, inner = anchored(copy, "One two three."), anchored(copy, "two")
    page = page_of(reader, source)
    marks = re.findall(r'<mark class="([^"]+)">([^<]*)</mark>', page)
    assert marks == [("said", "One "), ("said said--several", "two"), ("said", " three.")]
    assert page.index(f'id="said-{outer.public_id}"') < page.index(f'id="said-{inner.public_id}"')
    assert page.count("<mark") == page.count("</mark>") == 3


def test_what_an_ellipsis_leaves_out_is_not_marked(reader: Client) -> None:
    source = whole()
    copy = Snapshot.objects.create(document=source, text="We stay here until we go home.")
    start, end = 0, len("We stay here until we go")
    statement(
        source, "We stay […] we go", snapshot=copy, anchor_start=start, anchor_end=end,
        anchor_exact=copy.text[start:end],
    )  # fmt: skip
    marks = re.findall(r'<mark class="said">([^<]*)</mark>', page_of(reader, source))
    assert marks == ["We stay", "we go"]


def test_markup_in_a_copy_is_text(reader: Client) -> None:
    text = "<script>x</script> & \u202e <mark>“A & B”</mark>\n\n</div>End"
    source = whole(language="en")
    copy = Snapshot.objects.create(document=source, text=text)
    anchored(copy, "<mark>“A & B”</mark>\n\n</div>")
    page = page_of(reader, source)
    assert "<script>x" not in page
    assert text_on(page).strip().replace("\n", "") == text.replace("\n", "")


def test_the_language_and_the_direction_of_each_paragraph(reader: Client) -> None:
    source = whole(language="ar")
    Snapshot.objects.create(document=source, text="قال.\n\nHe said.")
    page = page_of(reader, source)
    assert '<div class="copy__text" lang="ar">' in page
    assert '<p dir="auto">قال.</p>' in page
    assert '<p dir="auto">He said.</p>' in page


def test_a_draft_is_marked_nowhere(reader: Client, editor: Client) -> None:
    source = whole()
    copy = Snapshot.objects.create(document=source, text=FIRST)
    anchored(copy, "We go", editorial_status="draft")
    for client in (reader, editor):
        assert "<mark" not in page_of(client, source)


@pytest.mark.parametrize("shown", ["whole", "quotations"])
def test_a_draft_is_not_counted_either(reader: Client, shown: str) -> None:
    source = document(copy_shown=shown)
    copy = Snapshot.objects.create(document=source, text=FIRST)
    anchored(copy, "We stay", editorial_status="draft")
    anchored(copy, "We go")
    response = reader.get(source.get_absolute_url())
    assert numbered(response) == [("We go", 1)]
    assert response.context["shown"].in_copy == 1


@pytest.fixture
def long(db: None) -> Document:
    source = whole()
    lines = [f"Paragraph {number}. " + "word " * 195 for number in range(100)]
    copy = Snapshot.objects.create(document=source, text="\n\n".join(lines))
    for number in range(0, 100, 10):
        anchored(copy, f"Paragraph {number}.")
    return source


def test_a_long_text_comes_in_parts_without_loss(reader: Client, long: Document) -> None:
    pages = [page_of(reader, long, part=number) for number in range(1, 6)]
    text = Snapshot.objects.get(document=long).text
    squeezed = ["".join(text_on(page).split()) for page in pages]
    assert "".join(squeezed) == "".join(text.split())
    assert all(squeezed)
    assert 'rel="prev"' not in pages[0]
    assert 'href="?part=2" rel="next"' in pages[0]
    assert 'href="?part=1" rel="prev"' in pages[1]
    assert 'rel="next"' not in pages[4]


def test_numbers_go_on_from_part_to_part(reader: Client, long: Document) -> None:
    seen = []
    for number in range(1, 6):
        seen += numbered(reader.get(long.get_absolute_url(), {"part": number}))
    assert seen == [(f"Paragraph {10 * at}.", at + 1) for at in range(10)]


def test_a_link_to_a_statement_opens_its_part(reader: Client, long: Document) -> None:
    for said in Statement.objects.filter(document=long):
        page = page_of(reader, long, said=said.public_id)
        assert f'class="said__number said__number--sought" id="said-{said.public_id}"' in page


def test_a_dense_part_goes_on_over_the_page(reader: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("statements.marking.showing.MOST", 3)
    source = whole()
    copy = Snapshot.objects.create(document=source, text=" ".join(f"w{n}" for n in range(8)))
    made = [anchored(copy, f"w{number}") for number in range(8)]
    first = reader.get(source.get_absolute_url())
    cursor = first.context["shown"].page.after
    second = reader.get(source.get_absolute_url(), {"after": cursor})
    assert numbered(first) == [("w0", 1), ("w1", 2), ("w2", 3)]
    assert numbered(second) == [("w3", 4), ("w4", 5), ("w5", 6)]
    back = reader.get(source.get_absolute_url(), {"before": second.context["shown"].page.before})
    assert numbered(back) == numbered(first)
    assert f'id="said-{made[7].public_id}"' in page_of(reader, source, said=made[7].public_id)


def test_an_older_copy_by_its_number_or_its_day(reader: Client) -> None:
    source = whole()
    days = ["2022-03-01T10:00Z", "2022-03-02T10:00Z", "2022-03-02T11:00Z"]
    for number, day in enumerate(days, start=1):
        Snapshot.objects.create(document=source, text=f"Copy {number}.", retrieved_at=day)
    shown = {
        asked: text_on(page_of(reader, source, copy=asked)).strip()
        for asked in ("1", "2", "3", "2022-03-01", "2022-03-02")
    }
    assert shown == {
        "1": "Copy 1.",
        "2": "Copy 2.",
        "3": "Copy 3.",
        "2022-03-01": "Copy 1.",
        "2022-03-02": "Copy 3.",
    }
    assert "An older copy" in page_of(reader, source, copy="2")
    assert "An older copy" not in page_of(reader, source)


def test_anchors_that_went_along_are_marked_in_the_older_copy_too(
    reader: Client, secret: Document
) -> None:
    Document.objects.filter(pk=secret.pk).update(copy_shown="whole")
    latest = reader.get(secret.get_absolute_url())
    older = reader.get(secret.get_absolute_url(), {"copy": 1})
    assert numbered(latest) == [("We stay", 1)]
    assert numbered(older) == [("We stay", 1), ("We go", 2)]
    assert [one.text for one in latest.context["apart"]] == ["We go"]
    assert "The source has been changed since" in latest.content.decode()
    gone = Statement.objects.get(text="We go")
    assert "An older copy" in page_of(reader, secret, said=gone.public_id)


@pytest.mark.parametrize(
    ("asked", "messages"),
    [
        ({"copy": "3"}, ["“3” is neither the number nor the day of a copy that is kept."]),
        ({"copy": "2022-13-40"}, ["“2022-13-40” is neither the number nor the day of a copy that "
                                  "is kept."]),
        ({"part": "2"}, ["“2” is no part of this copy, which has 1."]),
        ({"part": "0"}, ["“0” is no part of this copy, which has 1."]),
        ({"part": "9" * 90}, [f"“{'9' * 60}…” is no part of this copy, which has 1."]),
        ({"said": "zz"}, ["“zz” is no statement of this document."]),
        ({"colour": "red"}, ["“colour” is no filter of this list."]),
        ({"after": "x"}, ["This page of the list is not to be found."]),
        ({"after": "WyJhcy13cml0dGVuIixudWxsLDVd"}, ["This page of the list is not to be found."]),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_an_error(
    reader: Client, asked: dict[str, str], messages: list[str]
) -> None:
    source = whole()
    Snapshot.objects.create(document=source, text=FIRST)
    assert problems(reader, source, **asked) == messages
    page = page_of(reader, source, **asked)
    assert "This address cannot be understood" in page
    assert "minister" not in page


def test_another_documents_statement_and_a_draft_are_none_of_it(reader: Client) -> None:
    source = whole()
    copy = Snapshot.objects.create(document=source, text=FIRST)
    other = statement(document())
    draft = anchored(copy, "We go", editorial_status="draft")
    for said in (other, draft):
        assert problems(reader, source, said=said.public_id)


def test_of_quotations_alone_nothing_else_is_shown_to_anybody(
    reader: Client, editor: Client, secret: Document
) -> None:
    for client in (reader, editor):
        for asked in ({}, {"copy": 1}, {"said": Statement.objects.get(text="We go").public_id}):
            page = page_of(client, secret, **asked)
            assert "We stay" in page
            for hidden in ("minister", "rain", "she said", "We wait"):
                assert hidden not in page
    page = page_of(reader, secret)
    assert "Only quotations are shown." in page
    assert page.count("[…]") == 2
    assert problems(reader, secret, part=1) == ["“part” is no filter of this list."]


def test_gaps_are_told_where_there_are_words(reader: Client) -> None:
    source = document()
    copy = Snapshot.objects.create(document=source, text="“One.” — “Two.” is said. “Three.”")
    for words in ("One.", "Two.", "Three."):
        anchored(copy, words)
    shown = reader.get(source.get_absolute_url()).context["shown"]
    assert list(shown.gaps) == [False, False, True, False]


def test_words_that_an_ellipsis_leaves_out_do_not_show(reader: Client) -> None:
    source = document()
    copy = Snapshot.objects.create(document=source, text="We stay, fools, and we go home.")
    exact = "We stay, fools, and we go"
    statement(
        source, "We stay […] we go", snapshot=copy, anchor_start=0, anchor_end=len(exact),
        anchor_exact=exact,
    )  # fmt: skip
    page = page_of(reader, source)
    assert "We stay […] we go" in page
    assert "fools" not in page


def test_what_changed_between_two_copies(reader: Client, secret: Document) -> None:
    Document.objects.filter(pk=secret.pk).update(copy_shown="whole")
    response = reader.get(f"{secret.get_absolute_url()}changes/")
    changed = response.context["changed"]
    told = [(piece.kind, piece.text) for piece in changed.pieces if piece.kind != "same"]
    assert told == [("gone", "late"), ("new", "early"), ("gone", "go"), ("new", "wait")]
    [gone] = changed.touched
    assert (gone.statement.text, gone.is_gone) == ("We go", True)
    assert FIRST[gone.first : gone.behind] == "We go"
    assert changed.stay == 1


def test_of_quotations_alone_only_their_changes_are_told(reader: Client, secret: Document) -> None:
    response = reader.get(f"{secret.get_absolute_url()}changes/")
    assert response.context["changed"].pieces == ()
    page = response.content.decode()
    assert "No longer in copy 2" in page
    assert "We go" in page
    for hidden in ("minister", "rain", "late", "early", "We wait"):
        assert hidden not in page


def test_copies_to_compare_have_to_be_an_earlier_and_a_later(
    reader: Client, secret: Document
) -> None:
    address = f"{secret.get_absolute_url()}changes/"
    for asked in ({"from": 2, "to": 1}, {"from": 1, "to": 1}, {"to": 7}, {"x": 1}):
        response = reader.get(address, asked)
        assert response.status_code == 200
        assert response.context["problems"], asked
        assert "changed" not in response.context
    assert "first" in reader.get(address, {"to": 1}).content.decode()
    assert (
        "nothing to compare"
        in reader.get(f"{_one_copy().get_absolute_url()}changes/").content.decode()
    )


def _one_copy() -> Document:
    source = document()
    Snapshot.objects.create(document=source, text=FIRST)
    return source


def test_a_text_too_long_to_compare_is_not(reader: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("statements.marking.changing.LONGEST_LOOKED_THROUGH", 20)
    source = whole()
    for text in (FIRST, SECOND):
        Snapshot.objects.create(document=source, text=text)
    page = reader.get(f"{source.get_absolute_url()}changes/").content.decode()
    assert "too long to be compared" in page


def test_a_copy_is_taken_away_with_the_hash_that_is_shown(reader: Client) -> None:
    source = whole()
    copy = Snapshot.objects.create(document=source, text="Ünïcode\r\n", original=b"\x00<html>")
    copy.refresh_from_db()
    page = page_of(reader, source)
    assert copy.sha256 in page
    response = reader.get(f"{source.get_absolute_url()}copies/1/text")
    assert hashlib.sha256(response.content).hexdigest() == copy.sha256
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment")
    original = reader.get(f"{source.get_absolute_url()}copies/1/original")
    assert original.content == b"\x00<html>"
    assert original["Content-Type"] == "application/octet-stream"
    assert original["X-Content-Type-Options"] == "nosniff"
    assert reader.get(f"{source.get_absolute_url()}copies/2/text").status_code == 404


def test_nothing_is_taken_away_where_only_quotations_are_shown(
    reader: Client, editor: Client, secret: Document
) -> None:
    for client in (reader, editor):
        for name in ("text", "original"):
            address = f"{secret.get_absolute_url()}copies/1/{name}"
            assert client.get(address).status_code == 404
            assert address not in page_of(client, secret)


def test_drafts_are_for_the_desk_alone(reader: Client, editor: Client) -> None:
    source = whole(editorial_status="draft")
    for text in (FIRST, SECOND):
        Snapshot.objects.create(document=source, text=text)
    for more in ("", "apart/", "changes/", "copies/1/text"):
        address = f"{source.get_absolute_url()}{more}"
        assert reader.get(address).status_code == 404
        response = editor.get(address)
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]


def test_what_does_not_stand_in_the_latest_copy_has_a_page(
    reader: Client, secret: Document
) -> None:
    statement(secret, "In other words.")
    statement(secret, "Nobody knows yet.", editorial_status="draft")
    response = reader.get(f"{secret.get_absolute_url()}apart/")
    texts = [one.text for one in response.context["at"].page.rows]
    assert texts == ["We go", "In other words."]
    bad = reader.get(f"{secret.get_absolute_url()}apart/", {"x": 1})
    assert bad.context["at"].problems


@pytest.mark.parametrize("form", ["text", "original"])
def test_a_copy_to_take_away_refuses_names_that_it_does_not_take(reader: Client, form: str) -> None:
    source = whole()
    Snapshot.objects.create(document=source, text=FIRST, original=FIRST.encode())
    address = f"{source.get_absolute_url()}copies/1/{form}"
    assert reader.get(address).status_code == 200
    assert reader.get(address, {"at": 1}).status_code == 400


def test_placed_statements_know_what_they_touch() -> None:
    place = Placed(1, 10, 20)
    assert [place.touches(*span) for span in ((0, 10), (0, 11), (19, 30), (20, 30))] == [
        False, True, True, False,
    ]  # fmt: skip
