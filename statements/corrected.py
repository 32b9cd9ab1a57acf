"""What was corrected in a statement's words, correction by correction."""

from dataclasses import dataclass

from reading.differences import Piece, differ, differences, shortened
from statements.models import Correction, Statement


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with what it changed in the words: no `pieces` where it is of something else."""

    correction: Correction
    pieces: list[Piece]


def corrections_of(statement: Statement) -> list[Corrected]:
    """Give the corrections of a statement, the latest first.

    After a correction the words stood as the next one found them, or as they stand now.
    """
    after, told = statement.text, []
    latest_first = sorted(statement.corrections.all(), key=lambda one: one.pk, reverse=True)
    for correction in latest_first:
        before = correction.text_before
        pieces = differences(before, after) if before else []
        told.append(Corrected(correction, shortened(pieces) if differ(pieces) else []))
        after = before or after
    return sorted(told, key=lambda one: one.correction.corrected_at, reverse=True)
