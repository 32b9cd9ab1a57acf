"""Why an actor may be meant by a name that waits, in words and in weight.

The names are asked about together: a few queries for a page of them, each of bounded length.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from actors.models import Tenure
from dates.edtf import ImpreciseDate

Pair = tuple[str, int]
"""A name as printed and the key of an actor."""

FOLDED = "SELECT name, fold_name(name) FROM unnest(%(names)s::text[]) AS name"

NAMES = """
SELECT id, name, folded FROM actors_actor WHERE id = ANY (%(actors)s)
UNION SELECT actor_id, name, folded FROM actors_actorname WHERE actor_id = ANY (%(actors)s)
"""

PAIRS = "unnest(%(names)s::text[], %(actors)s::bigint[]) AS pair(name, actor)"

# Where the name waits as that of a speaker, in an exchange in which the actor took part; or on a
# day on which the actor was in contact, where no exchange is known.
IN_EXCHANGE = f"""
SELECT pair.name, pair.actor, bool_or(said.exchange_id IS NOT NULL) FROM {PAIRS}
CROSS JOIN LATERAL (
    SELECT exchange_id, date_earliest, date_latest FROM statements_statement
    WHERE speaker_id IS NULL AND speaker_as_printed = pair.name ORDER BY id LIMIT 50
) AS said
WHERE EXISTS (
    SELECT FROM statements_participation AS part
    WHERE part.exchange_id = said.exchange_id AND part.actor_id = pair.actor
) OR said.exchange_id IS NULL AND said.date_earliest = said.date_latest AND EXISTS (
    SELECT FROM statements_exchange AS exchange
    JOIN statements_participation AS part ON part.exchange_id = exchange.id
    WHERE exchange.date_earliest = said.date_earliest AND exchange.date_latest = said.date_latest
        AND part.actor_id = pair.actor
) GROUP BY pair.name, pair.actor
"""  # noqa: S608, made of constants

# Of the newest few hundred statements of the actor: more would be counted row by row.
NEWEST = 300
OF_PUBLISHER = f"""
SELECT pair.name, pair.actor, count(*) FROM {PAIRS}
CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT publisher_id) AS ids FROM (
        SELECT document_id FROM statements_statement
        WHERE speaker_id IS NULL AND speaker_as_printed = pair.name ORDER BY id LIMIT 50
    ) AS said JOIN statements_document AS document ON document.id = document_id
) AS publishers
CROSS JOIN LATERAL (
    SELECT document_id FROM statements_statement WHERE speaker_id = pair.actor
    ORDER BY date_earliest DESC NULLS LAST, id LIMIT {NEWEST}
) AS newest JOIN statements_document AS document
    ON document.id = newest.document_id AND document.publisher_id = ANY (publishers.ids)
GROUP BY pair.name, pair.actor
"""  # noqa: S608, made of constants


@dataclass
class Reasons:
    """Why somebody may be meant: sentences without a full stop, and how much they weigh."""

    words: list[str] = field(default_factory=list)
    weight: float = 0.0

    def add(self, words: str, weight: float) -> None:
        """Add a reason."""
        self.words.append(words)
        self.weight += weight


def reasons_for(pairs: Sequence[Pair]) -> tuple[Mapping[Pair, Reasons], Mapping[int, list[Tenure]]]:
    """Give the reasons for each pair of a name and an actor, and the posts of the actors."""
    found: dict[Pair, Reasons] = defaultdict(Reasons)
    posts = _posts({actor for _, actor in pairs})
    if pairs:
        _by_names(pairs, posts, found)
        _by_records(pairs, found)
    return found, posts


def _posts(actors: Iterable[int]) -> Mapping[int, list[Tenure]]:
    posts: dict[int, list[Tenure]] = defaultdict(list)
    for post in Tenure.objects.filter(person__in=list(actors)):
        posts[post.person_id].append(post)
    return posts


def _by_names(
    pairs: Sequence[Pair], posts: Mapping[int, list[Tenure]], found: dict[Pair, Reasons]
) -> None:
    titles = {post.title for held in posts.values() for post in held}
    texts = list({name for name, _ in pairs} | titles)
    folded = dict(_asked(FOLDED, names=texts))
    names: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for actor, name, form in _asked(NAMES, actors=[actor for _, actor in pairs]):
        names[actor].append((name, form))
    for pair in pairs:
        _by_name(pair[0], folded[pair[0]], names[pair[1]], found[pair])
        held = [(one.title, folded[one.title]) for one in posts[pair[1]]]
        _by_post(folded[pair[0]], held, found[pair])


def _by_name(printed: str, folded: str, names: Sequence[tuple[str, str]], found: Reasons) -> None:
    forms = {form: name for name, form in names}
    if printed in (name for name, _ in names):
        found.add("the name is the same", 2)
    elif folded in forms:
        found.add(f"the name is the same as {forms[folded]}, but for how it is written", 1.8)
    elif folded and folded.rsplit(maxsplit=1)[-1] in {form.split()[-1] for form in forms if form}:
        found.add("the surname is the same", 0.6)


def _by_post(folded: str, titles: Iterable[tuple[str, str]], found: Reasons) -> None:
    for title in dict.fromkeys(title for title, form in titles if form and form in folded):
        found.add(f"held the post named there: {title}", 0.6)


def _by_records(pairs: Sequence[Pair], found: dict[Pair, Reasons]) -> None:
    names, actors = [name for name, _ in pairs], [actor for _, actor in pairs]
    for name, actor, known in _asked(IN_EXCHANGE, names=names, actors=actors):
        in_it, then = "took part in the exchange in which it was said", "was in contact on that day"
        found[name, actor].add(in_it if known else then, 0.5)
    for name, actor, count in _asked(OF_PUBLISHER, names=names, actors=actors):
        many = f"{count}" if count < NEWEST else f"{NEWEST} or more"
        noun = "statement" if count == 1 else "statements"
        found[name, actor].add(f"spoke in {many} other {noun} of this publisher", 0.2)


def _asked(query: str, **params: list[str] | list[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()


def years(posts: Iterable[Tenure]) -> str:
    """Give the last two posts with their years, which tell namesakes apart."""
    last = list(posts)[-2:]
    return "; ".join(f"{one.title} ({_year(one.start)}–{_year(one.end)})" for one in last)


def _year(date: ImpreciseDate | None) -> str:
    return str(date.earliest.year) if date and date.earliest else ""
