"""What is shown of an exchange: its sides and what they have in common, and what was around it."""

from __future__ import annotations

from statements.afterwards import Share
from statements.aligning.alignment import Alignment, Place, Point
from statements.disputed import disputed_facts
from statements.models import Statement
from statements.pages.accounts import Account, Side
from statements.pages.afterwards import Later
from statements.pages.around import Around, Step
from statements.pages.passages import Source
from statements.pages.points import points_of
from statements.silence import SilentSide
from statements.styleguide import samples
from statements.styleguide.exhibit import Exhibit, show

KREMLIN, ELYSEE, THIRD = 1, 2, 3


def accounts() -> list[Exhibit]:
    """Give the components of an exchange's page, of two sides of which one says more."""
    sides, alignment = _sides(), _alignment()
    shared, alone = sides[0].statements[0], sides[1].statements[1]
    return [
        show("components/exchange-when.html", {"exchange": samples.exchange()}),
        show(
            "components/silent.html",
            {"unheard": [samples.none_found()], "silent": [SilentSide("UA", [samples.putin()])]},
        ),
        show("components/points.html", {"points": points_of(alignment, sides)}),
        show("components/side.html", *({"side": one, "alignment": alignment} for one in sides)),
        show("components/side-mark.html", *({"number": one} for one in range(1, 7))),
        show(
            "components/said-alike.html",
            {"statement": shared, "alignment": alignment},
            {"statement": alone, "alignment": alignment},
        ),
        show(
            "components/disputed.html",
            {"sides": sides, "facts": disputed_facts([side.claiming for side in sides])},
        ),
        show("components/later.html", {"later": _later(Share.REACTION)}),
        show("components/around.html", {"around": _around()}),
    ]


def _sides() -> list[Side]:
    """Make two sides; what they say of the length is not the same."""
    kremlin = _side(1, [_said(KREMLIN, "The reason is the provocations.")], 105)
    elysee = [
        _said(ELYSEE, "They spoke of the provocations."),
        _said(THIRD, "A summit was agreed."),
    ]
    return [kremlin, _side(2, elysee, 60)]


def _side(number: int, passages: list[Statement], minutes: int) -> Side:
    actor = samples.kremlin() if number == 1 else samples.elysee()
    source = Source(samples.document(), len(passages) + number - 1, passages)
    readout = samples.readout(side=actor, claimed_minutes=minutes)
    return Side(actor, [Account(readout, source)], number)


def _said(pk: int, text: str) -> Statement:
    return samples.statement(text, pk=pk, public_id=f"sample-{pk}")


def _alignment() -> Alignment:
    places = {
        KREMLIN: Place(1, "The Kremlin", f"sample-{KREMLIN}"),
        ELYSEE: Place(2, "The Élysée", f"sample-{ELYSEE}"),
        THIRD: Place(2, "The Élysée", f"sample-{THIRD}"),
    }
    shared = Point(1, (KREMLIN, ELYSEE), by_editor=False)
    return Alignment([shared], frozenset([THIRD]), places)


def _later(share: Share) -> Later:
    said = samples.statement("We have not seen any provocations.", speaker=samples.macron())
    return Later(share, Source(samples.document(), 1, [said]), said.date, "2 days")


def _around() -> Around:
    before = samples.exchange(title="Meeting in Moscow", kind="meeting")
    after = samples.exchange(title="Summit on Ukraine", kind="summit", status="planned")
    pair = (samples.macron(), samples.putin(), "#")
    return Around(Step(before, "14 days"), Step(after, "3 days"), [], [pair])
