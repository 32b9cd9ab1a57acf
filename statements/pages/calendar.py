"""The calendar: a month and a year of calls, meetings and other exchanges, held and to come."""

from __future__ import annotations

from calendar import day_name
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from reading.access import reading_page
from reading.addresses import moved_to
from reading.titles import title_of
from statements.filters.contacts import Asked, CalendarFilters
from statements.pages.months import month_of
from statements.pages.ways import Way, month_way, nearest, year_way
from statements.pages.years import year_of
from statements.postings.calendar import first_of, last_of, month_number

UNKNOWN = "The calendar has the months of the years 1 to 9999."


@reading_page
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the month of today."""
    return _month_page(request, month_number(timezone.localdate()))


@reading_page
def calendar_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month; `2022/02` leads to `2022/2`."""
    if not (date.min.year <= year <= date.max.year and 1 <= month <= 12):
        raise Http404(UNKNOWN)
    address = reverse("calendar-month", args=[year, month])
    if request.path != address:
        return moved_to(address, request)
    return _month_page(request, month_number(date(year, month, 1)))


@reading_page
def calendar_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year; `0988` leads to `988`."""
    if not date.min.year <= year <= date.max.year:
        raise Http404(UNKNOWN)
    address = reverse("calendar-year", args=[year])
    if request.path != address:
        return moved_to(address, request)
    filters, (first, last) = CalendarFilters(request.GET), (date(year, 1, 1), date(year, 12, 31))
    asked = _asked(filters, first, last)
    context = _around(filters, asked, first, last)
    context |= {"before": year_way(year - 1, asked.chosen), "number": year}
    context |= {"after": year_way(year + 1, asked.chosen)}
    if not asked.problems:
        context["year"] = year_of(filters.index, filters.ids, year, asked.chosen)
    return render(request, "statements/calendar/year.html", context)


def _month_page(request: HttpRequest, month: int) -> HttpResponse:
    filters, (first, last) = CalendarFilters(request.GET), (first_of(month), last_of(month))
    asked = _asked(filters, first, last)
    context = _around(filters, asked, first, last)
    context |= {"before": month_way(month - 1, asked.chosen)}
    context |= {"after": month_way(month + 1, asked.chosen)}
    context["whole_year"] = year_way(first.year, asked.chosen)
    if not asked.problems:
        today = timezone.localdate()
        context["month"] = month_of(filters.index, filters.ids, month, asked.chosen, today)
    return render(request, "statements/calendar/month.html", context)


def _asked(filters: CalendarFilters, first: date, last: date) -> Asked:
    return filters.asked(filters.index.calendar.within(first, last))


def _around(filters: CalendarFilters, asked: Asked, first: date, last: date) -> dict[str, object]:
    """Give what every page of the calendar has around its days."""
    context: dict[str, object] = {"asked": asked, "title": title_of(asked.chips)}
    context |= {"first": first, "weekdays": day_name}
    if asked.problems:
        return context
    days, ids = filters.index.calendar, filters.ids
    near = nearest(days, ids, first, last)
    context["nearest"] = [(day < first, month_way(month_number(day), asked.chosen)) for day in near]
    context["jumps"] = _jumps(filters, asked)
    return context


def _jumps(filters: CalendarFilters, asked: Asked) -> list[tuple[str, Way | None]]:
    """Give the ways to the first and the latest month that has anything, and to that of today."""
    today = ("Today", month_way(month_number(timezone.localdate()), asked.chosen))
    ends = filters.index.calendar.first_and_last_month(filters.ids)
    if ends is None:
        return [today]
    first, latest = (month_way(month, asked.chosen) for month in ends)
    return [("First", first), ("Latest", latest), today]
