"""Keys of records as a browser sends them."""

from typing import Final

# What the database holds as a key.
LARGEST: Final = 2**63 - 1


def key_of(sent: object) -> int | None:
    """Read a key; None where it is none."""
    text = str(sent)
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST))):
        return None
    return int(text) if 0 < int(text) <= LARGEST else None
