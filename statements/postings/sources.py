"""Where postings come from: for each record and filter, the query that gives pairs of id and value.

This is the one place that says what a filter means. Each query has the place `{among}` for a
condition on `record.id`, and gives public records alone, by what readers may see of others.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from statements.querysets.editorial import PUBLIC
from statements.querysets.exchanges import LANGUAGE

_PUBLIC = ", ".join(f"'{status}'" for status in PUBLIC)


@dataclass(frozen=True)
class Source:
    """A sort of record: its name in the log of changes, and its filters' queries.

    `language` is the one that all records are written in, None where each has its own.
    """

    record: str
    facets: Mapping[str, str]
    dates: str
    language: str | None = None


def _of(table: str, value: str, joins: str = "", only: str = "") -> str:
    return (
        f"SELECT record.id, {value} FROM {table} AS record {joins} "  # noqa: S608, constants
        f"WHERE record.editorial_status IN ({_PUBLIC}) AND {value} IS NOT NULL {only} {{among}}"
    )


def _above(tags: str, column: str) -> str:
    """Give the join to each topic of a record and every topic above it, as `upward.above_id`."""
    return f"""
        JOIN {tags} AS tag ON tag.{column} = record.id
        JOIN (
            WITH RECURSIVE upward (topic_id, above_id) AS (
                SELECT id, id FROM statements_topic
                UNION ALL
                SELECT upward.topic_id, topic.parent_id
                FROM upward JOIN statements_topic AS topic ON topic.id = upward.above_id
                WHERE topic.parent_id IS NOT NULL
            ) TABLE upward
        ) AS upward USING (topic_id)
    """  # noqa: S608, constants


def _either(*queries: str) -> str:
    return " UNION ALL ".join(queries)


_STATEMENT, _EXCHANGE = "statements_statement", "statements_exchange"
_ON_EXCHANGE = (
    "JOIN statements_exchange AS exchange ON exchange.id = record.exchange_id "
    f"AND exchange.editorial_status IN ({_PUBLIC})"
)
_IN_DOCUMENT = (
    "JOIN statements_document AS document ON document.id = record.document_id "
    f"AND document.editorial_status IN ({_PUBLIC})"
)
_TOOK_PART = " JOIN statements_participation AS part ON part.exchange_id = "


def _dated(table: str) -> str:
    dates = "record.date_earliest, record.date_latest"
    return (
        f"SELECT record.id, {dates} FROM {table} AS record "  # noqa: S608, constants
        f"WHERE record.editorial_status IN ({_PUBLIC}) {{among}}"
    )


STATEMENTS = Source(
    "statement",
    {
        "speaker": _of(_STATEMENT, "record.speaker_id"),
        # Nobody is a counterpart of what they said themselves.
        "counterpart": _either(
            _of(
                _STATEMENT,
                "part.actor_id",
                _ON_EXCHANGE + _TOOK_PART + "exchange.id",
                "AND part.actor_id IS DISTINCT FROM record.speaker_id",
            ),
            _of(
                _STATEMENT,
                "addressee.actor_id",
                "JOIN statements_addressee AS addressee ON addressee.statement_id = record.id",
            ),
        ),
        "topic": _of(
            _STATEMENT, "upward.above_id", _above("statements_statement_topics", "statement_id")
        ),
        "kind": _of(_STATEMENT, "exchange.kind", _ON_EXCHANGE),
        "type": _of(_STATEMENT, "record.quote_type"),
        "language": _of(_STATEMENT, "record.language"),
        "publisher": _of(_STATEMENT, "document.publisher_id", _IN_DOCUMENT),
        "country": _either(
            _of(
                _STATEMENT,
                "speaker.country",
                "JOIN actors_actor AS speaker ON speaker.id = record.speaker_id",
                "AND speaker.country <> ''",
            ),
            _of(_STATEMENT, "code", _ON_EXCHANGE + ", unnest(exchange.countries) AS code"),
        ),
    },
    _dated(_STATEMENT),
)

EXCHANGES = Source(
    "exchange",
    {
        "actor": _of(_EXCHANGE, "part.actor_id", _TOOK_PART + "record.id"),
        "topic": _of(
            _EXCHANGE, "upward.above_id", _above("statements_exchange_topics", "exchange_id")
        ),
        "kind": _of(_EXCHANGE, "record.kind"),
        "status": _of(_EXCHANGE, "record.status"),
        "country": _either(
            _of(_EXCHANGE, "code", ", unnest(record.countries) AS code"),
            _of(
                _EXCHANGE,
                "participant.country",
                _TOOK_PART
                + "record.id JOIN actors_actor AS participant ON participant.id = part.actor_id",
                "AND participant.country <> ''",
            ),
        ),
    },
    _dated(_EXCHANGE),
    language=LANGUAGE,
)
