"""Who is meant by the names that stand in the bundle as printed, without an id."""

from actors.resolving import resolve
from statements.loading.database import copy, rows
from statements.loading.staging import settle

PRINTED = """
SELECT record ->> 'publisher' FROM loading_documents WHERE state IN ('new', 'changed')
UNION SELECT record ->> 'speaker' FROM loading_statements
    WHERE state IN ('new', 'changed') AND NOT record ? 'actor'
UNION SELECT value ->> 'name' FROM loading_statements, jsonb_array_elements(record -> 'addressees')
    WHERE state IN ('new', 'changed') AND NOT value ? 'actor'
UNION SELECT value ->> 'name' FROM loading_statements, jsonb_array_elements(record -> 'attribution')
    WHERE state IN ('new', 'changed') AND NOT value ? 'actor'
UNION SELECT value ->> 'name' FROM loading_exchanges, jsonb_array_elements(record -> 'participants')
    WHERE state <> 'unchanged' AND NOT value ? 'actor'
"""


def resolve_printed() -> None:
    """Stage the actor of every printed name that fits exactly one."""
    meant = resolve(name for (name,) in rows(PRINTED))
    copy("loading_meant", "name, pk", list(meant.items()))
    settle("meant")
