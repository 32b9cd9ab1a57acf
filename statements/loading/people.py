"""Writing the people about an exchange or a statement: as printed and, where known, as actors."""

from collections.abc import Iterator
from dataclasses import dataclass

from statements.loading.database import Row, rows, run
from statements.loading.problems import Problem, shown

GIVEN_PARTICIPANTS = """
SELECT pk AS owner, line, state, place, value ->> 'name' AS name,
    coalesce(value ->> 'role', 'participant') AS role, value ->> 'actor' AS id
FROM loading_exchanges, jsonb_array_elements(record -> 'participants')
    WITH ORDINALITY AS of(value, place)
"""

GIVEN_ADDRESSEES = """
SELECT pk AS owner, line, state, place, value ->> 'name' AS name, NULL AS role,
    value ->> 'actor' AS id
FROM loading_statements, jsonb_array_elements(record -> 'addressees')
    WITH ORDINALITY AS of(value, place)
"""

GIVEN_LINKS = """
SELECT pk AS owner, line, state, place, value ->> 'name' AS name, value ->> 'role' AS role,
    value ->> 'actor' AS id
FROM loading_statements, jsonb_array_elements(record -> 'attribution')
    WITH ORDINALITY AS of(value, place)
"""

# Whom the record names by an id; else whom an editor linked where the same name stands; else
# whom the name fits. `again` counts the mentions of one actor, or of one waiting name.
STAGE = """
CREATE TEMP TABLE loading_person AS
SELECT *, row_number() OVER (
    PARTITION BY owner, actor, CASE WHEN actor IS NULL THEN name END
    ORDER BY state = 'joined', place
) > 1 AS again
FROM (
    SELECT owner, line, state, place, given.name, role,
        coalesce(named.pk, linked.actor_id, meant.pk) AS actor
    FROM ({given}) AS given
    LEFT JOIN loading_target AS named ON named.file = 'actors' AND named.id = given.id
    LEFT JOIN loading_meant AS meant ON meant.name = given.name
    LEFT JOIN LATERAL (
        SELECT actor_id FROM {table} AS kept
        WHERE state <> 'new' AND kept.{owner}_id = given.owner
            AND kept.name_as_printed = given.name AND actor_id IS NOT NULL
        ORDER BY kept.id LIMIT 1
    ) AS linked ON true
    WHERE state <> 'unchanged'
) AS people
"""

SAME = """
kept.{owner}_id = person.owner AND kept.actor_id IS NOT DISTINCT FROM person.actor
AND (kept.actor_id IS NOT NULL OR kept.name_as_printed = person.name)
"""

# Somebody without a printed name was entered by an editor, and stays; so does whoever takes part in
# what two records say, which were merged.
DROP_OTHERS = """
DELETE FROM {table} AS kept USING loading_{owner}s AS read
WHERE name_as_printed <> '' AND {owner}_id = read.pk AND read.state = 'changed'
    AND NOT EXISTS (SELECT FROM loading_person AS person WHERE NOT again AND {same})
    AND {alone}
RETURNING line, name_as_printed
"""

RENAME = """
UPDATE {table} AS kept SET name_as_printed = person.name {role_too}
FROM loading_person AS person WHERE state = 'changed' AND NOT again AND {same}
"""

ADD = """
INSERT INTO {table} ({owner}_id, actor_id, name_as_printed {role})
SELECT owner, actor, name {role} FROM loading_person AS person
WHERE NOT again AND NOT EXISTS (SELECT FROM {table} AS kept WHERE state <> 'new' AND {same})
ORDER BY line, place
"""

AGAIN = """
SELECT line, place, name FROM loading_person WHERE again AND state <> 'joined' ORDER BY line, place
"""

# A link that only stands elsewhere now, or has another role, is made again.
DROP_LINKS = """
WITH gone AS (
    DELETE FROM statements_attribution AS kept USING loading_statements AS read
    WHERE statement_id = read.pk AND read.state = 'changed' AND NOT EXISTS (
        SELECT FROM loading_person AS person
        WHERE owner = statement_id AND place = position AND person.role = kept.role
            AND name = name_as_printed AND actor IS NOT DISTINCT FROM actor_id
    )
    RETURNING line, statement_id, name_as_printed, actor_id
)
SELECT line, coalesce(nullif(name_as_printed, ''), known.name)
FROM gone LEFT JOIN actors_actor AS known ON known.id = actor_id
WHERE NOT EXISTS (
    SELECT FROM loading_person AS person
    WHERE owner = statement_id AND (person.name = name_as_printed OR actor = actor_id)
)
"""

ADD_LINKS = """
INSERT INTO statements_attribution (statement_id, position, role, name_as_printed, actor_id)
SELECT owner, place, role, name, actor FROM loading_person ORDER BY line, place
ON CONFLICT (statement_id, position) DO NOTHING
"""


@dataclass(frozen=True)
class People:
    """A table of people about one record, each actor and each waiting name once.

    `alone` is the condition that no other record of a bundle says who they are.
    """

    table: str
    owner: str
    given: str
    field: str
    one: str
    has_role: bool = False
    alone: str = "true"

    def write(self) -> list[Problem]:
        """Write the people; give warnings of who is taken out, and who was there already."""
        run(self._query(STAGE, given=self.given))
        dropped = rows(self._query(DROP_OTHERS, alone=self.alone))
        run(self._query(RENAME, role_too=", role = person.role" if self.has_role else ""))
        run(self._query(ADD, role=", role" if self.has_role else ""))
        again = rows(AGAIN)
        run("DROP TABLE loading_person")
        return [*_taken_out(f"{self.owner}s", self.field, dropped), *self._doubled(again)]

    def _query(self, query: str, **parts: str) -> str:
        same = SAME.format(owner=self.owner)
        return query.format(table=self.table, owner=self.owner, same=same, **parts)

    def _doubled(self, again: list[Row]) -> Iterator[Problem]:
        for line, place, name in again:
            where = f"{self.field}[{place - 1}]"
            message = f"{shown(name)} is {self.one} already; the second mention is left out"
            yield Problem(f"{self.owner}s.jsonl", line, where, message)


def _taken_out(file: str, field: str, dropped: list[Row]) -> Iterator[Problem]:
    """Give warnings of people, by line and name, whom a record that came again did not name."""
    for line, name in sorted(dropped):
        message = f"{shown(name)} is no longer among them and was taken out"
        yield Problem(f"{file}.jsonl", line, field, message)


PARTICIPANTS = People(
    "statements_participation",
    "exchange",
    GIVEN_PARTICIPANTS,
    "participants",
    "a participant",
    has_role=True,
    alone="read.pk NOT IN (SELECT exchange_id FROM statements_exchangeimportid)",
)
ADDRESSEES = People(
    "statements_addressee", "statement", GIVEN_ADDRESSEES, "addressees", "an addressee"
)


def write_links() -> list[Problem]:
    """Write the chains by which statements reached us; give warnings of links taken out."""
    names = {"table": "statements_attribution", "owner": "statement"}
    run(STAGE.format(given=GIVEN_LINKS, **names))
    dropped = rows(DROP_LINKS)
    run(ADD_LINKS)
    run("DROP TABLE loading_person")
    return list(_taken_out("statements", "attribution", dropped))
