"""What a list is asked for, short enough for the title of a window. Pure."""

from collections.abc import Iterable

from reading.controls import Chip
from reading.text import shortened

# In characters, of one filter and of all.
MOST_OF_ONE = 40
MOST = 80


def title_of(chips: Iterable[Chip]) -> str:
    """Say the words and the values of the filters that are applied, as far as there is room."""
    said = ""
    for chip in chips:
        longer = f"{said}, {_said(chip)}" if said else _said(chip)
        if len(longer) > MOST:
            return f"{said}, …"
        said = longer
    return said


def _said(chip: Chip) -> str:
    text = shortened(chip.value, MOST_OF_ONE)
    match chip.name:
        case "from" | "to":
            return f"{chip.name} {text}"
        case "q" if '"' not in text:
            return f"“{text}”"
    return text
