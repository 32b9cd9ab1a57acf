"""What the form sends on which the alignment of an exchange is put right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import QueryDict

from actors.admin.keys import key_of
from statements.aligning.grouping import Couple, couple

# Of a passage, which other one says the same.
SAME = re.compile(r"same-(.*)", re.DOTALL)
# In characters.
LONGEST_NOTE = 2000
NOT_UNDERSTOOD = "The form could not be understood: nothing was saved. Look again."
TOO_LONG = f"A note has at most {LONGEST_NOTE:,} characters."


@dataclass
class Sent:
    """What was chosen: passages are named by their ids, verdicts by their keys.

    `same` has for a passage which other one says the same, `apart` pairs that do not, `alone` the
    passages that only their side says, `back` verdicts to be taken back. `seen` and `shown` are
    the verdicts and the passages that the page had.
    """

    same: dict[int, int] = field(default_factory=dict)
    apart: set[Couple] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)
    back: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    note: str = ""

    @property
    def joined(self) -> set[Couple]:
        """The pairs that say the same."""
        return {couple(one, other) for one, other in self.same.items()}


def sent_in(data: QueryDict) -> Sent:
    """Read what was sent; raises ValidationError where that is no form of ours."""
    sent = Sent(
        same={
            _key(match[1]): _key(str(value))
            for name, value in data.items()
            if value and (match := SAME.fullmatch(name))
        },
        apart={_couple(value) for value in data.getlist("apart")},
        alone=_keys(data.getlist("alone")),
        back=_keys(data.getlist("back")),
        seen=_keys(filter(None, data.get("seen", "").split(","))),
        shown=_keys(filter(None, data.get("shown", "").split(","))),
        note=data.get("note", "").replace("\x00", "").strip(),
    )
    if len(sent.note) > LONGEST_NOTE:
        raise ValidationError(TOO_LONG)
    return sent


def _keys(values: Iterable[str]) -> set[int]:
    return {_key(value) for value in values}


def _key(value: str) -> int:
    if (key := key_of(value)) is None:
        raise ValidationError(NOT_UNDERSTOOD)
    return key


def _couple(value: str) -> Couple:
    one, _, other = value.partition("-")
    return couple(_key(one), _key(other))
