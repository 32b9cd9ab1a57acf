"""The scale of counts: from nought up, in steps that people count in."""

from __future__ import annotations

from dataclasses import dataclass

STEPS = 4
WHOLE = 100.0


@dataclass(frozen=True)
class CountScale:
    """A scale from 0 to `top`, with ticks at equal distances from 0 to `top`, both included."""

    top: int
    ticks: tuple[int, ...]

    def share(self, count: int) -> float:
        """Give how high a count reaches, in hundredths of the height."""
        return round(count / self.top * WHOLE, 3)


def count_scale(most: int) -> CountScale:
    """Give the scale up to `most`, in at most four steps of 1, 2 or 5 times a power of 10."""
    step = _step(max(most, 1))
    top = -(-max(most, 1) // step) * step
    return CountScale(top, tuple(range(0, top + 1, step)))


def _step(most: int) -> int:
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step * STEPS >= most:
                return step
        power *= 10
