"""Readouts of whole calls: what says the same is joined, and nothing else is."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.models import ActorName
from statements.aligning import Alignment, aligned, alignment_of
from statements.models import Readout, Statement, Translation
from tests import cast
from tests.aligning.readouts import (
    ACROSS,
    CASES,
    NAMES_ALONE,
    SUNDAY,
    THREE,
    Entered,
    entered,
    people,
)

pytestmark = pytest.mark.django_db

# Verdicts, the names of the sides, stems, topics, names, aliases of topics.
ASKS = 6

Enter = Callable[[str], Entered]


def told(found: Entered, alignment: Alignment) -> set[frozenset[str]]:
    return {frozenset(found.names[one] for one in point.passages) for point in alignment.points}


@pytest.mark.parametrize("name", CASES)
def test_what_says_the_same_is_joined_and_nothing_else(name: str) -> None:
    found = entered(CASES[name])
    assert told(found, aligned(found.exchange, found.sides)) == CASES[name].expected


@pytest.mark.parametrize("name", CASES)
def test_it_does_not_matter_which_side_comes_first(name: str) -> None:
    found = entered(CASES[name])
    alignment = aligned(found.exchange, found.sides[::-1])
    assert told(found, alignment) == CASES[name].expected


def test_points_are_numbered_as_the_first_side_says_them() -> None:
    found = entered(THREE)
    alignment = aligned(found.exchange, found.sides)
    assert [[found.names[one] for one in point.passages] for point in alignment.points] == [
        ["e-grain", "c-grain", "k-grain"],
        ["e-prisoners", "c-prisoners"],
        ["e-talks", "c-talks"],
    ]
    assert [point.number for point in alignment.points] == [1, 2, 3]
    assert alignment.point_of(found["c-prisoners"].pk) == alignment.points[1]
    assert alignment.point_of(found["k-arms"].pk) is None
    assert not any(point.by_editor for point in alignment.points)


def test_what_the_first_side_does_not_say_comes_after_it() -> None:
    found = entered(THREE)
    kremlin_first = [found.sides[2], found.sides[0], found.sides[1]]
    alignment = aligned(found.exchange, kremlin_first)
    first = [found.names[point.passages[0]] for point in alignment.points]
    assert first == ["k-grain", "e-prisoners", "e-talks"]


def test_what_one_side_alone_says_is_marked() -> None:
    found = entered(SUNDAY)
    alone = {found.names[one] for one in aligned(found.exchange, found.sides).alone}
    assert alone == set(found.names.values()) - {
        "e-normandy", "k-normandy", "e-ceasefire", "k-ceasefire",
    }  # fmt: skip


def test_where_one_side_has_passages_nothing_is_compared_and_nothing_asked() -> None:
    found = entered(SUNDAY)
    for sides in ([], [found.sides[0]], [found.sides[0], [], []]):
        with CaptureQueriesContext(connection) as asked:
            alignment = aligned(found.exchange, sides)
        assert (alignment.points, alignment.alone, len(asked)) == ([], frozenset(), 0)


def test_without_a_common_language_nobody_is_said_to_be_alone() -> None:
    """Names and numbers may join two passages; that they do not tells nothing."""
    found = entered(ACROSS)
    assert aligned(found.exchange, found.sides).alone == frozenset()


def test_names_in_several_languages_are_what_joins_across_them() -> None:
    found = entered(ACROSS)
    ActorName.objects.filter(name__in=["AIEA", "МАГАТЭ"]).delete()
    assert told(found, aligned(found.exchange, found.sides)) == {frozenset({"e-minsk", "k-minsk"})}


def test_a_translation_is_a_common_language() -> None:
    found = entered(ACROSS)
    for name, text in {
        "k-minsk": "Les accords de Minsk restent la seule base, a-t-on souligné, et le travail "
        "au format Normandie est important.",
        "k-zaes": "Il s’agissait de la sûreté de la centrale de Zaporijia et d’une mission "
        "d’experts de l’AIEA.",
        "k-libya": "La situation en Libye a été évoquée.",
    }.items():
        Translation.objects.create(
            statement=found[name], language="fr", text=text, translator="newsroom"
        )
    alignment = aligned(found.exchange, found.sides)
    assert told(found, alignment) == ACROSS.expected
    assert {found.names[one] for one in alignment.alone} == {"e-navalny", "k-libya"}


@pytest.mark.parametrize(("status", "is_used"), [("published", True), ("draft", False)])
def test_a_rendering_with_a_source_of_its_own_is_one_if_readers_may_see_it(
    status: str, is_used: bool
) -> None:
    found = entered(ACROSS)
    cast.statement(
        cast.document(),
        "Le sort d’Alexeï Navalny a été évoqué, et la situation en Libye.",
        language="fr",
        translation_of=found["k-libya"],
        editorial_status=status,
    )
    alignment = aligned(found.exchange, found.sides)
    libya = found["k-libya"].pk
    assert (alignment.point_of(libya) is not None or libya in alignment.alone) is is_used


def test_so_is_what_a_passage_is_a_translation_of() -> None:
    found = entered(ACROSS)
    original = cast.statement(cast.document(), "La situation en Libye.", language="fr")
    Statement.objects.filter(pk=found["k-libya"].pk).update(translation_of=original)
    assert found["k-libya"].pk in aligned(found.exchange, found.sides).alone


def test_topics_that_editors_gave_count_and_do_not_suffice() -> None:
    found = entered(NAMES_ALONE)
    gas = cast.topic("Gas")
    for name in ("k-one", "e-one"):
        found[name].topics.add(gas)
    assert aligned(found.exchange, found.sides).points == []


def test_a_document_of_two_sides_is_not_compared_with_itself() -> None:
    found = entered(SUNDAY)
    joint = found.sides[0]
    alignment = aligned(found.exchange, [joint, [*joint, *found.sides[1]]])
    assert not {one.pk for one in joint} & alignment.alone
    assert alignment.points == []


def test_the_sides_are_called_as_their_readouts_say() -> None:
    found = entered(SUNDAY)
    places = aligned(found.exchange, found.sides).places
    own = found["k-arms"]
    assert places[own.pk].side == "Kremlin"
    assert places[own.pk].address == f"#passage-{own.public_id}"
    Readout.objects.filter(exchange=found.exchange, side__name="Kremlin").update(side=None)
    assert aligned(found.exchange, found.sides).places[own.pk].side == "Kremlin"


def test_as_many_queries_whatever_there_is() -> None:
    known = people()
    for name in ("sunday", "three", "across"):
        found = entered(CASES[name], known)
        with CaptureQueriesContext(connection) as asked:
            aligned(found.exchange, found.sides)
        assert len(asked) == ASKS, name


def test_every_text_can_be_compared() -> None:
    found = entered(SUNDAY)
    texts = ["", "…", "你好 世界", "的" * 4000, "a " * 9000, "' \\ : & | ! %s {}", "\u202e"]
    for language in ("en", "zh", "tlh", "x-none"):
        for passage, text in zip(found.sides[0] + found.sides[1], texts, strict=False):
            Statement.objects.filter(pk=passage.pk).update(
                text=text, language=language, editorial_status="draft"
            )
        assert alignment_of(found.sides, []).points == []


def test_a_script_without_spaces_is_compared_by_pairs_of_letters() -> None:
    found = entered(SUNDAY)
    said = {
        "e-summit": "双方同意继续就乌克兰粮食出口问题进行谈判。",
        "k-arms": "双方表示愿就乌克兰粮食出口问题继续谈判。",
        "k-minsk": "总统祝贺对方生日快乐。",
    }
    for name, text in said.items():
        Statement.objects.filter(pk=found[name].pk).update(text=text, language="zh")
    assert frozenset({"e-summit", "k-arms"}) in told(found, alignment_of(found.sides, []))
