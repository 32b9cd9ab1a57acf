"""The statements of an exchange or document, as links on its page."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from statements.models import Document, Exchange, Statement

SHOWN = 20


def statements_listed(record: Document | Exchange, field: str) -> SafeString | str:
    """Give the first statements of a record as links, with a way to all and to add one.

    `field` is what the record is to a statement. A transcript has hundreds: each is changed on
    its own page.
    """
    if record._state.adding:
        return "They can be added once this is saved."
    found = list(record.statements.order_by("pk")[: SHOWN + 1])
    lines = format_html_join(
        "",
        '<li><a href="{}">{}</a> — {}, {}</li>',
        ((_change(one.pk), one, one.speaker_as_printed, _status(one)) for one in found[:SHOWN]),
    )
    return format_html(
        '<ul class="listed">{}</ul><p>{}</p>', lines, _ways_on(field, record.pk, found)
    )


def _status(statement: Statement) -> str:
    return statement.get_editorial_status_display()


def _change(key: int) -> str:
    return reverse("admin:statements_statement_change", args=[key])


def _ways_on(field: str, key: int, found: Sequence[Statement]) -> SafeString:
    every = reverse("admin:statements_statement_changelist")
    add = reverse("admin:statements_statement_add")
    link = format_html('<a href="{}?{}">Add a statement</a>', add, urlencode({field: key}))
    if len(found) <= SHOWN:
        return link
    return format_html(
        '<a href="{}?{}">All statements</a> · {}', every, urlencode({field: key}), link
    )
