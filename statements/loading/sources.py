"""Writing documents, the copies of their texts, and readouts."""

from statements.licences import shown_by_rights
from statements.loading.database import run
from statements.loading.identities import SHORT_FORM
from statements.loading.tables import Table, perhaps, said, target

PUBLISHER = """
CASE WHEN kept.publisher_as_printed = record ->> 'publisher'
    THEN coalesce(kept.publisher_id, meant.pk) ELSE meant.pk END
"""

SHOWN = shown_by_rights(said("rights"))
KEPT_SHOWN = f"CASE WHEN kept.copy_shown_is_chosen THEN kept.copy_shown ELSE {SHOWN} END"

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
    anew={"publisher_id": "meant.pk", "editorial_status": "'published'", "copy_shown": SHOWN},
    again={"publisher_id": PUBLISHER, "copy_shown": KEPT_SHOWN},
)

SNAPSHOTS = """
WITH made AS (
    INSERT INTO statements_snapshot (document_id, text)
    SELECT pk, body FROM loading_documents
    WHERE state IN ('new', 'changed') AND body IS NOT NULL ORDER BY line
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
WHERE state IN ('new', 'changed')
"""  # noqa: S608, made of constants

# Made by a document's short form that says something else now.
NOT_SAID = f"""
state = 'changed' AND kept.import_id = '{SHORT_FORM}' || short.document
AND (kept.exchange_id, kept.side_id, kept.document_id)
    IS DISTINCT FROM (short.exchange, short.side, short.document)
"""

SAYS_NO_MORE = """
note = '' AND claimed_date IS NULL AND claimed_minutes IS NULL AND claimed_initiator_id IS NULL
"""

DROP_SHORT = f"""
DELETE FROM statements_readout AS kept USING ({SHORT}) AS short
WHERE {NOT_SAID} AND {SAYS_NO_MORE}
"""  # noqa: S608, made of constants

# What an editor added to is the editor's from then on.
RELEASE_SHORT = f"""
UPDATE statements_readout AS kept SET import_id = NULL FROM ({SHORT}) AS short
WHERE {NOT_SAID} AND NOT ({SAYS_NO_MORE})
"""  # noqa: S608, made of constants

ADD_SHORT = f"""
INSERT INTO statements_readout (import_id, exchange_id, side_id, document_id)
SELECT '{SHORT_FORM}' || document, exchange, side, document FROM ({SHORT}) AS short
WHERE exchange IS NOT NULL ORDER BY document
ON CONFLICT (exchange_id, side_id, document_id) DO NOTHING
"""  # noqa: S608, made of constants


def write_documents() -> None:
    """Write the documents, and a copy of each text that is not kept yet."""
    DOCUMENTS.write()
    run(SNAPSHOTS)
    # What was taken back in this table, by a dry run, makes it look empty to the planner.
    run("ANALYZE statements_snapshot (id, document_id)")


def write_readouts() -> None:
    """Write the readouts that have records, then those that documents stand for."""
    READOUTS.write()
    run(DROP_SHORT)
    run(RELEASE_SHORT)
    run(ADD_SHORT)
