"""The pictures."""

from __future__ import annotations

from datetime import date

from drawing.columns import Columns, columns
from drawing.lanes import Lane, Lanes, Mark, lanes
from drawing.series import Series
from drawing.world import place_map
from statements.styleguide.exhibit import Exhibit, show

YEARS = [str(year) for year in range(2014, 2023)]
MOSCOW, VERSAILLES = date(2022, 2, 7), date(2017, 5, 29)
NAMES = {"FR": "France", "RU": "Russia", "MC": "Monaco"}


def pictures() -> list[Exhibit]:
    """Give each picture, columns of one and of six series."""
    several = {"picture": _several()}
    return [
        show("pictures/columns.html", {"picture": _one()}, several),
        show("pictures/lanes.html", {"picture": _contacts()}, {"picture": _posts()}),
        show(
            "pictures/map.html",
            {"picture": place_map(["FR"], "The Kremlin, Moscow", NAMES)},
            {"picture": place_map(["MC"], "", NAMES)},
        ),
        show("pictures/legend.html", several),
    ]


def _one() -> Columns | None:
    counts = Series("Contacts", [3, 9, 12, 7, 0, 4, 11, 15, 23])
    hrefs = [f"?from={year}&to={year}" for year in YEARS]
    return columns(
        YEARS, [counts], title="Contacts by year", unit="contacts", heading="Year", hrefs=hrefs
    )


def _several() -> Columns | None:
    kinds = ("Calls", "Meetings", "Visits", "Summits", "Letters", "Negotiations")
    series = [
        Series(kind, [(place * 7 + number * 5) % 11 + 1 for place in range(len(YEARS))])
        for number, kind in enumerate(kinds)
    ]
    return columns(YEARS, series, title="Contacts by kind", unit="contacts", heading="Year")


def _contacts() -> Lanes | None:
    calls = [Mark("Call", date(2022, 2, day)) for day in (3, 12, 18, 20, 21, 24)]
    month = Mark("Talks", date(2021, 6, 1), date(2021, 6, 30), "bar")
    meetings = [Mark("Meeting in Moscow", MOSCOW), Mark("Meeting in Versailles", VERSAILLES), month]
    rows = [Lane("Calls", calls), Lane("Meetings", meetings, href="#"), Lane("Letters", [])]
    return lanes(rows, title="Contacts by kind", last=date(2022, 12, 31))


def _posts() -> Lanes | None:
    president = Mark("President of France", date(2017, 5, 14), None, "bar")
    minister = Mark("Minister of the Economy", date(2014, 8, 26), date(2016, 8, 30), "bar")
    adviser = Mark("Adviser", date(2012, 5, 15), date(2014, 7, 15), "bar", open_start=True)
    rows = [Lane(mark.label, [mark]) for mark in (president, minister, adviser)]
    return lanes(rows, title="Posts held", last=date(2022, 12, 31))
