"""`{% load dates %}`: imprecise dates in a page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dates.edtf import ImpreciseDate, Precision, for_people

register = template.Library()

# How much of YYYY-MM-DD a machine may be told, in characters.
MACHINE_READABLE = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@register.filter
def edtf_date(value: ImpreciseDate | None) -> SafeString | str:
    """Give the date in words, with its EDTF as the title; nothing where there is no date.

    A day, a month or a year is a `time` element. HTML has no machine-readable form of a season, a
    decade, a century or an interval, and a `time` must have one: these are a `span`.
    """
    if not value:
        return ""
    length = MACHINE_READABLE.get(value.precision)
    if length is None:
        return format_html('<span title="{}">{}</span>', value.text, for_people(value))
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        value.earliest.isoformat()[:length],
        value.text,
        for_people(value),
    )


@register.filter
def weekday(value: ImpreciseDate | None) -> str:
    """Name the day of the week of a date that is surely one day, else nothing."""
    if not value or value.earliest != value.latest or value.uncertain or value.approximate:
        return ""
    return DAYS[value.earliest.weekday()]
