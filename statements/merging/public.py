"""What readers would see of a draft if it were merged into what they see."""

from collections.abc import Collection, Mapping

from django.db.models import Q

from statements.models import Exchange
from statements.querysets.editorial import PUBLIC


def published_by_it(kept: Exchange, gone: Exchange, taken: Mapping[str, object]) -> list[str]:
    """Name what readers would see in the public exchange `kept` that only the draft `gone` has."""
    found = {
        "participants": _participants(kept, gone),
        "readouts": _readouts(kept, gone),
        "topics": gone.topics.exclude(pk__in=kept.topics.all()).exists(),
        "parts": gone.parts.filter(editorial_status__in=PUBLIC).exists(),
        _fields(taken.keys()): bool(taken),
    }
    return [words for words, holds in found.items() if holds]


def _participants(kept: Exchange, gone: Exchange) -> bool:
    named = kept.participations.exclude(name_as_printed="").values("name_as_printed")
    known = Q(actor__in=kept.actors.all()) | Q(actor=None, name_as_printed__in=named)
    return gone.participations.exclude(pk__in=gone.participations.filter(known)).exists()


def _readouts(kept: Exchange, gone: Exchange) -> bool:
    seen = gone.readouts.filter(Q(document=None) | Q(document__editorial_status__in=PUBLIC))
    known = set(kept.readouts.values_list("side", "document"))
    return any(pair not in known for pair in seen.values_list("side", "document"))


def _fields(names: Collection[str]) -> str:
    return ", ".join(name.removesuffix("_id").replace("_", " ") for name in names)
