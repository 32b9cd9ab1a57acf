"""What is done to the rows of one table, in one query each, and written down in the same query."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault
from psycopg.sql import Literal

from actors.merging.relations import Reference, Table, column, quoted
from actors.models.merge import Merge, StepAction

Params = Mapping[str, Any]

NOTE = """
INSERT INTO actors_mergestep (merge_id, action, model, field, number, rows)
SELECT %(merge)s, %(action)s, %(model)s, %(field)s, count(*), jsonb_agg({what}) FROM {rows}
HAVING count(*) > 0
"""

MOVE = f"""
WITH moved AS (
    UPDATE {{table}} SET {{column}} = %(kept)s WHERE {{column}} = %(gone)s RETURNING {{key}} AS key
) {NOTE.format(what="key", rows="moved")}
"""  # noqa: S608, made of our own names

# Whatever the row that stays does not say, and the one that goes does, is taken over: what it says
# is neither null nor what the table says by itself, such as nothing, or “participant”.
FILL = f"""
WITH doubled AS MATERIALIZED ({{doubles}}),
before AS (
    SELECT kept.{{key}} AS key, jsonb_build_object({{pairs}}) AS said
    FROM {{table}} AS kept JOIN doubled ON doubled.kept = kept.{{key}}
), after AS (
    UPDATE {{table}} AS kept SET {{taken}}
    FROM doubled JOIN {{table}} AS gone ON gone.{{key}} = doubled.gone
    WHERE kept.{{key}} = doubled.kept AND ({{lacking}})
    RETURNING kept.{{key}} AS key, jsonb_build_object({{pairs}}) AS said
), filled AS (
    SELECT key, before.said AS before, after.said AS after FROM before JOIN after USING (key)
) {
    NOTE.format(
        what="jsonb_build_object('key', key, 'before', before, 'after', after)", rows="filled"
    )
}
"""  # noqa: S608, made of our own names

DROP = f"""
WITH doubled AS MATERIALIZED ({{doubles}}),
dropped AS (
    DELETE FROM {{table}} AS gone USING doubled WHERE gone.{{key}} = doubled.gone
    RETURNING gone.*
) {NOTE.format(what="to_jsonb(dropped)", rows="dropped")}
"""  # noqa: S608, made of our own names

GO = f"""
WITH gone AS (DELETE FROM {{table}} WHERE {{key}} = %(gone)s RETURNING *)
{NOTE.format(what="to_jsonb(gone)", rows="gone")}
"""  # noqa: S608, made of our own names

MAKE = f"""
WITH made AS (
    INSERT INTO {{table}} ({{columns}}) VALUES ({{values}}) ON CONFLICT DO NOTHING RETURNING *
) {NOTE.format(what="to_jsonb(made)", rows="made")}
"""  # noqa: S608, made of our own names

TAKE = f"""
WITH before AS (
    SELECT kept.{{key}} AS key, jsonb_build_object({{pairs}}) AS said
    FROM {{table}} AS kept WHERE {{key}} = %(kept)s
), after AS (
    UPDATE {{table}} AS kept SET {{taken}} WHERE {{key}} = %(kept)s
    RETURNING kept.{{key}} AS key, jsonb_build_object({{pairs}}) AS said
), filled AS (
    SELECT key, before.said AS before, after.said AS after FROM before JOIN after USING (key)
) {
    NOTE.format(
        what="jsonb_build_object('key', key, 'before', before, 'after', after)", rows="filled"
    )
}
"""  # noqa: S608, made of our own names

# They say where a row comes from, not what is so.
OF_ITS_SOURCE = {"import_id", "import_digest", "created_at"}


def move(merge: Merge, reference: Reference) -> None:
    """Lead everything that leads to the one that goes to the one that is kept."""
    table = reference.table
    query = MOVE.format(table=table.name, column=reference.column, key=table.key)
    _run(query, merge, StepAction.MOVED, table, field=reference.field.name)


def drop(merge: Merge, reference: Reference, doubles: str) -> None:
    """Fill the rows that stay from those that say the same, and drop these."""
    table, columns = reference.table, fillable(reference)
    if columns:
        names = [column(one) for one in columns]
        query = FILL.format(
            doubles=doubles,
            table=table.name,
            key=table.key,
            pairs=_pairs(columns),
            taken=", ".join(map(_taken, columns)),
            lacking=" OR ".join(f"({_unsaid(c)} AND gone.{n} IS NOT NULL)"
                for c, n in zip(columns, names, strict=True)),
        )  # fmt: skip
        _run(query, merge, StepAction.FILLED, table)
    query = DROP.format(doubles=doubles, table=table.name, key=table.key)
    _run(query, merge, StepAction.DROPPED, table, field=reference.field.name)


def go(merge: Merge, table: Table) -> None:
    """Take the record itself away."""
    _run(GO.format(table=table.name, key=table.key), merge, StepAction.GONE, table)


def make(merge: Merge, row: models.Model) -> None:
    """Make a row that the kept record is to have; not where there is such a row."""
    table = Table(type(row))
    said = {field: getattr(row, field.attname) for field in table.columns}
    given = {
        field.column: field.get_db_prep_save(value, connection)
        for field, value in said.items()
        if not isinstance(value, DatabaseDefault) and not (field.primary_key and value is None)
    }
    query = MAKE.format(
        table=table.name,
        columns=", ".join(quoted(str(name)) for name in given),
        values=", ".join(f"%(row_{name})s" for name in given),
    )
    more = {f"row_{name}": value for name, value in given.items()}
    _run(query, merge, StepAction.MADE, table, **more)


def take(merge: Merge, table: Table, taken: Mapping[str, Any]) -> None:
    """Give the kept record what it takes over."""
    fields = [field for field in table.columns if field.attname in taken]
    query = TAKE.format(
        table=table.name,
        key=table.key,
        pairs=_pairs(fields),
        taken=", ".join(f"{column(one)} = %(row_{one.column})s" for one in fields),
    )
    more = {
        f"row_{one.column}": one.get_db_prep_save(taken[one.attname], connection) for one in fields
    }
    if fields:
        _run(query, merge, StepAction.FILLED, table, **more)


def fillable(reference: Reference) -> list["models.Field[Any, Any]"]:
    """Give the fields of a row that another one that says the same may fill."""
    return [
        field
        for field in reference.table.columns
        if (field.null or _default(field) is not None)
        and not field.primary_key
        and not isinstance(field, models.BooleanField)
        and field != reference.field
        and field.name not in OF_ITS_SOURCE
    ]


def _pairs(fields: list["models.Field[Any, Any]"]) -> str:
    return ", ".join(f"'{field.column}', kept.{column(field)}" for field in fields)


def _taken(field: "models.Field[Any, Any]") -> str:
    name = column(field)
    return f"{name} = CASE WHEN {_unsaid(field)} THEN gone.{name} ELSE kept.{name} END"


def _unsaid(field: "models.Field[Any, Any]") -> str:
    """Give the condition that the row that stays says nothing here and the other something."""
    name = column(field)
    plain = _default(field)
    if plain is None:
        return f"kept.{name} IS NULL"
    default = Literal(plain).as_string().replace("%", "%%")
    return f"kept.{name} = {default} AND gone.{name} <> {default}"


def _default(field: "models.Field[Any, Any]") -> str | list[str] | None:
    """Give what the table says by itself where nothing is said: a text or texts, else None."""
    value = field.db_default
    return value if isinstance(value, str | list) else None


def _run(query: str, merge: Merge, action: str, table: Table, **more: Any) -> None:
    given = {"field": "", **more}
    params = {
        "merge": merge.pk,
        "kept": merge.kept,
        "gone": merge.gone,
        "action": action,
        "model": table.label,
        **given,
    }
    with connection.cursor() as cursor:
        cursor.execute(query, params)
