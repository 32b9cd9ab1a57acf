"""The value: a date that is as precise as its source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_LENGTH = 40
"""The most characters that a date may have, as the import format promises."""


class Precision(StrEnum):
    """How much of the calendar one date covers."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """A date in EDTF, with the days it covers; `dates.edtf.parse` makes it.

    `text` is the EDTF as written, without white space around it. `earliest` and `latest` are the
    first and the last day that the date can mean; both belong to it, and `earliest <= latest`.
    """

    text: str
    earliest: date
    latest: date
    precision: Precision

    @property
    def uncertain(self) -> bool:
        """Tell whether the source doubts the date, or an end of it: `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Tell whether the date, or an end of it, is only about right: `~` or `%`."""
        return "~" in self.text or "%" in self.text

    def __str__(self) -> str:
        """Give the EDTF text, which `parse` reads back as the same date."""
        return self.text
