"""Every page holds at the width of a small phone and of a desk, in light and in dark."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.pages import addresses
from tests.browser.steps import nothing_complained, sign_in

TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The three channels of the page's background, 0 to 255, on average.
BRIGHTNESS = """
() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g);
    return (Number(red) + Number(green) + Number(blue)) / 3;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_window(archive: Page, scheme: Literal["light", "dark"]) -> None:
    sign_in(archive, "reader")
    archive.emulate_media(color_scheme=scheme)
    for address in addresses():
        answer = archive.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        for width in (320, 768, 1440):
            archive.set_viewport_size({"width": width, "height": 900})
            assert archive.evaluate(TOO_WIDE) == 0, (address, width)
        assert (archive.evaluate(BRIGHTNESS) < 128) == (scheme == "dark"), address
    nothing_complained(archive)
