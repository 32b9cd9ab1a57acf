"""The list of sources, and a source."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reading.access import reading_page
from reading.cursors import CursorError, Order, Page, a_position, page_of
from reading.listing import listing_of
from reading.queries import CURSOR
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
    cursor = request.GET.get(CURSOR, "")
    context = {"document": found, "page": _passages(found, cursor), "continued": bool(cursor)}
    return render(request, "statements/document.html", context)


def _passages(document: Document, cursor: str) -> Page:
    try:
        after = AS_WRITTEN.place(cursor) if cursor else None
    except CursorError as error:
        raise Http404("This page of the document is not to be found.") from error
    return page_of(document.statements.public().for_list(), AS_WRITTEN, after, PASSAGES)
