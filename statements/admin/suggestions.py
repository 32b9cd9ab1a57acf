"""Who may be meant by names that wait."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextField, Value

from actors.models import Actor
from statements.admin.reasons import Reasons, reasons_for, years


@dataclass(frozen=True)
class Suggestion:
    """An actor with a name like the one that waits.

    `reasons` say why it may be this one; `posts` tell namesakes apart.
    """

    actor: int
    name: str
    kind: str
    country: str
    likeness: float
    reasons: Reasons
    posts: str

    @property
    def why(self) -> str:
        """The reasons, then the posts."""
        return "; ".join(filter(None, [*self.reasons.words, self.posts]))

    @property
    def weight(self) -> float:
        """How much speaks for this one."""
        return self.likeness + self.reasons.weight

    def __str__(self) -> str:
        return f"{self.name} — {', '.join(filter(None, [self.kind, self.country]))}"


def suggestions(names: Iterable[str], each: int, least: float) -> dict[str, list[Suggestion]]:
    """Give for every name the few actors who may be meant, the likeliest first.

    `least` is how alike the names are at least, from 0 to 1. A few queries for any number of
    names.
    """
    rows = _closest(list(names), each, least)
    reasons, posts = reasons_for([(waiting, actor) for waiting, actor, *_ in rows])
    found: dict[str, list[Suggestion]] = defaultdict(list)
    for waiting, *who in rows:
        why, held = reasons[waiting, who[0]], years(posts[who[0]])
        found[waiting].append(Suggestion(*(*who, why, held)))
    for several in found.values():
        several.sort(key=lambda one: -one.weight)
    return found


def _closest(names: list[str], each: int, least: float) -> list[Any]:
    """Give name, actor, name of the actor, kind, country and likeness, in one query."""
    queries = [
        Actor.objects.closest_to(name)
        .filter(Q(likeness__gte=least))
        .annotate(waiting=Value(name, output_field=TextField()))
        .values_list("waiting", "pk", "name", "kind", "country", "likeness")[:each]
        for name in names
    ]
    rows: Any = queries[0].union(*queries[1:], all=True) if queries else []
    return list(rows)
