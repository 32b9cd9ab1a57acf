"""What is shown of topics, and of whom an actor speaks with most."""

from __future__ import annotations

from datetime import date

from statements.about.mentions import Mention
from statements.figures.months import Months, months_of
from statements.figures.ranked import Line, ranked
from statements.pages.subject import Mentioned, Spoken
from statements.pages.tree import Branch, Node
from statements.styleguide import samples
from statements.styleguide.cards import card
from statements.styleguide.exhibit import Exhibit, show


def subjects() -> list[Exhibit]:
    """Give the components of topics."""
    below = Node(samples.topic("Minsk agreements"), 12, 3)
    ukraine, guarantees = (
        Node(samples.topic("Ukraine"), 120, 31, [below]),
        Node(samples.topic(), 8, 1),
    )
    spoken = Spoken(samples.putin(), 41, card())
    return [
        show("components/topic-links.html", {"topics": [samples.topic()]}, within="p"),
        show("components/topic-tree.html", {"nodes": [ukraine, guarantees]}),
        show(
            "components/topics/branch.html", {"branch": Branch([ukraine], guarantees, [guarantees])}
        ),
        show("components/topics/numbers.html", {"node": ukraine}, within="p"),
        show("components/topics/mention.html", _mention()),
        show(
            "components/topics/voice.html",
            {"spoken": spoken, "topic": samples.topic()},
            within="ul",
        ),
        show("components/ranked.html", _companions()),
        show("components/months.html", {"months": _months()}),
    ]


def _mention() -> dict[str, object]:
    found = Mentioned(card(), Mention([samples.NOBODY], 2, 1))
    return {"mentioned": found, "called": "First", "may_be": "earlier", "list": "?topic=sample"}


def _companions() -> dict[str, object]:
    lines = [Line("Emmanuel Macron", "#", 23, samples.exchange()), Line("Joe Biden", "#", 7)]
    return {"lines": ranked(lines), "one": "exchange", "many": "exchanges"}


def _months() -> Months | None:
    days = [date(2017, 5, 18), date(2017, 11, 2), date(2022, 2, 20), date(2022, 2, 21)]
    return months_of([(day, day) for day in days], [("actor", "sample")])
