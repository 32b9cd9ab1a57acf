"""Which row of the archive each record is: one it made before, one that is the same, or a new one.

A record's state is `new`; `changed` or `unchanged` since the bundle brought it last; or `joined`:
an actor or topic that was in the archive before the bundle came, or one, or an exchange, that the
record was merged into. It keeps what it has.
"""

from statements.loading.database import Row, rows, run
from statements.loading.staging import settle

PLAIN = """
INSERT INTO loading_identity
SELECT file, line, id, coalesce(pk, nextval(pg_get_serial_sequence('{table}', 'id'))),
    CASE WHEN pk IS NULL THEN 'new' WHEN same THEN 'unchanged' ELSE 'changed' END
FROM (
    SELECT file, line, read.id, kept.id AS pk, kept.import_digest = read.digest AS same
    FROM loading_record AS read LEFT JOIN {table} AS kept ON kept.import_id = read.id
    WHERE file = '{file}' ORDER BY line
) AS found
"""

# The same item of Wikidata is the same actor. Without that, an actor of the same name and kind
# is, where the bundle has one such and the archive has one such that nothing speaks against.
SAME_ACTORS = """
CREATE TEMP TABLE loading_same AS
WITH known AS (
    SELECT import_id FROM actors_actor WHERE import_id IS NOT NULL
    UNION SELECT import_id FROM actors_actorimportid
), read AS (
    SELECT line, id, record ->> 'kind' AS kind, fold_name(record ->> 'name') AS folded,
        coalesce(record ->> 'wikidata', '') AS wikidata,
        coalesce(record ->> 'country', '') AS country
    FROM loading_record WHERE file = 'actors'
), unknown AS (
    SELECT * FROM read WHERE id NOT IN (SELECT import_id FROM known)
), free AS (
    SELECT * FROM actors_actor AS actor WHERE NOT EXISTS (
        SELECT FROM read WHERE read.id = actor.import_id
        UNION ALL SELECT FROM read
        JOIN actors_actorimportid AS further ON further.import_id = read.id
        WHERE further.actor_id = actor.id
    )
), by_item AS (
    SELECT line, free.id FROM unknown JOIN free USING (wikidata) WHERE wikidata <> ''
), by_name AS (
    SELECT min(line) AS line, min(free.id) AS id
    FROM unknown JOIN free USING (folded, kind)
    WHERE (unknown.wikidata = '' OR free.wikidata IN ('', unknown.wikidata))
        AND (unknown.country = '' OR free.country IN ('', unknown.country))
        AND line NOT IN (SELECT line FROM by_item) AND free.id NOT IN (SELECT id FROM by_item)
        AND (
            SELECT count(*) FROM read
            WHERE (read.folded, read.kind) = (unknown.folded, unknown.kind)
        ) = 1
    GROUP BY folded, kind HAVING count(*) = 1
)
SELECT line, id AS pk, 'the same Wikidata item' AS why FROM by_item
UNION ALL SELECT line, id, 'the same name' FROM by_name
"""

SAME_TOPICS = """
CREATE TEMP TABLE loading_same AS
SELECT line, topic.id AS pk, 'the same name' AS why
FROM loading_record AS read JOIN statements_topic AS topic
    ON lower(topic.name) = lower(record ->> 'name')
WHERE file = 'topics'
    AND NOT EXISTS (SELECT FROM statements_topic AS own WHERE own.import_id = read.id)
    AND NOT EXISTS (
        SELECT FROM loading_record AS other
        WHERE other.file = 'topics' AND other.id = topic.import_id
    )
"""

WITH_JOINED = """
INSERT INTO loading_identity
SELECT '{file}', line, id, coalesce(pk, nextval(pg_get_serial_sequence('{table}', 'id'))),
    CASE WHEN own THEN CASE WHEN digest = kept_digest THEN 'unchanged' ELSE 'changed' END
        WHEN digest = kept_digest THEN 'unchanged' WHEN pk IS NOT NULL THEN 'joined' ELSE 'new' END
FROM (
    SELECT read.line, read.id, digest, own.id IS NOT NULL AS own,
        coalesce(own.id, further.{owner}, same.pk) AS pk,
        coalesce(own.import_digest, further.import_digest) AS kept_digest
    FROM loading_record AS read
    LEFT JOIN {table} AS own ON own.import_id = read.id
    LEFT JOIN {further} AS further ON further.import_id = read.id
    LEFT JOIN loading_same AS same ON same.line = read.line
    WHERE file = '{file}' ORDER BY line
) AS found
"""

JOINED_NOW = """
SELECT read.line, same.why, kept.{name}
FROM loading_{file} AS read JOIN loading_same AS same USING (line, pk)
JOIN {table} AS kept ON kept.id = read.pk
LEFT JOIN {further} AS further ON further.import_id = read.id
WHERE state = 'joined' AND further.id IS NULL ORDER BY line
"""

# Two exchanges are taken for one by editors alone, who merge them.
SAME_EXCHANGES = """
CREATE TEMP TABLE loading_same (line int, pk bigint, why text)
"""

TARGETS = """
INSERT INTO loading_target SELECT file, id, pk FROM loading_identity
"""

