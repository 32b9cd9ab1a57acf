"""What is said, in words, of whether a statement stands in its source.

`failed` and `gone` are what `StatementQuerySet.with_checks` gives each statement.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from statements.anchoring import Copy
from statements.models import FailedCheck, Statement
from statements.verification.judging import missing_passages
from statements.verification.reading import latest_copy

FAILED: Final = "Failed its last check against the source"
UNVERIFIED: Final = "Unverified: not in a kept copy of its source"
# Whether its quotations stand there takes a look at the copy: the page of the statement does it.
IN_PARTS: Final = "Not in its source as a whole: see its evidence"
GONE: Final = "The source has been changed since"
UNANCHORED: Final[dict[str, str]] = {Statement.Type.INDIRECT: "", Statement.Type.MIXED: IN_PARTS}


class State(StrEnum):
    """How a statement stands to its source, with what a list of the desk calls it."""

    label: str

    def __new__(cls, value: str, label: str) -> "State":
        """Make a state with its words."""
        made = str.__new__(cls, value)
        made._value_, made.label = value, label
        return made

    FAILED = "failed", "Failed its check"
    VERIFIED = "verified", "Verified"
    QUOTED = "quoted", "Its quotations are verified"
    NOTHING = "nothing", "In other words"
    NO_COPY = "no_copy", "No copy kept"
    NOT_FOUND = "not_found", "Not found"


@dataclass(frozen=True)
class Evidence:
    """What a statement's page says: its state, and what goes with it."""

    state: State
    left_out: int = 0
    failure: FailedCheck | None = None
    missing: tuple[str, ...] = ()


def doubt(quote_type: str, snapshot: int | None, *, failed: bool, gone: bool) -> str:
    """Say in short what stands against the words of a statement; nothing where nothing does."""
    if failed:
        return FAILED
    if snapshot is None:
        return UNANCHORED.get(quote_type, UNVERIFIED)
    return GONE if gone else ""


def doubt_of(statement: Any) -> str:  # noqa: ANN401, annotated
    """Say the same of a statement that was fetched `with_checks`."""
    of, snapshot = statement.quote_type, statement.snapshot_id
    return doubt(of, snapshot, failed=statement.failed, gone=statement.gone)


def state_in_list(statement: Any) -> State:  # noqa: ANN401, annotated
    """Give the state of a statement that was fetched `with_checks`, without reading any copy."""
    if statement.failed:
        return State.FAILED
    if statement.snapshot_id:
        return State.VERIFIED
    indirect = statement.quote_type == Statement.Type.INDIRECT
    return State.NOTHING if indirect else State.NOT_FOUND


def in_list(statement: Any) -> str:  # noqa: ANN401, annotated
    """Give the words of a statement's state, as a list of the desk has them."""
    label = state_in_list(statement).label
    return f"{label}; source changed since" if statement.gone else label


def evidence_of(statement: Any) -> Evidence:  # noqa: ANN401, annotated
    """Give what the page of a statement says, which was fetched `with_evidence`.

    One query more for a failure, and for words in quotation marks that are looked for.
    """
    state = state_in_list(statement)
    if state is State.FAILED:
        return Evidence(state, failure=_failure(statement))
    if state is State.VERIFIED:
        return Evidence(state, _left_out(statement.text, statement.anchor_exact))
    if state is State.NOT_FOUND and statement.newest_copy_at is None:
        return Evidence(State.NO_COPY)
    if state is State.NOT_FOUND and statement.quote_type == Statement.Type.MIXED:
        return _quoted(statement.text, latest_copy(statement.document_id))
    return Evidence(state)


def _failure(statement: Statement) -> FailedCheck | None:
    its_own = FailedCheck.objects.filter(statement=statement.pk)
    its_copys = FailedCheck.objects.filter(snapshot=statement.snapshot_id)
    return its_copys.union(its_own).order_by("statement_id").last()


def _left_out(text: str, exact: str) -> int:
    """Count the words at the anchor that the text leaves out, as the desk counts them."""
    found = Copy(exact).look_for(text) if text != exact else None
    return found.left_out if found else 0


def _quoted(text: str, copy: Copy | None) -> Evidence:
    missing = missing_passages(text, copy) if copy else []
    return Evidence(State.NOT_FOUND if missing else State.QUOTED, missing=tuple(missing))
