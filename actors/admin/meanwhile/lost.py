"""A form that cannot be saved any more: the record is deleted, or is not the editor's to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.admin import ModelAdmin
from django.db import models
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from actors.admin.meanwhile.report import Met, Report
from actors.admin.meanwhile.typed import typed
from actors.chronicle.authors import Author, authors
from actors.chronicle.tables import table_of

GONE: Final = 409
"""The status of a request that conflicts with what is there."""


@dataclass(frozen=True)
class Last:
    """The last thing that was done to a record."""

    author: Author
    at: Any
    is_deletion: bool


def lost_page(
    admin: ModelAdmin[Any], request: HttpRequest, key: int, record: models.Model | None
) -> HttpResponse | None:
    """Say who took the record away, with all that was typed; nothing where it never was there."""
    last = _last(admin.model, key)
    if last is None or (record is None and not last.is_deletion):
        return None
    if not admin.has_change_permission(request):
        return None
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": "Not saved: deleted meanwhile" if record is None else "Not saved",
        "original": record,
        "key": key,
        "last": last,
        "who": last.author.called(request.user.pk),
        "typed": list(_typed(admin, request)),
    }
    return TemplateResponse(request, "admin/meanwhile/lost.html", context, status=GONE)


def _last(model: type[models.Model], key: int) -> Last | None:
    table = table_of(model)
    if table is None:
        return None
    newest = table.events._default_manager.filter(pgh_obj_id=key).order_by("-pgh_id")
    event = newest.values("pgh_label", "pgh_created_at", "pgh_context_id").first()
    if event is None:
        return None
    context = event["pgh_context_id"]
    author = authors([context])[context]
    return Last(author, event["pgh_created_at"], event["pgh_label"] == "delete")


def _typed(admin: ModelAdmin[Any], request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each field that holds anything.

    As of a new record: a form of this one would have nothing that can be changed.
    """
    blank = admin.model()
    form = admin.get_form(request, None, change=True)(request.POST, instance=blank)
    formsets, _ = admin._create_formsets(request, blank, change=True)  # type: ignore[attr-defined]
    forms = [form, *(one for formset in formsets for one in formset.forms)]
    met = [one for each in forms for one in _fields(each, request)]
    told, _ = Report(met=met).in_words()
    for one in told:
        text = "".join(piece.text for piece in one.mine)
        if text:
            yield one.label, text


def _fields(form: BaseForm, request: HttpRequest) -> Iterator[Met]:
    opts = form._meta.model._meta  # type: ignore[attr-defined]  # a form of a model
    known = {field.name: field for field in (*opts.concrete_fields, *opts.many_to_many)}
    for name, field in form.fields.items():
        if not field.widget.is_hidden:
            mine = typed(request.POST, form.add_prefix(name), field)
            column = known.get(name) or models.TextField()
            yield Met(name, column, field, None, None, mine)
