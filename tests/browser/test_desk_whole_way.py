"""The whole way at the desk: a source is pasted, its statements reach readers, and are put right.

Each test goes on from where the one above it ends, and makes what it needs of that itself.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from actors.models import Actor
from statements.models import Document, Exchange, Snapshot, Statement
from tests import cast
from tests.browser import desk_steps as desk
from tests.browser.conftest import PATIENCE
from tests.browser.steps import nothing_complained, sign_in

REASON = "Heard in the recording of the briefing."
WIDE = 300  # pixels
NOTE = "The Kremlin speaks of answers, not of one answer."


@pytest.fixture
def sent(archive: Page) -> Document:
    """The source, entered by an editor and sent to review."""
    sign_in(archive, "editor")
    return desk.enter(archive)


@pytest.fixture
def published(archive: Page) -> dict[str, Statement]:
    """Two statements of a source that readers see, by their words."""
    kremlin = Actor.objects.get(import_id="demo:kremlin")
    source = cast.document(publisher=kremlin, editorial_status="published")
    copy = Snapshot.objects.create(document=source, text=desk.SOURCE)
    of_it = {"speaker": kremlin, "date": "2022-02-21", "editorial_status": "published"}
    words = (desk.POINT, desk.EXPEDIENT)
    return {one: cast.anchored(copy, one, **of_it) for one in words}


@pytest.mark.scripts
def test_a_pasted_source_becomes_drafts_of_a_call_that_is_there_already(
    archive: Page, sent: Document
) -> None:
    statements = {one.text: one for one in sent.statements.all()}
    for words in (desk.CONCERN, desk.ESCALATION, desk.POINT):
        one = statements[words]
        assert (one.anchor_exact, one.anchor_start) == (words, desk.SOURCE.index(words))
    assert statements[desk.HEARD].snapshot is None
    assert [str(one.speaker) for one in statements.values()].count("Vladimir Putin") == 1
    assert statements[desk.ESCALATION].speaker is None
    assert [topic.name for topic in statements[desk.ESCALATION].topics.all()] == ["Donbass"]
    assert {str(one.exchange) for one in statements.values()} == {desk.CALL}
    assert Exchange.objects.filter(kind="call").count() == 4, "no call is entered twice"
    sign_in_and_find(archive, "no reader sees a draft", "“to the point”", 1)
    nothing_complained(archive)


@pytest.mark.scripts
def test_a_chief_publishes_what_waits_and_readers_find_it(archive: Page, sent: Document) -> None:
    desk.sign_in_instead(archive, "chief")
    archive.get_by_role("link", name="The desk").click()
    waiting = archive.get_by_role("region", name="Waiting for review")
    expect(waiting.get_by_role("heading")).to_contain_text("Waiting for review")
    expect(waiting).to_contain_text("4 statements")
    waiting.get_by_role("link", name="The President of Russia noted").click()
    blocks = archive.get_by_role("region", name="In review")
    expect(blocks).to_contain_text("It is not known who is meant by the speaker.")
    expect(blocks).to_contain_text("Its source is not published")

    desk.say_who_is_meant(archive)
    desk.publish_with_the_call(archive, REASON)
    archive.get_by_role("link", name="Home").click()
    expect(archive.get_by_text("Nothing waits for review.")).to_be_visible()
    nothing_complained(archive)

    history = f"/admin/statements/statement/{sent.statements.get(text=desk.ESCALATION).pk}/history/"
    archive.goto(history)
    expect(archive.locator(".change__who").first).to_have_text("Chief")
    expect(archive.locator(".change__who").last).to_have_text("Editor")

    sign_in_and_find(archive, "it is published", '"so-called Donbass problem"', 2)
    expect(archive.get_by_role("main")).to_contain_text(desk.NOBODY)
    archive.goto(Statement.objects.get(text=desk.HEARD).get_absolute_url())
    expect(archive.get_by_role("main")).to_contain_text(REASON)
    expect(archive.get_by_role("main")).to_contain_text("Unverified")
    nothing_complained(archive)


@pytest.mark.scripts
def test_a_correction_and_a_retraction_stay_readable(
    archive: Page, published: dict[str, Statement]
) -> None:
    sign_in(archive, "chief")
    wrong, taken_back = published[desk.POINT], published[desk.EXPEDIENT]
    archive.goto(f"/admin/statements/statement/{wrong.pk}/change/")
    archive.locator("#id_text").fill('"to the point"')
    archive.get_by_role("button", name="Save", exact=True).click()
    expect(archive.locator("#id_text")).to_have_value('"to the point"')
    archive.get_by_label("Correction:").fill(NOTE)
    archive.get_by_role("button", name="Save", exact=True).click()
    expect(archive.get_by_text("was changed successfully")).to_be_visible()

    archive.goto(f"/admin/statements/statement/{taken_back.pk}/change/")
    archive.get_by_role("link", name="Retract it").click()
    archive.get_by_label("Retracted, because").fill("It was not said in this call.")
    archive.get_by_role("button", name="Retract what is ticked").click()
    expect(archive.get_by_text("Retracted: 1 statement.")).to_be_visible()

    desk.sign_in_instead(archive, "reader")
    archive.goto(wrong.get_absolute_url())
    corrections = archive.get_by_role("region", name="Corrections")
    expect(corrections).to_contain_text(NOTE)
    expect(corrections.locator("del")).to_contain_text("NATO is asked for answers")
    archive.goto(taken_back.get_absolute_url())
    expect(archive.get_by_role("note")).to_contain_text("It was not said in this call.")
    archive.get_by_role("contentinfo").get_by_role("link", name="Corrections").click()
    corrected = archive.get_by_role("article").filter(has_text=NOTE)
    expect(corrected.locator("del").first).to_contain_text("NATO is asked for answers")
    retracted = archive.get_by_role("article").filter(has_text="It was not said in this call.")
    expect(retracted).to_contain_text("Taking into account the acuteness")
    nothing_complained(archive)


@pytest.mark.scripts
def test_two_of_one_person_are_merged_and_parted_again(archive: Page) -> None:
    twice = cast.actor("Vladimir V. Putin", "vladimir-v-putin", country="RU")
    once = Actor.objects.get(import_id="demo:putin")
    old = twice.get_absolute_url()
    sign_in(archive, "chief")
    archive.goto(f"/admin/actors/actor/{once.pk}/change/")
    archive.get_by_role("link", name="Merge with another").click()
    archive.get_by_role("link", name="Vladimir V. Putin").click()
    expect(archive.get_by_text("“Vladimir V. Putin” becomes another name")).to_be_visible()
    box = archive.get_by_label("Why").bounding_box()
    assert box
    assert box["width"] > WIDE, "there is room for a reason"
    archive.get_by_label("Why").fill("One person, spelt in two ways.")
    archive.get_by_role("button", name="Merge: keep Vladimir Putin").click()
    expect(archive.get_by_text("Vladimir V. Putin is now Vladimir Putin.")).to_be_visible()

    archive.goto(old)
    expect(archive).to_have_url(re.compile(f"{once.get_absolute_url()}$"))
    expect(archive.get_by_role("heading", level=1)).to_contain_text("Vladimir Putin")

    archive.goto("/admin/")
    archive.get_by_role("link", name="Merges").first.click()
    archive.get_by_role("link", name="Vladimir V. Putin").click()
    archive.get_by_role("button", name="Undo this merge").click()
    expect(archive.get_by_text("Everything was put back.")).to_be_visible()
    archive.goto(old)
    expect(archive.get_by_role("heading", level=1)).to_contain_text("Vladimir V. Putin")
    archive.goto(f"/admin/actors/actor/{twice.pk}/history/")
    expect(archive.locator(".change__who").first).to_have_text("Chief")
    nothing_complained(archive)


@pytest.fixture
def plain(browser: Browser, archive: Page, live_server: LiveServer) -> Iterator[Page]:
    """Give a window on the demo archive whose browser runs no scripts."""
    with browser.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


@pytest.mark.scripts
def test_without_scripts_a_source_is_entered_and_sent_to_review(plain: Page) -> None:
    sign_in(plain, "editor")
    desk.look_at_the_source(plain)
    desk.what_is_suggested_is_right(plain)
    for number, words in enumerate((desk.ESCALATION, desk.POINT, desk.CONCERN), start=1):
        plain.get_by_label("A passage").fill(words)
        desk.make(plain, number, words, button=True)
    plain.get_by_label("A passage").fill(desk.HEARD)
    desk.make(plain, 4, desk.HEARD, button=True)
    plain.locator("#id_said-1-speaker").select_option("")
    plain.locator("#id_said-1-speaker_as_printed").fill(desk.NOBODY)
    plain.locator("#id_said-3-quote_type").select_option("direct")
    plain.get_by_label("Save it all the same, as unverified").check()
    document = desk.save_and_send(plain)
    assert {one.anchor_start for one in document.statements.all()} == {
        desk.SOURCE.index(desk.ESCALATION),
        desk.SOURCE.index(desk.POINT),
        desk.SOURCE.index(desk.CONCERN),
        None,
    }
    assert document.statements.get(text=desk.POINT).speaker is None


def sign_in_and_find(page: Page, why: str, words: str, number: int) -> None:
    """Find as a reader so many statements that hold the words."""
    desk.sign_in_instead(page, "reader")
    page.get_by_role("searchbox").first.fill(words)
    page.keyboard.press("Enter")
    heading = f"{number} statement{'s' if number > 1 else ''}"
    expect(page.get_by_role("heading", name=heading), why).to_be_visible()
