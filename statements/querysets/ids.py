"""Many ids at once: as one parameter, where `__in` has one for each, and as one packed value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Aggregate, BinaryField, F, Lookup


class Among(Lookup):
    """`id = ANY(ids)`, a condition for `filter`."""

    def __init__(self, ids: Iterable[int]) -> None:
        super().__init__(F("pk"), list(ids))

    def get_prep_lookup(self) -> list[int]:
        """Take the ids as they are."""
        return self.rhs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ANN401, Django's
        """Give the condition with the ids as one array."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY (%s)", (*parameters, self.rhs)


class PackedIds(Aggregate):
    """All ids as one binary text, four bytes each, the highest first; `ids_in` reads it."""

    template = "string_agg(int4send((%(expressions)s)::int), ''::bytea)"
    arity = 1
    output_field = BinaryField()
