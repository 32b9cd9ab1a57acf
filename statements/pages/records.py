"""What the pages of statements, exchanges and documents share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control

from reading.lists import list_response
from reading.strict import StrictFilterSet
from statements.models.editorial import EditorialRecord


def list_page(
    request: HttpRequest, filters: type[StrictFilterSet], model: type[EditorialRecord]
) -> HttpResponse:
    """Show the public records that the filters leave."""
    filterset = filters(request.GET, _records(model).public())
    filterset.may_count_later = _counts_later(request)
    return list_response(request, f"statements/{_name(model)}", filterset)


def record_at(request: HttpRequest, model: type[EditorialRecord], public_id: str) -> Any:  # noqa: ANN401, of the model
    """Give the record at an address as its page shows it, or 404 to whom it is not open."""
    visible = _records(model).visible_to(request.user).for_page()
    return get_object_or_404(visible, public_id=public_id)


def record_page(
    request: HttpRequest, record: EditorialRecord, template: str = "", **more: Any
) -> HttpResponse:
    """Show a record by its template, or another; one that is not public is kept nowhere."""
    name = _name(type(record))
    response = render(request, f"statements/{template or name}.html", {name: record, **more})
    if not record.is_public:
        patch_cache_control(response, no_store=True)
    return response


def _counts_later(request: HttpRequest) -> bool:
    """Tell whether a script asks, which asks again for the whole page when it has the rows."""
    return "HX-Request" in request.headers and "Verbatim-Whole" not in request.headers


def _records(model: type[EditorialRecord]) -> Any:  # noqa: ANN401, each model has its own
    return model._default_manager.all()


def _name(model: type[EditorialRecord]) -> str:
    return str(model._meta.model_name)
