"""What is noted while a record is read: what is wrong with it, and which others it names."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Reference(NamedTuple):
    """A field that names a record of a file (`actors`, without .jsonl) by its id."""

    field: str
    file: str
    id: str


@dataclass
class Notes:
    """The errors and warnings of one record, each with its field, and its references."""

    errors: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def error(self, where: str, message: str) -> None:
        """Note what makes the bundle impossible to import."""
        self.errors.append((where, message))

    def warning(self, where: str, message: str) -> None:
        """Note what ought to be known, and is no reason to stop."""
        self.warnings.append((where, message))
