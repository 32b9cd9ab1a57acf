"""Where the history of what is told of a row is read."""

from django import template
from django.contrib import admin
from django.urls import reverse

from actors.chronicle.entries import Entry

register = template.Library()


@register.filter
def history_address(entry: Entry) -> str:
    """Give the page of the history of the record, or of that to which a part belongs."""
    if address := _address(entry.table.model, entry.key):
        return address
    owners = entry.table.owners.items()
    keys = ((owner, entry.row.get(column)) for owner, columns in owners for column in columns)
    return next((found for owner, key in keys if key and (found := _address(owner, key))), "")


def _address(model: type, key: object) -> str:
    if not admin.site.is_registered(model):
        return ""
    opts = model._meta  # type: ignore[attr-defined]  # a model
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[key])
