"""What the pages of statements, exchanges and documents share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control

from statements.models.editorial import EditorialRecord
from statements.querysets.editorial import EditorialQuerySet


def record_at(request: HttpRequest, records: EditorialQuerySet, public_id: str) -> Any:  # noqa: ANN401, of the queryset's model
    """Give the record at an address as its page shows it, or 404 to whom it is not open."""
    visible: Any = records.visible_to(request.user)
    return get_object_or_404(visible.for_page(), public_id=public_id)


def record_page(
    request: HttpRequest, template: str, record: EditorialRecord, context: dict[str, Any]
) -> HttpResponse:
    """Show a record; what is not public is kept nowhere."""
    name = template.removeprefix("statements/").removesuffix(".html")
    response = render(request, template, {name: record, **context})
    if not record.is_public:
        patch_cache_control(response, no_store=True)
    return response
