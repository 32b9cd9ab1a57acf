"""The history of one record, in place of the admin's log of its own forms."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from actors.admin.history.asking import RecordForm
from actors.chronicle.asking import LAST
from actors.chronicle.beginnings import beginnings
from actors.chronicle.changes import Changes, of
from actors.chronicle.tables import Table, table_of
from actors.chronicle.versions import rows_now
from reading.problems import problems_of

PAGE_SIZE: Final = 25
TEMPLATE: Final = "admin/history/record.html"


class HistoryAdmin(admin.ModelAdmin):
    """Pages whose history is read from what triggers wrote, deleted records' too."""

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what happened to the record and its parts, the newest first."""
        table = table_of(self.model)
        if table is None:
            return super().history_view(request, object_id, extra_context)
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        key = _key(table, unquote(object_id))
        form = RecordForm(request.GET)
        found = of(self.model, key, _before(form), PAGE_SIZE) if key and form.is_valid() else None
        if not key or (found and not found.changes and not rows_now(table, [key])):
            return self._get_obj_does_not_exist_redirect(  # type: ignore[attr-defined]
                request, self.opts, object_id
            )
        more = {"problems": problems_of(form), **(extra_context or {})}
        return self._history(request, key, found or Changes([]), more)

    def _history(
        self, request: HttpRequest, key: int, found: Changes, more: dict[str, Any]
    ) -> TemplateResponse:
        record = self.model._base_manager.filter(pk=key).first()
        is_last = found.older is None and not more["problems"]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "History",
            "subtitle": str(record) if record else "a record that is deleted",
            "original": record,
            "key": key,
            "found": found,
            "came": beginnings(self.model, key) if is_last else [],
            **more,
        }
        return TemplateResponse(request, TEMPLATE, context)


def _key(table: Table, text: str) -> int | None:
    """Read a key as an address writes it; None where it is none."""
    field = table.model._meta.pk
    try:
        key: int = field.to_python(text)
        field.run_validators(key)
    except ValidationError:
        return None
    return key


def _before(form: RecordForm) -> Any:  # noqa: ANN401, a moment
    return (form.is_valid() and form.cleaned_data["before"]) or LAST
