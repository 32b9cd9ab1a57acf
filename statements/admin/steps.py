"""The steps from draft to readers on a record's own page: what is offered, and what is refused."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import Field
from django.http import HttpRequest

from statements.admin.batch import Mending, mendings_here
from statements.models import EditorialStatus
from statements.models.editorial import EditorialRecord
from statements.publishing import DRAFT, IN_HAND, IN_REVIEW, PUBLISHED, SEEN, UNSEEN, steps_from
from statements.standing import fetched, key_of

# Buttons that save, and set the status too.
BUTTONS: Final = {"_review": IN_REVIEW, "_draft": DRAFT, "_publish": PUBLISHED}
LABELS: Final = {
    "_review": "Save and send to review",
    "_draft": "Save and make it a draft again",
    "_publish": "Save and publish",
}

STATUS = "editorial_status"


@dataclass(frozen=True)
class Standing:
    """How far a record has come, as the head of its page says it."""

    status: str
    mendings: list[Mending] = field(default_factory=list)
    override: str = ""
    retract_at: str = ""


def take_step(request: HttpRequest) -> None:
    """Let the button that was pressed say what becomes of the record."""
    for button, status in BUTTONS.items():
        if button in request.POST:
            sent = request.POST.copy()
            sent[STATUS] = status
            request.POST = sent  # type: ignore[assignment]  # as the form is to read it


def offer_steps(
    fields: Mapping[str, Field], record: EditorialRecord | None, *, publishes: bool
) -> None:
    """Offer the statuses that may follow, and say why there are no others."""
    offered: Any = fields.get(STATUS)
    if offered is None:
        return
    status = record.editorial_status if record else None
    following = steps_from(status, publishes=publishes)
    offered.choices = [(step, EditorialStatus(step).label) for step in following]
    if status:
        offered.help_text = UNSEEN if status in IN_HAND else SEEN
        said = offered.error_messages["invalid_choice"]
        offered.error_messages["invalid_choice"] = f"{said} {offered.help_text}"
    if status in IN_HAND:
        offered.help_text = ""


def buttons_for(record: EditorialRecord | None, *, publishes: bool) -> list[tuple[str, str]]:
    """Give the name and the label of each button that takes the record a step on."""
    status = record.editorial_status if record else DRAFT
    if status not in IN_HAND:
        return []
    following = steps_from(status, publishes=publishes)
    return [
        (name, LABELS[name])
        for name, step in BUTTONS.items()
        if step in following and step != status
    ]


def standing_of(record: EditorialRecord, *, retract_at: str = "") -> Standing:
    """Give how far the record has come; of what readers have not seen, what stands against it."""
    status = record.get_editorial_status_display()
    if record.editorial_status not in IN_HAND:
        published = record.editorial_status == PUBLISHED
        return Standing(status, retract_at=retract_at if published else "")
    here = fetched([key_of(record)])[key_of(record)]
    return Standing(status, mendings_here(here), here.override_reason)


@contextmanager
def blockers_explained(record: EditorialRecord) -> Iterator[None]:
    """Say in words what the database says in codes when it refuses to have a record published."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if not _is_about_publishing(error):
            raise
        found = mendings_here(fetched([key_of(record)])[key_of(record)])
        if not found:
            raise
        words = [f"{one.blocker.says} {one.blocker.mend}" for one in found]
        raise ValidationError(
            [f"This stands against publishing: {one}" for one in words]
        ) from error


def _is_about_publishing(error: IntegrityError) -> bool:
    cause = error.__cause__
    rule = cause.diag.constraint_name if isinstance(cause, psycopg.Error) else None
    return bool(rule and rule.endswith("_is_publishable"))
