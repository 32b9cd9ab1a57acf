"""Words are found in every script, in the row's own language, whatever was typed."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.models import Exchange, Statement
from statements.postings.current import statements
from statements.postings.matches import matches, means_nothing
from statements.querysets.phrases import pattern_of
from statements.querysets.stemming import STEMMERS, configuration, languages_in_use
from statements.querysets.tsqueries import meanings
from statements.querysets.words import sound, unspaced
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


SAID = "We do not agree, and in the interest of Élysée’s «gas deal» we said so."


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ('"do not agree"', True),
        ('"DO NOT  agree and in"', True),
        ('"not agreed"', False),
        ('"does not agree"', False),
        ('"will not agree"', False),
        ('"agree in"', False),
        ('"in the interest of elysee s gas deal"', True),
        ('"interest of"', True),
        ('"interest for"', False),
        ('"interests"', False),
        ('"so vladimir"', False),
        ('"vladimir putin"', True),
        ('"putin the speaker"', False),
        ('gas "of the"', False),
        ('gas "in the"', True),
        ('gas -"not agreed"', True),
        ('gas -"not agree"', False),
        ('-"not agreed"', True),
        ('-"not agree"', False),
        ('"not agreed" or "gas deal"', True),
        ('oil or -"not agreed"', True),
        ('oil or gas -"do not"', False),
        ('gas "—"', True),
        ('gas -"—"', True),
    ],
)
def test_a_phrase_stands_to_the_letter_in_one_field(typed: str, is_found: bool) -> None:
    statement(document(), SAID, speaker_as_printed="Vladimir Putin", attribution_as_printed="the")
    assert Statement.objects.public().matching(typed).exists() == is_found
    rows = Statement.objects.public()
    assert bool(matches(statements(), rows, typed)) == is_found


@pytest.mark.parametrize(
    ("language", "text", "typed", "is_found"),
    [
        ("ar", "قال إنّ السلامَ ممكن", '"ان السلام"', True),
        ("ar", "قال إنّ السلامَ ممكن", '"ان سلام"', False),
        ("ru", "Всё ещё идут переговоры", '"все еще идут"', True),
        ("ru", "Всё ещё идут переговоры", '"идёт переговоры"', False),
        ("zh", "总统表示，北约东扩是威胁", '"北约东扩"', True),
        ("zh", "总统表示，北约东扩是威胁", '"表示北约"', True),
        ("zh", "总统表示，北约东扩是威胁", '"北扩"', False),
        ("hi", "राष्ट्रपति ने कहा है", '"ने कहा"', True),
        ("fr", "Les négociations ont échoué", '"negociations ont"', True),
        ("fr", "Les ne\u0301gociations ont échoué", '"négociations ont"', True),
    ],
)
def test_a_phrase_is_found_in_every_script(
    language: str, text: str, typed: str, is_found: bool
) -> None:
    statement(document(), text, language=language)
    assert Statement.objects.public().matching(typed).exists() == is_found


def test_phrases_of_exchanges_stand_to_the_letter() -> None:
    exchange(title="A call on security guarantees", summary="They agreed on nothing.")
    for typed, number in (
        ('"security guarantees"', 1), ('"security guarantee"', 0), ('"guarantees they"', 0)
    ):  # fmt: skip
        assert Exchange.objects.public().matching(typed).count() == number, typed


@given(st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_phrase_is_a_sound_pattern(typed: str) -> None:
    phrase = f'"{typed.replace(chr(34), "")}"'
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'a' ~* public.unaccent(%s)", [pattern_of(sound(phrase))])


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
    assert tells_nothing("the of")
    assert not tells_nothing("the line")
    statement(document(), "Les mots", language="fr")
    assert not tells_nothing("the line")
    assert not tells_nothing("xylophone")


@pytest.mark.parametrize("tag", ["zh", "th", "ja", "pl", "fr"])
@pytest.mark.parametrize("words", ["the", "of the", "I"])
def test_what_is_very_common_in_some_language_says_nothing_unless_something_has_it(
    cast: Cast, tag: str, words: str
) -> None:
    statement(document(), "Mots", language=tag)
    assert tells_nothing(words)
    assert not tells_nothing(f"{words} line")
    statement(document(), f"A film: {words}", language=tag, editorial_status="draft")
    assert tells_nothing(words)
    statement(document(), f"A film: {words}", language=tag)
    assert not tells_nothing(words)


def tells_nothing(words: str) -> bool:
    return means_nothing(statements(), Statement.objects.public(), words)


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
