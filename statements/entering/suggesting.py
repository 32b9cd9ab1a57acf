"""A value that a text suggests for a field, with what in the text suggests it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Suggestion:
    """`value` is what the field takes, `shown` what people read, `why` where it comes from."""

    field: str
    value: str
    shown: str
    why: str
