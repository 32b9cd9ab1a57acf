"""Rules about what was said that only a trigger can hold."""

import pgtrigger

from actors.models.rules import keep_former_address, take_up_address


def no_loop(table: str, above: str, message: str) -> pgtrigger.Trigger:
    """Give the trigger that refuses a row which would, by its column `above`, stand below itself.

    The names and the message are ours, never a user's.
    """
    return pgtrigger.Trigger(
        name="no_loop",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(above),
        condition=pgtrigger.Condition(f'NEW."{above}" IS NOT NULL'),
        func=f"""
            IF EXISTS (
                WITH RECURSIVE upward(id) AS (
                    SELECT NEW.{above}
                    UNION SELECT row.{above} FROM {table} AS row JOIN upward USING (id)
                    WHERE row.{above} IS NOT NULL
                ) SELECT FROM upward WHERE id = NEW.id
            ) THEN
                RAISE check_violation USING CONSTRAINT = '{table}_no_loop', MESSAGE = '{message}';
            END IF;
            RETURN NULL;
        """,  # noqa: S608
    )


TOPIC_TREE = no_loop("statements_topic", "parent_id", "A topic cannot stand below itself.")
TRANSLATIONS = no_loop(
    "statements_statement", "translation_of_id", "A statement is no translation of itself."
)
EXCHANGE_TREE = no_loop(
    "statements_exchange", "part_of_id", "An exchange cannot be part of itself."
)

KEEP_TOPIC_ADDRESS = keep_former_address("statements_formertopicaddress", "topic_id")
TAKE_UP_TOPIC_ADDRESS = take_up_address("statements_formertopicaddress")

ANCHOR_INSIDE = pgtrigger.Trigger(
    name="anchor_inside",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert
    | pgtrigger.UpdateOf("snapshot_id", "anchor_start", "anchor_end", "document_id"),
    condition=pgtrigger.Condition('NEW."snapshot_id" IS NOT NULL AND NEW."anchor_end" IS NOT NULL'),
    func="""
        IF NOT EXISTS (
            SELECT FROM statements_snapshot
            WHERE id = NEW.snapshot_id AND document_id = NEW.document_id
                AND NEW.anchor_end <= length
        ) THEN
            RAISE check_violation USING CONSTRAINT = 'statement_anchor_is_inside',
                MESSAGE = 'The anchor lies outside the kept copy of its document.';
        END IF;
        RETURN NEW;
    """,
)

# What a statement is judged by when it is compared with its source.
JUDGED = (
    "text", "quote_type", "document_id", "snapshot_id", "anchor_start", "anchor_end",
    "anchor_exact", "editorial_status", "override_reason",
)  # fmt: skip

# Apart from the rule above, since it reads the copy's text. An import, which has just found the
# words there, goes without both.
ANCHOR_EXACT = pgtrigger.Trigger(
    name="anchor_words",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert
    | pgtrigger.UpdateOf("snapshot_id", "anchor_start", "anchor_end", "anchor_exact"),
    condition=pgtrigger.Condition('NEW."snapshot_id" IS NOT NULL AND NEW."anchor_end" IS NOT NULL'),
    func="""
        IF NEW.anchor_exact <> (
            SELECT substr(text, NEW.anchor_start + 1, NEW.anchor_end - NEW.anchor_start)
            FROM statements_snapshot
            WHERE id = NEW.snapshot_id AND NEW.anchor_start < NEW.anchor_end
        ) THEN
            RAISE check_violation USING CONSTRAINT = 'statement_anchor_is_exact',
                MESSAGE = 'Other words stand at this place of the kept copy.';
        END IF;
        RETURN NEW;
    """,
)

# What was found wrong of a statement was found of the words and the place that it had. The words at
# the new place are asked for once more: an import goes without the rule above.
FAILED_CHECK_IS_VOID = pgtrigger.Trigger(
    name="failed_check_is_void",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf(*JUDGED),
    condition=pgtrigger.Condition(
        " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in JUDGED)
    ),
    func="""
        DELETE FROM statements_failedcheck WHERE statement_id = NEW.id AND (
            NEW.snapshot_id IS NULL OR NEW.anchor_exact = (
                SELECT substr(text, NEW.anchor_start + 1, NEW.anchor_end - NEW.anchor_start)
                FROM statements_snapshot
                WHERE id = NEW.snapshot_id AND document_id = NEW.document_id
            )
        );
        RETURN NULL;
    """,
)

