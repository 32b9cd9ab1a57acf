"""The queue of exchanges that miss a side's readout, where “none found” is recorded."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from actors.admin.attempts import attempt
from statements.admin.front.happened import asked_about, may_change
from statements.admin.front.queue import FIRST, NEWEST, Found, PagedQueue, Refused, first_of
from statements.admin.rights import may_publish
from statements.models import Exchange, Readout
from statements.querysets.editorial import PUBLIC
from statements.sides import Side, missing_sides

READERS = {"": "any", "no": "drafts and in review", "yes": "that readers see"}
FIRST_YEAR, LAST_YEAR = 1, 9999


class NoneFoundForm(forms.Form):
    """Whose readout was looked for, and on which day."""

    side = forms.TypedChoiceField(
        label="Whose readout",
        coerce=int,
        error_messages={"invalid_choice": "Of this side a readout is not missing any more."},
    )
    none_found_on = forms.DateField(
        label="Looked for on",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the day as 2022-02-21."},
    )

    def __init__(
        self, exchange: Exchange, sides: Iterable[Side], at: str, data: QueryDict | None = None
    ) -> None:
        """Offer those whose readout may be missing; `at` tells the forms of a page apart."""
        today = timezone.localdate()
        super().__init__(data, auto_id=f"{at}_%s", initial={"none_found_on": today})
        self.exchange, self.today = exchange, today
        offered = [actor for side in sides for actor in side.actors]
        self.fields["side"].choices = offered  # type: ignore[attr-defined]

    def clean_none_found_on(self) -> datetime.date:
        """Take a day between the exchange and today."""
        day: datetime.date = self.cleaned_data["none_found_on"]
        if day > self.today:
            raise ValidationError("That day is still to come.")
        if self.exchange.date and day < self.exchange.date.earliest:
            raise ValidationError("That is before the exchange took place.")
        return day


class SidesFilter(forms.Form):
    """What narrows the page."""

    readers = forms.ChoiceField(label="Exchanges", choices=list(READERS.items()), required=False)
    year = forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)


@dataclass(frozen=True)
class Missing:
    """An exchange, its sides without a readout each with a form, and whether they may be filled."""

    exchange: Exchange
    sides: list[tuple[Side, NoneFoundForm]]
    may_change: bool


class Sides(PagedQueue):
    """Exchanges that were held, of which one side's readout is not there: the newest first.

    Those that the person cannot change come last.
    """

    slug = "sides"
    heading = "A side’s readout is missing"
    about = "Held exchanges of which one side’s account is not there, the newest first."
    empty = "Of every exchange that was held, each side’s readout is there or was looked for."
    permissions = ("statements.change_exchange", "statements.add_readout")
    filters = SidesFilter

    def found(self, request: HttpRequest, start: int = 0, most: int = FIRST) -> Found:
        """Give the newest."""
        return self.narrowed(request, start, most, {})

    def narrowed(self, request: HttpRequest, start: int, most: int, by: dict[str, Any]) -> Found:
        """Give the newest, of a year or of those that readers see or do not."""
        rows = _narrowed(Exchange.objects.missing_a_side(), by)
        shown = Exchange.objects.defer("search")
        found = first_of(rows.order_by(*_order(request)), shown, start, most)
        sides = missing_sides(exchange.pk for exchange in found.rows) if found.rows else {}
        marked = [_missing(request, one, sides.get(one.pk, [])) for one in found.rows]
        return Found(marked, found.number)

    @transaction.atomic
    def act(self, request: HttpRequest) -> Refused | None:
        """Note that a side's readout was looked for and not found."""
        exchange = asked_about(request)
        sides = missing_sides([exchange.pk]).get(exchange.pk, [])
        form = NoneFoundForm(exchange, sides, "refused", request.POST)
        if form.is_valid():
            refusal, _ = attempt(lambda: _note(request, form))
            if refusal is None:
                return None
            form.add_error(None, refusal)
        return Refused(Missing(exchange, [(_chosen(form, sides), form)], may_change=True))


def _narrowed(rows: QuerySet[Exchange], by: dict[str, Any]) -> QuerySet[Exchange]:
    """Keep the exchanges of the year, and those that readers see or do not."""
    if by.get("readers"):
        seen = Q(editorial_status__in=PUBLIC)
        rows = rows.filter(seen if by["readers"] == "yes" else ~seen)
    if year := by.get("year"):
        rows = rows.filter(date_earliest__year__lte=year, date_latest__year__gte=year)
    return rows


def _order(request: HttpRequest) -> tuple[Any, ...]:
    """Put the newest first, and what the person can change before the rest."""
    if may_publish(request):
        return NEWEST
    seen = When(editorial_status__in=PUBLIC, then=Value(1))
    return Case(seen, default=Value(0), output_field=IntegerField()), *NEWEST


def _missing(request: HttpRequest, exchange: Exchange, sides: list[Side]) -> Missing:
    forms = [
        (side, NoneFoundForm(exchange, [side], f"none_{exchange.pk}_{at}"))
        for at, side in enumerate(sides)
    ]
    return Missing(exchange, forms, may_change(request, exchange))


def _chosen(form: NoneFoundForm, sides: list[Side]) -> Side:
    """Give the side that a form is about, as far as it says; else all of them as one."""
    chosen = str(form.data.get("side", ""))
    for side in sides:
        if chosen in {str(pk) for pk, _ in side.actors}:
            return side
    return Side(" and ".join(side.called for side in sides), [])


def _note(request: HttpRequest, form: NoneFoundForm) -> None:
    day, exchange = form.cleaned_data["none_found_on"], form.exchange
    readout = Readout.objects.create(
        exchange=exchange, side_id=form.cleaned_data["side"], none_found_on=day
    )
    text = f"No readout of {readout.side} was found on {day:%Y-%m-%d}."
    admin.site.get_model_admin(Exchange).log_change(request, exchange, text)
    address = reverse("admin:statements_exchange_change", args=[exchange.pk])
    undo = "Noted: {} If that is wrong, delete the readout <a href='{}'>on the page of “{}”</a>."
    messages.success(request, format_html(undo, text, address, exchange))
