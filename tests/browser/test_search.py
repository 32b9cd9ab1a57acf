"""Searching in a real browser: with the script, by keyboard, and without the script."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.steps import nothing_complained, sign_in
from tests.cast import actor, document, statement


@pytest.mark.scripts
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


@pytest.mark.scripts
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


@pytest.mark.scripts
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


@pytest.mark.scripts
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


@pytest.mark.scripts
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
    bar = archive.locator(".picture__columns a").last
    expect(bar).to_be_visible()
    bar.click()
    expect(archive).to_have_url(re.compile(r"from=.*&to="))
    expect(archive.locator(".chip").first).to_be_visible()
    nothing_complained(archive)


@pytest.mark.scripts
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


@pytest.mark.scripts
def test_a_filter_taken_away_leaves_the_focus_at_the_next_one(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/?speaker=vladimir-putin&language=en&sort=oldest")
    for left in (1, 0):
        archive.locator(".chip__remove").first.press("Enter")
        expect(archive.locator(".chip")).to_have_count(left)
        expected = archive.locator(".chip__remove" if left else "#results")
        expect(expected).to_be_focused()
    expect(archive).to_have_url(re.compile(r"/statements/\?sort=oldest$"))
    nothing_complained(archive)


@pytest.mark.scripts
def test_a_value_that_is_offered_no_more_leaves_the_focus_at_its_filter(archive: Page) -> None:
    sign_in(archive, "reader")
    nobody = actor("Nobody Much", "nobody-much")
    for number in range(10):
        statement(document(), speaker=actor(f"Somebody {number}", f"somebody-{number}"))
    archive.goto(f"/statements/?speaker={nobody.slug}&speaker=vladimir-putin")
    archive.locator("#speaker-nobody-much").press("Space")
    expect(archive.locator(".chip")).to_have_count(1)
    expect(archive.locator("#field-speaker")).to_be_focused()
    nothing_complained(archive)


@pytest.mark.scripts
def test_the_next_page_has_the_focus_at_its_heading(archive: Page) -> None:
    sign_in(archive, "reader")
    source = document()
    for number in range(60):
        statement(source, f"Number {number}.", date="2021")
    archive.goto("/statements/")
    archive.get_by_role("link", name="Next page").press("Enter")
    expect(archive).to_have_url(re.compile(r"\?after="))
    expect(archive.locator("#results")).to_be_focused()
    box = archive.locator("#results").bounding_box()
    assert box
    assert -1 < box["y"] < 50, "within a pixel of the top"
    archive.get_by_role("link", name="Oldest first").press("Enter")
    expect(archive).to_have_url(re.compile(r"sort=oldest"))
    expect(archive.get_by_role("link", name="Oldest first")).to_be_focused()
    nothing_complained(archive)


def test_who_skips_to_the_results_is_there(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/")
    archive.keyboard.press("Tab")
    archive.keyboard.press("Tab")
    archive.keyboard.press("Enter")
    expect(archive.locator("#results")).to_be_focused()


def test_the_title_says_what_is_asked_whatever_brought_it(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/?speaker=vladimir-putin")
    expect(archive).to_have_title("Vladimir Putin · Statements · Verbatim")
    archive.locator("#field-q").fill("security")
    archive.locator("#field-q").press("Enter")
    expect(archive).to_have_title("“security”, Vladimir Putin · Statements · Verbatim")
    archive.get_by_role("link", name="Remove Words").press("Enter")
    expect(archive).to_have_title("Vladimir Putin · Statements · Verbatim")
    archive.go_back()
    expect(archive).to_have_title("“security”, Vladimir Putin · Statements · Verbatim")
    nothing_complained(archive)


@pytest.mark.scripts
def test_the_number_stays_in_sight_beside_open_filters_on_a_small_screen(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.set_viewport_size({"width": 320, "height": 640})
    archive.goto("/statements/")
    archive.locator(".filters__box summary").click()
    archive.locator("[name=kind][value=call]").check()
    expect(archive.locator(".chip")).to_have_count(1)
    expect(archive.locator("#kind-call")).to_be_focused()
    expect(archive.locator("#results")).not_to_be_in_viewport()
    number = archive.locator(".filters__count")
    expect(number).to_be_in_viewport()
    assert number.inner_text() == archive.locator("#results").inner_text()
    archive.set_viewport_size({"width": 1440, "height": 900})
    expect(number).to_be_hidden()


@pytest.mark.scripts
def test_the_actor_of_the_name_is_suggested_first(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.goto("/statements/")
    field = archive.locator("#field-speaker")
    field.press_sequentially("putin")
    expect(archive.get_by_role("option")).to_have_count(2)
    field.press("ArrowDown")
    field.press("Enter")
    expect(archive.locator(".chip")).to_contain_text("Speaker: Vladimir Putin")
