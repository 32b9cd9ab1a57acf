"""The kept copies of a document, on its page."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from actors.admin.parts import DeskTable
from statements.models import Document, Snapshot
from statements.models.snapshot import Sha256


class SnapshotsInline(DeskTable):
    """What the document said when; a copy is made by pasting the text, and never changed."""

    model = Snapshot
    fields = ("retrieved_at", "copy", "compared", "length", "sha256")
    readonly_fields = fields
    can_delete = False
    verbose_name_plural = "kept copies"

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Leave it to the field for the text."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes a copy."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave the texts to the pages of the copies, and tell of each what failed."""
        copies = super().get_queryset(request).defer("text", "original")
        return copies.select_related("failed_check")

    @admin.display(description="compared with its seal")
    def compared(self, snapshot: Snapshot) -> str:
        """Say what the last run of `verify_quotes` found wrong with the copy."""
        failed = getattr(snapshot, "failed_check", None)
        return f"Failed: {failed.get_reason_display()}" if failed else "Nothing failed"

    @admin.display(description="text")
    def copy(self, snapshot: Snapshot) -> SafeString | str:
        """Lead to the page with the text, and what changed in it; a row made up has none."""
        if snapshot._state.adding:
            return ""
        address = copy_address(snapshot.document_id, snapshot.pk)
        return format_html('<a href="{}">Text and changes</a>', address)


def copy_address(document: int, copy: int) -> str:
    """Give the page of a copy at the desk."""
    return reverse("admin:statements_document_copy", args=[document, copy])


def keep(document: Document, text: str) -> bool:
    """Keep a copy of the document's text; tell whether it is a new one."""
    if document.snapshots.filter(sha256=Sha256(Value(text))).exists():
        return False
    Snapshot.objects.create(document=document, text=text)
    return True


def told_again(document: Document, text: str) -> str:
    """Say that a text is kept already, and whether another one was kept after it."""
    said = "The archive keeps this text of the document already."
    latest = document.snapshots.defer("text", "original").first()
    same = document.snapshots.filter(sha256=Sha256(Value(text))).values_list("pk", flat=True)
    if latest is None or latest.pk in same:
        return said
    return f"{said} The {latest} came after it, and stays the latest."
