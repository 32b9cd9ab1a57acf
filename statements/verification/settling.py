"""What failed is kept until it is found right: asked once more, of rows that nobody changes now."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from django.db import transaction
from django.utils import timezone

from statements.models import FailedCheck, Snapshot, Statement, VerificationRun
from statements.verification.judging import Wrong, judge_copy
from statements.verification.reading import (
    beside,
    copies_of,
    wrong_among,
    wrong_without_anchor,
)

AT_A_TIME: Final = 500
KEPT: Final = ["reason", "should", "stands", "checked_at", "run"]


def check_statements(keys: Iterable[int], run: VerificationRun | None = None) -> None:
    """Judge the statements as they are now; keep what is wrong, and take away what was."""
    for some in _in_parts(keys):
        with transaction.atomic():
            chosen = Statement.objects.filter(pk__in=some).order_by("pk")
            locked = list(chosen.select_for_update().values_list("pk", flat=True))
            _keep("statement", some, _wrong(locked), run)


def check_copies(keys: Iterable[int], run: VerificationRun | None = None) -> None:
    """Judge the copies in the same way: nobody changes one."""
    for some in _in_parts(keys):
        with transaction.atomic():
            judged = ((one.pk, judge_copy(one)) for one in _copies(some))
            _keep("snapshot", some, {key: wrong for key, wrong in judged if wrong}, run)


def keep_of_copies(wrong: Mapping[int, Wrong], run: VerificationRun | None) -> None:
    """Keep what was found wrong of copies."""
    _keep("snapshot", list(wrong), wrong, run)


def _copies(keys: Iterable[int]) -> Iterator:
    return copies_of(Snapshot.objects.filter(pk__in=list(keys)))


def _wrong(keys: list[int]) -> dict[int, Wrong]:
    statements = Statement.objects.filter(pk__in=keys)
    anchored = statements.exclude(snapshot=None).values_list("snapshot", flat=True)
    found: dict[int, Wrong | None] = {}
    for copy, group in beside(_copies(set(anchored)), statements):
        found.update(wrong_among(copy, group))
    found.update(wrong_without_anchor(statements))
    return {key: wrong for key, wrong in found.items() if wrong}


def _keep(
    of: str, keys: Iterable[int], wrong: Mapping[int, Wrong], run: VerificationRun | None
) -> None:
    right = set(keys) - set(wrong)
    FailedCheck.objects.filter(**{f"{of}__in": right}).delete()
    now = timezone.now()
    failed = [
        FailedCheck(**{f"{of}_id": key}, **one._asdict(), run=run, checked_at=now)
        for key, one in wrong.items()
    ]
    FailedCheck.objects.bulk_create(
        failed, update_conflicts=True, unique_fields=[of], update_fields=KEPT
    )


def _in_parts(keys: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(sorted(set(keys)))
    while part := list(islice(rest, AT_A_TIME)):
        yield part
