"""Finding a quotation in a real browser: pasted short and long, kept, and gone back to."""

import re

from playwright.sync_api import Page, expect

from statements.models import Document, Statement
from tests.browser.steps import nothing_complained, sign_in

LONG = "Противопоставленность международных договорённостей. " * 36


def test_a_quotation_is_found_and_its_address_can_be_kept(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/find-quote/")
    archive.get_by_label("Quotation").fill("ongoing pumping by the NATO countries of Ukraine")
    archive.get_by_role("button", name="Look for it").click()
    expect(archive).to_have_url(re.compile(r"/find-quote/\?quote=ongoing\+pumping"))
    expect(archive.locator("#verdict")).to_contain_text("In the archive")
    archive.reload()
    expect(archive.locator("#verdict")).to_contain_text("In the archive")
    archive.go_back()
    expect(archive).to_have_url(re.compile(r"/find-quote/$"))
    expect(archive.locator("#verdict")).to_have_count(0)
    nothing_complained(archive)


def test_a_quotation_too_long_for_an_address_is_found_too(archive: Page) -> None:
    Statement.objects.create(
        document=Document.objects.get(import_id="demo:kremlin-readout"),
        text=LONG.strip(),
        language="ru",
        quote_type="indirect",
        speaker_as_printed="A spokesman",
        editorial_status="published",
    )
    sign_in(archive, "reader")
    archive.goto("/find-quote/")
    archive.get_by_label("Quotation").fill(LONG)
    archive.get_by_role("button", name="Look for it").click()
    expect(archive.locator("#verdict")).to_have_text("In the archive, word for word")
    expect(archive).to_have_url(re.compile(r"/find-quote/$"))
    expect(archive.get_by_label("Quotation")).to_have_value(re.compile("^Противопоставленность"))
    nothing_complained(archive)
