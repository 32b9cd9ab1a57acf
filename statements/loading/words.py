"""Writing statements and what belongs to each."""

from collections.abc import Iterator

from statements.loading.database import rows, run
from statements.loading.people import ADDRESSEES, write_links
from statements.loading.problems import Problem
from statements.loading.subjects import link_topics
from statements.loading.tables import Table, perhaps, said, target

SPEAKER = """
CASE WHEN kept.speaker_as_printed = record ->> 'speaker'
    THEN coalesce(actor.pk, kept.speaker_id, meant.pk) ELSE coalesce(actor.pk, meant.pk) END
"""

FIRST_STATUS = f"""
CASE WHEN {said("text")} = '' THEN 'draft'
    WHEN record ->> 'quote_type' = 'direct' AND anchor.snapshot IS NULL THEN 'in_review'
    ELSE 'published' END
"""

# Words that were there are not taken away by a record that has none.
NEXT_TEXT = f"coalesce(nullif({said('text')}, ''), kept.text)"

# The same words stay anchored where they were found, in a copy that is older than the last.
STILL_THERE = f"""
anchor.snapshot IS NULL AND kept.snapshot_id IS NOT NULL
AND kept.text = {NEXT_TEXT} AND kept.document_id = document.pk
"""

# What an editor decided stands, unless the words it was decided for are others now.
NEXT_STATUS = f"""
CASE WHEN kept.text = '' AND kept.editorial_status = 'draft' THEN {FIRST_STATUS}
    WHEN kept.editorial_status = 'published' AND record ->> 'quote_type' = 'direct'
        AND anchor.snapshot IS NULL AND NOT ({STILL_THERE})
        AND (kept.text <> {NEXT_TEXT} OR kept.override_reason ~ '^\\s*$') THEN 'in_review'
    ELSE kept.editorial_status END
"""


def _anchor(text: str) -> dict[str, str]:
    """Give the columns of a text's anchor; its words are staged only where they are others."""
    exact = f"CASE WHEN anchor.snapshot IS NULL THEN '' ELSE coalesce(anchor.exact, {text}) END"
    return {
        "snapshot_id": "anchor.snapshot",
        "anchor_start": "anchor.first",
        "anchor_end": "anchor.behind",
        "anchor_exact": exact,
    }


STATEMENTS = Table(
    "statements",
    "statements_statement",
    {
        "text": said("text"),
        "language": said("language"),
        "quote_type": said("quote_type"),
        "translated": "coalesce((record ->> 'translated')::boolean, false)",
        "translation_of_id": "translation_of.pk",
        "speaker_as_printed": said("speaker"),
        "attribution_as_printed": said("attribution_as_printed"),
        "date": perhaps("date"),
        "exchange_id": "exchange.pk",
        "document_id": "document.pk",
    },
    target("actor", file="actors")
    + target("exchange", file="exchanges")
    + target("document", file="documents")
    + target("translation_of", file="statements")
    + " LEFT JOIN loading_meant AS meant ON meant.name = record ->> 'speaker'"
    + " LEFT JOIN loading_anchor AS anchor ON anchor.statement = read.pk",
    anew={
        "speaker_id": "coalesce(actor.pk, meant.pk)",
        "editorial_status": FIRST_STATUS,
        **_anchor(said("text")),
    },
    again={
        "text": NEXT_TEXT,
        "speaker_id": SPEAKER,
        "editorial_status": NEXT_STATUS,
        **{
            name: f"CASE WHEN {STILL_THERE} THEN kept.{name} ELSE {value} END"
            for name, value in _anchor(NEXT_TEXT).items()
        },
    },
)

REANCHOR = """
UPDATE statements_statement AS kept SET snapshot_id = anchor.snapshot,
    anchor_start = first, anchor_end = behind, anchor_exact = coalesce(exact, kept.text)
FROM loading_anchor AS anchor LEFT JOIN loading_statements AS read ON read.pk = anchor.statement
WHERE coalesce(state, 'unchanged') = 'unchanged' AND kept.id = anchor.statement
"""

# Translations are made in the newsroom too, so that none is taken away.
TRANSLATIONS = """
INSERT INTO statements_translation AS kept (statement_id, language, translator, text)
SELECT pk, value ->> 'language', value ->> 'translator', value ->> 'text'
FROM loading_statements, jsonb_array_elements(record -> 'translations')
WHERE state IN ('new', 'changed') ORDER BY line
ON CONFLICT (statement_id, language, translator) DO UPDATE SET text = EXCLUDED.text
    WHERE kept.text <> EXCLUDED.text
"""

WORDLESS = f"""
SELECT line, kept.text <> '' FROM loading_statements AS read
JOIN statements_statement AS kept ON kept.id = pk
WHERE {said("text")} = '' AND (kept.text = '' OR state = 'changed') ORDER BY line
"""  # noqa: S608, made of constants


def write_statements() -> Iterator[Problem]:
    """Write the statements; give warnings of missing words, and of people about them."""
    STATEMENTS.write()
    run(REANCHOR)
    link_topics("statement")
    yield from _wordless()
    yield from ADDRESSEES.write()
    yield from write_links()
    run(TRANSLATIONS)


def _wordless() -> Iterator[Problem]:
    for line, kept in rows(WORDLESS):
        message = "those of the archive stay" if kept else "it is kept as a draft"
        yield Problem("statements.jsonl", line, "text", f"has no words; {message}")
