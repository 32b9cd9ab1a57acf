"""What an import did, in numbers."""

from dataclasses import dataclass, field

from statements.loading.bundle import FILES
from statements.loading.database import rows
from statements.loading.problems import Problems
from statements.waiting import Linked

TALLIES = "SELECT file, state, count(*)::int FROM loading_identity GROUP BY file, state"

# Of the records of the bundle, as they stand in the archive now: the records themselves need not
# be read.
UNRESOLVED = """
SELECT 'exchanges', count(*)::int FROM loading_identity
    JOIN statements_participation ON exchange_id = pk
    WHERE file = 'exchanges' AND actor_id IS NULL
UNION ALL SELECT 'documents', count(*)::int FROM loading_identity
    JOIN statements_document AS kept ON kept.id = pk
    WHERE file = 'documents' AND publisher_id IS NULL
UNION ALL SELECT 'statements', (
    SELECT count(*) FROM loading_identity JOIN statements_statement AS kept ON kept.id = pk
        WHERE file = 'statements' AND speaker_id IS NULL
)::int + (
    SELECT count(*) FROM loading_identity JOIN statements_addressee ON statement_id = pk
        WHERE file = 'statements' AND actor_id IS NULL
)::int + (
    SELECT count(*) FROM loading_identity JOIN statements_attribution ON statement_id = pk
        WHERE file = 'statements' AND actor_id IS NULL
)::int
"""

WORDS = """
SELECT count(snapshot_id)::int,
    count(*) FILTER (WHERE snapshot_id IS NULL AND kept.text <> '')::int,
    count(*) FILTER (WHERE kept.text = '')::int
FROM loading_identity JOIN statements_statement AS kept ON kept.id = pk WHERE file = 'statements'
"""

WAITING = "SELECT count(*)::int, coalesce(sum(total), 0)::int FROM statements_unresolved_name"


@dataclass
class Tally:
    """What became of the records of one file, and how many names in them fit nobody."""

    made: int = 0
    changed: int = 0
    unchanged: int = 0
    unresolved: int = 0

    @property
    def records(self) -> int:
        """How many records the file has."""
        return self.made + self.changed + self.unchanged


@dataclass(frozen=True)
class Report:
    """What an import did, or would have done.

    `anchored`, `unverified` and `without_text` part the statements of the bundle as they are now;
    `names_waiting` are the names in all of the archive that wait for an editor, in
    `places_waiting` places; `linked` is what had waited before and fits somebody now.
    """

    bundle: str
    dry_run: bool
    tallies: dict[str, Tally]
    topics_named: int
    anchored: int
    unverified: int
    without_text: int
    names_waiting: int
    places_waiting: int
    linked: Linked
    problems: Problems = field(default_factory=Problems)


STATES = {"new": "made", "changed": "changed", "joined": "changed", "unchanged": "unchanged"}


def tallies() -> dict[str, Tally]:
    """Count what became of the records, file by file."""
    counted = {file: Tally() for file in FILES}
    for file, state, count in rows(TALLIES):
        column = STATES[state]
        setattr(counted[file], column, getattr(counted[file], column) + count)
    for file, count in rows(UNRESOLVED):
        counted[file].unresolved = count
    return counted


def report(
    bundle: str, problems: Problems, topics_named: int, linked: Linked, *, dry_run: bool
) -> Report:
    """Put together what the staging tables and the archive say at the end."""
    [(anchored, unverified, without_text)] = rows(WORDS)
    [(names, places)] = rows(WAITING)
    return Report(
        bundle=bundle,
        dry_run=dry_run,
        tallies=tallies(),
        topics_named=topics_named,
        anchored=anchored,
        unverified=unverified,
        without_text=without_text,
        names_waiting=names,
        places_waiting=places,
        linked=linked,
        problems=problems,
    )
