"""What has to be right between the records of a bundle, and between them and the archive."""

from collections.abc import Iterator
from dataclasses import dataclass

from statements.loading.database import rows
from statements.loading.problems import Problem, shown

SINGULAR = {
    "actors": "actor",
    "topics": "topic",
    "exchanges": "exchange",
    "documents": "document",
    "statements": "statement",
}

# Each gives file, line, field and what the message is about.
TWICE = """
SELECT file, line, 'id', id, first FROM (
    SELECT file, line, id, min(line) OVER (PARTITION BY file, id) AS first
    FROM loading_record WHERE id IS NOT NULL
) AS numbered WHERE line > first
"""

NOWHERE = """
SELECT named.file, line, field, named.id, target
FROM loading_reference AS named
LEFT JOIN loading_target AS found ON found.file = target AND found.id = named.id
WHERE found.pk IS NULL ORDER BY file, line, field
"""

ZONES = """
SELECT file, line, record ->> 'timezone' FROM loading_record
WHERE file IN ('exchanges', 'documents') AND record ? 'timezone' AND record ->> 'timezone' NOT IN (
    SELECT name FROM pg_timezone_names WHERE name !~ '^(posix|right)/' AND name ~ '^[A-Z]'
)
"""

NO_PERSON = """
SELECT tenure.line, tenure.record ->> 'person' FROM loading_record AS tenure
JOIN loading_target AS person
    ON person.file = 'actors' AND person.id = tenure.record ->> 'person'
LEFT JOIN actors_actor AS kept ON kept.id = person.pk
LEFT JOIN loading_actors AS read ON read.pk = person.pk AND read.state IN ('new', 'changed')
WHERE tenure.file = 'tenures' AND coalesce(read.record ->> 'kind', kept.kind) <> 'person'
"""

HOLDER = """
SELECT line, kept.name FROM loading_actors AS read JOIN actors_actor AS kept ON kept.id = pk
WHERE state = 'changed' AND kept.kind = 'person' AND record ->> 'kind' <> 'person'
    AND EXISTS (SELECT FROM actors_tenure WHERE person_id = pk)
"""

# The posts by whose they are, whichever of the ids of their person they name. One that is in the
# archive under another's id, since their persons were merged, is left as it is.
POSTS = """
SELECT line, read.pk, state, person.pk AS person, record ->> 'title' AS title,
    record ->> 'start' AS start
FROM loading_tenures AS read JOIN loading_target AS person
    ON person.file = 'actors' AND person.id = record ->> 'person'
WHERE record ->> 'title' IS NOT NULL
"""

SAME_POST = f"""
SELECT line, title, first FROM (
    SELECT *, min(line) OVER (PARTITION BY person, title, start) AS first FROM ({POSTS}) AS post
    WHERE state <> 'unchanged'
) AS numbered WHERE line > first
"""  # noqa: S608, made of constants

# The database compares row by row, so that two posts cannot change titles with each other.
POST_TAKEN = f"""
SELECT line, post.title FROM ({POSTS}) AS post
JOIN loading_tenures AS read USING (line) JOIN actors_tenure AS kept
    ON kept.person_id = person AND kept.title = post.title AND kept.id <> post.pk
    AND kept.start IS NOT DISTINCT FROM post.start
WHERE read.state = 'changed'
"""  # noqa: S608, made of constants

SAME_KEY = """
SELECT line, {shown}, first FROM (
    SELECT line, record, min(line) OVER (PARTITION BY {key}) AS first
    FROM loading_record WHERE file = '{file}' AND {given} IS NOT NULL
) AS numbered WHERE line > first
"""


@dataclass(frozen=True)
class Key:
    """What, beside the id, only one record of a file has: expressions, and the field to name."""

    file: str
    field: str
    key: str
    given: str
    shown: str
    message: str


KEYS = (
    Key(
        "actors",
        "wikidata",
        key="record ->> 'wikidata'",
        given="record ->> 'wikidata'",
        shown="record ->> 'wikidata'",
        message="{} is the item of line {} already",
    ),
    Key(
        "topics",
        "name",
        key="lower(record ->> 'name')",
        given="record ->> 'name'",
        shown="record ->> 'name'",
        message="{} is the name of line {} already",
    ),
    Key(
        "readouts",
        "exchange",
        key="record ->> 'exchange', record ->> 'side', record ->> 'document'",
        given="record ->> 'exchange'",
        shown="record ->> 'exchange'",
        message="the same readout of {} is on line {} already",
    ),
)

WIKIDATA_TAKEN = """
SELECT line, kept.wikidata, kept.name FROM loading_actors AS read
JOIN actors_actor AS kept ON kept.wikidata = record ->> 'wikidata' AND kept.id <> pk
WHERE NOT EXISTS (
    SELECT FROM loading_actors AS other WHERE other.pk = kept.id AND other.state = 'changed'
        AND other.record ->> 'wikidata' IS DISTINCT FROM kept.wikidata
)
"""

