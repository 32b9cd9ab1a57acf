"""How much of what the sides of an exchange say they have in common, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statements.aligning import Alignment

if TYPE_CHECKING:
    from statements.pages.accounts import Side


@dataclass(frozen=True)
class Points:
    """The points that several sides make, and how many passages each side has for itself.

    `apart` counts passages that could not be compared. `by_editor`: editors had a say; `in_part`:
    some passages are not shown, and so not among these.
    """

    shared: int
    alone: list[tuple[Side, int]]
    apart: int
    by_editor: bool
    in_part: bool


def points_of(alignment: Alignment, sides: Sequence[Side]) -> Points | None:
    """Count what the sides share; None where fewer than two have passages."""
    compared = [side for side in sides if side.compared]
    if len(compared) < 2:
        return None
    alone = [(side, sum(one.pk in alignment.alone for one in side.compared)) for side in compared]
    joined = {pk for point in alignment.points for pk in point.passages}
    known = joined | alignment.alone
    return Points(
        shared=len(alignment.points),
        alone=alone,
        apart=sum(one.pk not in known for side in compared for one in side.compared),
        by_editor=any(point.by_editor for point in alignment.points),
        in_part=any(account.source.is_cut for side in compared for account in side.accounts),
    )
