"""Which passages of the sides' readouts of an exchange say the same.

Worked out from the texts each time a page is shown, and put right by editors (`Verdict`), whose
word always stands. The rule, its numbers and what it misses are in `likeness.py`.
"""

from statements.aligning.aligned import aligned, alignment_of
from statements.aligning.alignment import Alignment, Point

__all__ = ["Alignment", "Point", "aligned", "alignment_of"]
