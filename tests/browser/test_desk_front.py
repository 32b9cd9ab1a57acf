"""The front page of the desk and the page of links, in a browser, on the demo archive."""

import pytest
from playwright.sync_api import Page, expect

from statements.models import Exchange, Readout, Statement, StatementLink
from tests.browser.steps import nothing_complained, sign_in


def sides_wide(page: Page) -> int:
    """Give by how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def test_a_chief_says_what_became_of_a_meeting_and_that_no_readout_was_found(archive: Page) -> None:
    sign_in(archive, "chief")
    archive.get_by_role("link", name="The desk").click()
    happened = archive.get_by_role("region", name="Did it happen?")
    expect(happened).to_contain_text("Meeting of Antony Blinken and Sergei Lavrov")
    happened.get_by_role("button", name="It was cancelled").click()
    expect(archive.get_by_text("It was cancelled: “Meeting of Antony")).to_be_visible()
    expect(happened).to_contain_text("No planned or proposed exchange has a date that has passed.")
    assert Exchange.objects.get(import_id="demo:blinken-lavrov").status == "cancelled"

    sides = archive.get_by_role("region", name="A side’s readout is missing")
    row = sides.get_by_role("listitem").filter(has_text="Second call between")
    expect(row).to_contain_text("No readout of France (Emmanuel Macron)")
    expect(row.get_by_label("Whose readout")).to_contain_text("Élysée Palace")
    row.get_by_label("Looked for on").fill("2022-02-25")
    row.get_by_role("button", name="None found").click()
    expect(archive.get_by_text("was found on 2022-02-25")).to_be_visible()
    expect(row).to_have_count(0)
    noted = Readout.objects.get(document=None)
    assert (noted.exchange.import_id, str(noted.side)) == ("demo:call-monday", "Élysée Palace")
    archive.get_by_role("link", name="on the page of “Second call").click()
    expect(archive.get_by_text("Élysée Palace: none found").first).to_be_visible()
    nothing_complained(archive)


def test_a_chief_links_a_statement_with_an_earlier_one(archive: Page) -> None:
    earlier = Statement.objects.get(text__startswith="The United States and NATO have to take")
    later = Statement.objects.create(
        text="NATO does not have to answer the demands for security guarantees.",
        language="en",
        quote_type="indirect",
        speaker=earlier.speaker,
        speaker_as_printed=earlier.speaker_as_printed,
        date="2022-03-01",
        document=earlier.document,
    )
    sign_in(archive, "chief")
    archive.goto(f"/admin/statements/statement/{later.pk}/change/")
    archive.get_by_role("link", name="Link with an earlier statement").click()
    closest = archive.get_by_role("listitem").filter(has=archive.get_by_role("button", name="Link"))
    expect(closest.first).to_contain_text("to the point")
    closest.first.get_by_label("This one").select_option("contradicts")
    closest.first.get_by_role("button", name="Link").click()
    expect(archive.get_by_text("Say why: readers see it.")).to_be_visible()
    closest.first.get_by_label("Reason").fill("NATO had to answer before.")
    closest.first.get_by_role("button", name="Link").click()
    expect(archive.get_by_role("heading", name="This one contradicts")).to_be_visible()
    link = StatementLink.objects.get(statement=later)
    assert (link.other, link.editor.username) == (earlier, "chief")

    archive.get_by_role("button", name="Remove this link").click()
    expect(archive.get_by_text("The link was removed.")).to_be_visible()
    assert not StatementLink.objects.filter(statement=later).exists()
    nothing_complained(archive)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_telephone(archive: Page, scheme: str) -> None:
    sign_in(archive, "chief")
    archive.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    archive.set_viewport_size({"width": 320, "height": 800})
    statement = Statement.objects.get(text__startswith="Both presidents have accepted")
    for address in (
        "/admin/",
        "/admin/waiting/sides/",
        "/admin/waiting/happened/",
        f"/admin/statements/statement/{statement.pk}/links/?q=security",
    ):
        archive.goto(address)
        assert sides_wide(archive) <= 0, address
    nothing_complained(archive)