TARGETS_IN_ARCHIVE = """
INSERT INTO loading_target
SELECT '{file}', named.id, kept.{pk}
FROM (
    SELECT id FROM loading_reference WHERE target = '{file}'
    EXCEPT SELECT id FROM loading_identity WHERE file = '{file}'
) AS named JOIN {table} AS kept ON kept.import_id = named.id
"""

# The same post from the same day is in the archive once, whoever brings it.
TENURES = """
INSERT INTO loading_identity
SELECT 'tenures', line, id,
    coalesce(pk, nextval(pg_get_serial_sequence('actors_tenure', 'id'))), state
FROM (
    SELECT line, read.id, coalesce(own.id, same.id) AS pk,
        CASE WHEN coalesce(own.id, same.id) IS NULL THEN 'new'
            WHEN own.import_digest <> digest THEN 'changed' ELSE 'unchanged' END AS state
    FROM loading_record AS read
    LEFT JOIN actors_tenure AS own ON own.import_id = read.id
    LEFT JOIN loading_target AS person ON person.file = 'actors' AND person.id = record ->> 'person'
    LEFT JOIN actors_tenure AS same ON same.person_id = person.pk
        AND same.title = record ->> 'title' AND same.start IS NOT DISTINCT FROM record ->> 'start'
    WHERE read.file = 'tenures' ORDER BY line
) AS found
"""

SHORT_FORM = "document:"
"""Before the number of its document, the id of a readout that a document's short form made."""

# A readout that a document's short form made, or an editor, is taken over by the record for it.
READOUTS = f"""
INSERT INTO loading_identity
SELECT 'readouts', line, id,
    coalesce(pk, nextval(pg_get_serial_sequence('statements_readout', 'id'))), state
FROM (
    SELECT line, read.id, coalesce(own.id, same.id) AS pk,
        CASE WHEN coalesce(own.id, same.id) IS NULL THEN 'new'
            WHEN own.import_digest <> digest
                OR own.id IS NULL AND coalesce(same.import_id, '') ~ '^({SHORT_FORM}|$)'
            THEN 'changed' ELSE 'unchanged' END AS state
    FROM loading_record AS read
    LEFT JOIN statements_readout AS own ON own.import_id = read.id
    LEFT JOIN loading_target AS exchange
        ON exchange.file = 'exchanges' AND exchange.id = record ->> 'exchange'
    LEFT JOIN loading_target AS side ON side.file = 'actors' AND side.id = record ->> 'side'
    LEFT JOIN loading_target AS document
        ON document.file = 'documents' AND document.id = record ->> 'document'
    LEFT JOIN statements_readout AS same ON same.exchange_id = exchange.pk
        AND same.side_id IS NOT DISTINCT FROM side.pk
        AND same.document_id IS NOT DISTINCT FROM document.pk
    WHERE read.file = 'readouts' ORDER BY line
) AS found
"""  # noqa: S608, made of constants

ACTORS = {
    "file": "actors",
    "table": "actors_actor",
    "further": "actors_actorimportid",
    "owner": "actor_id",
    "name": "name",
}
EXCHANGES = {
    "file": "exchanges",
    "table": "statements_exchange",
    "further": "statements_exchangeimportid",
    "owner": "exchange_id",
    "name": "title",
}
TOPICS = {
    "file": "topics",
    "table": "statements_topic",
    "further": "statements_topicimportid",
    "owner": "topic_id",
    "name": "name",
}
TABLES = {
    "documents": "statements_document",
    "statements": "statements_statement",
}


# What readers were told was put right is not taken back by a source that says it again.
KEEP_CORRECTED = """
UPDATE loading_identity SET state = 'unchanged' WHERE file = 'statements' AND state = 'changed'
    AND EXISTS (SELECT FROM statements_correction WHERE statement_id = pk)
RETURNING line
"""


def identify() -> list[Row]:
    """Give every record its row, and every id that is referred to.

    Returns what was joined for the first time: file, line, why it is the same, and its name.
    """
    settle("record", "reference")
    joined = [*_with_joined(SAME_ACTORS, ACTORS), *_with_joined(SAME_TOPICS, TOPICS)]
    _with_joined(SAME_EXCHANGES, EXCHANGES)
    for file, table in TABLES.items():
        run(PLAIN.format(file=file, table=table))
    _find_targets()
    run(TENURES)
    run(READOUTS)
    settle("identity", "target")
    return joined


def keep_corrected() -> list[int]:
    """Leave statements that were corrected as they are; returns the lines that say otherwise."""
    return sorted(line for (line,) in rows(KEEP_CORRECTED))


def _with_joined(same: str, names: dict[str, str]) -> list[Row]:
    run(same)
    run(WITH_JOINED.format(**names))
    joined = rows(JOINED_NOW.format(**names))
    run("DROP TABLE loading_same")
    return [(names["file"], *row) for row in joined]


def _find_targets() -> None:
    run(TARGETS)
    for names in (ACTORS, TOPICS, EXCHANGES):
        run(TARGETS_IN_ARCHIVE.format(pk="id", **names))
        further = {"file": names["file"], "table": names["further"], "pk": names["owner"]}
        run(TARGETS_IN_ARCHIVE.format(**further))
    for file, table in TABLES.items():
        run(TARGETS_IN_ARCHIVE.format(pk="id", file=file, table=table))
