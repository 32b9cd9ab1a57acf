"""What editors and chiefs do at the desk, step by step, as they would."""

import re

from playwright.sync_api import Page, expect

from statements.models import Document
from tests.browser.steps import sign_in
from tests.browser.test_whole_way import choose

CONCERN = 'Vladimir Putin spoke of "serious concern"'
ESCALATION = (
    "The President of Russia noted that the reason for the escalation is the provocations of the "
    "Ukrainian security forces. Attention is drawn to the ongoing pumping by the NATO countries of "
    "Ukraine of modern weapons and ammunition, which is pushing Kiev towards a military solution "
    "to the so-called Donbass problem"
)
EXPEDIENT = (
    "Taking into account the acuteness of the current state of affairs, the presidents considered "
    "it expedient to intensify the search for solutions through diplomatic means through the "
    "foreign ministries and political advisers to the leaders of the countries participating in "
    "the Normandy format"
)
POINT = 'NATO is asked for answers "to the point"'
# What the source does not have: heard, or so the editor says.
HEARD = "Everything will be done through diplomatic means"
NOBODY = "the press service"
SOURCE = f"""Telephone conversation with Emmanuel Macron, President of France

21 February 2022

{CONCERN}.

"{ESCALATION}," {NOBODY} added.

"{EXPEDIENT}."

{POINT}.

The Kremlin
"""
CALL = "Second call between Emmanuel Macron and Vladimir Putin"

# Gives the middle of the first and of the last letter of the words in the shown copy, as they
# stand in the window.
ENDS = """(words) => {
  const copy = document.getElementById("copy");
  const letter = (offset) => {
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); offset -= node.length) {
      if (offset >= node.length) continue;
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return range.getBoundingClientRect();
    }
  };
  const start = copy.textContent.indexOf(words);
  copy.scrollIntoView({ block: "center" });
  copy.scrollTop += letter(start).top - copy.getBoundingClientRect().top - 20;
  const [first, last] = [letter(start), letter(start + words.length - 1)];
  return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
}"""


def sign_in_instead(page: Page, role: str) -> None:
    """Sign out whoever is there, and somebody of the role in."""
    page.context.clear_cookies()
    sign_in(page, role)


def look_at_the_source(page: Page) -> None:
    """Go from the front page of the desk to the page of a source, paste it and have it read."""
    page.goto("/admin/")
    page.get_by_role("link", name="New exchange from a source").click()
    page.get_by_label("Text of the source").fill(SOURCE)
    page.get_by_role("button", name="Look at the text").click()
    expect(page.locator("#copy")).to_have_text(SOURCE, use_inner_text=True)


def what_is_suggested_is_right(page: Page) -> None:
    """Nothing of the source has to be typed: not who published it, and when, nor the call."""
    publisher = page.locator("#id_source-publisher option[selected]")
    expect(publisher).to_contain_text("Presidential Executive Office of Russia")
    expect(page.locator("#id_source-date")).to_have_value("2022-02-21")
    expect(page.locator("#id_source-kind")).to_have_value("readout")
    expect(page.locator("#id_source-language")).to_have_value("en")
    first = page.get_by_role("radio").first
    expect(page.locator(".from-source__pick").first).to_contain_text(CALL)
    expect(page.locator(".from-source__pick").first).to_contain_text("both took part")
    expect(first).not_to_be_checked()
    first.check()


def select_with_the_mouse(page: Page, words: str) -> None:
    """Draw the mouse over the words in the shown copy."""
    left, top, right, bottom = page.evaluate(ENDS, words)
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, bottom, steps=3)
    page.mouse.move(right - 1, bottom, steps=2)
    page.mouse.up()


def select_with_the_keyboard(page: Page, words: str) -> None:
    """Select the first word with a double click, and the others letter by letter."""
    left, top, _, _ = page.evaluate(ENDS, words)
    page.mouse.dblclick(left + 3, top)
    for _ in words.partition(" ")[2]:
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")


