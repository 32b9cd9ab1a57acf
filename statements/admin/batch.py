"""The forms that take many records a step on: which of them, and why."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Count, Q, QuerySet
from django.forms import BoundField
from django.urls import reverse
from django.utils.text import capfirst

from actors.admin.fields import PlainTextField
from statements.models import Document, Statement
from statements.publishing import IN_HAND, PUBLISHED, Blocker
from statements.standing import Key, Record, against, key_of

# Parts of a page that are no field of its form, by the id that they have there.
PARTS = {"participations": "participations-group"}

# What is not compared with what the page showed: a step taken meanwhile has its own answer.
STEP = {"editorial_status", "override_reason", "retraction_reason", "search"}
CHANGED = "It was changed since this page was shown: look at it again, and tick it if it is right."

REASON = AdminTextareaWidget(attrs={"rows": 2})


@dataclass(frozen=True)
class Mending:
    """What stands against a record, with the page on which it is mended."""

    blocker: Blocker
    address: str


@dataclass(frozen=True)
class Line:
    """A record of the form: whether it is taken along, and what stands against it."""

    record: Record
    kind: str
    address: str
    pick: BoundField | None
    reason: BoundField | None
    mendings: list[Mending]
    seen_name: str
    seen: str


class BatchForm(forms.Form):
    """Records with a tick for each; `takes` are the statuses of those that can be ticked."""

    takes: Collection[str] = ()

    def __init__(self, records: Sequence[Record], data: Any = None) -> None:  # noqa: ANN401, of a request
        super().__init__(data)
        self.records = {key_of(record): record for record in records}
        for key, record in self.records.items():
            if record.editorial_status in self.takes:
                self._add(key, record)

    def _add(self, key: Key, record: Record) -> None:
        self.fields[pick_name(key)] = forms.BooleanField(
            label=str(record), required=False, initial=not self.blockers(record)
        )

    def blockers(self, record: Record) -> list[Blocker]:
        """Give what stands against the record, if all of the others are taken along."""
        return []

    @property
    def picked(self) -> list[Key]:
        """The records that are ticked."""
        return [key for key in self.records if self.cleaned_data.get(pick_name(key))]

    def clean(self) -> dict[str, Any]:
        """Ask for one record at least, and that each is as the page showed it."""
        cleaned = super().clean() or self.cleaned_data
        if not self.picked:
            self.add_error(None, "Choose at least one.")
        for key in self.picked:
            sent = self.data.get(seen_name(key))
            if sent and sent != state_of(self.records[key]):
                self.add_error(pick_name(key), CHANGED)
        return cleaned

    @property
    def lines(self) -> Iterator[Line]:
        """The records, as the page shows them."""
        for key, record in self.records.items():
            yield Line(
                record,
                _kind_of(record),
                change_address(key),
                self._field(pick_name(key)),
                self._field(reason_name(key)),
                _mendings(self.blockers(record), record),
                seen_name(key),
                state_of(record),
            )

    def _field(self, name: str) -> BoundField | None:
        return self[name] if name in self.fields else None


class PublishForm(BatchForm):
    """Records to publish; for those that something stands against, a reason, or one for all."""

    takes = IN_HAND
    reason = PlainTextField(
        label="Published all the same, because",
        required=False,
        widget=REASON,
        help_text="For each that is ticked although something stands against it, "
        "if it has no reason of its own.",
    )

    def _add(self, key: Key, record: Record) -> None:
        super()._add(key, record)
        found = self.blockers(record)
        if found and not any(one.is_final for one in found):
            self.fields[reason_name(key)] = PlainTextField(
                label="Published all the same, because",
                required=False,
                widget=REASON,
                initial=record.override_reason,
            )

    def blockers(self, record: Record) -> list[Blocker]:
        """Give what stands against the record, if all of the others are taken along."""
        if record.editorial_status not in self.takes:
            return []
        return against(record, self.records.keys())

    @property
    def asks_reason(self) -> bool:
        """Whether something stands against any of them that a reason overrides."""
        return any(name.startswith("reason-") for name in self.fields)

    @property
    def reasons(self) -> dict[Key, str]:
        """The records that are ticked, each with its reason."""
        for_all = self.cleaned_data.get("reason", "")
        own = ((key, self.cleaned_data.get(reason_name(key), "")) for key in self.picked)
        return {key: reason if reason.strip() else for_all for key, reason in own}

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of what is ticked and blocked, beside it."""
        cleaned = super().clean()
        reasons = self.reasons
        for key, reason in reasons.items():
            found = against(self.records[key], reasons.keys())
            if any(one.is_final for one in found):
                self.add_error(pick_name(key), "No reason helps here: it has to be mended first.")
            elif found and not reason.strip():
                self._ask_reason(key, found)
        return cleaned

    def _ask_reason(self, key: Key, found: Sequence[Blocker]) -> None:
        name = reason_name(key)
        words = f"Say why it is published all the same, or leave it out: {found[0].says}"
        self.add_error(name if name in self.fields else pick_name(key), words)


class RetractForm(BatchForm):
    """Published records to retract, for one reason."""

    takes = (PUBLISHED,)
    reason = PlainTextField(
        label="Retracted, because",
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Readers see it on each record and under Corrections.",
        error_messages={"required": "Say why: readers see the reason."},
    )

    @property
    def quoted(self) -> QuerySet[Document]:
        """The sources among them of which statements stay published, with their `number`."""
        sources = [pk for name, pk in self.records if name == "document"]
        number = Count("statements", filter=Q(statements__editorial_status=PUBLISHED))
        counted = Document.objects.filter(pk__in=sources).annotate(number=number)
        return counted.filter(number__gt=0).order_by("pk")


def _kind_of(record: Record) -> str:
    if isinstance(record, Statement):
        return f"Statement by {record.speaker_as_printed}"
    return capfirst(record.get_kind_display())


def pick_name(key: Key) -> str:
    """Name the tick of a record."""
    return f"pick-{key[0]}-{key[1]}"


def reason_name(key: Key) -> str:
    """Name the reason of a record."""
    return f"reason-{key[0]}-{key[1]}"


def seen_name(key: Key) -> str:
    """Name the field that says in which state the page showed a record."""
    return f"seen-{key[0]}-{key[1]}"


def state_of(record: Record) -> str:
    """Give a digest of what a fetched record says: a later look tells whether it changed."""
    columns = [field.attname for field in record._meta.concrete_fields if field.name not in STEP]
    said = repr([str(getattr(record, column)) for column in columns])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def change_address(key: Key) -> str:
    """Give the page on which a record is changed."""
    return reverse(f"admin:statements_{key[0]}_change", args=[key[1]])


def mendings_here(record: Record) -> list[Mending]:
    """Give what stands against publishing a fetched record, for its own page: nothing typed there
    is lost by a link to one of its fields.
    """
    own = change_address(key_of(record))
    found = _mendings(against(record, []), record)
    return [Mending(one.blocker, one.address.removeprefix(own)) for one in found]


def _mendings(found: Sequence[Blocker], record: Record) -> list[Mending]:
    return [Mending(one, _mended_at(one, record)) for one in found]


def _mended_at(blocker: Blocker, record: Record) -> str:
    if blocker.on_source:
        return change_address(("document", record.document_id))  # type: ignore[union-attr]
    place = PARTS.get(blocker.field, f"id_{blocker.field}")
    return f"{change_address(key_of(record))}#{place}"
