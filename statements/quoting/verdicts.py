"""What can be said of a quotation and a text beside it. Pure: it knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from statements.quoting.alignment import Alignment, Kind
from statements.quoting.words import Words

# Below this share of words in common a text is only near.
ALIKE = 0.6
# Of fewer words than these, more have to be in common: one of four may be another.
SHORT = 8
ALIKE_SHORT = 0.75
# Fewer words in common may be chance.
FEWEST = 3
# Below this there is nothing to show.
NEAR = 0.2


class Verdict(Enum):
    """How the words of a quotation stand to those of a text."""

    EXACT = "exact"
    ALTERED = "altered"
    NEAR = "near"


class Where(Enum):
    """What the text is; first what says most."""

    STATEMENT = 1
    TRANSLATION = 2
    SOURCE = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """The place of a statement in a text, in characters."""

    statement: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A quotation beside a text: of statements, of a translation of one, or of a source.

    `pieces` are the statements in the text that the quotation touches; a source may have none.
    """

    words: Words
    alignment: Alignment
    pieces: tuple[Piece, ...] = ()
    translation: int | None = None
    document: int | None = None

    @property
    def where(self) -> Where:
        """What the text is."""
        if self.translation:
            return Where.TRANSLATION
        return Where.STATEMENT if self.pieces else Where.SOURCE

    @property
    def verdict(self) -> Verdict:
        """How the quotation stands to the text."""
        if self.alignment.is_exact and not self.excess:
            return Verdict.EXACT
        enough = self.alignment.count(Kind.SAME) + self.alignment.moved >= FEWEST
        least = ALIKE if self.quoted >= SHORT else ALIKE_SHORT
        return Verdict.ALTERED if enough and self.alignment.similarity >= least else Verdict.NEAR

    @property
    def quoted(self) -> int:
        """How many words the quotation has."""
        return self.alignment.count(Kind.SAME) + self.alignment.count(Kind.QUOTED)

    @property
    def excess(self) -> int:
        """How many words ellipses leave out beyond as many as are quoted."""
        return max(self.alignment.count(Kind.LEFT_OUT) - self.quoted, 0)

    @property
    def similarity(self) -> float:
        """The share of words in common, from 0 to 1; of those left out, the excess counts too."""
        return self.alike_without(self.excess)

    def alike_without(self, left_out: int) -> float:
        """Give the share of words in common if so many of those left out count as differing."""
        same = 2 * self.alignment.count(Kind.SAME)
        compared = same + self.alignment.count(Kind.QUOTED) + self.alignment.count(Kind.SOURCE)
        return self.alignment.similarity * compared / (compared + left_out)

    @property
    def statements(self) -> frozenset[int]:
        """The statements that the quotation touches."""
        return frozenset(piece.statement for piece in self.pieces)

    @property
    def span(self) -> tuple[int, int]:
        """Where the quotation stands in the text, in characters."""
        spans = self.words.spans
        return spans[self.alignment.start][0], spans[self.alignment.end - 1][1]


def per_cent(similarity: float) -> int:
    """Give the similarity in hundredths, rounded down, so that only what is exact has a hundred."""
    return int(100 * similarity)


def ranked(matches: Sequence[Match]) -> list[Match]:
    """Give the matches, best first, without those that another one says better.

    That is another text of the same statement, or one of more statements.
    """
    ordered = sorted(matches, key=_rank)
    kept: list[Match] = []
    said: set[int] = set()
    sources: set[int | None] = set()
    for match in ordered:
        again = match.statements and match.statements <= said
        if again or (not match.pieces and match.document in sources):
            continue
        kept.append(match)
        said |= match.statements
        sources |= {match.document} - {None}
    return kept


def _rank(match: Match) -> tuple[float, int, int, int]:
    newest = max(match.statements, default=match.document or 0)
    return -match.similarity, match.where.value, len(match.pieces), -newest
