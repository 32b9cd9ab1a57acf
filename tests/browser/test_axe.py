"""No page breaks a rule of WCAG 2.2 AA that a program can test, in either theme and two widths."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.furnished import furnish
from tests.browser.pages import NOTHING, addresses
from tests.browser.steps import sign_in

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}

OPEN_ALL = "document.querySelectorAll('main details').forEach((one) => { one.open = true })"


def broken(page: Page) -> list[str]:
    """Give each rule that the page breaks, with where."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.scripts
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule(archive: Page, scheme: Literal["light", "dark"]) -> None:
    furnish()
    archive.emulate_media(color_scheme=scheme)
    archive.goto("/sign-in/")
    found = broken(archive)
    sign_in(archive, "editor")
    for address in [*addresses(), "/styleguide/", NOTHING]:
        archive.goto(address)
        archive.evaluate(OPEN_ALL)
        for width in (1440, 320):
            archive.set_viewport_size({"width": width, "height": 900})
            found += [f"{address} at {width}: {rule}" for rule in broken(archive)]
    assert not found, "\n".join(found)


@pytest.mark.scripts
def test_a_broken_rule_is_found(archive: Page) -> None:
    sign_in(archive, "reader")
    archive.evaluate("document.querySelector('main input').removeAttribute('id')")
    assert any(rule.startswith("label") for rule in broken(archive))
