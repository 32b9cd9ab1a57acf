"""The scale of time: each day is equally long, leap years and all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drawing.counts import WHOLE


@dataclass(frozen=True)
class DayScale:
    """From the beginning of the first day to the end of the last, in hundredths of the width."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days there are."""
        return self.last.toordinal() - self.first.toordinal() + 1

    def beginning(self, day: date) -> float:
        """Give where a day begins."""
        return round((day.toordinal() - self.first.toordinal()) / self.days * WHOLE, 3)

    def end(self, day: date) -> float:
        """Give where a day ends."""
        return round((day.toordinal() - self.first.toordinal() + 1) / self.days * WHOLE, 3)

    def middle(self, day: date) -> float:
        """Give the middle of a day."""
        return round((day.toordinal() - self.first.toordinal() + 0.5) / self.days * WHOLE, 3)
