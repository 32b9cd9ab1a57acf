"""The list of sources, and a source with its statements marked in a kept copy of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from reading.access import reading_page
from reading.paging import page_at
from statements.filters import DocumentFilters
from statements.marking.asking import AS_WRITTEN, AskedForm, wrong_in
from statements.marking.copies import Kept, copies_of
from statements.marking.showing import Showing, Wanted, quotations, whole_copy
from statements.models import Document, Readout
from statements.pages.records import list_page, record_at, record_page

# Statements that stand in no copy: beside the copy, and on a page of their own.
APART = 20
PASSAGES = 50


@reading_page
def document_list(request: HttpRequest) -> HttpResponse:
    """Show the documents that the filters leave."""
    return list_page(request, DocumentFilters, Document)


@reading_page
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a document: its copy with the statements marked, or only what is quoted from it."""
    found: Document = record_at(request, Document, public_id)
    return record_page(request, found, accounts=_accounts(found), **_content(request, found))


@reading_page
def document_apart(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show the statements of a document that do not stand in its latest copy."""
    found: Document = record_at(request, Document, public_id)
    copies = copies_of(found)
    rows = found.statements.public().in_their_source()
    if copies:
        rows = rows.exclude(snapshot=copies[0].snapshot)
    at = page_at(request.GET, rows, AS_WRITTEN, PASSAGES)
    return record_page(request, found, template="document-apart", at=at)


def _accounts(found: Document) -> list[Readout]:
    """Give of what exchanges it is an account, as far as readers may see them."""
    # The exchange of one that is not public was not fetched.
    return [one for one in found.readouts.all() if getattr(one, "exchange", None)]


def _content(request: HttpRequest, found: Document) -> dict[str, Any]:
    """Give the copies, and what is shown of the one that is asked for, or what is wrong."""
    copies = copies_of(found)
    if not copies:
        return {"copies": [], "at": _all_passages(request, found)}
    form = AskedForm(request.GET, found, copies)
    if not form.is_valid():
        return {"copies": copies, "problems": wrong_in(form)}
    shown = _showing(found, form.cleaned_data)
    return {"copies": copies, "shown": shown, **_apart(found, shown)}


def _showing(found: Document, asked: dict[str, Any]) -> Showing:
    wanted = Wanted(asked.get("part") or 0, asked["said"], asked["start"])
    show = whole_copy if found.shows_whole_copy else quotations
    copy: Kept = asked["copy"]
    return show(copy, found.statements.public(), wanted)


def _all_passages(request: HttpRequest, found: Document) -> Any:  # noqa: ANN401, a page of them
    return page_at(request.GET, found.statements.public().in_their_source(), AS_WRITTEN, PASSAGES)


def _apart(found: Document, shown: Showing) -> dict[str, Any]:
    """Give the first statements that do not stand in the copy, and how many there are."""
    number = found.said - shown.in_copy  # type: ignore[attr-defined]  # annotated
    if not number or not shown.is_end:
        return {"apart": [], "apart_in_all": 0}
    rows = found.statements.public().exclude(pk__in=shown.placed).in_their_source()
    return {"apart": rows.in_document_order()[:APART], "apart_in_all": number}
