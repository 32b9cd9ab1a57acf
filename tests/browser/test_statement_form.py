"""The form of a statement in a real browser: its words in the source, scripts on and off."""

import pytest
from playwright.sync_api import Browser, Page, expect

from statements.models import Statement
from tests.browser.steps import nothing_complained, sign_in

WRONG = "Attention was called to the ongoing pumping by the NATO countries of Ukraine"
RIGHT = "Attention is drawn to the ongoing pumping by the NATO countries of Ukraine"


def draft() -> str:
    """Take a statement of the demo archive back to the desk; give its page there."""
    statement = Statement.objects.get(text__contains=RIGHT)
    Statement.objects.filter(pk=statement.pk).update(editorial_status="draft")
    return f"/admin/statements/statement/{statement.pk}/change/"


def use_the_passage(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".in-source mark").first).to_contain_text(RIGHT)
    page.locator("#id_text").fill(WRONG)
    page.locator("#id_attribution_as_printed").fill("typed meanwhile")
    page.get_by_role("button", name="Look in the source").click()
    expect(page.locator(".in-source__absent")).to_be_visible()
    expect(page.locator(".in-source .gone").last).to_contain_text("called")
    page.get_by_role("button", name="Use this passage").click()
    expect(page.locator("#id_text")).to_have_value(RIGHT)
    expect(page.locator("#id_text")).to_be_in_viewport()
    expect(page.locator("#id_attribution_as_printed")).to_have_value("typed meanwhile")
    expect(page.locator(".in-source__found")).to_be_visible()


@pytest.mark.scripts
def test_a_passage_is_used_and_saved_by_the_enter_key(archive: Page) -> None:
    address = draft()
    sign_in(archive, "editor")
    use_the_passage(archive, address)
    archive.get_by_text("The whole copy").click()
    archive.get_by_role("link", name="Go to the words").click()
    expect(archive.locator("#in-the-copy mark").first).to_be_in_viewport()
    archive.locator("#id_attribution_as_printed").press("Enter")
    expect(archive.get_by_text("was changed successfully")).to_be_visible()
    saved = Statement.objects.get(text=RIGHT)
    assert saved.is_verified
    assert saved.attribution_as_printed == "typed meanwhile"
    nothing_complained(archive)


@pytest.mark.scripts
def test_without_scripts_it_is_the_same(archive: Page, browser: Browser) -> None:
    address = draft()
    sign_in(archive, "editor")
    state, base = archive.context.storage_state(), archive.url
    with browser.new_context(
        base_url=base, java_script_enabled=False, storage_state=state
    ) as context:
        page = context.new_page()
        use_the_passage(page, address)
        page.get_by_role("button", name="Put back what I wrote").click()
        expect(page.locator("#id_text")).to_have_value(WRONG)
        page.get_by_role("button", name="Save and continue editing").click()
        expect(page.get_by_role("button", name="Use this passage")).to_be_visible()
    assert Statement.objects.filter(text=WRONG, snapshot=None).exists()


@pytest.mark.parametrize("width", [320, 1440])
def test_the_copy_is_no_wider_than_the_window(archive: Page, width: int) -> None:
    address = draft()
    sign_in(archive, "editor")
    archive.set_viewport_size({"width": width, "height": 900})
    archive.goto(address)
    archive.get_by_text("The whole copy").click()
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert archive.evaluate(wider) == 0
