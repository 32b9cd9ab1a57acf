"""What a browser would send for a form of the desk."""

from typing import Any

from django.http import HttpResponse
from django.test import Client


def shown(page: HttpResponse) -> dict[str, str]:
    """Give what the form on a page holds, as the browser sends it back when nothing is typed."""
    form = page.context["adminform"].form
    sent = _values(form)
    for inline in page.context["inline_admin_formsets"]:
        for one in (inline.formset.management_form, *inline.formset.forms):
            sent |= _values(one)
    return sent


def _values(form: Any) -> dict[str, Any]:
    sent = {}
    for field in form:
        value = field.value()
        if value is None or value is False or value == []:
            continue
        if isinstance(value, list):
            value = [str(one) for one in value]
        subwidgets = getattr(field.field.widget, "widgets", None)
        if subwidgets:
            for at, part in enumerate(field.field.widget.decompress(value)):
                sent[f"{field.html_name}_{at}"] = "" if part is None else str(part)
        elif isinstance(value, list):
            sent[field.html_name] = (
                ", ".join(value) if not hasattr(field.field, "queryset") else value
            )
        else:
            sent[field.html_name] = "on" if value is True else str(value)
    return sent


def send(client: Client, address: str, **typed: Any) -> HttpResponse:
    """Open a form, type into its fields, and save."""
    page = client.get(address)
    assert page.status_code == 200, page
    answer = client.post(address, {**shown(page), **typed})
    assert answer.status_code in (200, 302), answer
    return answer


def errors(page: HttpResponse) -> str:
    """Give all that the page complains of, as text."""
    return "\n".join(str(one) for one in page.context["errors"]) if page.context else ""
