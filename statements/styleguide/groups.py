"""All components, in groups. One that is new is shown by one line in the module of its group."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from statements.styleguide.accounts import accounts
from statements.styleguide.copies import copies
from statements.styleguide.evidence import evidence
from statements.styleguide.exhibit import Exhibit
from statements.styleguide.front import calendar, front
from statements.styleguide.lists import filters, lists
from statements.styleguide.pictures import pictures
from statements.styleguide.quotes import quotes
from statements.styleguide.records import people, sources, statements
from statements.styleguide.subjects import subjects

GROUPS: Final[dict[str, Callable[[], list[Exhibit]]]] = {
    "Front page": front,
    "People": people,
    "Topics and rankings": subjects,
    "Statements": statements,
    "Evidence": evidence,
    "Exchanges and sources": sources,
    "Accounts of an exchange": accounts,
    "Copies of a document": copies,
    "Calendar": calendar,
    "Lists": lists,
    "Filters": filters,
    "Finder of quotations": quotes,
    "Pictures": pictures,
}
# What is not shown by itself, and why.
ELSEWHERE: Final = {
    "components/described-by.html": "Attributes of a field: see filters/line.html.",
    "components/in-place.html": "Attributes of what holds links: see chips.html.",
    "components/filters/form.html": "All filters together: each list has one.",
    "components/kind-marks.html": "What entry.html draws with: nothing is seen of it.",
    "components/align-here.html": "A link on the page of an exchange, for editors.",
    "components/sorts.html": "A part of results-head.html.",
    "components/masthead.html": "It is above.",
    "components/sections.html": "They are above, in the masthead.",
    "components/nav-link.html": "They are above, in the masthead.",
    "components/footer.html": "It is below.",
    "components/retrieved.html": "It is below, on paper.",
    "components/shortcuts.html": "The key ? opens it.",
    "pictures/patterns.html": "A part of columns.html and legend.html.",
    "pictures/pattern.html": "A part of columns.html and legend.html.",
    "pictures/ticks.html": "A part of columns.html and lanes.html.",
    "pictures/mark.html": "A part of lanes.html.",
}
