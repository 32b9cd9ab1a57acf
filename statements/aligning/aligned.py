"""The passages of the sides of an exchange, aligned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import QuerySet

from statements.aligning.alignment import Alignment, Place, Point
from statements.aligning.evidence import Passage, evidence_of
from statements.aligning.grouping import Groups, grouped
from statements.aligning.likeness import alike
from statements.aligning.mentions import Names
from statements.aligning.opposites import are_opposed
from statements.models import Exchange, Readout, Statement, Verdict

Sides = Sequence[Sequence[Statement]]


def aligned(exchange: Exchange, sides: Sides) -> Alignment:
    """Align the passages of the sides of an exchange, with the verdicts of editors.

    Six queries, however many passages; none where fewer than two sides have passages.
    """
    if not _can_be_compared(sides):
        return Alignment()
    return alignment_of(sides, verdicts_on(sides), _names_of(exchange))


def alignment_of(
    sides: Sides, verdicts: Iterable[Verdict], called: Mapping[int, str] | None = None
) -> Alignment:
    """Align the passages of the sides, with these verdicts, in four queries.

    `called` has the name of the side that published each document (its key).
    """
    if not _can_be_compared(sides):
        return Alignment()
    return settled(sides, verdicts, called)[0]


def settled(
    sides: Sides, verdicts: Iterable[Verdict], called: Mapping[int, str] | None = None
) -> tuple[Alignment, frozenset[int]]:
    """Align the passages; also give the keys of the verdicts that could not be followed."""
    shared = _in_several(sides)
    own = [[one.pk for one in side if one.pk not in shared] for side in sides]
    evidence = evidence_of(own)
    passages, names = evidence.passages, Names(evidence.names)
    couples = [
        (passages[pair.one].pk, passages[pair.other].pk)
        for pair in alike(passages, names)
        if not are_opposed(passages[pair.one], passages[pair.other], pair.language, names)
    ]
    groups = grouped(couples, verdicts, {passage.pk: passage.side for passage in passages})
    points = _points(passages, groups)
    told = {pk for point in points for pk in point.passages}
    alone = _alone(passages, told, groups)
    alignment = Alignment(points, alone, _places(sides, called or {}))
    return alignment, frozenset(groups.unheeded)


def verdicts_on(sides: Sides) -> QuerySet[Verdict]:
    """Give what editors said of passages of the sides."""
    keys = [one.pk for side in sides for one in side]
    return Verdict.objects.filter(one__in=keys, other__in=keys)


def _can_be_compared(sides: Sides) -> bool:
    return sum(map(bool, sides)) > 1


def _in_several(sides: Sides) -> set[int]:
    """Give what stands in a document that several sides published: they need not be told."""
    seen: set[int] = set()
    return {one.pk for side in sides for one in side if one.pk in seen or seen.add(one.pk)}  # type: ignore[func-returns-value]


def _points(passages: Sequence[Passage], groups: Groups) -> list[Point]:
    """Number what several sides say, in the order of the first passage that says it."""
    sides = {passage.pk: passage.side for passage in passages}
    points: list[Point] = []
    told: set[int] = set()
    for passage in passages:
        group = groups.of(passage.pk)
        if passage.pk in told or len({sides[pk] for pk in group}) < 2:
            continue
        told |= group
        ordered = tuple(one.pk for one in passages if one.pk in group)
        points.append(Point(len(points) + 1, ordered, not group.isdisjoint(groups.joined)))
    return points


def _alone(passages: Sequence[Passage], told: set[int], groups: Groups) -> frozenset[int]:
    """Give what only one side says: it is not told, and was compared with all that others say.

    A passage is compared with another in a language that both have, or by an editor.
    """
    by_languages: dict[frozenset[str], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_languages[frozenset(passage.versions)].append(passage)

    def is_compared(one: Passage) -> bool:
        strange = (them for has, them in by_languages.items() if has.isdisjoint(one.versions))
        others = (other for them in strange for other in them if other.side != one.side)
        return all(groups.are_parted(one.pk, other.pk) for other in others)

    return frozenset(one.pk for one in passages if one.pk not in told and is_compared(one))


def _places(sides: Sides, called: Mapping[int, str]) -> dict[int, Place]:
    return {
        one.pk: Place(number, called.get(one.document_id, ""), one.public_id)
        for number, side in enumerate(sides)
        for one in side
    }


def _names_of(exchange: Exchange) -> dict[int, str]:
    """Give what the side is called that published each document; an account has a publisher."""
    readouts = Readout.objects.filter(exchange=exchange, document__isnull=False)
    names = ("side__name", "document__publisher__name", "document__publisher_as_printed")
    found: dict[int, str] = {}
    for document, *called in readouts.order_by("-pk").values_list("document_id", *names):
        found[document] = next(filter(None, called), "")
    return found
