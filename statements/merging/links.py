"""Where what stands against a merge can be looked at and mended."""

from urllib.parse import urlencode

from django.db import models
from django.urls import reverse


def change_page(record: models.Model) -> str:
    """Give the address of a record's page at the desk."""
    name = f"admin:{record._meta.label_lower.replace('.', '_')}_change"
    return reverse(name, args=[record.pk])


def merge_page(model: type[models.Model], kept: int, gone: int) -> str:
    """Give the address of the page on which two records of a model are merged."""
    name = f"admin:{model._meta.label_lower.replace('.', '_')}_merge"
    return f"{reverse(name)}?{urlencode({'kept': kept, 'gone': gone})}"
