"""The sides of an exchange, as the page shows them on which their alignment is put right."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.text import Truncator

from statements.admin.aligning_sent import Sent
from statements.aligning.aligned import settled, verdicts_on
from statements.aligning.alignment import Alignment
from statements.aligning.grouping import Couple, couple
from statements.models import Exchange, Readout, Statement, Verdict

# Of each side so many passages are shown, as on the page that readers see.
MOST = 30
WORDS = 12


@dataclass(frozen=True)
class Choice:
    """Another passage, by what is sent when it is chosen, and what it is called."""

    sent: str
    called: str
    is_chosen: bool


@dataclass(frozen=True)
class Said:
    """What an editor said of a passage and another one; `heeded`: it could be followed."""

    verdict: Verdict
    other: str
    heeded: bool
    is_chosen: bool


@dataclass(frozen=True)
class Row:
    """A passage with its number, and what may be said of it.

    `same` are those that stand under its number, `others` by side those that do not.
    """

    passage: Statement
    number: int | None
    is_alone: bool
    same: list[Choice]
    others: list[tuple[str, list[Choice]]]
    said: list[Said]
    is_alone_chosen: bool


@dataclass
class Side:
    """A side with its readouts and their first passages, in the order of the documents."""

    name: str
    readouts: list[Readout] = field(default_factory=list)
    passages: list[Statement] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class Board:
    """The sides of an exchange with what is worked out, what editors said, and what was sent."""

    def __init__(self, exchange: Exchange, sent: Sent) -> None:
        """Fetch the passages, published or not, and align them."""
        self.sides = sides_of(exchange)
        self.sent = sent
        passages = [side.passages for side in self.sides]
        verdicts = verdicts_on(passages).select_related("editor")
        self.verdicts = list(verdicts.order_by("pk"))
        self.alignment, self.unheeded = Alignment(), frozenset[int]()
        if self.can_be_compared:
            self.alignment, self.unheeded = settled(passages, self.verdicts)
        self._called = dict(self._names())
        for side in self.sides:
            side.rows = [self._row(side, passage) for passage in side.passages]

    @property
    def can_be_compared(self) -> bool:
        """Whether two sides have passages."""
        return sum(bool(side.passages) for side in self.sides) > 1

    @property
    def passages(self) -> list[Statement]:
        """All passages, one side's after the other's."""
        return [passage for side in self.sides for passage in side.passages]

    @property
    def seen(self) -> str:
        """The keys of the verdicts that are shown, as the form sends them back."""
        return ",".join(str(verdict.pk) for verdict in self.verdicts)

    def parted(self, sent: Sent) -> set[Couple]:
        """Give the pairs that say not the same where only one side says a passage.

        They are those that the editor saw: what was entered meanwhile is not judged.
        """
        return {
            couple(passage.pk, other.pk)
            for side in self.sides
            for passage in side.passages
            if passage.pk in sent.alone
            for others in self.sides
            if others is not side
            for other in others.passages
            if other.pk in sent.shown
        }

    @property
    def shown(self) -> str:
        """The ids of the passages that are shown, as the form sends them back."""
        return ",".join(str(passage.pk) for passage in self.passages)

    def _names(self) -> Iterator[tuple[int, str]]:
        for side in self.sides:
            for place, passage in enumerate(side.passages, start=1):
                yield passage.pk, f"{side.name} {place}: “{Truncator(passage.text).words(WORDS)}”"

    def _row(self, side: Side, passage: Statement) -> Row:
        point = self.alignment.point_of(passage.pk)
        same = set(point.passages) - {passage.pk} if point else set()
        own = {one.pk for one in side.passages}
        return Row(
            passage,
            point.number if point else None,
            passage.pk in self.alignment.alone,
            [self._apart(passage, other) for other in self._called if other in same - own],
            list(self._others(side, passage, same)),
            [self._said(passage, one) for one in self.verdicts if passage.pk in _two(one)],
            passage.pk in self.sent.alone,
        )

    def _others(
        self, side: Side, passage: Statement, same: set[int]
    ) -> Iterator[tuple[str, list[Choice]]]:
        for other in self.sides:
            rest = [one for one in other.passages if one.pk not in same]
            if other is not side and rest:
                yield other.name, [self._together(passage, one) for one in rest]

    def _apart(self, passage: Statement, other: int) -> Choice:
        pair = couple(passage.pk, other)
        return Choice(f"{pair[0]}-{pair[1]}", self._called[other], pair in self.sent.apart)

    def _together(self, passage: Statement, other: Statement) -> Choice:
        chosen = self.sent.same.get(passage.pk) == other.pk
        return Choice(str(other.pk), self._called[other.pk], chosen)

    def _said(self, passage: Statement, verdict: Verdict) -> Said:
        one, other = _two(verdict)
        called = self._called[other if one == passage.pk else one]
        heeded = verdict.pk not in self.unheeded
        return Said(verdict, called, heeded, verdict.pk in self.sent.back)


def sides_of(exchange: Exchange) -> list[Side]:
    """Give the sides with their passages; a newspaper's account is no side's."""
    readouts = exchange.readouts.filter(side__isnull=False, document__isnull=False)
    sides: dict[int | None, Side] = {}
    by_document: dict[int | None, Side] = {}
    for readout in readouts.select_related("side", "document").order_by("pk"):
        side = sides.setdefault(readout.side_id, Side(str(readout.side)))
        side.readouts.append(readout)
        by_document.setdefault(readout.document_id, side)
    statements = exchange.statements.filter(document__in=list(by_document))
    for statement in statements.defer("search").in_document_order():
        passages = by_document[statement.document_id].passages
        if statement.text.strip() and len(passages) < MOST:
            passages.append(statement)
    return list(sides.values())


def _two(verdict: Verdict) -> Couple:
    return verdict.one_id, verdict.other_id
