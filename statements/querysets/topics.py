"""Questions about topics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Func, Q
from django.db.models.expressions import RawSQL

from actors.models.folding import fold
from actors.querysets import WordSimilarity
from statements.querysets.editorial import PUBLIC

if TYPE_CHECKING:
    from statements.models.topic import Topic

# Each topic with itself and every topic above it. A row tagged with two topics below the same one
# counts once for that one, as it does in the list that the number leads to.
COUNTS = """
WITH RECURSIVE upward (topic_id, above_id) AS (
    SELECT id, id FROM statements_topic
    UNION ALL
    SELECT upward.topic_id, topic.parent_id
    FROM upward JOIN statements_topic AS topic ON topic.id = upward.above_id
    WHERE topic.parent_id IS NOT NULL
)
SELECT above_id, count(DISTINCT record.id)
FROM upward
JOIN statements_{record}_topics AS tag USING (topic_id)
JOIN statements_{record} AS record ON record.id = tag.{record}_id
WHERE record.editorial_status = ANY (%s)
GROUP BY above_id
"""

ON_RECORD = """
WITH RECURSIVE used (id, parent_id) AS (
    SELECT id, parent_id FROM statements_topic AS topic
    WHERE EXISTS (
        SELECT FROM statements_statement_topics AS tag
        JOIN statements_statement AS record ON record.id = tag.statement_id
        WHERE tag.topic_id = topic.id AND record.editorial_status = ANY (%s)
    ) OR EXISTS (
        SELECT FROM statements_exchange_topics AS tag
        JOIN statements_exchange AS record ON record.id = tag.exchange_id
        WHERE tag.topic_id = topic.id AND record.editorial_status = ANY (%s)
    )
    UNION
    SELECT above.id, above.parent_id
    FROM used JOIN statements_topic AS above ON above.id = used.parent_id
)
SELECT id FROM used
"""


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, in a tree."""

    def ids_with_below(self, topics: Iterable[Topic]) -> set[int]:
        """Give the ids of the topics and of all topics below them."""
        children: dict[int | None, list[int]] = {}
        for pk, parent in self.order_by().values_list("pk", "parent_id"):
            children.setdefault(parent, []).append(pk)
        found: set[int] = set()
        waiting = [topic.pk for topic in topics]
        while waiting:
            pk = waiting.pop()
            found.add(pk)
            waiting += children.get(pk, [])
        return found

    def on_record(self) -> TopicQuerySet:
        """Keep topics that a public statement or exchange is about, and all topics above them."""
        return self.filter(pk__in=RawSQL(ON_RECORD, [list(PUBLIC), list(PUBLIC)]))  # noqa: S611, a constant

    def named_like(self, text: str) -> TopicQuerySet:
        """Keep topics whose name or alias holds the text, accents and case aside."""
        wanted = text.replace("\x00", " ")
        return self.filter(Q(folded__contains=fold(wanted)) | Q(aliases__icontains=wanted))

    def called(self, text: str) -> TopicQuerySet:
        """Keep topics with exactly this name or alias, accents and case aside."""
        with_aliases = self.alias(folded_aliases=FoldedAll("aliases"))
        return with_aliases.filter(Q(folded=fold(text)) | Q(folded_aliases__contains=[fold(text)]))

    def closest_to(self, text: str) -> TopicQuerySet:
        """Give the topics whose names look most like the text, the closest first."""
        likeness = WordSimilarity(fold(text), F("folded"))
        return self.annotate(likeness=likeness).filter(likeness__gt=0.3).order_by("-likeness", "id")


class FoldedAll(Func):
    """The folded forms of an array of names."""

    template = "ARRAY(SELECT fold_name(one) FROM unnest(%(expressions)s) AS one)"
    arity = 1
    output_field = ArrayField(models.TextField())


def statement_counts() -> dict[int, int]:
    """Give the number of public statements on each topic or one below it, by the topic's id."""
    return _counts("statement")


def exchange_counts() -> dict[int, int]:
    """Give the number of public exchanges about each topic or one below it, by the topic's id."""
    return _counts("exchange")


def _counts(record: str) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(record=record), [list(PUBLIC)])
        return dict(cursor.fetchall())