# A row for each copy rather than one query for all: for that PostgreSQL would keep all their texts
# until the statement ends. What lists say of the words in a document's earlier copies follows from
# there being another one.
SEAL = pgtrigger.Trigger(
    name="seal",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    func="""
        INSERT INTO statements_snapshotseal (snapshot_id, document_id, retrieved_at, sha256)
        VALUES (NEW.id, NEW.document_id, NEW.retrieved_at, NEW.sha256);
        IF EXISTS (
            SELECT FROM statements_snapshot WHERE document_id = NEW.document_id AND id <> NEW.id
        ) THEN
            PERFORM public.note_records('statement', ARRAY(
                SELECT id FROM statements_statement WHERE document_id = NEW.document_id
            ));
        END IF;
        RETURN NULL;
    """,
)

# Both triggers wait for the end of the transaction, when the participants are there too. They
# look at what is entered and not at names that are resolved later, or dropped because they turn
# out to be somebody who is there already; nor at what comes back because a merge is undone.
_EXCHANGE_ONCE = """
    IF exchange_twin({exchange}) IS NOT NULL
        AND NOT comes_back('statements.exchange', {exchange}){or_else} THEN
        RAISE check_violation USING CONSTRAINT = 'exchange_once',
            MESSAGE = 'This exchange is in the archive already: same kind, day, participants.';
    END IF;
    RETURN NULL;
"""

EXCHANGE_ONCE = pgtrigger.Trigger(
    name="exchange_once",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("kind", "date", "another_that_day"),
    timing=pgtrigger.Deferred,
    func=_EXCHANGE_ONCE.format(exchange="NEW.id", or_else=""),
)

PARTICIPANTS_ONCE = pgtrigger.Trigger(
    name="exchange_once",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    timing=pgtrigger.Deferred,
    func="IF TG_OP <> 'INSERT' AND OLD.actor_id IS NULL THEN RETURN NULL; END IF;"
    + _EXCHANGE_ONCE.format(
        exchange="coalesce(NEW.exchange_id, OLD.exchange_id)",
        or_else=" AND NOT comes_back('actors.actor', NEW.actor_id)",
    ),
)

# The statements are locked, so that neither is moved before the verdict on them is there to be
# seen by the rule below.
OF_ONE_EXCHANGE = pgtrigger.Trigger(
    name="of_one_exchange",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("one_id", "other_id"),
    func="""
        PERFORM FROM statements_statement WHERE id IN (NEW.one_id, NEW.other_id)
            ORDER BY id FOR SHARE;
        IF NOT EXISTS (
            SELECT FROM statements_statement AS one, statements_statement AS other
            WHERE one.id = NEW.one_id AND other.id = NEW.other_id
                AND one.exchange_id = other.exchange_id AND one.document_id <> other.document_id
        ) THEN
            RAISE check_violation USING CONSTRAINT = 'verdict_is_of_one_exchange',
                MESSAGE = 'The two passages are of one exchange and of different documents.';
        END IF;
        RETURN NEW;
    """,
)

# Of what is moved together, as when two exchanges are merged, the verdicts stay.
VERDICTS_ARE_VOID = pgtrigger.Trigger(
    name="verdicts_are_void",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("exchange_id", "document_id"),
    condition=pgtrigger.Condition(
        'OLD."exchange_id" IS DISTINCT FROM NEW."exchange_id"'
        ' OR OLD."document_id" IS DISTINCT FROM NEW."document_id"'
    ),
    func="""
        DELETE FROM statements_verdict AS verdict
        USING statements_statement AS one, statements_statement AS other
        WHERE NEW.id IN (verdict.one_id, verdict.other_id)
            AND one.id = verdict.one_id AND other.id = verdict.other_id
            AND NOT coalesce(
                one.exchange_id = other.exchange_id AND one.document_id <> other.document_id, false
            );
        RETURN NULL;
    """,
)
