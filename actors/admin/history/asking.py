"""What an address of the history asks for; what is not understood is refused in words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from actors.chronicle.asking import FIRST, LAST, Asked, Whose, from_microseconds
from actors.chronicle.authors import HERE, name_of
from actors.chronicle.entries import VERBS
from actors.chronicle.tables import LABELS, table_named, tables
from actors.chronicle.whole import At, slots
from dates.edtf import ImpreciseDate
from dates.forms import EDTFFormField
from reading.strict import NO_SUCH_PAGE, StrictForm
from reading.text import clipped

ANY: Final = ("", "any")
# The commands that ever changed something: from one to the next one, by the index.
COMMANDS = """
WITH RECURSIVE names(name) AS (
    SELECT min(metadata ->> 'command') FROM pghistory_context
    WHERE (metadata ->> 'command') IS NOT NULL
    UNION ALL
    SELECT (SELECT min(metadata ->> 'command') FROM pghistory_context
            WHERE (metadata ->> 'command') IS NOT NULL AND metadata ->> 'command' > name)
    FROM names WHERE name IS NOT NULL
)
SELECT name FROM names WHERE name IS NOT NULL
"""


class OneOf(forms.ChoiceField):
    """One of the choices, or any; another value is refused in a message of bounded length."""

    def validate(self, value: Any) -> None:  # noqa: ANN401, Django's to name
        """Refuse what is none of the choices."""
        if value and not self.valid_value(value):
            raise ValidationError(f"“{clipped(str(value))}” is not one of the choices.")


class Moment(forms.CharField):
    """A cursor: the moment before which changes are shown."""

    def clean(self, value: Any) -> datetime | None:  # noqa: ANN401, Django's to name
        """Give the moment, or refuse what is none."""
        return moment_of(str(value)) if value else None


def moment_of(text: str) -> datetime:
    """Read microseconds since 1970, or raise ValidationError."""
    try:
        if not (text.isascii() and text.isdecimal() and len(text) <= 18):
            raise ValueError("no number")
        return from_microseconds(int(text))
    except ValueError as error:
        raise ValidationError(NO_SUCH_PAGE) from error


class RecordForm(StrictForm):
    """The history of a record: where the page begins."""

    before = Moment(required=False, widget=forms.HiddenInput)


class ArchiveForm(StrictForm):
    """The history of the archive: whose, of what, what was done, when."""

    who = OneOf(label="Who", required=False)
    what = OneOf(label="What", required=False)
    done = OneOf(label="What was done", required=False)
    before = Moment(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        days = {"from": "From the day", "to": "To the day"}
        for name, label in days.items():
            self.fields[name] = EDTFFormField(label=label, required=False)
        self._offer("who", _people())
        self._offer("what", [(table.name, table.sort) for table in tables()])
        self._offer("done", [(label, VERBS[label]) for label in LABELS])
        self.order_fields(["who", "what", "done", *days])

    def asked(self) -> Asked:
        """Give what is asked for, once that is understood."""
        kind, _, name = self.cleaned_data["who"].partition(":")
        table = table_named(self.cleaned_data["what"])
        done = self.cleaned_data["done"]
        first, last = _days(self.cleaned_data["from"], self.cleaned_data["to"])
        return Asked(
            tables=[table] if table else tables(),
            labels=[done] if done else LABELS,
            first=first,
            last=min(last, self.cleaned_data["before"] or LAST),
            whose=Whose(kind) if kind else None,
            name=name,
        )

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [ANY, *choices]


class ChangeForm(StrictForm):
    """One change: its context, or the moment of its transaction; and where the page begins."""

    context = forms.UUIDField(required=False)
    at = Moment(required=False)
    after = forms.CharField(required=False)

    def clean_after(self) -> At:
        """Read the place behind which the page begins."""
        written = self.cleaned_data["after"]
        if not written:
            return At()
        slot, _, rest = written.partition(".")
        at, _, number = rest.partition(".")
        if not all(
            part.isascii() and part.isdecimal() and len(part) < 18 for part in (slot, number)
        ):
            raise ValidationError(NO_SUCH_PAGE)
        if int(slot) >= len(slots()):
            raise ValidationError(NO_SUCH_PAGE)
        return At(int(slot), moment_of(at), int(number))

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        cleaned = super().clean()
        if not self.errors and bool(cleaned["context"]) == bool(cleaned["at"]):
            raise ValidationError("This address names no change.")
        return cleaned

    @property
    def context_key(self) -> UUID | None:
        """The context, where it has one."""
        key: UUID | None = self.cleaned_data["context"]
        return key


def _people() -> list[tuple[str, str]]:
    """Give everybody who may have changed something, and the ways without anybody."""
    users = get_user_model()._default_manager.order_by("username")
    people = [(f"{Whose.USER.value}:{user.pk}", name_of(user)) for user in users]
    with connection.cursor() as cursor:
        cursor.execute(COMMANDS)
        names = [name for (name,) in cursor.fetchall()]
    commands = [(f"{Whose.COMMAND.value}:{name}", f"command {name}") for name in names]
    return [*people, *commands, (Whose.DATABASE.value, HERE)]


def _days(first: ImpreciseDate | None, last: ImpreciseDate | None) -> tuple[datetime, datetime]:
    """Give the moments from which and before which changes lie in these days."""
    start = _midnight(first.earliest) if first else FIRST
    end = _midnight(last.latest, after=1) if last else LAST
    return start, end


def _midnight(day: date, after: int = 0) -> datetime:
    """Give the first moment of the day so many days after, as far as the archive has moments."""
    if not FIRST.date() < day < LAST.date():
        return FIRST if day <= FIRST.date() else LAST
    return timezone.make_aware(datetime.combine(day + timedelta(after), time()))
