"""Statements with the copies that they are anchored in, each read once, as streams."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from django.db.models import (
    BooleanField,
    Case,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.constraints import CheckConstraint

from statements.anchoring import Copy
from statements.models import EditorialStatus, Snapshot, Statement
from statements.verification.judging import (
    CopyRow,
    WordsRow,
    Wrong,
    claims_quotations,
    judge_anchored,
    judge_unanchored,
)

# A copy may be as long as a source is, a statement has a thousandth of that.
COPIES_AT_A_TIME: Final = 5
STATEMENTS_AT_A_TIME: Final = 500

COPY: Final = (
    "pk", "document", "text", "sha256", "retrieved_at",
    "seal__sha256", "seal__document_id", "seal__retrieved_at",
)  # fmt: skip
WORDS: Final = (
    "pk", "document", "snapshot", "anchor_start", "anchor_end", "anchor_exact", "words",
    "quote_type", "editorial_status", "override_reason", "has_its_words", "may_be_published",
)  # fmt: skip

# Of what has no anchor, only this claims to be word for word.
IN_ITS_WORDS: Final = Q(
    editorial_status=EditorialStatus.PUBLISHED,
    quote_type__in=[Statement.Type.DIRECT, Statement.Type.MIXED],
)


def rule(name: str) -> ExpressionWrapper:
    """Give the condition of a constraint of the statements: it is asked again, never repeated."""
    rules = Statement._meta.constraints
    [found] = [one for one in rules if isinstance(one, CheckConstraint) and one.name == name]
    return ExpressionWrapper(found.condition, BooleanField())


def copies_of(copies: QuerySet[Snapshot]) -> Iterator[CopyRow]:
    """Give the copies, in order of their keys."""
    rows = copies.order_by("pk").values_list(*COPY)
    return (CopyRow(*row) for row in rows.iterator(chunk_size=COPIES_AT_A_TIME))


def beside(
    copies: Iterable[CopyRow], statements: QuerySet[Statement]
) -> Iterator[tuple[CopyRow | None, Iterable[WordsRow]]]:
    """Give each copy with the statements anchored in it; None for copies that are not among them.

    The statements of one copy are to be read before the next is asked for.
    """
    groups = groupby(_words(statements.exclude(snapshot=None), "snapshot"), attrgetter("snapshot"))
    key, group = next(groups, (None, ()))
    for copy in copies:
        while key is not None and key < copy.pk:
            yield None, group
            key, group = next(groups, (None, ()))
        if key == copy.pk:
            yield copy, group
            key, group = next(groups, (None, ()))
        else:
            yield copy, ()
    while key is not None:
        yield None, group
        key, group = next(groups, (None, ()))


def wrong_among(
    copy: CopyRow | None, statements: Iterable[WordsRow]
) -> Iterator[tuple[int, Wrong | None]]:
    """Judge what is anchored in a copy: the key of each statement, and what is wrong with it."""
    for words in statements:
        own = copy if copy and copy.document == words.document else None
        yield words.pk, judge_anchored(words, own.text if own else None)


def wrong_without_anchor(
    statements: QuerySet[Statement],
) -> Iterator[tuple[int, Wrong | None]]:
    """Judge what was published as somebody's words without an anchor."""
    unanchored = statements.filter(IN_ITS_WORDS, snapshot=None)
    for document, group in groupby(_words(unanchored, "document"), attrgetter("document")):
        copy: Copy | None = None
        for words in group:
            if claims_quotations(words) and not copy:
                copy = latest_copy(document)
            yield words.pk, judge_unanchored(words, copy)


def latest_copy(document: int) -> Copy | None:
    """Give the latest copy of a document."""
    texts = Snapshot.objects.filter(document=document).values_list("text", flat=True)
    text = texts.first()
    return None if text is None else Copy(text)


def _words(statements: QuerySet[Statement], first: str) -> Iterator[WordsRow]:
    rows = statements.annotate(
        # What is the same to the letter is sent once.
        words=Case(
            When(anchor_exact=F("text"), then=Value("")),
            default=F("text"),
            output_field=TextField(),
        ),
        has_its_words=rule("statement_anchor_has_its_words"),
        may_be_published=rule("statement_direct_is_verified"),
    )
    found = rows.order_by(first, "pk").values_list(*WORDS)
    return (WordsRow(*row) for row in found.iterator(chunk_size=STATEMENTS_AT_A_TIME))
