"""Two editors with one record open: the second is told what the first saved."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from statements.models import Exchange
from tests.browser.steps import nothing_complained, sign_in

SAVE = "Save and continue editing"


@pytest.fixture
def second(archive: Page, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Give the window of another editor, on a machine of their own."""
    user = User.objects.create_user("anna", password="pw", first_name="Anna")
    user.groups.add(Group.objects.get(name="editor"))
    with browser.new_context(base_url=live_server.url) as context:
        page = context.new_page()
        page.goto("/sign-in/")
        page.get_by_label("Username").fill("anna")
        page.get_by_label("Password").fill("pw")
        page.get_by_role("button", name="Sign in").click()
        yield page


@pytest.mark.scripts
def test_the_second_chooses_and_both_are_kept(archive: Page, second: Page) -> None:
    sign_in(archive, "chief")
    call = Exchange.objects.create(kind="call", title="A call", date="2022-03-01")
    address = f"/admin/statements/call/{call.pk}/change/"
    for window in (archive, second):
        window.goto(address)

    second.get_by_label("Title:").fill("A call of Anna’s")
    second.get_by_label("Summary:").fill("Anna’s summary")
    second.get_by_role("button", name=SAVE).click()
    expect(second.get_by_text("was changed successfully")).to_be_visible()

    archive.get_by_label("Title:").fill("A call of the chief’s")
    archive.get_by_role("button", name=SAVE).click()
    told = archive.get_by_role("alert")
    expect(told).to_contain_text("Anna (anna) saved this record while you had it open")
    expect(archive.get_by_label("Title:")).to_have_value("A call of the chief’s")
    expect(archive.get_by_label("Summary:")).to_have_value("Anna’s summary")
    assert Exchange.objects.get(pk=call.pk).title == "A call of Anna’s"

    archive.get_by_role("button", name=SAVE).click()
    expect(archive.get_by_text("Choose one of the two values").first).to_be_visible()
    told.get_by_label("As it stands in the form").check()
    archive.get_by_role("button", name=SAVE).click()
    expect(archive.get_by_text("was changed successfully")).to_be_visible()
    saved = Exchange.objects.get(pk=call.pk)
    assert (saved.title, saved.summary) == ("A call of the chief’s", "Anna’s summary")

    archive.get_by_role("link", name="History", exact=True).last.click()
    expect(archive.locator(".change__who").first).to_have_text("Chief")
    expect(archive.locator(".change__who").nth(1)).to_have_text("Anna (anna)")
    nothing_complained(archive)
