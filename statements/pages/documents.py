"""The list of sources, and a source."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reading.access import reading_page
from reading.cursors import Order, a_position
from reading.listing import listing_of
from reading.paging import page_at
from statements.filters import DocumentFilters
from statements.models import Document

# Passages as they stand in the document; those that were not found in it come last.
AS_WRITTEN = Order("as-written", "As written", "anchor_start", a_position)
PASSAGES = 100


@reading_page
def document_list(request: HttpRequest) -> HttpResponse:
    """Show the documents that the filters leave."""
    listing = listing_of(DocumentFilters(request.GET, Document.objects.public()))
    return render(request, "statements/document-list.html", {"listing": listing})


@reading_page
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show where a document comes from, and its statements in its own order."""
    visible = Document.objects.visible_to(request.user).for_page()
    found = get_object_or_404(visible, public_id=public_id)
    passages = found.statements.public().for_list()
    context = {"document": found, "at": page_at(request.GET, passages, AS_WRITTEN, PASSAGES)}
    return render(request, "statements/document.html", context)
