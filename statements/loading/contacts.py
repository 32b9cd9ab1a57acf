"""Writing exchanges, and who took part."""

from collections.abc import Iterator

from statements.loading.database import rows, run
from statements.loading.people import PARTICIPANTS
from statements.loading.problems import Problem, shown
from statements.loading.subjects import link_topics
from statements.loading.tables import Table, perhaps, said, target
from statements.loading.who import REMEMBER

FURTHER = "statements_exchangeimportid"

EXCHANGES = Table(
    "exchanges",
    "statements_exchange",
    {
        "kind": said("kind"),
        "status": "coalesce(record ->> 'status', 'held')",
        "title": said("title"),
        "summary": said("summary"),
        "condition": said("condition"),
        "date": perhaps("date"),
        "time": perhaps("time", "time"),
        "timezone": said("timezone"),
        "place": said("place"),
        "countries": "ARRAY(SELECT jsonb_array_elements_text(record -> 'countries'))",
        "part_of_id": "part_of.pk",
        "source_url": said("source_url"),
    },
    target("part_of", file="exchanges"),
    anew={"editorial_status": "'published'"},
)

# What the exchange says that the record was merged into stands; only what is not said is filled in.
JOIN = """
UPDATE statements_exchange AS kept SET
    summary = coalesce(nullif(kept.summary, ''), record ->> 'summary', ''),
    condition = coalesce(nullif(kept.condition, ''), record ->> 'condition', ''),
    place = coalesce(nullif(kept.place, ''), record ->> 'place', ''),
    source_url = coalesce(nullif(kept.source_url, ''), record ->> 'source_url', ''),
    countries = kept.countries || ARRAY(
        SELECT jsonb_array_elements_text(record -> 'countries') EXCEPT SELECT unnest(kept.countries)
    )
FROM loading_exchanges AS read WHERE state = 'joined' AND kept.id = read.pk
"""

# The database says what a twin is. Of two, the one that was there first stays as it is.
MARK_TWINS = """
WITH written AS (SELECT pk, line FROM loading_exchanges WHERE state <> 'unchanged'),
twins AS MATERIALIZED (SELECT pk, line, exchange_twin(pk) AS first FROM written)
UPDATE statements_exchange AS kept SET another_that_day = true
FROM twins JOIN statements_exchange AS other ON other.id = first
WHERE kept.id = twins.pk AND (first < twins.pk OR first NOT IN (SELECT pk FROM written))
RETURNING line, coalesce(other.import_id, other.public_id)
"""


def write_exchanges() -> Iterator[Problem]:
    """Write the exchanges; give warnings of participants taken out, and of what is there twice."""
    run(JOIN)
    EXCHANGES.write()
    run(REMEMBER.format(file="exchanges", table=FURTHER, owner="exchange_id"))
    link_topics("exchange")
    yield from PARTICIPANTS.write()
    for line, other in rows(MARK_TWINS):
        message = f"same kind, day and participants as {shown(other)}; kept as another one that day"
        yield Problem("exchanges.jsonl", line, "id", message)
