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

# Both triggers wait for the end of the transaction, when the participants are there too. They
# look at what is entered and not at names that are resolved later, or dropped because they turn
# out to be somebody who is there already.
_EXCHANGE_ONCE = """
    IF exchange_twin({exchange}) IS NOT NULL THEN
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
    func=_EXCHANGE_ONCE.format(exchange="NEW.id"),
)

PARTICIPANTS_ONCE = pgtrigger.Trigger(
    name="exchange_once",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    timing=pgtrigger.Deferred,
    func="IF TG_OP <> 'INSERT' AND OLD.actor_id IS NULL THEN RETURN NULL; END IF;"
    + _EXCHANGE_ONCE.format(exchange="coalesce(NEW.exchange_id, OLD.exchange_id)"),
)