OTHER_KIND = """
SELECT line, kept.name, kept.kind
FROM loading_actors AS read JOIN actors_actor AS kept ON kept.id = pk
WHERE state = 'joined' AND kept.kind <> record ->> 'kind'
"""

TOPIC_NAME_TAKEN = """
SELECT line, kept.name FROM loading_topics AS read
JOIN statements_topic AS kept ON lower(kept.name) = lower(record ->> 'name') AND kept.id <> pk
WHERE state = 'changed' AND NOT EXISTS (
    SELECT FROM loading_topics AS other WHERE other.pk = kept.id AND other.state = 'changed'
        AND lower(other.record ->> 'name') <> lower(kept.name)
)
"""

# Ids are the archive's: another maker's record with the same one takes the place of the first.
OTHER_NAME = """
SELECT line, kept.name FROM loading_actors AS read JOIN actors_actor AS kept ON kept.id = pk
WHERE (state = 'changed' OR state = 'joined' AND read.id IN (
        SELECT import_id FROM actors_actorimportid WHERE actor_id = pk
    ))
    AND NOT EXISTS (
        (
            SELECT fold_name(record ->> 'name')
            UNION SELECT fold_name(value) FROM jsonb_array_elements_text(record -> 'aliases')
            UNION SELECT fold_name(value ->> 'name') FROM jsonb_array_elements(record -> 'names')
        ) INTERSECT (
            SELECT kept.folded UNION SELECT folded FROM actors_actorname WHERE actor_id = pk
        )
    )
ORDER BY line
"""

ABOVE = """
SELECT file, line, field, of.id, named.id FROM loading_reference AS named
JOIN loading_identity AS of USING (file, line)
WHERE file = target AND field IN ('parent', 'part_of', 'translation_of') ORDER BY file, line
"""


def wrong_between() -> Iterator[Problem]:
    """Give all that is wrong, by the bundle's files and lines."""
    yield from _ids()
    for file, line, zone in rows(ZONES):
        yield _problem(file, line, "timezone", f"{shown(zone)} is not an IANA time zone")
    yield from _keys()
    yield from _posts()
    yield from _taken()
    yield from _loops()


def doubtful_between() -> Iterator[Problem]:
    """Give warnings of actors whom the archive knows by none of the names they have now."""
    for line, name in rows(OTHER_NAME):
        message = f"was {shown(name)} until now; is it the same actor?"
        yield _problem("actors", line, "id", message)


def _problem(file: str, line: int, field: str, message: str) -> Problem:
    return Problem(f"{file}.jsonl", line, field, message)


def _ids() -> Iterator[Problem]:
    for file, line, field, found, first in rows(TWICE):
        yield _problem(file, line, field, f"{shown(found)} is the id of line {first} already")
    for file, line, field, found, target in rows(NOWHERE):
        message = f"no {SINGULAR[target]} in the bundle or the archive has the id {shown(found)}"
        yield _problem(file, line, field, message)


def _keys() -> Iterator[Problem]:
    for key in KEYS:
        query = SAME_KEY.format(shown=key.shown, key=key.key, file=key.file, given=key.given)
        for line, found, first in rows(query):
            message = key.message.format(shown(found or ""), first)
            yield _problem(key.file, line, key.field, message)


def _posts() -> Iterator[Problem]:
    for line, person in rows(NO_PERSON):
        yield _problem("tenures", line, "person", f"{shown(person)} is not a person")
    for line, name in rows(HOLDER):
        message = f"{shown(name)} holds posts in the archive, and only a person does"
        yield _problem("actors", line, "kind", message)
    for line, title, first in rows(SAME_POST):
        message = f"{shown(title)} from the same day is on line {first} already"
        yield _problem("tenures", line, "title", message)
    for line, title in rows(POST_TAKEN):
        message = f"{shown(title)} from the same day is another post in the archive already"
        yield _problem("tenures", line, "title", message)


def _taken() -> Iterator[Problem]:
    for line, item, name in rows(WIKIDATA_TAKEN):
        yield _problem("actors", line, "wikidata", f"{item} is {shown(name)} in the archive")
    for line, name, kind in rows(OTHER_KIND):
        message = f"is {shown(name)} of the archive, which is of kind {kind}"
        yield _problem("actors", line, "kind", message)
    for line, name in rows(TOPIC_NAME_TAKEN):
        message = f"{shown(name)} is another topic in the archive already"
        yield _problem("topics", line, "name", message)


def _loops() -> Iterator[Problem]:
    """Give one problem for each loop, at one of its records."""
    links = {(file, below): (line, field, up) for file, line, field, below, up in rows(ABOVE)}
    done: set[tuple[str, str]] = set()
    for start in links:
        path: dict[tuple[str, str], None] = {}
        at = start
        while at in links and at not in done and at not in path:
            path[at] = None
            at = (at[0], links[at][2])
        if at in path:
            line, field, _ = links[at]
            yield _problem(at[0], line, field, _loop([name for _, name in path], at[1]))
        done.update(path)


def _loop(path: list[str], back: str) -> str:
    names = [*path[path.index(back) :], back]
    return "leads back to itself: " + " → ".join(shown(name) for name in names[:10])
