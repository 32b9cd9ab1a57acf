"""Which labels stand below a picture: as many as can be read, on a phone and on a wide screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drawing.counts import WHOLE
from drawing.shown import Shown

# In pixels: of a small letter, of what stands between two labels, and of a picture on a phone
# and in a column of a wide screen.
LETTER, GAP, NARROW, WIDE = 7.5, 14, 250, 560
# In pixels: how far a label may reach beyond the picture.
MARGIN = 14
YEARS = (1, 2, 4, 5, 10, 20, 25, 50, 100)
MONTHS = (1, 2, 3, 6, 12, 24)


@dataclass(frozen=True)
class Tick(Shown):
    """A label below a picture, at so many hundredths of its width.

    `anchor` is SVG's text-anchor. One that is not `narrow` is shown where there is room alone.
    """

    at: float
    label: str
    narrow: bool = True

    @property
    def anchor(self) -> str:
        """Have labels that would reach too far over an edge begin or end there."""
        reach = (len(self.label) * LETTER / 2 - MARGIN) / NARROW * WHOLE
        if self.at < reach:
            return "start"
        return "end" if self.at > WHOLE - reach else "middle"

    @property
    def text_at(self) -> float:
        """Give where the label begins, ends or has its middle, as its anchor says."""
        return {"start": 0.0, "end": WHOLE}.get(self.anchor, self.at)


def ticks(places: Sequence[float], labels: Sequence[str]) -> tuple[Tick, ...]:
    """Give the labels that can be read: each second, fifth …, or the first and the last."""
    on_screens = _shown(labels, range(len(labels)), WIDE)
    on_phones = _shown(labels, on_screens, NARROW)
    return tuple(Tick(places[number], labels[number], number in on_phones) for number in on_screens)


def _shown(labels: Sequence[str], among: Sequence[int], width: int) -> Sequence[int]:
    """Give those of the places in `among` that the width has room for."""
    letters = max((len(labels[number]) for number in among), default=1)
    most = int(width // (letters * LETTER + GAP))
    if len(among) <= most:
        return among
    found = _every(labels, among, -(-len(labels) // most)) if most > 1 else ()
    return found if len(found) > 1 else (among[0], among[-1])


def _every(labels: Sequence[str], among: Sequence[int], least: int) -> Sequence[int]:
    """Give each n-th place, beginning at a round year or a January where the labels have one."""
    if all(label.isdecimal() for label in labels):
        step = _rounded(least, _steps([int(labels[number]) for number in among]))
        return [number for number in among if int(labels[number]) % step == 0]
    januaries = [number for number in among if labels[number].startswith("January ")]
    step = _rounded(least, MONTHS) if januaries else least
    start = januaries[0] % step if januaries else among[0]
    return [number for number in among if (number - start) % step == 0]


def _steps(years: Sequence[int]) -> list[int]:
    """Give the round steps that meet some of these years, which are equally far from each other."""
    base = max(years[1] - years[0], 1)
    return sorted({step for step in YEARS if step % base == 0} | {base * n for n in (1, 2, 4)})


def _rounded(least: int, steps: Sequence[int]) -> int:
    return next((step for step in steps if step >= least), least)
