"""`/corrections/`: what was corrected and retracted, the latest first."""

import re

import pytest
from django.test import Client

from statements.models import Correction, Exchange, Statement
from tests.cast import Cast, person_with


def page_of(client: Client, query: str = "") -> str:
    response = client.get(f"/corrections/{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def correct(statement: Statement, before: str, note: str = "A note.") -> Correction:
    editor = person_with("chief")
    return Correction.objects.create(
        statement=statement, note=note, text_before=before, editor=editor
    )


def plain(page: str) -> str:
    """Give the page without the words for those who listen, and without its marks."""
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="(?:hidden|said)".*?</span>', "", page))


def test_a_correction_shows_what_was_before_and_after_it(reader: Client, cast: Cast) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(
        text="The third words.", snapshot=None, anchor_start=None, anchor_end=None, anchor_exact=""
    )
    correct(cast.concern, "The first words.", "They were the second.")
    correct(cast.concern, "The second words.", "They were the third.")
    correct(cast.concern, "", "The date was wrong.")
    page = page_of(reader)
    assert page.index("The date was wrong") < page.index("They were the third")
    assert "The secondthird words." in plain(page)
    assert "The firstsecond words." in plain(page)
    assert page.count('class="difference"') == 2
    assert page.count("<bdi>chief-") == 3
    assert cast.concern.get_absolute_url() in page
    assert "Statement by Kremlin, 21 February 2022" in plain(page)
    assert 'href="/corrections/"' in reader.get(cast.concern.get_absolute_url()).content.decode()


def test_a_retraction_says_why(reader: Client, cast: Cast) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(
        editorial_status="retracted", retraction_reason="A <b>forgery</b>."
    )
    Exchange.objects.filter(pk=cast.monday_call.pk).update(
        editorial_status="retracted", retraction_reason="It never was."
    )
    page = page_of(reader)
    assert "Retracted, because: A &lt;b&gt;forgery&lt;/b&gt;." in page
    assert "Retracted, because: It never was." in page
    assert "Call: " in page
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="published")
    assert "It never was." not in page_of(reader)


@pytest.mark.parametrize("status", ["draft", "in_review"])
@pytest.mark.parametrize("role", ["reader", "editor"])
def test_what_is_not_public_is_not_there(
    reader: Client, editor: Client, cast: Cast, status: str, role: str
) -> None:
    correct(cast.concern, "Secret words.", "A secret note.")
    Statement.objects.filter(pk=cast.concern.pk).update(editorial_status=status)
    page = page_of({"reader": reader, "editor": editor}[role])
    assert "ecret" not in page
    assert "Nothing has been corrected or retracted." in page


def test_it_is_paged_by_a_cursor(reader: Client, cast: Cast) -> None:
    for number in range(30):
        correct(cast.concern, f"Words {number}.", f"Note {number:02}.")
    first = page_of(reader)
    assert re.findall(r"Note \d\d", first) == [f"Note {number:02}" for number in range(29, 4, -1)]
    [query] = re.findall(r'href="(\?after=[^"]+)" rel="next"', first)
    correct(cast.concern, "More words.", "Note 99.")
    second = page_of(reader, query)
    assert re.findall(r"Note \d\d", second) == [f"Note {number:02}" for number in range(4, -1, -1)]


@pytest.mark.parametrize(
    "query",
    [
        "?after=nonsense",
        "?after=%00",
        "?after=a&after=b",
        "?q=x",
        "?before=WyJsYXRlc3QiLDEsMV0",
        "?after=WyJsYXRlc3QiLCIyMDIyLTAyLTIxIiwxXQ",
        f"?after={'9' * 400}",
    ],
)
def test_what_it_does_not_understand_is_an_error_without_results(
    reader: Client, cast: Cast, query: str
) -> None:
    correct(cast.concern, "Other words.")
    page = page_of(reader, query)
    assert "This search cannot be understood" in page
    assert "<title>Error: " in page
    assert "Other words" not in page
    assert "Nothing has been corrected" not in page


def test_notes_and_words_are_shown_as_text(reader: Client, cast: Cast) -> None:
    correct(cast.concern, "<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    page = page_of(reader)
    assert "<script>alert" not in page
    assert "<img" not in page


@pytest.mark.parametrize("path", ["monday_call", "kremlin_readout", "escalation"])
def test_readers_see_why_something_was_published_all_the_same(
    reader: Client, cast: Cast, path: str
) -> None:
    record = getattr(cast, path)
    type(record)._default_manager.filter(pk=record.pk).update(override_reason="We <i>know</i>.")
    page = reader.get(record.get_absolute_url()).content.decode()
    assert "Published all the same" in page
    assert "We &lt;i&gt;know&lt;/i&gt;." in page
