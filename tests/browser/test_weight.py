"""What a page costs those who read it: bytes, requests to others, and words that jump."""

from collections import defaultdict
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.furnished import furnish
from tests.browser.pages import NOTHING, addresses
from tests.browser.steps import sign_in

# In bytes, as they are sent: a page with its styles, scripts and pictures, without fonts.
HEAVIEST: Final = 100_000
FONT: Final = "Font"
SHIFT: Final = """
() => new Promise((resolve) => {
    let shift = 0;
    const add = (seen) => seen.getEntries().forEach((one) => { shift += one.value; });
    const watch = new PerformanceObserver(add);
    watch.observe({ type: "layout-shift", buffered: true });
    const settled = () => requestAnimationFrame(() => setTimeout(() => {
        add({ getEntries: () => watch.takeRecords() });
        resolve(shift);
    }, 100));
    document.fonts.ready.then(settled);
})
"""


class Traffic:
    """What a window asks for: bytes as sent, by page and then by kind, and every address."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.bytes: defaultdict[str, int] = defaultdict(int)
        self._kinds: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")
        # Each page has to bring everything, as for somebody who comes for the first time.
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def _sent(self, event: dict[str, Any]) -> None:
        self.asked.append(event["request"]["url"])
        self._kinds[event["requestId"]] = event["type"]

    def _finished(self, event: dict[str, Any]) -> None:
        kind = self._kinds.get(event["requestId"], "")
        self.bytes[kind] += event["encodedDataLength"]

    def begin(self) -> None:
        """Forget what came before."""
        self.asked.clear()
        self.bytes.clear()

    @property
    def weight(self) -> int:
        """All bytes but those of fonts."""
        return sum(number for kind, number in self.bytes.items() if kind != FONT)


@pytest.fixture
def furnished(archive: Page) -> Page:
    """Give a window in which somebody reads an archive that has something of everything."""
    furnish()
    sign_in(archive, "editor")
    return archive


def pages() -> list[str]:
    return [*addresses(), NOTHING]


@pytest.mark.scripts
def test_every_page_is_light_and_asks_nobody_else(furnished: Page) -> None:
    traffic = Traffic(furnished)
    own = furnished.url
    heavy, others = {}, []
    for address in pages():
        traffic.begin()
        furnished.goto(address, wait_until="networkidle")
        # That the page itself and its styles are counted.
        assert traffic.bytes["Document"] > 1_000, address
        assert traffic.bytes["Stylesheet"] > 1_000, address
        if traffic.weight > HEAVIEST:
            heavy[address] = dict(traffic.bytes)
        others += [asked for asked in traffic.asked if not asked.startswith((own, "data:"))]
    assert heavy == {}
    assert others == []


@pytest.mark.scripts
@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_jumps_while_a_page_is_loaded(furnished: Page, width: int) -> None:
    furnished.set_viewport_size({"width": width, "height": 900})
    shifts = {}
    for address in pages():
        furnished.goto(address, wait_until="load")
        shift = furnished.evaluate(SHIFT)
        if shift:
            shifts[address] = shift
    assert shifts == {}


@pytest.mark.scripts
def test_a_jump_is_seen(furnished: Page) -> None:
    furnished.goto("/topics/", wait_until="load")
    furnished.evaluate(
        """async () => {
            await new Promise((resolve) => setTimeout(resolve, 700));
            const block = document.createElement("div");
            block.innerHTML = "<br>".repeat(12);
            document.querySelector("main").prepend(block);
            await new Promise((resolve) => setTimeout(resolve, 200));
        }"""
    )
    assert furnished.evaluate(SHIFT) > 0
