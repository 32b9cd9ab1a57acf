"""`/search-help/`: examples that run, and every prefix explained."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client

from statements.models import Exchange, Statement
from statements.pages.examples import IN_DEMO
from statements.prefixes import EXCHANGE_PREFIXES, SAID_OF_PREFIXES, STATEMENT_PREFIXES
from tests.cast import Cast, actor, document, statement
from tests.pages.conftest import listing, shown

# The demo archive is imported, which is for the owner.
pytestmark = pytest.mark.usefixtures("as_owner")


@pytest.fixture
def demo(db: None) -> None:
    call_command("load_demo", verbosity=0)


def examples(reader: Client) -> list[str]:
    """Give the addresses of the examples on the page."""
    page = reader.get("/search-help/").content.decode()
    return [unescape(one) for one in re.findall(r'<dt><a href="(/statements/[^"]+)"', page)]


def test_every_example_finds_something_in_the_demo_archive(reader: Client, demo: None) -> None:
    found = examples(reader)
    assert len(found) == 10
    for example in found:
        assert shown(reader.get(example)), example
        assert not listing(reader.get(example)).note


def test_the_examples_of_an_empty_archive_run_in_the_demo_archive(reader: Client, db: None) -> None:
    empty = examples(reader)
    assert len(empty) == len(IN_DEMO)
    for example in empty[:4]:
        assert listing(reader.get(example)).count == 0
    call_command("load_demo", verbosity=0)
    for example in empty:
        assert not listing(reader.get(example)).problems, example


def test_examples_are_made_of_what_is_public(reader: Client, cast: Cast) -> None:
    statement(
        document(editorial_status="draft"),
        "Unheard zeppelins over quiet places.",
        speaker=actor("Zorro", "zorro"),
        date="2023-01-01",
        editorial_status="draft",
    )
    page = reader.get("/search-help/").content.decode()
    assert "zeppelins" not in page
    assert "Zorro" not in page
    for example in examples(reader):
        assert shown(reader.get(example)), example


def test_one_of_several_with_a_name_is_told_by_address(reader: Client, cast: Cast) -> None:
    namesake = actor("Ann Low", "ann-low-2")
    actor("Ann Low", "ann-low")
    Statement.objects.all().update(editorial_status="in_review")
    statement(document(), "A few words that were said.", speaker=namesake)
    assert "/statements/?q=speaker%3Aann-low-2" in examples(reader)
    for example in examples(reader):
        assert shown(reader.get(example)), example


def test_nobody_is_an_example_through_an_exchange_that_is_a_draft(
    reader: Client, cast: Cast
) -> None:
    assert any("with%3A" in example for example in examples(reader))
    Exchange.objects.all().update(editorial_status="draft")
    assert not any("with%3A" in example for example in examples(reader))


def test_whoever_speaks_is_no_example_of_a_counterpart(reader: Client, cast: Cast) -> None:
    Statement.objects.exclude(pk=cast.condition.pk).update(editorial_status="in_review")
    assert "/statements/?q=with%3A%22Vladimir%20Putin%22" in examples(reader)


def test_a_name_with_quotation_marks_is_told_by_address(reader: Client, cast: Cast) -> None:
    Statement.objects.all().update(editorial_status="in_review")
    sleepy = actor('Joe "Sleepy" Low', "joe-low")
    statement(document(), "A few words that were said.", speaker=sleepy)
    assert "/statements/?q=speaker%3Ajoe-low" in examples(reader)
    for example in examples(reader):
        assert shown(reader.get(example)), example


def test_every_prefix_is_explained() -> None:
    explained = {name for names, _ in SAID_OF_PREFIXES for name in names}
    assert explained == {*STATEMENT_PREFIXES, *EXCHANGE_PREFIXES}
