"""What a browser would send for a form of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.forms import BaseForm
from django.test import Client

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

Sent = dict[str, object]


def shown(page: Page) -> Sent:
    """Give what the form on a page holds, as the browser sends it back when nothing is typed."""
    sent = _values(page.context["adminform"].form)
    if note := page.context.get("seen_note"):
        sent["_seen"] = note
    for inline in page.context["inline_admin_formsets"]:
        for form in (inline.formset.management_form, *inline.formset.forms):
            sent |= _values(form)
    return sent


def _values(form: BaseForm) -> Sent:
    values = {field.html_name: _sent(field.field, field.value()) for field in form}
    return {name: value for name, value in values.items() if value not in (None, [])}


def _sent(field: forms.Field, value: object) -> object:
    """Give what the browser sends of a field; None where it sends nothing, as of an empty box."""
    if isinstance(value, bool):
        return "on" if value else None
    if isinstance(field, forms.ModelMultipleChoiceField):
        return value
    if isinstance(value, list):
        return ",".join(value)
    return None if value is None else str(value)


def send(client: Client, address: str, **typed: object) -> Page:
    """Open a form, type into its fields, and save."""
    page = client.get(address)
    assert page.status_code == 200, page
    answer = client.post(address, {**shown(page), **typed})
    assert answer.status_code in (200, 302), answer
    return answer


def errors(page: Page) -> str:
    """Give all that the page complains of, as text."""
    return "\n".join(str(one) for one in page.context["errors"]) if page.context else ""
