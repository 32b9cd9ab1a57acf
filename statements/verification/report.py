"""What a run says at its end, as text."""

from collections.abc import Iterator

from reading.counting import counted
from statements.models import Document, FailedCheck, Snapshot, Statement, VerificationRun

AT_A_TIME = 200


def told(run: VerificationRun) -> str:
    """Say what was compared and how much of it failed."""
    what = f"{counted(run.statements, 'statement')} and {counted(run.snapshots, 'kept copy')}"
    took = f" in {(run.ended_at - run.started_at).total_seconds():,.1f} s" if run.ended_at else ""
    found = f"{counted(run.failures, 'failure')}." if run.failures else "Nothing failed."
    return f"Compared: {what}{took}. {found}"


def failures(run: VerificationRun) -> Iterator[str]:
    """Give each failure that the run found, as some lines: what, whose, why, and the words."""
    found = FailedCheck.objects.filter(run=run).select_related("statement")
    texts = found.defer("statement__search", "statement__text")
    for failed in texts.iterator(chunk_size=AT_A_TIME):
        yield "\n".join(_lines(failed))


def _lines(failed: FailedCheck) -> Iterator[str]:
    yield _whose(failed)
    yield f"  {failed.get_reason_display()}"
    yield from (f"  should be: {_shown(failed.should)}" for _ in [0] if failed.should)
    yield from (f"  stands:    {_shown(failed.stands)}" for _ in [0] if failed.stands)


def _whose(failed: FailedCheck) -> str:
    if failed.statement:
        return f"{_address(failed.statement)} {_printable(failed.statement.speaker_as_printed)}"
    copies = Snapshot.objects.filter(failed_check=failed).defer("text", "original")
    copy = copies.select_related("document").first()
    return f"{_address(copy.document)} {copy}" if copy else f"copy {failed.snapshot_id}"


def _address(record: Statement | Document) -> str:
    return record.get_absolute_url()


def _shown(text: str) -> str:
    return f"“{_printable(text)}”"


def _printable(text: str) -> str:
    """Give a text on one line, and without what would move a terminal's cursor."""
    line = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
