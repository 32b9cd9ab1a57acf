"""Words are found in every script, in the row's own language, whatever was typed."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.models import Exchange, Statement
from statements.postings.current import statements
from statements.postings.matches import means_nothing
from statements.querysets.stemming import STEMMERS, configuration, languages_in_use
from statements.querysets.tsqueries import meanings
from statements.querysets.words import unspaced
from tests.cast import Cast, document, exchange, statement, the_cast

pytestmark = pytest.mark.django_db

TEXTS = {
    "en": "The negotiations on gas went on; NATO’s enlargement didn’t.",
    "fr": "Les négociations à l'Élysée ont échoué.",
    "ru": "Президент России заявил о гарантиях безопасности. Всё ещё",
    "ar": "أكد الرئيس أهمية المفاوضات",
    "zh": "乌克兰总统表示，北约东扩是威胁。WTO组织",
    "ja": "ウクライナ大統領は「停戦」を求めた。",
    "th": "ประธานาธิบดีกล่าวว่าที่นี่ปลอดภัย",
    "km": "កិច្ចប្រជុំនៅភ្នំពេញ",
    "my": "မြန်မာနိုင်ငံ",
    "lo": "ປະທານປະເທດ",
    "he": "ראש הממשלה אמר",
    "ko": "대통령은 협상을 요구했다",
    "el": "Ο πρωθυπουργός δήλωσε",
    "ka": "პრეზიდენტმა განაცხადა",
}


@pytest.fixture
def by_language() -> dict[str, Statement]:
    """Give a statement in each of many languages."""
    source = document()
    return {tag: statement(source, text, language=tag) for tag, text in TEXTS.items()}


def found(typed: str) -> set[str]:
    """Give the languages of the public statements that answer."""
    return set(Statement.objects.public().matching(typed).values_list("language", flat=True))


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("negotiation", {"en"}),
        ("NATO enlargement -oil", {"en"}),
        ("negociation elysee", {"fr"}),
        ("гарантии безопасность", {"ru"}),
        ("все", set()),
        ("المفاوضات", {"ar"}),
        ("乌克兰", {"zh"}),
        ("北约", {"zh"}),
        ("约北", set()),
        ("乌克兰 东扩", {"zh"}),
        ("乌克兰，东扩", {"zh"}),
        ("乌克兰 -北约", set()),
        ("乌克兰 -约北", {"zh"}),
        ("WTO组织", {"zh"}),
        ('"总统表示"', {"zh"}),
        ("停戦", {"ja"}),
        ("ウクライナ", {"ja"}),
        ("大統領", {"ja"}),
        ("ที่นี่", {"th"}),
        ("ที่", {"th"}),
        ("ที", set()),
        ("ភ្នំពេញ", {"km"}),
        ("နိုင်ငံ", {"my"}),
        ("ປະເທດ", {"lo"}),
        ("הממשלה", {"he"}),
        ("협상을", {"ko"}),
        ("πρωθυπουργος", {"el"}),
        ("პრეზიდენტმა", {"ka"}),
        ("乌克兰 or negotiation", {"zh", "en"}),
    ],
)
def test_words_are_found_in_every_script(
    by_language: dict[str, Statement], typed: str, languages: set[str]
) -> None:
    assert found(typed) == languages


def test_a_run_of_letters_without_spaces_is_a_phrase() -> None:
    assert unspaced("乌克兰 gas -北约") == '"乌克兰" gas -"北约"'
    assert unspaced('"乌克兰 gas" "北 约"') == '"乌克兰 gas" "北 约"'
    assert unspaced("gas -oil or x") == "gas -oil or x"
    assert unspaced("（停戦）、交渉。") == '"停戦" "交渉"'


def test_the_titles_of_exchanges_hold_such_words_too() -> None:
    exchange(title="A call on 乌克兰 and Россия")
    for typed in ("乌克兰", "Россия", "calls"):
        assert Exchange.objects.public().matching(typed).count() == 1, typed


def test_python_and_the_database_stem_alike() -> None:
    tags = [*STEMMERS, *(f"{tag}-XX" for tag in STEMMERS), "EN-GB", "zh", "zh-Hant", "", "x"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT search_config(one)::oid = two::regconfig::oid, one "
            "FROM unnest(%s::text[], %s::text[]) AS pair(one, two)",
            [tags, [configuration(tag) for tag in tags]],
        )
        assert [tag for same, tag in cursor.fetchall() if not same] == []


def test_languages_are_read_from_one_to_the_next(by_language: dict[str, Statement]) -> None:
    statement(document(), language="sv", editorial_status="draft")
    assert languages_in_use() == sorted(TEXTS)
    assert languages_in_use(["draft"]) == ["sv"]
    assert languages_in_use([]) == []


def test_a_draft_in_a_language_of_its_own_is_not_found(by_language: dict[str, Statement]) -> None:
    statement(document(), "Förhandlingar", language="sv", editorial_status="draft")
    assert found("förhandlingar") == set()


def test_words_are_ranked_by_the_language_of_each_row(by_language: dict[str, Statement]) -> None:
    once = statement(document(), "Négociations et beaucoup d'autres choses.", language="fr")
    twice = statement(document(), "Négociations, négociations !", language="fr")
    wanted = Statement.objects.filter(pk__in=[once.pk, twice.pk])
    ranks = {said.pk: said.rank for said in wanted.ranked("négociation")}  # type: ignore[attr-defined]
    assert ranks[twice.pk] > ranks[once.pk] > 0


def test_what_is_very_common_in_every_language_is_told_apart(cast: Cast) -> None:
    assert means_nothing(statements(), "the of")
    assert not means_nothing(statements(), "the line")
    statement(document(), "Les mots", language="fr")
    assert not means_nothing(statements(), "the of")


@pytest.fixture
def cast() -> Cast:
    return the_cast()


EXPANDING = "ﷺ㍿㋿ǅİßŒ㏇…\u0e33\U0001f1eb"


@pytest.mark.parametrize("sign", EXPANDING)
@pytest.mark.parametrize("kind", ["{}", '"{}"', "-{}"])
def test_five_hundred_of_any_sign_make_no_error(cast: Cast, sign: str, kind: str) -> None:
    typed = kind.format(sign * 500)
    # Everything is without such a word; where the sign is no word at all, nothing is asked.
    assert Statement.objects.public().matching(typed).count() in (0, 3)
    assert len(Statement.objects.public().ranked(typed)) == 3
    assert meanings(typed, ["en", "th"]) is not None


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    typed=st.text(alphabet=st.characters() | st.sampled_from('"-:*&|!<>()\\ \x00乌ที่'), max_size=60)
)
def test_any_text_can_be_searched_for(cast: Cast, typed: str) -> None:
    Statement.objects.public().matching(typed).count()
    Exchange.objects.public().matching(typed).count()
    assert meanings(typed, ["en", "th"]) is not None
