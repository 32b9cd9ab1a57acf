"""A source is pasted in a real browser and its passages are selected, to the code point."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from statements.models import Document, Exchange, Statement
from tests.browser.conftest import PATIENCE
from tests.browser.steps import nothing_complained, sign_in
from tests.browser.test_whole_way import choose

ADDRESS = "/admin/statements/exchange/from-source/"
CONCERN = "“serious concern”"
POINT = "“to the point”"
HINDI = "शांति वार्ता"
ARABIC = "السلام"
DECOMPOSED = "cafe\u0301 🙈"
TEXT = (
    "Telephone conversation with Emmanuel Macron\n\n20 February 2022\n\n"
    f"🙈👩\u200d🚀 Vladimir Putin spoke of {CONCERN}.\n{HINDI} {ARABIC}\n\n{DECOMPOSED} {POINT}\n\n"
    "The Kremlin\n"
)

# Selects the words in the shown copy as a mouse would: across whatever marks stand in it.
SELECT = """(words) => {
  const copy = document.getElementById("copy");
  const start = copy.textContent.indexOf(words);
  const place = (offset) => {
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); offset -= node.length) {
      if (offset <= node.length) return [node, offset];
    }
  };
  const range = document.createRange();
  range.setStart(...place(start));
  range.setEnd(...place(start + words.length));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def paste(page: Page) -> None:
    sign_in(page, "editor")
    page.goto("/admin/statements/call/")
    page.get_by_role("link", name="New from a source").click()
    page.get_by_label("Text of the source").fill(TEXT)
    page.get_by_role("button", name="Look at the text").click()
    expect(page.locator("#id_source-date")).to_have_value("2022-02-20")
    expect(page.locator("#copy")).to_have_text(TEXT, use_inner_text=True)


def save_all(page: Page) -> list[Statement]:
    page.get_by_role("button", name="Save all as drafts").click()
    expect(page.get_by_text("Saved as drafts")).to_be_visible()
    return list(Document.objects.latest("pk").statements.order_by("anchor_start"))


def each_stands_where_it_was(statements: list[Statement], *words: str) -> None:
    assert [one.anchor_exact for one in statements] == list(words)
    for one in statements:
        assert one.snapshot
        assert one.snapshot.text[one.anchor_start : one.anchor_end] == one.text
        assert TEXT.index(one.text) == one.anchor_start


@pytest.mark.scripts
def test_passages_that_are_selected_become_statements(archive: Page) -> None:
    paste(archive)
    archive.get_by_label("— call, 20 February 2022, both took part").check()
    for number, words in enumerate([POINT, CONCERN, HINDI, ARABIC, DECOMPOSED], start=1):
        archive.evaluate(SELECT, words)
        if number % 2:
            archive.get_by_role("button", name="Make a statement of it").click()
        else:
            archive.locator("#copy").press("Enter")
        expect(archive.locator(f"#row-{number} textarea").first).to_have_value(words)
        expect(archive.locator("#copy mark")).to_have_count(number)
    expect(archive.locator("#copy")).to_have_text(TEXT, use_inner_text=True)
    choose(archive, "id_said-1-speaker", "Путин", "Vladimir Putin")
    expect(archive.locator("#row-2-office")).to_contain_text("President of Russia")
    nothing_complained(archive)

    statements = save_all(archive)

    each_stands_where_it_was(statements, CONCERN, HINDI, ARABIC, DECOMPOSED, POINT)
    assert str(statements[0].speaker) == "Vladimir Putin"
    assert {str(one.exchange) for one in statements} == {
        "Call between Emmanuel Macron and Vladimir Putin"
    }
    nothing_complained(archive)


@pytest.mark.scripts
def test_what_was_typed_is_offered_again_after_a_reload(archive: Page) -> None:
    paste(archive)
    archive.evaluate(SELECT, CONCERN)
    archive.get_by_role("button", name="Make a statement of it").click()
    expect(archive.locator("#row-1")).to_be_visible()
    archive.goto("/admin/")
    archive.goto(ADDRESS)
    expect(archive.get_by_label("Text of the source")).to_have_value("")
    archive.get_by_role("button", name="Go on with it").click()
    expect(archive.locator("#row-1 textarea").first).to_have_value(CONCERN)
    expect(archive.get_by_label("Text of the source")).to_have_value(TEXT)
    archive.get_by_label("None: a source without an exchange").check()
    each_stands_where_it_was(save_all(archive), CONCERN)
    archive.goto(ADDRESS)
    expect(archive.get_by_role("button", name="Go on with it")).to_be_hidden()


@pytest.fixture
def plain(browser: Browser, archive: Page, live_server: LiveServer) -> Iterator[Page]:
    """Give a window on the demo archive whose browser runs no scripts."""
    with browser.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


@pytest.mark.scripts
def test_without_scripts_a_passage_is_typed_and_found(plain: Page) -> None:
    paste(plain)
    plain.get_by_label("A new exchange").check()
    plain.locator("#id_new-date").fill("2022-02-25")
    for number, words in enumerate(['"serious concern"', f"  {HINDI}\n", POINT], start=1):
        plain.get_by_label("A passage").fill(words)
        plain.get_by_role("button", name="Make a statement of it").click()
        expect(plain.locator(f"#row-{number}")).to_be_visible()
    plain.get_by_role("button", name="Leave out statement 2").click()
    expect(plain.locator("#copy mark")).to_have_count(2)
    each_stands_where_it_was(save_all(plain), CONCERN, POINT)
    assert Exchange.objects.latest("pk").title == "Call of Emmanuel Macron and Vladimir Putin"
