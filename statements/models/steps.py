"""The rules of the editorial status that only a trigger can hold."""

import pgtrigger

# Whether one status may not follow another (`STEPS` in statements/publishing.py).
_NO_STEP = """(
    (OLD."editorial_status" IN ('published', 'retracted')
        AND NEW."editorial_status" IN ('draft', 'in_review'))
    OR (OLD."editorial_status" IN ('draft', 'in_review') AND NEW."editorial_status" = 'retracted')
)"""

# What a bundle brings is published as it is, and what is lacking waits in the queues. So this is
# false for what an import inserts, and no function is called. Nor is what comes back because a
# merge is undone published anew.
_NEW = """
NEW."editorial_status" = 'published' AND NEW."import_id" IS NULL
AND NEW."override_reason" ~ '^\\s*$'
"""

_AGAIN = """
NEW."editorial_status" = 'published' AND NEW."override_reason" ~ '^\\s*$'
AND (OLD."editorial_status" <> 'published' OR OLD."override_reason" <> NEW."override_reason")
"""

_RETRACTED = """
NEW."editorial_status" = 'retracted' AND OLD."editorial_status" <> 'retracted'
"""


def editorial_triggers(model: str) -> list[pgtrigger.Trigger]:
    """Give the triggers that hold which step follows which, and what stands against publishing."""
    return [
        pgtrigger.Trigger(
            name="steps",
            when=pgtrigger.Before,
            operation=pgtrigger.UpdateOf("editorial_status"),
            condition=pgtrigger.Condition(_NO_STEP),
            func=f"""
                RAISE check_violation USING CONSTRAINT = '{model}_steps', MESSAGE = CASE
                    WHEN NEW.editorial_status = 'retracted'
                    THEN 'Readers have not seen it: there is nothing to retract.'
                    ELSE 'Readers have seen it: it can be retracted, and is no draft any more.'
                END;
            """,
        ),
        _publishable(model, "publishable_new", pgtrigger.Insert, _NEW),
        _publishable(
            model,
            "publishable",
            pgtrigger.UpdateOf("editorial_status", "override_reason"),
            _AGAIN,
        ),
        pgtrigger.Trigger(
            name="retraction",
            when=pgtrigger.After,
            operation=pgtrigger.UpdateOf("editorial_status"),
            condition=pgtrigger.Condition(_RETRACTED),
            func=f"""
                INSERT INTO statements_retraction ({model}_id) VALUES (NEW.id)
                ON CONFLICT ({model}_id) DO UPDATE SET retracted_at = statement_timestamp();
                RETURN NULL;
            """,  # noqa: S608, the name of the model is ours
        ),
    ]


def _publishable(
    model: str, name: str, operation: pgtrigger.Operation, condition: str
) -> pgtrigger.Trigger:
    """Give the trigger that waits for the transaction's end, when all parts are there."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Condition(condition),
        declare=[("codes", "text")],
        func=f"""
            SELECT array_to_string({model}_blockers(id), ', ') INTO codes FROM statements_{model}
            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';
            IF codes <> '' AND NOT comes_back('statements.{model}', NEW.id) THEN
                RAISE check_violation USING CONSTRAINT = '{model}_is_publishable',
                    MESSAGE = 'This stands against publishing: ' || codes || '.',
                    HINT = 'Mend it, or say in override_reason why it is published all the same.';
            END IF;
            RETURN NULL;
        """,  # noqa: S608, as above
    )


# What readers saw is not replaced without a note. An import goes without: a source that brings
# other words is followed, and the history keeps the ones before.
CORRECTED = pgtrigger.Trigger(
    name="corrected",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("text"),
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition(
        'OLD."text" <> NEW."text" AND OLD."editorial_status" IN (\'published\', \'retracted\')'
    ),
    # Made in this transaction, or the clock would say an earlier time; of these very words.
    func="""
        IF NOT EXISTS (
            SELECT FROM statements_correction
            WHERE statement_id = NEW.id AND text_before = OLD.text AND corrected_at >= now()
        ) AND EXISTS (SELECT FROM statements_statement WHERE id = NEW.id) THEN
            RAISE check_violation USING CONSTRAINT = 'statement_is_corrected',
                MESSAGE = 'Readers have seen these words: a correction has to say what is wrong.',
                HINT = 'Insert a correction with the text before, in the same transaction.';
        END IF;
        RETURN NULL;
    """,
)

KEPT = pgtrigger.Trigger(
    name="kept",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func="""
        RAISE check_violation USING CONSTRAINT = 'correction_is_kept',
            MESSAGE = 'A correction stays as it was written: readers have seen it.';
    """,
)
