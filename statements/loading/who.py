"""Writing actors, their names and their posts."""

from statements.loading.database import copy, rows, run
from statements.loading.slugs import slugs
from statements.loading.tables import Table, perhaps, said, target

SLUG = "(SELECT slug FROM loading_slug AS s WHERE (s.file, s.line) = ('{file}', read.line))"

ACTORS = Table(
    "actors",
    "actors_actor",
    {
        "name": said("name"),
        "kind": said("kind"),
        "country": said("country"),
        "wikidata": said("wikidata"),
        "description": said("description"),
    },
    anew={"slug": SLUG.format(file="actors")},
)

TENURES = Table(
    "tenures",
    "actors_tenure",
    {
        "person_id": "person.pk",
        "title": said("title"),
        "organisation_id": "organisation.pk",
        "country": said("country"),
        "start": perhaps("start"),
        "end": perhaps("end"),
    },
    target("person", "organisation", file="actors"),
)

NEW_NAMES = "SELECT line, record ->> 'name' FROM loading_{file} WHERE state = 'new' ORDER BY line"

# What an editor or another bundle said of the actor stands; only what is not said is filled in.
JOIN = """
UPDATE actors_actor AS kept SET
    country = coalesce(nullif(kept.country, ''), record ->> 'country', ''),
    wikidata = coalesce(nullif(kept.wikidata, ''), record ->> 'wikidata', ''),
    description = coalesce(nullif(kept.description, ''), record ->> 'description', '')
FROM loading_actors AS read WHERE state = 'joined' AND kept.id = read.pk
"""

REMEMBER = """
INSERT INTO {table} ({owner}, import_id, import_digest)
SELECT pk, id, digest FROM loading_{file} WHERE state = 'joined'
ON CONFLICT (import_id) DO UPDATE SET import_digest = EXCLUDED.import_digest
"""

# The name by which a bundle calls an actor of the archive is another name, if it is another.
NAMES = """
INSERT INTO actors_actorname (actor_id, name, kind, language)
SELECT pk, named.name, named.kind, named.language FROM loading_actors AS read
CROSS JOIN LATERAL (
    SELECT value AS name, 'alias' AS kind, '' AS language
    FROM jsonb_array_elements_text(record -> 'aliases')
    UNION ALL SELECT value ->> 'name', value ->> 'kind', coalesce(value ->> 'language', '')
    FROM jsonb_array_elements(record -> 'names')
    UNION ALL SELECT record ->> 'name', 'alias', '' WHERE state = 'joined' AND NOT EXISTS (
        SELECT FROM actors_actor AS kept
        LEFT JOIN actors_actorname AS other ON other.actor_id = kept.id
        WHERE kept.id = read.pk AND fold_name(record ->> 'name') IN (kept.folded, other.folded)
    )
) AS named
WHERE state <> 'unchanged' ORDER BY line
ON CONFLICT DO NOTHING
"""


def write_actors() -> None:
    """Write the actors of the bundle, and add the names that they do not have."""
    give_slugs("actors", "actor", "actors_actor", "actors_formeraddress")
    run(JOIN)
    ACTORS.write()
    run(REMEMBER.format(file="actors", table="actors_actorimportid", owner="actor_id"))
    run(NAMES)


def write_tenures() -> None:
    """Write the posts."""
    TENURES.write()


def give_slugs(file: str, otherwise: str, *tables: str) -> None:
    """Stage a slug for every new record of the file that no row of the tables has."""
    new = rows(NEW_NAMES.format(file=file))
    given = slugs([name for _, name in new], otherwise, *tables)
    staged = [(file, line, slug) for (line, _), slug in zip(new, given, strict=True)]
    copy("loading_slug", "file, line, slug", staged)
