"""What the front page shows, and the calendar."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from reading.differences import differences
from statements.filters.contacts import Asked
from statements.front.coming import Coming
from statements.front.corrected import Correction
from statements.front.pairs import Pair
from statements.pages.entries import Entry
from statements.pages.front import SideOfLead
from statements.pages.ways import Way
from statements.styleguide import samples
from statements.styleguide.cards import card, notice
from statements.styleguide.exhibit import Exhibit, show


def front() -> list[Exhibit]:
    """Give the components of the front page."""
    planned = samples.exchange(status="planned", condition="Russia does not invade Ukraine.")
    held = samples.exchange()
    pieces = differences("The reason is known.", "The cause is known.")
    return [
        show("components/front/search.html"),
        show("components/front/figures.html", {"front": _numbers()}),
        show("components/front/new.html", {"front": _numbers()}),
        show("components/front/lead.html", {"exchange": held, "sides": _sides(), "unheard": []}),
        show("components/front/coming.html", {"one": Coming(planned, "in 3 days", False)}),
        show("components/front/correction.html", {"one": Correction(notice(), pieces)}),
        show(
            "components/front/pair.html",
            {"pair": Pair(samples.macron(), samples.putin(), 12, held, 3)},
            within="ul",
        ),
        show("components/front/empty.html"),
        show("components/exchange-in-short.html", {"exchange": held}),
        show("components/statement-in-short.html", {"card": card(), "words": 20}),
        show("components/first-words.html", {"card": card(), "words": 3}),
    ]


def _sides() -> list[SideOfLead]:
    return [SideOfLead(samples.readout(), card()), SideOfLead(samples.none_found(), None)]


def _numbers() -> SimpleNamespace:
    """Make what `statements.pages.front.Front` counts."""
    return SimpleNamespace(
        statement_count=1234,
        exchange_count=56,
        actor_count=78,
        document_count=1,
        since=date(2022, 2, 20),
        new_statements=SimpleNamespace(count=12, is_cut=False),
        new_exchanges=SimpleNamespace(count=1, is_cut=False),
    )


def calendar() -> list[Exhibit]:
    """Give the components of the calendar."""
    before, after = Way("January 2022", "#"), Way("March 2022", "#")
    ways = {"before": before, "after": after, "around": Way("2022", "#")}
    return [
        show("components/calendar-ways.html", {**ways, "jumps": [("Today", before)]}),
        show(
            "components/calendar-nearest.html",
            {"name": "February 2022", "nearest": [(True, before), (False, after)]},
        ),
        show(
            "components/entry.html",
            {"entry": _entry("held", ""), "note": "day 1 of 2"},
            {"entry": _entry("planned", "Planned")},
            within="ul",
        ),
        show("components/filters/box.html", {"asked": Asked([])}),
    ]


def _entry(state: str, words: str) -> Entry:
    title, nobody = samples.exchange().title, samples.NOBODY
    return Entry(
        nobody, "#", title, "call", "Call", state, words, "", None, None, (True, 0.0, nobody)
    )
