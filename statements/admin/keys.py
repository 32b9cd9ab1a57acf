"""Keys of records as a browser sends them."""

# The largest key has so many figures.
FIGURES = 18


def key_of(text: str) -> int:
    """Give the key that a text is; 0, which no record has, where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= FIGURES else 0
