"""Who may be meant by names that wait."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextField, Value

from actors.models import Actor


@dataclass(frozen=True)
class Suggestion:
    """An actor with a name like the one that waits."""

    actor: int
    name: str
    kind: str
    country: str

    def __str__(self) -> str:
        return f"{self.name} — {', '.join(filter(None, [self.kind, self.country]))}"


def suggestions(names: Iterable[str], each: int, least: float) -> dict[str, list[Suggestion]]:
    """Give for every name the few actors whose names are most like it, in one query.

    `least` is how alike they are at least, from 0 to 1.
    """
    queries = [
        Actor.objects.closest_to(name)
        .filter(Q(likeness__gte=least))
        .annotate(waiting=Value(name, output_field=TextField()))
        .values_list("waiting", "pk", "name", "kind", "country", "likeness")[:each]
        for name in names
    ]
    found: dict[str, list[Suggestion]] = defaultdict(list)
    if queries:
        rows: Any = queries[0].union(*queries[1:], all=True)
        for waiting, *actor, _likeness in rows:
            found[waiting].append(Suggestion(*actor))
    return found
