"""Writing documents, the copies of their texts, and readouts."""

from statements.loading.database import run
from statements.loading.tables import Table, perhaps, said, target

PUBLISHER = """
CASE WHEN kept.publisher_as_printed = record ->> 'publisher'
    THEN coalesce(kept.publisher_id, meant.pk) ELSE meant.pk END
"""

DOCUMENTS = Table(
    "documents",
    "statements_document",
    {
        "kind": said("kind"),
        "title": said("title"),
        "publisher_as_printed": said("publisher"),
        "language": said("language"),
        "date": perhaps("date"),
        "time": perhaps("time", "time"),
        "timezone": said("timezone"),
        "url": said("url"),
        "summary": said("summary"),
        "rights": said("rights"),
    },
    "LEFT JOIN loading_meant AS meant ON meant.name = record ->> 'publisher'",
    anew={"publisher_id": "meant.pk", "editorial_status": "'published'"},
    again={"publisher_id": PUBLISHER},
)

SNAPSHOTS = """
WITH made AS (
    INSERT INTO statements_snapshot (document_id, text)
    SELECT pk, record ->> 'text' FROM loading_documents
    WHERE state IN ('new', 'changed') AND record ->> 'text' IS NOT NULL ORDER BY line
    ON CONFLICT (document_id, sha256) DO NOTHING RETURNING document_id, id
)
INSERT INTO loading_snapshot SELECT document_id, id, true FROM made
"""

READOUTS = Table(
    "readouts",
    "statements_readout",
    {
        "exchange_id": "exchange.pk",
        "side_id": "side.pk",
        "document_id": "document.pk",
        "none_found_on": perhaps("none_found_on", "date"),
        "claimed_date": perhaps("claimed_date"),
        "claimed_minutes": perhaps("claimed_minutes", "int"),
        "claimed_initiator_id": "claimed_initiator.pk",
        "note": said("note"),
    },
    target("exchange", file="exchanges")
    + target("document", file="documents")
    + target("side", "claimed_initiator", file="actors"),
)

SHORT = f"""
SELECT read.pk AS document, exchange.pk AS exchange, side.pk AS side, state
FROM loading_documents AS read
{target("exchange", file="exchanges")} {target("side", file="actors")}
WHERE state IN ('new', 'changed') AND exchange.pk IS NOT NULL
"""  # noqa: S608, made of constants

# A readout that says nothing but what a document's short form says goes with it.
DROP_SHORT = f"""
DELETE FROM statements_readout AS kept USING ({SHORT}) AS short
WHERE state = 'changed' AND kept.document_id = short.document AND import_id IS NULL
    AND note = '' AND claimed_date IS NULL AND claimed_minutes IS NULL
    AND claimed_initiator_id IS NULL
    AND (exchange_id <> exchange OR side_id IS DISTINCT FROM side)
"""  # noqa: S608, made of constants

ADD_SHORT = f"""
INSERT INTO statements_readout (exchange_id, side_id, document_id)
SELECT exchange, side, document FROM ({SHORT}) AS short ORDER BY document
ON CONFLICT (exchange_id, side_id, document_id) DO NOTHING
"""  # noqa: S608, made of constants


def write_documents() -> None:
    """Write the documents, and a copy of each text that is not kept yet."""
    DOCUMENTS.write()
    run(SNAPSHOTS)


def write_readouts() -> None:
    """Write the readouts that have records, then those that documents stand for."""
    READOUTS.write()
    run(DROP_SHORT)
    run(ADD_SHORT)
