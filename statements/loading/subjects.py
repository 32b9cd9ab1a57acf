"""Writing topics, and what is about them."""

from statements.loading.database import copy, rows, run
from statements.loading.slugs import slugs
from statements.loading.tables import Table, said, target
from statements.loading.who import REMEMBER, SLUG, give_slugs

ALIASES = "ARRAY(SELECT jsonb_array_elements_text(record -> 'aliases'))"

TOPICS = Table(
    "topics",
    "statements_topic",
    {"name": said("name"), "parent_id": "parent.pk", "aliases": ALIASES},
    target("parent", file="topics"),
    anew={"slug": SLUG.format(file="topics")},
)

# The archive's own tree of topics stands as it is.
JOIN = f"""
UPDATE statements_topic AS kept
SET aliases = kept.aliases || ARRAY(SELECT unnest({ALIASES}) EXCEPT SELECT unnest(kept.aliases))
FROM loading_topics AS read WHERE state = 'joined' AND kept.id = read.pk
"""  # noqa: S608, made of constants

# A topic that a record names is the bundle's own of that name, or else the archive's; an alias
# counts where no topic has the name.
NAMED = """
INSERT INTO loading_topic
SELECT DISTINCT ON (folded) folded, pk FROM (
    SELECT lower(record ->> 'name') AS folded, pk, 1 AS place FROM loading_topics
    UNION ALL SELECT lower(name), id, 2 FROM statements_topic
    UNION ALL SELECT lower(alias), id, 3 FROM statements_topic, unnest(aliases) AS alias
) AS known ORDER BY folded, place, pk
"""

ABOUT = """
SELECT line, value AS name FROM loading_{file}, jsonb_array_elements_text(record -> 'topics')
WHERE state <> 'unchanged'
"""

UNKNOWN = f"""
SELECT (array_agg(name ORDER BY line))[1]
FROM ({ABOUT.format(file="exchanges")} UNION ALL {ABOUT.format(file="statements")}) AS named
WHERE lower(name) NOT IN (SELECT folded FROM loading_topic)
GROUP BY lower(name) ORDER BY lower(name)
"""  # noqa: S608, made of constants

MAKE = """
INSERT INTO statements_topic (name, slug, aliases)
SELECT *, '{}' FROM unnest(%s::text[], %s::text[]) RETURNING lower(name), id
"""

# Where slugs stand that are taken: of today, and of before.
SLUGS = ("statements_topic", "statements_formertopicaddress")

# Editors put topics to what a bundle brought, so that none is taken away. A record may name one
# twice.
LINK = """
INSERT INTO statements_{owner}_topics ({owner}_id, topic_id)
SELECT read.pk, topic.pk FROM loading_{owner}s AS read
CROSS JOIN LATERAL jsonb_array_elements_text(record -> 'topics') AS named
JOIN loading_topic AS topic ON folded = lower(named)
WHERE state <> 'unchanged' ORDER BY read.pk, topic.pk ON CONFLICT DO NOTHING
"""


def write_topics() -> int:
    """Write the topics, and those that are named without a record; give how many these are."""
    give_slugs("topics", "topic", *SLUGS)
    run(JOIN)
    TOPICS.write()
    run(REMEMBER.format(file="topics", table="statements_topicimportid", owner="topic_id"))
    run(NAMED)
    return _make_named()


def _make_named() -> int:
    names = [name for (name,) in rows(UNKNOWN)]
    made = rows(MAKE, [names, slugs(names, "topic", *SLUGS)])
    copy("loading_topic", "folded, pk", made)
    return len(made)


def link_topics(owner: str) -> None:
    """Link the records of `exchange` or `statement` with the topics that they name."""
    run(LINK.format(owner=owner))
