"""What is wrong with a bundle, in words for the person who made it."""

from dataclasses import dataclass, field

MOST_KEPT = 1000
"""So many errors and so many warnings are kept to be printed; the others are only counted."""

MOST_SHOWN = 60
"""So many characters of a value are shown in a message."""


class BundleError(Exception):
    """The bundle cannot be read at all; the message says why, in one line."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where: a file, its line (0 for all of it), the field in it."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Give `file:line: field: message`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.field, self.message) if part)


@dataclass
class Listing:
    """Problems of one weight: all are counted, the first `MOST_KEPT` are kept."""

    kept: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, problem: Problem) -> None:
        """Count the problem, and keep it while there is room."""
        self.count += 1
        if len(self.kept) < MOST_KEPT:
            self.kept.append(problem)


@dataclass
class Problems:
    """Errors, for which a bundle is refused, and warnings, for which it is not."""

    errors: Listing = field(default_factory=Listing)
    warnings: Listing = field(default_factory=Listing)


class BundleRefused(Exception):  # noqa: N818, a bundle is refused and the program is not in error
    """The bundle has errors: `problems` holds them, and nothing was written."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{problems.errors.count} errors in the bundle")
        self.problems = problems


def shown(value: str) -> str:
    """Give a value as a message shows it: quoted, printable and not too long."""
    return f"“{printable(value)}”"


def printable(value: str) -> str:
    """Give a value without what has no printed form, and not too long."""
    signs = "".join(sign if sign.isprintable() else "\ufffd" for sign in value[:MOST_SHOWN])
    return signs + ("\N{HORIZONTAL ELLIPSIS}" if len(value) > MOST_SHOWN else "")
