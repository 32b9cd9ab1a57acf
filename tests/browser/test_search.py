"""Searching in a real browser: with the script, by keyboard, and without the script."""

import re

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.steps import nothing_complained, sign_in


def test_a_ticked_value_is_applied_at_once_beside_those_that_are_there(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/")
    archive.locator("#speaker-vladimir-putin").check()
    expect(archive).to_have_url(re.compile(r"/statements/\?speaker=vladimir-putin$"))
    archive.locator("[name=kind][value=call]").check()
    expect(archive).to_have_url(re.compile(r"\?speaker=vladimir-putin&kind=call$"))
    expect(archive.locator("#kind-call")).to_be_focused()
    expect(archive.locator(".chip")).to_have_count(2)
    archive.go_back()
    expect(archive.locator(".chip")).to_have_count(1)
    nothing_complained(archive)


def test_what_is_typed_while_an_answer_is_on_its_way_is_not_lost(archive: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    sign_in(archive, "reader")
    archive.goto("/statements/")
    archive.route(re.compile(r"/statements/\?speaker="), hold)
    archive.locator("#speaker-vladimir-putin").check()
    archive.locator("#field-q").press_sequentially("securty")
    archive.locator("#field-q").press("ArrowLeft")
    held[0].continue_()
    expect(archive.locator(".chip")).to_have_count(1)
    archive.keyboard.press("ArrowLeft")
    archive.keyboard.type("i")
    expect(archive.locator("#field-q")).to_have_value("security")
    nothing_complained(archive)


def test_a_filter_that_was_typed_wrongly_is_corrected_in_the_box(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/")
    box = archive.locator("#field-q")
    box.fill("speaker:putn security")
    box.press("Enter")
    expect(archive.locator(".error-summary")).to_be_visible()
    expect(box).to_have_value("security")
    for name in ("putin", "macron"):
        box.fill(f"speaker:{name} security")
        box.press("Enter")
        expect(archive).to_have_url(re.compile(rf"/statements/\?q=security&speaker={name}$"))
        expect(archive.locator(".chip")).to_have_count(2)
    archive.go_back()
    expect(archive.locator(".chip").last).to_contain_text("Putin")
    nothing_complained(archive)


def test_names_are_suggested_and_taken_by_keyboard(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/")
    field = archive.locator("#field-speaker")
    field.press_sequentially("макр")
    option = archive.get_by_role("option", name="Emmanuel Macron")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(archive.locator(".chip")).to_contain_text("Speaker: Emmanuel Macron")
    nothing_complained(archive)


def test_suggestions_go_without_a_choice(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/exchanges/")
    field = archive.locator("#field-actor")
    field.press_sequentially("Pout")
    expect(archive.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(archive.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("Pout")
    nothing_complained(archive)


def test_a_bar_narrows_the_dates(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/exchanges/")
    bar = archive.locator(".timeline__chart a").last
    expect(bar).to_be_visible()
    bar.click()
    expect(archive).to_have_url(re.compile(r"from=.*&to="))
    expect(archive.locator(".chip").first).to_be_visible()
    nothing_complained(archive)


def test_without_the_script_all_of_it_is_there(archive: Page, browser: Browser) -> None:
    sign_in(archive, "reader")
    state = archive.context.storage_state()
    base = archive.url.partition("/statements")[0].rstrip("/")
    with browser.new_context(
        base_url=base, java_script_enabled=False, storage_state=state
    ) as context:
        page = context.new_page()
        page.goto("/statements/")
        page.locator("#speaker-vladimir-putin").check()
        page.locator("#field-counterpart").fill("Macron")
        page.get_by_role("button", name="Show results").click()
        expect(page.locator(".chip")).to_have_count(2)
        expect(page.locator(".facet__count").first).to_be_visible()
