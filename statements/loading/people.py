"""Writing the people about an exchange or a statement: as printed and, where known, as actors."""

from dataclasses import dataclass

from statements.loading.database import Row, rows, run

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
    PARTITION BY owner, actor, CASE WHEN actor IS NULL THEN name END ORDER BY place
) > 1 AS again
FROM (
    SELECT owner, line, state, place, given.name, role,
        coalesce(named.pk, linked.actor_id, meant.pk) AS actor
    FROM ({given}) AS given
    LEFT JOIN loading_target AS named ON named.file = 'actors' AND named.id = given.id
    LEFT JOIN loading_meant AS meant ON meant.name = given.name
    LEFT JOIN LATERAL (
        SELECT actor_id FROM {table} AS kept
        WHERE state = 'changed' AND kept.{owner}_id = given.owner
            AND kept.name_as_printed = given.name AND actor_id IS NOT NULL
        ORDER BY kept.id LIMIT 1
    ) AS linked ON true
    WHERE state IN ('new', 'changed')
) AS people
"""

SAME = """
kept.{owner}_id = person.owner AND kept.actor_id IS NOT DISTINCT FROM person.actor
AND (kept.actor_id IS NOT NULL OR kept.name_as_printed = person.name)
"""

# Somebody without a printed name was entered by an editor, and stays.
DROP_OTHERS = """
DELETE FROM {table} AS kept WHERE name_as_printed <> ''
    AND {owner}_id IN (SELECT pk FROM loading_{owner}s WHERE state = 'changed')
    AND NOT EXISTS (SELECT FROM loading_person AS person WHERE NOT again AND {same})
"""

RENAME = """
UPDATE {table} AS kept SET name_as_printed = person.name {role_too}
FROM loading_person AS person WHERE state = 'changed' AND NOT again AND {same}
"""

ADD = """
INSERT INTO {table} ({owner}_id, actor_id, name_as_printed {role})
SELECT owner, actor, name {role} FROM loading_person AS person
WHERE NOT again AND NOT EXISTS (SELECT FROM {table} AS kept WHERE state = 'changed' AND {same})
ORDER BY line, place
"""

AGAIN = "SELECT line, place, name FROM loading_person WHERE again ORDER BY line, place"

DROP_LINKS = """
DELETE FROM statements_attribution AS kept
WHERE statement_id IN (SELECT pk FROM loading_statements WHERE state = 'changed')
    AND NOT EXISTS (
        SELECT FROM loading_person AS person
        WHERE owner = statement_id AND place = position AND person.role = kept.role
            AND name = name_as_printed AND actor IS NOT DISTINCT FROM actor_id
    )
"""

ADD_LINKS = """
INSERT INTO statements_attribution (statement_id, position, role, name_as_printed, actor_id)
SELECT owner, place, role, name, actor FROM loading_person ORDER BY line, place
ON CONFLICT (statement_id, position) DO NOTHING
"""


@dataclass(frozen=True)
class People:
    """A table of people about one record, each actor and each waiting name once."""

    table: str
    owner: str
    given: str
    has_role: bool = False

    def write(self) -> list[Row]:
        """Write the people; give line, place (from 1) and name of those who were there already."""
        self._run(STAGE, given=self.given)
        self._run(DROP_OTHERS)
        self._run(RENAME, role_too=", role = person.role" if self.has_role else "")
        self._run(ADD, role=", role" if self.has_role else "")
        again = rows(AGAIN)
        run("DROP TABLE loading_person")
        return again

    def _run(self, query: str, **parts: str) -> None:
        same = SAME.format(owner=self.owner)
        run(query.format(table=self.table, owner=self.owner, same=same, **parts))


PARTICIPANTS = People("statements_participation", "exchange", GIVEN_PARTICIPANTS, has_role=True)
ADDRESSEES = People("statements_addressee", "statement", GIVEN_ADDRESSEES)


def write_links() -> None:
    """Write the chains by which statements reached us."""
    names = {"table": "statements_attribution", "owner": "statement"}
    run(STAGE.format(given=GIVEN_LINKS, **names))
    run(DROP_LINKS)
    run(ADD_LINKS)
    run("DROP TABLE loading_person")
