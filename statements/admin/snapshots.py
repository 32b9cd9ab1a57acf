"""The kept copies of a document, on its page."""

from django.contrib import admin
from django.db.models import Model, Value
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from actors.admin.parts import DeskTable
from statements.models import Document, Snapshot
from statements.models.snapshot import Sha256


class SnapshotsInline(DeskTable):
    """What the document said when; a copy is made by pasting the text, and never changed."""

    model = Snapshot
    fields = ("retrieved_at", "length", "sha256", "copy")
    readonly_fields = fields
    can_delete = False
    verbose_name_plural = "kept copies"

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Leave it to the field for the text."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes a copy."""
        return False

    @admin.display(description="text")
    def copy(self, snapshot: Snapshot) -> SafeString:
        """Give the text, folded away."""
        shown = '<details class="copy"><summary>Show</summary><pre>{}</pre></details>'
        return format_html(shown, snapshot.text)


def keep(document: Document, text: str) -> bool:
    """Keep a copy of the document's text; tell whether it is a new one."""
    if document.snapshots.filter(sha256=Sha256(Value(text))).exists():
        return False
    Snapshot.objects.create(document=document, text=text)
    return True
