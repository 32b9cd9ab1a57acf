"""Where a statement's words stand in the kept copy of its document, found when it is saved."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from statements.anchoring import Copy
from statements.models import Document, Snapshot, Statement
from statements.places import Place

# Statements that one message names.
MOST_NAMED = 10


class Kept:
    """The latest copy of a document, in which any number of texts are looked for.

    What a source says no longer is found in the copies before: it did stand there.
    """

    def __init__(self, document: Document) -> None:
        self.snapshot = document.snapshots.first() if document.pk else None
        self.copy = Copy(self.snapshot.text) if self.snapshot else None

    def find(self, text: str) -> Place | None:
        """Give the place of a text, in the latest copy that has it; None where none has it."""
        if not (self.snapshot and self.copy):
            return None
        span = self.copy.find(text)
        return Place(self.snapshot, *span) if span else self._find_earlier(text, self.snapshot)

    def _find_earlier(self, text: str, latest: Snapshot) -> Place | None:
        copies = Snapshot.objects.filter(document=latest.document_id).exclude(pk=latest.pk)
        for snapshot in copies.defer("original").iterator(chunk_size=1):
            if span := Copy(snapshot.text).find(text):
                return Place(snapshot, *span)
        return None


def not_found(statements: Sequence[Statement]) -> SafeString:
    """Say of statements of one document that were saved unverified why they are, with links."""
    if not statements[0].document.snapshots.exists():
        page = reverse("admin:statements_document_change", args=[statements[0].document_id])
        said = 'No copy of the document is kept: <a href="{}#id_source_text">paste its text</a>.'
        return format_html(said, page)
    lines = format_html_join(
        "; ", '<a href="{}#in-the-source">{}</a>', map(_linked, statements[:MOST_NAMED])
    )
    more = f" and {len(statements) - MOST_NAMED} more" if len(statements) > MOST_NAMED else ""
    said = "Not found in the kept copy of the document, and unverified: {}{}. {}"
    return format_html(said, lines, more, "The closest passage stands on the statement’s page.")


def _linked(statement: Statement) -> tuple[str, str]:
    page = reverse("admin:statements_statement_change", args=[statement.pk])
    return page, f"“{statement}”" if statement.text else "(without words)"