def make(page: Page, number: int, words: str, button: bool = False) -> None:
    """Make the statement of this number of what is selected, or typed."""
    if button:
        page.get_by_role("button", name="Make a statement of it").click()
    else:
        page.keyboard.press("Enter")
    expect(page.locator(f"#row-{number} textarea").first).to_have_value(words)


def describe(page: Page) -> None:
    """Say of the four statements who speaks, how, and about what."""
    choose(page, "id_said-0-speaker", "Путин", "Vladimir Putin")
    page.locator("#id_said-0-speaker_as_printed").fill("Vladimir Putin")
    expect(page.locator("#row-1-office")).to_have_text(
        "Office held on 21 February 2022: President of Russia."
    )
    choose_topic(page, "id_said-1-topics", "Donb", "Donbass")
    page.locator("#id_said-1-speaker_as_printed").fill(NOBODY)
    page.locator("#row-2 .field-speaker .select2-selection__clear").click()
    page.keyboard.press("Escape")
    expect(page.locator("#row-4 .field-unverified")).to_be_visible()
    page.locator("#id_said-3-quote_type").select_option("direct")
    page.get_by_label("Save it all the same, as unverified").check()


def choose_topic(page: Page, field: str, typed: str, name: str) -> None:
    """Choose the topic of this name among those of what is typed."""
    page.locator(f"#{field} + .select2 input").fill(typed)
    page.get_by_role("option", name=name).first.click()


def save_and_send(page: Page) -> Document:
    """Save everything as drafts, and send it to review."""
    page.get_by_role("button", name="Save all as drafts").click()
    expect(page.get_by_text("Saved as drafts: the document with its text, 4 st")).to_be_visible()
    page.get_by_role("button", name="Send all 5 drafts to review").click()
    expect(page.get_by_text("Sent to review: 1 document, 4 statements.")).to_be_visible()
    page.get_by_role("link", name="The statements as a list").click()
    expect(page.get_by_text("4 statements", exact=True)).to_be_visible()
    return Document.objects.get(title__startswith="Telephone conversation")


def enter(page: Page) -> Document:
    """Enter the source with four statements, and send all to review."""
    look_at_the_source(page)
    what_is_suggested_is_right(page)
    select_with_the_mouse(page, CONCERN)
    make(page, 1, CONCERN)
    select_with_the_mouse(page, ESCALATION)
    make(page, 2, ESCALATION, button=True)
    select_with_the_keyboard(page, POINT)
    make(page, 3, POINT)
    page.get_by_label("A passage").fill(HEARD)
    make(page, 4, HEARD, button=True)
    describe(page)
    return save_and_send(page)


def say_who_is_meant(page: Page) -> None:
    """Say from the front page of the desk who the name is that nobody has."""
    page.goto("/admin/")
    names = page.get_by_role("region", name="Unresolved names")
    names.get_by_role("link", name=NOBODY).click()
    suggested = page.get_by_role("button", name="Presidential Executive Office of Russia")
    expect(suggested).to_have_accessible_description(re.compile("of this publisher"))
    suggested.click()
    expect(page.get_by_text("is now a name of Presidential Executive Office")).to_be_visible()


def publish_with_the_call(page: Page, reason: str) -> None:
    """Publish the source and the statements from the page of the call, one against the odds."""
    page.goto("/admin/statements/call/")
    page.get_by_role("link", name=CALL).click()
    page.get_by_role("button", name="Save, then publish with its sources").click()
    blocked = page.get_by_role("listitem").filter(has=page.get_by_role("checkbox", name=HEARD))
    expect(blocked).to_contain_text("The kept copy of its source does not hold these words.")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(4)
    blocked.get_by_role("checkbox").check()
    page.get_by_role("button", name="Publish what is ticked").click()
    expect(blocked).to_contain_text("Say why it is published all the same, or leave it out")
    blocked.get_by_label("Published all the same, because").fill(reason)
    page.get_by_role("button", name="Publish what is ticked").click()
    expect(page.get_by_text("Published: 1 document, 4 statements.")).to_be_visible()
