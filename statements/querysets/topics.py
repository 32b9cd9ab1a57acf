"""Questions about topics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import connection, models
from django.db.models import BooleanField, ExpressionWrapper, F, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat, Length

from actors.models.folding import fold
from actors.querysets import WordSimilarity
from reading.likeness import ALIKE, likeness
from statements.querysets.editorial import PUBLIC

if TYPE_CHECKING:
    from statements.models.topic import Topic

# Down from each topic to the first one that something public is about.
ON_RECORD = """
SELECT id FROM unnest(%(topics)s::bigint[]) AS id WHERE EXISTS (
    WITH RECURSIVE below (topic_id) AS (
        SELECT id
        UNION
        SELECT topic.id FROM below JOIN statements_topic AS topic ON topic.parent_id = topic_id
    )
    SELECT FROM below WHERE EXISTS (
        SELECT FROM statements_statement_topics AS tag
        JOIN statements_statement AS record ON record.id = tag.statement_id
        WHERE tag.topic_id = below.topic_id AND record.editorial_status = ANY (%(public)s)
    ) OR EXISTS (
        SELECT FROM statements_exchange_topics AS tag
        JOIN statements_exchange AS record ON record.id = tag.exchange_id
        WHERE tag.topic_id = below.topic_id AND record.editorial_status = ANY (%(public)s)
    )
)
"""
BAR = Value("|", output_field=models.TextField())
LIKE = "SELECT id FROM topics_like(%s, %s)"
MOST_ALIKE = 10


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, in a tree."""

    def at(self, slug: str) -> Topic | None:
        """Give the topic at an address, or the one that once had it; None where none has."""
        return self.filter(slug=slug).first() or self.filter(former_addresses__slug=slug).first()

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

    def public_among(self, topics: Iterable[int]) -> set[int]:
        """Give those of the topics that a public statement or exchange is about.

        A topic is about what those below it are about too.
        """
        with connection.cursor() as cursor:
            cursor.execute(ON_RECORD, {"topics": list(topics), "public": list(PUBLIC)})
            return {topic for (topic,) in cursor.fetchall()}

    def named_like(self, text: str) -> TopicQuerySet:
        """Keep topics whose name or alias holds the text, accents and case aside."""
        wanted = text.replace("\x00", " ")
        return self.filter(Q(folded__contains=fold(wanted)) | Q(aliases__icontains=wanted))

    def called(self, text: str) -> TopicQuerySet:
        """Keep topics with exactly this name or alias, accents and case aside."""
        return self.filter(folded_names__contains=Concat(BAR, fold(text), BAR))

    def beginning_with(self, words: Iterable[str]) -> TopicQuerySet:
        """Keep topics in whose names every one of the folded words begins a word.

        Those whose own name begins so come first.
        """
        given = list(words)
        found = self
        for word in given:
            found = found.filter(
                Q(folded_names__contains=f"|{word}") | Q(folded_names__contains=f" {word}")
            )
        begins = ExpressionWrapper(
            Q(folded__startswith=" ".join(given)), output_field=BooleanField()
        )
        return found.order_by(begins.desc(), Length("folded"), "folded", "pk")

    def closest_to(self, text: str) -> TopicQuerySet:
        """Give the few topics with a name or alias that looks most like the text, closest first."""
        near = self.filter(pk__in=RawSQL(LIKE, [text, MOST_ALIKE]))  # noqa: S611, a constant
        likeness = WordSimilarity(fold(text), F("folded_names"))
        return near.annotate(likeness=likeness).filter(likeness__gt=0.3).order_by("-likeness", "id")

    def like(self, text: str) -> list[Topic]:
        """Give the few topics that may be meant by a text that is no name, the likeliest first."""
        near: Iterable[Any] = self.closest_to(text).annotate(typed=fold(text))
        rated = [
            (max(likeness(one.typed, name) for name in one.folded_names.split("|")), one)
            for one in near
        ]
        return [one for rate, one in sorted(rated, key=lambda it: -it[0]) if rate >= ALIKE]
