"""What readers see of an archive, as rows for Datasette: the same that is on our pages."""

PUBLIC = "record.editorial_status IN ('published', 'retracted')"
ON_EXCHANGE = """
LEFT JOIN statements_exchange AS exchange ON exchange.id = record.exchange_id
    AND exchange.editorial_status IN ('published', 'retracted')
"""

STATEMENTS = f"""
SELECT record.id, coalesce(speaker.name, record.speaker_as_printed), exchange.kind,
    record.language, record.quote_type, record.date_earliest::text, record.date_latest::text,
    publisher.name, document.title, record.text,
    (SELECT json_agg(name ORDER BY name)::text FROM statements_statement_topics AS tag
        JOIN statements_topic AS topic ON topic.id = tag.topic_id
        WHERE tag.statement_id = record.id)
FROM statements_statement AS record
LEFT JOIN actors_actor AS speaker ON speaker.id = record.speaker_id {ON_EXCHANGE}
JOIN statements_document AS document ON document.id = record.document_id
LEFT JOIN actors_actor AS publisher ON publisher.id = document.publisher_id
WHERE {PUBLIC} ORDER BY record.id
"""  # noqa: S608, made of constants

# With the topics above those that a statement is tagged with, as our filter has it.
TOPICS = f"""
WITH RECURSIVE upward (topic_id, above_id) AS (
    SELECT id, id FROM statements_topic
    UNION ALL SELECT topic_id, parent_id FROM upward JOIN statements_topic ON id = above_id
    WHERE parent_id IS NOT NULL
)
SELECT DISTINCT tag.statement_id, topic.name FROM statements_statement_topics AS tag
JOIN upward USING (topic_id) JOIN statements_topic AS topic ON topic.id = above_id
JOIN statements_statement AS record ON record.id = tag.statement_id
WHERE {PUBLIC} ORDER BY 1, 2
"""  # noqa: S608, made of constants

COUNTERPARTS = f"""
SELECT record.id, actor.name FROM statements_statement AS record {ON_EXCHANGE}
JOIN statements_participation AS part ON part.exchange_id = exchange.id
    AND part.actor_id IS DISTINCT FROM record.speaker_id
JOIN actors_actor AS actor ON actor.id = part.actor_id
WHERE {PUBLIC}
UNION SELECT record.id, actor.name FROM statements_statement AS record
JOIN statements_addressee AS addressee ON addressee.statement_id = record.id
JOIN actors_actor AS actor ON actor.id = addressee.actor_id
WHERE {PUBLIC} ORDER BY 1, 2
"""  # noqa: S608, made of constants

FILLED = {
    "statements": (STATEMENTS, 11),
    "statement_topics": (TOPICS, 2),
    "statement_counterparts": (COUNTERPARTS, 2),
}
"""The tables of the SQLite file, each with its query and how many columns that gives."""
