"""What is stored is shown as text, whatever it holds."""

import pytest
from django.test import Client

from statements.models import Correction, Document, Exchange, Topic, Translation
from tests.cast import Cast, actor, document, exchange, person_with, statement

MARK = "<script>alert('x')</script>"


@pytest.fixture
def marked(db: None) -> list[str]:
    """Put markup wherever text can be stored, and give the addresses that show it."""
    somebody = actor(f"A {MARK}", "somebody", description=MARK)
    other = actor(f"B {MARK}", "other")
    somebody.names.create(name=MARK)
    somebody.tenures.create(title=MARK, start="2020")
    subject = Topic.objects.create(name=MARK, slug="subject", aliases=[MARK])
    source = document(
        title=MARK, summary=MARK, rights=MARK, publisher=somebody, publisher_as_printed=MARK
    )
    call = exchange(somebody, other, title=MARK, summary=MARK, place=MARK, condition=MARK)
    call.topics.add(subject)
    call.readouts.create(side=somebody, document=source, note=MARK)
    said = statement(
        source,
        f"{MARK} plain words",
        speaker=somebody,
        speaker_as_printed=f"{MARK} printed",
        attribution_as_printed=MARK,
        exchange=call,
        topics=[subject],
        date="2022",
        editorial_status="retracted",
        retraction_reason=MARK,
    )
    Translation.objects.create(statement=said, language="fr", text=MARK, translator="machine")
    Correction.objects.create(statement=said, note=MARK, editor=person_with("editor"))
    said.addressed.create(name_as_printed=MARK)
    said.attributions.create(role="office", name_as_printed=MARK)
    shown: list[Topic | Document | Exchange] = [subject, source, call]
    return [
        *(one.get_absolute_url() for one in shown),
        said.get_absolute_url(),
        "/actors/somebody/",
        "/actors/somebody/with/other/",
        *("/", "/statements/", "/exchanges/", "/actors/", "/topics/", "/documents/"),
        "/find-quote/?quote=plain words",
    ]


def test_markup_in_the_archive_is_text_on_every_page(reader: Client, marked: list[str]) -> None:
    for address in marked:
        response = reader.get(address)
        assert response.status_code == 200
        page = response.content.decode()
        assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
        assert "<script>" not in page


def test_no_page_has_a_style_or_a_script_of_its_own(reader: Client, cast: Cast) -> None:
    for address in (
        "/",
        "/statements/?speeker=x",
        "/exchanges/",
        cast.monday_call.get_absolute_url(),
    ):
        response = reader.get(address)
        page = response.content.decode()
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        assert "unsafe" not in response["Content-Security-Policy"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Cache-Control"] == "private, no-cache"
