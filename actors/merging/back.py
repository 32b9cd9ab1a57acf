"""Taking back the steps of a merge, each in a few queries; what cannot be is told in words."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

from actors.merging.kinds import kinds
from actors.merging.relations import (
    Reference,
    Table,
    column,
    field_words,
    is_array,
    leads,
    target,
)
from actors.models.merge import Merge, MergeStep

KEYS = """
SELECT jsonb_array_elements_text(rows)::{key_type}
FROM actors_mergestep WHERE actors_mergestep.id = %(step)s
"""
ROWS = """(
    SELECT each.* FROM actors_mergestep, jsonb_populate_recordset(NULL::{table}, rows) AS each
    WHERE actors_mergestep.id = %(step)s
)"""

SEND_BACK = f"""
UPDATE {{table}} SET {{column}} = %(gone)s WHERE {{column}} = %(kept)s AND {{key}} IN ({KEYS})
"""  # noqa: S608, made of our own names

STILL_THERE = f"SELECT count(*) FROM {{table}} WHERE {{key}} IN ({KEYS})"  # noqa: S608, made of our own names

PUT_BACK = f"""
INSERT INTO {{table}} ({{columns}}) SELECT {{values}} FROM {ROWS} AS back
WHERE {{founded}} ON CONFLICT DO NOTHING
"""  # noqa: S608, made of our own names

# Of the record itself nothing may be missing: a conflict is refused in the words of the rule.
PUT_BACK_GONE = f"INSERT INTO {{table}} ({{columns}}) SELECT {{values}} FROM {ROWS} AS back"  # noqa: S608, made of our own names

DROP_MADE = f"""
DELETE FROM {{table}} AS made USING {ROWS} AS said
WHERE made.{{key}} = said.{{key}} AND ({{same}})
"""  # noqa: S608, made of our own names

FILLED = """(
    SELECT (filled ->> 'key')::{key_type} AS key,
        filled -> 'before' AS was, filled -> 'after' AS became,
        jsonb_populate_record(NULL::{table}, filled -> 'before') AS before,
        jsonb_populate_record(NULL::{table}, filled -> 'after') AS after
    FROM actors_mergestep, jsonb_array_elements(rows) AS filled WHERE actors_mergestep.id = %(step)s
)"""

TOLD = """
SELECT DISTINCT jsonb_object_keys(filled -> 'before')
FROM actors_mergestep, jsonb_array_elements(rows) AS filled WHERE actors_mergestep.id = %(step)s
"""

EMPTY = f"""
UPDATE {{table}} AS kept SET {{emptied}} FROM {FILLED} AS filled WHERE kept.{{key}} = filled.key
"""  # noqa: S608, made of our own names

# How many of the filled columns hold something else than what they were filled with.
CHANGED = f"""
SELECT {{changed}} FROM {FILLED} AS filled JOIN {{table}} AS kept ON kept.{{key}} = filled.key
"""  # noqa: S608, made of our own names

# What no editor says of a row that a merge made: an import may note it anew.
NOT_SAID = {"import_digest"}


def send_back(merge: Merge, step: MergeStep) -> Iterator[str]:
    """Lead what was moved, and still hangs on the kept record, to the other one again."""
    table = _table(step)
    field: Any = table.model._meta.get_field(step.field)
    names = {"table": table.name, "key": table.key, "key_type": table.key_type}
    back = _run(SEND_BACK.format(column=column(field), **names), merge, step)
    if back == step.number:
        return
    there = _count(STILL_THERE.format(**names), merge, step)
    words = Reference(field).words
    if there > back:
        yield f"{words}: {there - back} no longer with {merge.kept_name}, left where they are."
    if there < step.number:
        yield f"{words}: {step.number - there} deleted since."


def put_back_dropped(merge: Merge, step: MergeStep) -> Iterator[str]:
    """Put the rows back that were dropped, where all that they belong to is there."""
    table = _table(step)
    founded = [_is_there(field) for field in table.columns if leads(field)]
    query = _inserting(PUT_BACK, table, founded=" AND ".join(founded) or "true")
    left = step.number - _run(query, merge, step)
    if left:
        what = table.model._meta.verbose_name_plural
        why = "there is such a row, or what it belonged to is gone"
        yield f"{what}: {left} not put back, as {why}."


def put_back_gone(merge: Merge, step: MergeStep) -> Iterator[str]:
    """Put the record itself back, under its old key; a link of it to what is gone is left out."""
    table = _table(step)
    _run(_inserting(PUT_BACK_GONE, table), merge, step)
    for field in table.columns:
        if leads(field) and _count(_lost(table, field), merge, step):
            yield f"{field_words(field)}: it is not there any more."


def drop_made(merge: Merge, step: MergeStep) -> Iterator[str]:
    """Take away what the merge made, unless it was changed since."""
    table = _table(step)
    said = [column(one) for one in table.columns if one.column not in NOT_SAID]
    same = " AND ".join(f"made.{name} IS NOT DISTINCT FROM said.{name}" for name in said)
    query = DROP_MADE.format(table=table.name, key=table.key, same=same)
    left = step.number - _run(query, merge, step)
    there = left and _count(_any_made(table), merge, step)
    if there:
        yield f"{table.model._meta.verbose_name_plural}: {there} changed since, left as they are."


def empty_filled(merge: Merge, step: MergeStep) -> Iterator[str]:
    """Set back what was filled in, unless it was changed since."""
    table = _table(step)
    told = {name for (name,) in _rows(TOLD, merge, step)}
    fields = [one for one in table.columns if one.column in told]
    names = {"table": table.name, "key": table.key, "key_type": table.key_type}
    changed = ", ".join(f"count(*) FILTER (WHERE {_changed(one)})" for one in fields)
    [counts] = _rows(CHANGED.format(changed=changed, **names), merge, step)
    emptied = ", ".join(f"{column(one)} = {_emptied(one)}" for one in fields)
    _run(EMPTY.format(emptied=emptied, **names), merge, step)
    for field, count in zip(fields, counts, strict=True):
        if count and not is_array(field):
            what = table.model._meta.verbose_name
            yield f"{field_words(field)} ({what}): changed since, left as it is."


def _table(step: MergeStep) -> Table:
    models = apps.get_models(include_auto_created=True)
    return Table(next(one for one in models if one._meta.label_lower == step.model))


def _inserting(query: str, table: Table, **more: str) -> str:
    columns = table.columns
    return query.format(
        table=table.name,
        columns=", ".join(column(one) for one in columns),
        values=", ".join(map(_value, columns)),
        **more,
    )


def _value(field: "models.Field[Any, Any]") -> str:
    """Give the column of a row that comes back; one that leads to what is gone is empty."""
    if not leads(field):
        return _back(field)
    value = _today(field)
    return f"CASE WHEN {_is_there(field)} THEN {value} END" if field.null else value


def _today(field: "models.Field[Any, Any]") -> str:
    """Give the key that a row leads to, which may have been merged with another one since."""
    label = _target(field).label
    if label in {kind.label for kind in kinds()}:
        return f"public.merged_into('{label}', {_back(field)}, %(merge)s)"
    return _back(field)


def _back(field: "models.Field[Any, Any]") -> str:
    return f"back.{column(field)}"


def _is_there(field: "models.Field[Any, Any]") -> str:
    table = _target(field)
    there = f"EXISTS (SELECT FROM {table.name} AS t WHERE t.{table.key} = {_today(field)})"
    return f"({_back(field)} IS NULL OR {there})"


def _target(field: "models.Field[Any, Any]") -> Table:
    return Table(target(field))


def _lost(table: Table, field: "models.Field[Any, Any]") -> str:
    rows = ROWS.format(table=table.name)
    return f"SELECT count(*) FROM {rows} AS back WHERE NOT {_is_there(field)}"  # noqa: S608


def _any_made(table: Table) -> str:
    rows, key = ROWS.format(table=table.name), table.key
    return f"SELECT count(*) FROM {table.name} AS t JOIN {rows} AS said ON t.{key} = said.{key}"  # noqa: S608


def _emptied(field: "models.Field[Any, Any]") -> str:
    """Give what a column is set back to: of several values, those go that were added."""
    name = column(field)
    kept, before, after = f"kept.{name}", f"(filled.before).{name}", f"(filled.after).{name}"
    otherwise = kept
    if is_array(field):
        added = f"(SELECT one FROM unnest({kept}) AS one WHERE {_added(name)})"  # noqa: S608, made of our own names
        otherwise = f"CASE WHEN {_told(field)} THEN ARRAY{added} ELSE {kept} END"
    set_back = f"{_told(field)} AND {kept} IS NOT DISTINCT FROM {after}"
    return f"CASE WHEN {set_back} THEN {before} ELSE {otherwise} END"


def _added(name: str) -> str:
    """Give the condition that one of several values is not one that was added."""
    before, after = f"(filled.before).{name}", f"(filled.after).{name}"
    return f"one <> ALL({after}) OR one = ANY({before})"


def _changed(field: "models.Field[Any, Any]") -> str:
    name = column(field)
    return f"{_told(field)} AND kept.{name} IS DISTINCT FROM (filled.after).{name}"


def _told(field: "models.Field[Any, Any]") -> str:
    """Give the condition that the column is among those that were filled in."""
    return f"(filled.was -> '{field.column}' IS DISTINCT FROM filled.became -> '{field.column}')"


def _keys(merge: Merge, step: MergeStep) -> dict[str, int]:
    return {"merge": merge.pk, "step": step.pk, "kept": merge.kept, "gone": merge.gone}


def _run(query: str, merge: Merge, step: MergeStep) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query, _keys(merge, step))
        return int(cursor.rowcount)


def _rows(query: str, merge: Merge, step: MergeStep) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, _keys(merge, step))
        return cursor.fetchall()


def _count(query: str, merge: Merge, step: MergeStep) -> int:
    [(count,)] = _rows(query, merge, step)
    return int(count)
