"""The whole way in a real browser: sign in, filter, open a call, enter a statement, find it."""

import pytest
from playwright.sync_api import Page, expect

from statements.models import Document, Snapshot
from tests.browser.steps import nothing_complained, sign_in

WORDS = "Attention is drawn to the ongoing pumping by the NATO countries of Ukraine"


def test_a_reader_filters_by_actor_topic_and_date_and_opens_the_call(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.get_by_role("link", name="Statements", exact=True).first.click()
    archive.locator("#field-speaker").fill("Владимир Путин")
    archive.locator("#field-counterpart").fill("micron")
    archive.locator("#field-topic").fill("European security")
    archive.get_by_label("From", exact=True).fill("2022-02-21")
    archive.get_by_label("To", exact=True).fill("2022-02")
    archive.get_by_role("button", name="Show results").click()
    expect(archive.get_by_role("heading", name="1 statement")).to_be_visible()
    expect(archive.get_by_text("Putin reiterated to Micron")).to_be_visible()
    expect(archive.locator("article").get_by_text("President of Russia").first).to_be_visible()
    archive.get_by_role("link", name="Second call between").first.click()
    expect(archive.get_by_role("heading", level=1)).to_contain_text("Second call")
    expect(archive.get_by_text(WORDS).first).to_be_visible()
    nothing_complained(archive)


def test_what_cannot_be_understood_is_said_and_shows_nothing(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/?speaker=Makronn&from=yesterday")
    expect(archive.get_by_role("alert")).to_contain_text("yesterday")
    expect(archive.get_by_role("alert")).to_contain_text("Makronn")
    expect(archive.locator("input[name=from]")).to_have_value("yesterday")
    expect(archive.locator("blockquote")).to_have_count(0)
    nothing_complained(archive)


@pytest.mark.scripts
def test_a_chief_enters_a_statement_on_the_desk_and_finds_it_on_the_page(archive: Page) -> None:
    source = Document.objects.create(
        kind="article",
        title="A report of the day",
        publisher_as_printed="The Paper",
        language="en",
        editorial_status="published",
    )
    Snapshot.objects.create(document=source, text="He said “We shall  talk again tomorrow” twice.")
    sign_in(archive, "chief")
    archive.get_by_role("link", name="The desk").click()
    archive.goto("/admin/statements/statement/add/")
    choose(archive, "id_document", "report of the day", "A report of the day")
    archive.locator("#id_text").fill("We shall talk again tomorrow")
    archive.locator("#id_quote_type").select_option("direct")
    archive.locator("#id_language").fill("en")
    choose(archive, "id_speaker", "Макрон", "Emmanuel Macron")
    archive.locator("#id_date").fill("2022-02-22")
    archive.locator("#id_editorial_status").select_option("published")
    archive.get_by_role("button", name="Save", exact=True).click()
    expect(archive.get_by_text("was added successfully")).to_be_visible()
    nothing_complained(archive)
    archive.goto("/statements/?q=%22talk+again+tomorrow%22")
    expect(archive.get_by_role("heading", name="1 statement")).to_be_visible()
    card = archive.locator("article").first
    expect(card.locator("blockquote")).to_contain_text("We shall talk again tomorrow")
    expect(card).to_contain_text("Emmanuel Macron")
    expect(card).to_contain_text("President of France")
    expect(card).to_contain_text("22 February 2022")
    expect(card).not_to_contain_text("Unverified")
    nothing_complained(archive)


def choose(page: Page, field: str, typed: str, name: str) -> None:
    """Choose the suggestion of this name for what is typed into an autocomplete field."""
    page.locator(f"#{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(typed)
    page.get_by_role("option", name=name).first.click()
