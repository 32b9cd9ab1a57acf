"""`/statements/<id>/citation.txt`, `.bib` and `.json`, and the same within the page."""

import json

import pytest
from django.test import Client
from django.utils.html import escape

from statements.models import Document, Statement
from tests.cast import Cast, document, statement

FILES = {
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


def file_of(client: Client, of: Statement, ending: str) -> str:
    response = client.get(f"{of.get_absolute_url()}citation.{ending}")
    assert response.status_code == 200
    return str(response.content.decode())


def item_of(client: Client, of: Statement) -> dict[str, object]:
    [item] = json.loads(file_of(client, of, "json"))
    return dict(item)


@pytest.mark.parametrize("ending", FILES)
def test_a_file_says_what_it_is_and_no_browser_guesses(
    reader: Client, cast: Cast, ending: str
) -> None:
    response = reader.get(f"{cast.condition.get_absolute_url()}citation.{ending}")
    assert response["Content-Type"] == FILES[ending]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert (
        response["Content-Disposition"] == f'inline; filename="{cast.condition.public_id}.{ending}"'
    )


def test_the_quotation_names_who_when_and_where(reader: Client, cast: Cast) -> None:
    assert cast.condition.snapshot
    day = f"{cast.condition.snapshot.retrieved_at:%-d %B %Y}"
    assert file_of(reader, cast.condition, "txt") == (
        f"“{cast.condition.text}”\n"
        "— Emmanuel Macron, President of France and Co-Prince of Andorra, 21 February 2022\n"
        "Source: “Readout by Élysée Palace”, Élysée Palace, 21 February 2022,"
        f" https://www.elysee.fr/call (copy kept on {day})\n"
        f"Verbatim: http://testserver{cast.condition.get_absolute_url()}\n"
    )


def test_the_copy_is_named_by_its_hash_and_place(reader: Client, cast: Cast) -> None:
    copy = cast.condition.snapshot
    assert copy
    copy.refresh_from_db()
    told = f"characters 0 to 73, SHA-256 of its text: {copy.sha256}."
    assert told in str(item_of(reader, cast.condition)["note"])
    assert told in file_of(reader, cast.condition, "bib")


@pytest.mark.parametrize("ending", FILES)
def test_the_page_has_the_text_of_each_file(reader: Client, cast: Cast, ending: str) -> None:
    text = file_of(reader, cast.condition, ending)
    page = reader.get(cast.condition.get_absolute_url()).content.decode()
    assert f">{escape(text.strip())}" in page
    assert f'href="{cast.condition.get_absolute_url()}citation.{ending}"' in page


def test_the_page_tells_the_script_which_file_is_the_quotation(reader: Client, cast: Cast) -> None:
    file = f'data-citation="{cast.condition.get_absolute_url()}citation.txt"'
    assert file in reader.get(cast.condition.get_absolute_url()).content.decode()
    assert file in reader.get("/statements/").content.decode()


def test_very_long_words_stand_in_the_page_and_in_the_file_once(reader: Client, cast: Cast) -> None:
    long = statement(cast.kremlin_readout, "word " * 2_000 + "end")
    assert "word end" in file_of(reader, long, "txt")
    page = reader.get(long.get_absolute_url()).content.decode()
    assert page.count("word end") == 1
    assert ">— A spokesman, undated" in page


@pytest.mark.parametrize("role", ["reader", "editor"])
@pytest.mark.parametrize("ending", FILES)
def test_nobody_cites_a_draft(
    reader: Client, editor: Client, cast: Cast, role: str, ending: str
) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(editorial_status="draft")
    client = {"reader": reader, "editor": editor}[role]
    address = cast.concern.get_absolute_url()
    assert client.get(f"{address}citation.{ending}").status_code == 404
    page = client.get(address).content.decode()
    assert "data-citation" not in page
    assert "Cite this" not in page


@pytest.mark.parametrize("ending", FILES)
def test_a_source_and_an_original_that_are_drafts_are_not_named(
    reader: Client, cast: Cast, ending: str
) -> None:
    hidden = statement(cast.kremlin_readout, "Скрыто.", language="ru")
    Statement.objects.filter(pk=cast.condition.pk).update(translation_of=hidden, translated=True)
    Statement.objects.filter(pk=hidden.pk).update(editorial_status="draft")
    Document.objects.filter(pk=cast.elysee_readout.pk).update(editorial_status="draft")
    copy = cast.condition.snapshot
    assert copy
    copy.refresh_from_db()
    text = file_of(reader, cast.condition, ending)
    for leak in ("Readout by", "elysee.fr", copy.sha256, "Скрыто", "Russian"):
        assert leak not in text
    assert "Translated." in text


@pytest.mark.parametrize("ending", FILES)
def test_what_was_taken_back_says_so(reader: Client, cast: Cast, ending: str) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(
        editorial_status="retracted", retraction_reason="A forgery."
    )
    assert "RETRACTED: A forgery." in file_of(reader, cast.concern, ending)


@pytest.mark.parametrize("ending", FILES)
def test_that_its_source_was_taken_back_is_said(reader: Client, cast: Cast, ending: str) -> None:
    assert "RETRACTED" not in file_of(reader, cast.concern, ending)
    Document.objects.filter(pk=cast.concern.document_id).update(
        editorial_status="retracted", retraction_reason="A forgery."
    )
    assert "SOURCE RETRACTED: A forgery." in file_of(reader, cast.concern, ending)


@pytest.mark.parametrize("ending", FILES)
def test_what_is_not_verified_says_so(reader: Client, cast: Cast, ending: str) -> None:
    heard = statement(document(), quote_type="direct", override_reason="Heard.")
    assert "Unverified: not in a kept copy of its source." in file_of(reader, heard, ending)


def test_an_address_that_is_none_is_not_given(reader: Client, cast: Cast) -> None:
    words = statement(document(url="javascript:alert(1)"))
    assert item_of(reader, words)["URL"] == f"http://testserver{words.get_absolute_url()}"


@pytest.mark.parametrize("ending", FILES)
def test_a_name_that_it_does_not_take_is_refused(reader: Client, cast: Cast, ending: str) -> None:
    response = reader.get(f"{cast.concern.get_absolute_url()}citation.{ending}?style=apa")
    assert response.status_code == 400


def test_another_ending_is_not_there(reader: Client, cast: Cast) -> None:
    assert reader.get(f"{cast.concern.get_absolute_url()}citation.ris").status_code == 404
