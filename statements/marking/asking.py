"""What an address asks for of a document: a copy, a part of it, the place of a statement."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from reading.cursors import Order, a_position
from reading.paging import CursorForm
from reading.problems import Problem, offer_first, problems_of, refused
from reading.queries import AFTER, BEFORE
from reading.strict import NO_SUCH_PAGE
from statements.marking.copies import Kept, copy_named
from statements.marking.parts import parts_in
from statements.models import Document, Statement

AS_WRITTEN = Order("as-written", "As written", "anchor_start", a_position)
"""Statements as they stand in a copy; those that stand in none come last."""

# In characters.
LONGEST_PART = 6
LONGEST_ID = 12


class CopyField(forms.CharField):
    """One of the copies: by its number, 1 for the oldest, or the last one of a day."""

    def __init__(self, copies: Sequence[Kept]) -> None:
        super().__init__(required=False)
        self.copies = copies

    def clean(self, value: str) -> Kept | None:
        """Give the copy; None where none is asked for."""
        given = super().clean(value)
        found = copy_named(self.copies, given) if given else None
        if given and not found:
            message = "“%(value)s” is neither the number nor the day of a copy that is kept."
            raise _mendable(message, given, "Leave it out", {"copy": []})
        return found


class AskedForm(CursorForm):
    """`copy`, `part`, `said`, and a cursor among the statements. Of quotations there is no part."""

    part = forms.CharField(required=False)
    said = forms.CharField(required=False)

    def __init__(self, data: QueryDict, document: Document, copies: Sequence[Kept]) -> None:
        super().__init__(data, AS_WRITTEN)
        self.document, self.copies = document, copies
        self.fields["copy"] = CopyField(copies)
        if not document.shows_whole_copy:
            del self.fields["part"]

    def clean_said(self) -> Statement | None:
        """Give the statement whose place is asked for."""
        given = self.cleaned_data["said"]
        if not given:
            return None
        public = self.document.statements.public().in_their_source()
        found: Statement | None = (
            public.filter(public_id=given).first() if len(given) <= LONGEST_ID else None
        )
        if not found:
            message = "“%(value)s” is no statement of this document."
            raise _mendable(message, given, "Show the document", {"said": []})
        return found

    def clean(self) -> dict[str, Any]:
        """Settle on a copy, and see that it has the part."""
        cleaned = super().clean()
        start = cleaned.get("start")
        if start and start.place and start.place.value is None:
            self.add_error(BEFORE if start.backwards else AFTER, NO_SUCH_PAGE)
        cleaned["copy"] = cleaned.get("copy") or self._copy_of(cleaned.get("said"))
        if cleaned.get("part"):
            self._find_part(cleaned["part"], cleaned["copy"])
        return cleaned

    def _copy_of(self, said: Statement | None) -> Kept | None:
        """Give the copy in which the statement stands, else the latest."""
        standing = [one for one in self.copies if said and one.snapshot.pk == said.snapshot_id]
        return next(iter([*standing, *self.copies]), None)

    def _find_part(self, given: str, copy: Kept | None) -> None:
        parts = parts_in(copy.snapshot.length) if copy else 0
        number = (
            int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_PART else 0
        )
        if 1 <= number <= parts:
            self.cleaned_data["part"] = number
            return
        message = f"“%(value)s” is no part of this copy, which has {parts}."
        self.add_error("part", _mendable(message, given, "Show the first part", {"part": []}))


def wrong_in(form: forms.Form) -> list[Problem]:
    """Give what is wrong; the page has no fields to lead to, but for the cursor of its list."""
    return [one if one.name == AFTER else replace(one, name="") for one in problems_of(form)]


def _mendable(
    message: str, value: str, label: str, changes: Mapping[str, Sequence[str]]
) -> ValidationError:
    """Refuse a value, with a way to the page without it."""
    error = refused(message, value)
    offer_first(error, label, changes)
    return error
