"""Going through a page by the Tab key: what is focused can be seen, and seen to be focused."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page

from statements.models import Exchange, Statement
from tests.browser.furnished import furnish
from tests.browser.steps import sign_in

# More than any of these pages has stops.
MOST: Final = 400
# What is focused: where it is, whether anything else lies over it, and what marks it.
FOCUSED: Final = """
() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const boxes = [...one.getClientRects()].filter((box) => box.width && box.height);
    const seen = boxes.some((box) => {
        const x = box.left + Math.min(box.width / 2, 8), y = box.top + box.height / 2;
        const top = document.elementFromPoint(x, y);
        return top !== null && (one.contains(top) || top.contains(one));
    });
    const style = getComputedStyle(one);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
        && !/^(transparent|rgba\\(.*, 0\\))$/.test(style.outlineColor);
    const marked = [...document.querySelectorAll("[data-tab-stop]")].includes(one);
    one.setAttribute("data-tab-stop", "");
    return { what: one.outerHTML.slice(0, 120), seen, outlined, again: marked };
}
"""


def address_of(kind: str) -> str:
    """Give the address of a page of the demo."""
    if kind == "front":
        return "/"
    if kind == "exchange":
        return Exchange.objects.get(import_id="demo:call-monday").get_absolute_url()
    return Statement.objects.get(import_id="demo:k3").get_absolute_url()


def stops(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the beginning of the page until it leaves it or begins anew."""
    found: list[dict[str, Any]] = []
    while len(found) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["again"]:
            return found
        found.append(stop)
    pytest.fail(f"More than {MOST} stops: the focus does not come to an end.")


@pytest.mark.scripts
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("kind", ["front", "exchange", "statement"])
def test_what_is_focused_is_seen_and_outlined(archive: Page, kind: str, width: int) -> None:
    furnish()
    sign_in(archive, "editor")
    archive.set_viewport_size({"width": width, "height": 700})
    archive.goto(address_of(kind))
    links = archive.locator("main a:visible, main button:visible, main summary:visible").count()
    found = stops(archive)
    assert len(found) > min(links, 10)
    assert [stop["what"] for stop in found if not stop["seen"]] == []
    assert [stop["what"] for stop in found if not stop["outlined"]] == []
