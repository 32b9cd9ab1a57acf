"""One page of a list: its filters as they were understood, and the rows that they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Model
from django.http import QueryDict

from drawing.columns import Columns
from reading.controls import Chip, Control, chips_of, chosen_by, controls_of
from reading.cursors import Order
from reading.easing import Eased, WayOut
from reading.pages import Page
from reading.problems import Fix, Problem, problems_of
from reading.queries import narrowed
from reading.shown import Shown
from reading.strict import Counting, StrictFilterSet
from reading.timeline import chart


@dataclass(frozen=True)
class Listing(Shown):
    """What a page with a list shows. Where something is wrong there is no count and no row.

    `counting` says why there is no count beside the rows, where there is none. `eased` has, of an
    empty list, the filters without which it is not empty; None where that is not known.
    """

    model: type[Model]
    controls: list[Control]
    chosen: QueryDict
    order: Order
    orders: tuple[Order, ...]
    problems: list[Problem] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    count: int | None = None
    counting: Counting = Counting.EXACT
    page: Page = field(default_factory=lambda: Page([]))
    continued: bool = False
    note: str = ""
    chart: Columns | None = None
    near: list[Fix] = field(default_factory=list)
    eased: list[WayOut] | None = None

    @property
    def one(self) -> str:
        """What is listed, in words, where there is one."""
        return str(self.model._meta.verbose_name)

    @property
    def many(self) -> str:
        """What is listed, in words, where there are more or none."""
        return str(self.model._meta.verbose_name_plural)

    @property
    def search_box(self) -> Control | None:
        """The filter that words are typed in, which stands above the others."""
        return next((control for control in self.controls if control.name == "q"), None)


def listing_of(filterset: StrictFilterSet) -> Listing:
    """Give the page of the list that the filters ask for, or what is wrong with them."""
    return _understood(filterset) if filterset.is_valid() else _refused(filterset)


def _refused(filterset: StrictFilterSet) -> Listing:
    return Listing(
        model=filterset.queryset.model,
        controls=controls_of(filterset.form, {}),
        chosen=QueryDict(),
        order=filterset.orders[0],
        orders=filterset.orders,
        problems=problems_of(filterset.form),
    )


def _understood(filterset: StrictFilterSet) -> Listing:
    form, timeline = filterset.form, filterset.timeline()
    chosen = chosen_by(form)
    return Listing(
        model=filterset.queryset.model,
        controls=controls_of(form, filterset.offers()),
        chosen=chosen,
        order=filterset.order,
        orders=filterset.orders,
        chips=chips_of(form),
        count=filterset.count,
        counting=filterset.counting,
        page=filterset.page,
        continued=filterset.start.place is not None,
        note=filterset.note,
        chart=chart(timeline, chosen, _many(filterset)) if timeline else None,
        near=[Fix(one.label, narrowed(chosen, one.changes)) for one in filterset.near()],
        eased=_ways_out(filterset.eased(), chosen),
    )


def _many(filterset: StrictFilterSet) -> str:
    return str(filterset.queryset.model._meta.verbose_name_plural)


def _ways_out(eased: Sequence[Eased] | None, chosen: QueryDict) -> list[WayOut] | None:
    if eased is None:
        return None
    return [WayOut(one.label, narrowed(chosen, one.changes), one.count) for one in eased]
