"""Quotation marks round what is somebody's own words. Pure."""

from typing import Final

# Whatever opens a quotation in print: what begins with it has its marks.
OPENING: Final = '“„«"‘‚‹「『'


def marked(text: str, *, is_direct: bool) -> str:
    """Give the text, in quotation marks if it is direct speech and has none."""
    return f"“{text}”" if is_direct and text[:1] not in OPENING else text
