"""The keys of the reading room: what they do, where they do nothing, and that they go off."""

import pytest
from playwright.sync_api import Page, expect

from statements.models import Statement
from tests.browser.steps import nothing_complained, sign_in

pytestmark = pytest.mark.scripts


def address(name: str) -> str:
    """Give the address of a statement of the demo."""
    return Statement.objects.get(import_id=f"demo:{name}").get_absolute_url()


@pytest.fixture
def reading(archive: Page) -> Page:
    """Give a window in which a reader is signed in."""
    sign_in(archive, "reader")
    # The script is there when the page is.
    archive.wait_for_load_state("load")
    return archive


def test_a_slash_leads_to_the_search_box(reading: Page) -> None:
    reading.keyboard.press("/")
    expect(reading.locator("#search")).to_be_focused()
    reading.goto("/topics/")
    reading.keyboard.press("/")
    expect(reading.locator("#masthead-search")).to_be_focused()
    reading.keyboard.type("gas/oil")
    expect(reading.locator("#masthead-search")).to_have_value("gas/oil")
    nothing_complained(reading)


def test_j_and_k_go_along_a_list(reading: Page) -> None:
    reading.goto("/statements/")
    cards = reading.locator(".card")
    for key, at in (("j", 0), ("j", 1), ("k", 0)):
        reading.keyboard.press(key)
        assert cards.nth(at).evaluate("card => card.contains(document.activeElement)"), (key, at)
    reading.keyboard.press("k")
    expect(reading.locator("#shortcuts-said")).to_have_text("This is the first one.")
    nothing_complained(reading)


def test_j_goes_along_a_list_of_rows(reading: Page) -> None:
    reading.goto("/actors/")
    for at in (0, 1):
        reading.keyboard.press("j")
        row = reading.locator(".row").nth(at)
        assert row.evaluate("row => row.contains(document.activeElement)"), at
    nothing_complained(reading)


def test_j_and_k_go_along_the_document_of_a_statement(reading: Page) -> None:
    reading.goto(address("k3"))
    following = reading.locator("a[rel=next]").get_attribute("href")
    reading.keyboard.press("j")
    reading.wait_for_url(f"**{following}")
    reading.keyboard.press("k")
    reading.wait_for_url(f"**{address('k3')}")
    nothing_complained(reading)


def test_c_copies_the_quotation_with_its_citation(reading: Page) -> None:
    reading.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reading.goto(address("k3"))
    reading.keyboard.press("c")
    expect(reading.locator("#shortcuts-said")).to_contain_text("copied")
    copied = reading.evaluate("navigator.clipboard.readText()")
    assert "military solution" in copied
    assert "21 February 2022" in copied
    nothing_complained(reading)


def test_the_question_mark_lists_them_and_they_can_be_turned_off(reading: Page) -> None:
    reading.keyboard.press("?")
    dialog = reading.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Close").click()
    reading.goto("/topics/")
    reading.keyboard.press("/")
    expect(reading.locator("#masthead-search")).not_to_be_focused()
    reading.get_by_role("button", name="Keyboard shortcuts").click()
    dialog.get_by_role("checkbox").check()
    reading.keyboard.press("Escape")
    reading.keyboard.press("/")
    expect(reading.locator("#masthead-search")).to_be_focused()


@pytest.mark.parametrize("key", ["Control+/", "Alt+j", "Meta+j"])
def test_keys_of_the_browser_stay_the_browsers(reading: Page, key: str) -> None:
    reading.goto("/statements/")
    focused = "document.activeElement === document.body"
    assert reading.evaluate(focused)
    reading.keyboard.press(key)
    assert reading.evaluate(focused)


def test_keys_mean_nothing_in_a_field(reading: Page) -> None:
    reading.locator("#search").press_sequentially("jk?c/")
    expect(reading.locator("#search")).to_have_value("jk?c/")
    expect(reading.locator("#shortcuts")).to_be_hidden()
