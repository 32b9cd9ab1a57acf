"""Names that wait for somebody to say who is meant, and what happens when somebody does.

A name waits wherever it stands as printed beside no actor: the view `UnresolvedName` counts these
places. Linking is set-based: a few statements for any number of names and rows.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import connection, models, transaction
from psycopg.sql import SQL, Identifier

from actors.models import Actor, ActorName
from actors.models.folding import fold, has_letters
from actors.resolving import resolve
from statements.models import (
    Addressee,
    Attribution,
    Document,
    Participation,
    Statement,
    UnresolvedName,
)


@dataclass(frozen=True)
class Linked:
    """How many waiting rows were linked with an actor, by where the name stood.

    `doubled` counts waiting participants and addressees that were dropped, since the exchange or
    statement had the actor already.
    """

    statements: int = 0
    participations: int = 0
    documents: int = 0
    addressees: int = 0
    attributions: int = 0
    doubled: int = 0

    @property
    def total(self) -> int:
        """All rows that wait no longer."""
        return (
            self.statements
            + self.participations
            + self.documents
            + self.addressees
            + self.attributions
            + self.doubled
        )


def link(name: str, actor: Actor) -> Linked:
    """Record the name as an alias of the actor and link every row where exactly it waits.

    The alias is left out where the actor has a name that folds to the same, or where it is no
    name ("—"). All in one transaction.
    """
    with transaction.atomic():
        _remember(name, actor)
        return _link({name: actor.pk})


def link_waiting(actors: Collection[int]) -> Linked:
    """Link every waiting name that fits exactly one actor who is among these (keys).

    They are those whose names have just come or changed. A name that fitted before and waits all
    the same was set aside by an editor, who knows of a namesake.
    """
    with transaction.atomic():
        fits = resolve(UnresolvedName.objects.values_list("name", flat=True)) if actors else {}
        return _link({name: actor for name, actor in fits.items() if actor in actors})


def _remember(name: str, actor: Actor) -> None:
    own = Actor.objects.filter(pk=actor.pk, folded=fold(name))
    others = ActorName.objects.filter(actor=actor, folded=fold(name))
    if not own.exists() and not others.exists() and has_letters(name):
        ActorName.objects.create(actor=actor, name=name, kind=ActorName.Kind.ALIAS)


def _link(meant: Mapping[str, int]) -> Linked:
    """Link the waiting rows of each name with the actor of that key."""
    if not meant:
        return Linked()
    doubled = _drop_doubled(Participation, "exchange_id", meant)
    doubled += _drop_doubled(Addressee, "statement_id", meant)
    return Linked(
        statements=_fill(Statement, "speaker", meant),
        participations=_fill(Participation, "name", meant),
        documents=_fill(Document, "publisher", meant),
        addressees=_fill(Addressee, "name", meant),
        attributions=_fill(Attribution, "name", meant),
        doubled=doubled,
    )


FILL = SQL("""
UPDATE {table} AS waiting SET {actor} = meant.actor
FROM unnest(%s::text[], %s::bigint[]) AS meant(name, actor)
WHERE waiting.{actor} IS NULL AND waiting.{printed} = meant.name
""")

# Of several waiting names of one actor, the one that was entered first stays.
DROP_DOUBLED = SQL("""
WITH meant AS (SELECT * FROM unnest(%s::text[], %s::bigint[]) AS meant(name, actor))
DELETE FROM {table} AS waiting USING meant
WHERE waiting.actor_id IS NULL AND waiting.name_as_printed = meant.name AND EXISTS (
    SELECT FROM {table} AS other LEFT JOIN meant AS too ON too.name = other.name_as_printed
    WHERE other.{owner} = waiting.{owner} AND (
        other.actor_id = meant.actor
        OR other.actor_id IS NULL AND too.actor = meant.actor AND other.id < waiting.id
    )
)
""")


def _fill(model: type[models.Model], role: str, meant: Mapping[str, int]) -> int:
    actor = "actor_id" if role == "name" else f"{role}_id"
    return _run(FILL, model, meant, actor=actor, printed=f"{role}_as_printed")


def _drop_doubled(model: type[models.Model], owner: str, meant: Mapping[str, int]) -> int:
    return _run(DROP_DOUBLED, model, meant, owner=owner)


def _run(query: SQL, model: type[models.Model], meant: Mapping[str, int], **columns: str) -> int:
    names = {"table": model._meta.db_table, **columns}
    text = query.format(**{key: Identifier(name) for key, name in names.items()}).as_string()
    with connection.cursor() as cursor:
        cursor.execute(text, [list(meant), list(meant.values())])
        return cursor.rowcount
