"""What is shown of lists: filters, counts, ways out, pages, errors."""

from __future__ import annotations

from django.http import QueryDict

from reading.controls import Chip, Control
from reading.cursors import Order, a_date
from reading.easing import WayOut
from reading.fields import Choice
from reading.listing import Listing
from reading.pages import Page
from reading.problems import Fix, Problem
from statements.models import Statement
from statements.styleguide.exhibit import Exhibit, show

NEWEST = Order("newest", "Newest first", "date_earliest", a_date, descending=True)
OLDEST = Order("oldest", "Oldest first", "date_earliest", a_date)
NO_SUCH = Problem(
    "sample-speaker",
    "“Micron” is nobody the archive knows.",
    [Fix("Emmanuel Macron", QueryDict("speaker=emmanuel-macron"))],
)


def lists() -> list[Exhibit]:
    """Give the components of lists."""
    listing = {"listing": _listing()}
    return [
        show("components/results-head.html", listing),
        show("components/chips.html", listing),
        show(
            "components/pager.html",
            {"page": Page([], after="x", before="y"), "continued": True, "chosen": QueryDict()},
        ),
        show(
            "components/number.html",
            {**listing, "count": 12345},
            {**listing, "count": 1},
            within="p",
        ),
        show("components/empty.html", listing),
        show("components/error-summary.html", {"problems": [NO_SUCH]}),
        show("components/field-errors.html", {"problems": [NO_SUCH], "name": "sample-errors"}),
        show("components/fixes.html", {"fixes": NO_SUCH.fixes, "asks": True}, within="p"),
        show(
            "components/example.html",
            {
                "q": '"security guarantees"',
                "says": "These words in this order.",
                "list": "/statements/",
            },
            within="dl",
        ),
    ]


def filters() -> list[Exhibit]:
    """Give the components of filters."""
    control = _control("sample-country", "Country")
    return [
        show("components/filters/search-box.html", {"control": _control("q", "Words")}),
        show(
            "components/filters/line.html",
            {"control": _control("sample-from", "From", help_text="Such as 2022 or 2022-02-21.")},
        ),
        show(
            "components/filters/facet.html",
            {
                "control": _control(
                    "sample-speaker", "Speaker", takes_names=True, problems=[NO_SUCH]
                )
            },
        ),
        show(
            "components/filters/values.html", {"name": "sample-values", "choices": control.offered}
        ),
        show(
            "components/filters/names-input.html",
            {"control": _control("sample-names", "Names", takes_names=True)},
        ),
        show("components/filters/pick.html", {"control": _control("sample-pick", "Language")}),
        show("components/filters/ticks.html", {"control": _control("sample-ticks", "Kind")}),
        show(
            "components/filters/tick.html",
            {"control": control, "choice": control.offered[0], "ticked": True},
        ),
    ]


def _control(name: str, label: str, **given: object) -> Control:
    offered = [
        Choice("ru", "Russia", 1204, [Choice("kremlin", "The Kremlin", 83)]),
        Choice("fr", "France", 351, chosen=True),
    ]
    fields: dict[str, object] = {"help_text": "", "shape": "facet", "offered": offered}
    return Control(name=name, label=label, **{**fields, **given})  # type: ignore[arg-type]  # as the fields above


def _listing() -> Listing:
    chosen = QueryDict("q=gas&speaker=vladimir-putin")
    chips = [
        Chip("q", "Words", "gas", QueryDict()),
        Chip("speaker", "Speaker", "Vladimir Putin", QueryDict()),
    ]
    return Listing(
        model=Statement,
        controls=[],
        chosen=chosen,
        order=NEWEST,
        orders=(NEWEST, OLDEST),
        chips=chips,
        count=1234,
        note="“Putin” was taken for Vladimir Putin.",
        near=[Fix("gaz", QueryDict("q=gaz"))],
        eased=[WayOut("Speaker: Vladimir Putin", QueryDict("q=gas"), 41)],
    )
