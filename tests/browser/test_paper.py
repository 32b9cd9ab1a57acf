"""What a page is on paper: black on white, with its address and the hash of the source's copy."""

import pytest
from playwright.sync_api import Page, expect

from statements.models import Document, Statement
from tests.browser.steps import sign_in

COLOURS = """
() => [document.body, document.querySelector("h1")].map((one) => getComputedStyle(one))
    .map((style, at) => (at ? style.color : style.backgroundColor))
"""


@pytest.fixture
def paper(archive: Page) -> Page:
    """Give a reader’s window that shows pages as printed, on a machine with a dark theme."""
    sign_in(archive, "reader")
    archive.emulate_media(color_scheme="dark", media="print")
    return archive


def test_a_statement_has_its_address_the_day_and_the_hash(paper: Page) -> None:
    said = Statement.objects.select_related("snapshot").get(import_id="demo:k3")
    assert said.snapshot
    paper.goto(said.get_absolute_url())
    foot = paper.locator(".colophon")
    expect(foot).to_be_visible()
    expect(foot).to_contain_text(paper.url)
    expect(foot).to_contain_text("retrieved on")
    expect(foot).to_contain_text(said.snapshot.sha256)


def test_a_source_has_the_hash_of_its_copy(paper: Page) -> None:
    source = Document.objects.get(import_id="demo:kremlin-readout")
    paper.goto(source.get_absolute_url())
    expect(paper.locator(".colophon")).to_contain_text(source.snapshots.get().sha256)


def test_paper_is_white_and_has_nothing_to_press(paper: Page) -> None:
    paper.goto("/statements/?q=security&speaker=vladimir-putin")
    assert paper.evaluate(COLOURS) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    for gone in (".masthead__nav", ".filters", ".footer", ".chip__remove", "main button"):
        expect(paper.locator(gone).first).to_be_attached()
        for one in paper.locator(gone).all():
            expect(one).to_be_hidden()
    expect(paper.locator(".chip").first).to_contain_text("Words: security")


def test_a_screen_has_no_colophon(archive: Page) -> None:
    sign_in(archive, "reader")
    expect(archive.locator(".colophon")).to_be_hidden()
