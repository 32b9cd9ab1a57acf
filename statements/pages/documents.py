"""The list of sources, and a source."""

from django.http import HttpRequest, HttpResponse

from reading.access import reading_page
from reading.cursors import Order, a_position
from reading.paging import page_at
from statements.filters import DocumentFilters
from statements.models import Document
from statements.pages.records import list_page, record_at, record_page

# Passages as they stand in the document; those that were not found in it come last.
AS_WRITTEN = Order("as-written", "As written", "anchor_start", a_position)
PASSAGES = 100


@reading_page
def document_list(request: HttpRequest) -> HttpResponse:
    """Show the documents that the filters leave."""
    return list_page(request, DocumentFilters, Document)


@reading_page
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show where a document comes from, and its statements in its own order."""
    found: Document = record_at(request, Document, public_id)
    passages = found.statements.public().for_list()
    return record_page(request, found, at=page_at(request.GET, passages, AS_WRITTEN, PASSAGES))
