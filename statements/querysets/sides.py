"""The sides of an exchange, and which of them has no readout.

A side is all the participants of one country, or a participant without one. A readout is a side's
if it is that of a participant of the side, of an office, organisation or state of the country, or
of the organisation in which a participant of the side held a post that day. That none was found is
as good as a readout: somebody looked. Who is not known by name has no side yet.
"""

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from statements.models import Participation

# Participations whose side has no readout. Few readouts are of an organisation in which anybody
# held a post, so that posts are looked at for those alone.
WITHOUT_READOUT = """
SELECT part.{column} FROM statements_participation AS part
JOIN actors_actor AS actor ON actor.id = part.actor_id
WHERE NOT EXISTS (
    SELECT FROM statements_readout AS readout
    JOIN actors_actor AS side ON side.id = readout.side_id
    WHERE readout.exchange_id = part.exchange_id AND (
        side.id = actor.id
        OR side.country = actor.country AND side.country <> '' AND (
            side.kind <> 'person' OR EXISTS (
                SELECT FROM statements_participation AS mate
                WHERE mate.exchange_id = part.exchange_id AND mate.actor_id = side.id
            )
        )
        OR side.id IN (SELECT organisation_id FROM actors_tenure) AND EXISTS (
            SELECT FROM actors_tenure AS post
            JOIN statements_participation AS mate ON mate.actor_id = post.person_id
            JOIN statements_exchange AS exchange ON exchange.id = mate.exchange_id
            JOIN actors_actor AS holder ON holder.id = post.person_id
            WHERE post.organisation_id = side.id AND mate.exchange_id = part.exchange_id
                AND (holder.id = actor.id
                    OR holder.country = actor.country AND actor.country <> '')
                AND coalesce(post.start_earliest <= exchange.date_latest, true)
                AND coalesce(post.end_latest >= exchange.date_earliest, true)
        )
    )
)
"""


def without_readout() -> QuerySet[Participation]:
    """Give the participants, as far as it is known who they are, whose side has no readout."""
    return Participation.objects.filter(pk__in=_rows("id"))


def exchanges_without_readout() -> RawSQL:
    """Give the ids of the exchanges with a side that has no readout, for a condition."""
    return _rows("exchange_id")


def _rows(column: str) -> RawSQL:
    return RawSQL(WITHOUT_READOUT.format(column=column), [])  # noqa: S611, made of constants
