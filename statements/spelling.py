"""What may be meant by words that nothing answers: words and names of public records alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet


@dataclass(frozen=True)
class NearMatch:
    """A search that has results: what to call it, and the filters that are other in it.

    `changes` is as `reading.queries.narrowed` takes it: `{"q": ["ceasefire"]}`, or
    `{"q": [], "speaker": ["emmanuel-macron"]}`.
    """

    label: str
    changes: Mapping[str, Sequence[str]]


def near_matches(words: str, rows: QuerySet | None = None) -> list[NearMatch]:
    """Give searches near to words that found nothing, each with at least one public result.

    `words` are as `reading.prefixes.read` gives them. `rows` are the records that are searched:
    public statements, if nothing is said.
    """
    return []
