"""Text as it comes in an address: what can be read of it, and how it is shown again."""

import re

from django.core.exceptions import ValidationError

# Control characters, lone surrogates, and what stands where bytes were no UTF-8.
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
SHOWN = 60


def readable(text: str, longest: int) -> str:
    """Give the text with single spaces, or refuse it with the reason."""
    if UNREADABLE.search(text):
        raise ValidationError("This has a character that cannot be read.", code="unreadable")
    spaced = " ".join(text.split())
    if len(spaced) > longest:
        raise ValidationError(
            "This has %(length)d characters; at most %(longest)d can be taken.",
            code="too_long",
            params={"length": len(spaced), "longest": longest},
        )
    return spaced


def clipped(text: str) -> str:
    """Give the text, short enough to stand within a message."""
    return shortened(text, SHOWN)


def shortened(text: str, most: int) -> str:
    """Give the text, or as many characters of it, and a sign that there are more."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
