"""What changed between two kept copies of a document, and a copy to take away."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

from reading.access import reading_page
from reading.paging import nothing_asked
from reading.strict import StrictForm
from statements.marking.asking import CopyField, wrong_in
from statements.marking.changing import changes
from statements.marking.copies import Kept, copies_of
from statements.models import Document, Snapshot
from statements.pages.records import record_at, record_page


class TwoCopiesForm(StrictForm):
    """`from` and `to`: two copies, the later one the latest where nothing is said."""

    def __init__(self, data: Any, copies: list[Kept]) -> None:  # noqa: ANN401, as forms take it
        super().__init__(data)
        self.copies = copies
        self.fields["from"] = CopyField(copies)
        self.fields["to"] = CopyField(copies)

    def _check_range(self, first: Any, last: Any) -> None:  # noqa: ANN401, copies here
        """Settle on two copies, of which the first is earlier."""
        later = last or self.copies[0]
        before = [one for one in self.copies if one.number < later.number]
        earlier = first or next(iter(before), None)
        if first and first.number >= later.number:
            self.add_error("to", "The copy to compare with has to be a later one.")
        self.pair = (earlier, later)


@reading_page
def document_changes(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show what changed between two copies."""
    found: Document = record_at(request, Document, public_id)
    copies = copies_of(found)
    context: dict[str, Any] = {"copies": copies, "template": "document-changes"}
    if not copies:
        return record_page(request, found, **context)
    form = TwoCopiesForm(request.GET, copies)
    if not form.is_valid():
        return record_page(request, found, problems=wrong_in(form), **context)
    before, after = form.pair
    changed = changes(found, before, after) if before else None
    return record_page(request, found, before=before, after=after, changed=changed, **context)


@reading_page
def copy_text(request: HttpRequest, public_id: str, number: int) -> HttpResponseBase:
    """Give the text of a copy as it is kept, byte for byte that of which the hash is."""
    document, snapshot = _to_take_away(request, public_id, number)
    text = Snapshot.objects.values_list("text", flat=True).get(pk=snapshot.pk)
    return _taken(document, text.encode(), "text/plain; charset=utf-8", f"{number}.txt")


@reading_page
def copy_original(request: HttpRequest, public_id: str, number: int) -> HttpResponseBase:
    """Give a copy as it was retrieved; as bytes, so that no browser runs what is in it."""
    document, snapshot = _to_take_away(request, public_id, number)
    original = Snapshot.objects.values_list("original", flat=True).get(pk=snapshot.pk)
    if original is None:
        raise Http404
    return _taken(document, bytes(original), "application/octet-stream", f"{number}.original")


def _to_take_away(request: HttpRequest, public_id: str, number: int) -> tuple[Document, Snapshot]:
    """Give the copy, if all of it may be shown; 404 else, and 400 where more is asked."""
    if problems := nothing_asked(request.GET):
        raise BadRequest(problems[0].message)
    found: Document = record_at(request, Document, public_id)
    copy = next((one for one in copies_of(found) if one.number == number), None)
    if not copy or not found.shows_whole_copy:
        raise Http404
    return found, copy.snapshot


def _taken(document: Document, content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{document.public_id}-{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    if not document.is_public:
        patch_cache_control(response, no_store=True)
    return response
