"""What readers are told: the points that several sides make, and what only one says. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Point:
    """Something that two or more sides say.

    Points are numbered from 1 in the order in which the first side says them; `passages` are ids
    of statements, one side's after the other's. `by_editor`: an editor joined some of it.
    """

    number: int
    passages: tuple[int, ...]
    by_editor: bool


@dataclass(frozen=True)
class Place:
    """Where a passage stands: its side by number and name, and the passage's public id."""

    number: int
    side: str
    public_id: str

    @property
    def address(self) -> str:
        """The address of the passage on the page of the exchange."""
        return f"#passage-{self.public_id}"


@dataclass(frozen=True)
class Alignment:
    """The points, and the passages (ids) that only one side says.

    A passage in neither could not be compared with every other side, or two sides have it alike.
    """

    points: list[Point] = field(default_factory=list)
    alone: frozenset[int] = frozenset()
    places: Mapping[int, Place] = field(default_factory=dict)

    def point_of(self, statement_id: int) -> Point | None:
        """Give the point that a passage makes, if another side makes it too."""
        return self._by_passage.get(statement_id)

    @cached_property
    def _by_passage(self) -> dict[int, Point]:
        return {passage: point for point in self.points for passage in point.passages}
