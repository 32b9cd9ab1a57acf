"""What the indexes are asked for."""

from dataclasses import replace

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from statements.quoting.plans import Budget, Plan, plan_for, whole
from statements.quoting.terms import Term

PLENTY = Budget(milliseconds=1e9, rows=1e9)


def terms(*shares: float) -> list[Term]:
    return [Term((f"w{at}",), share) for at, share in enumerate(sorted(shares))]


def test_as_many_words_as_the_budget_allows_may_be_missing() -> None:
    known = terms(*[0.002] * 6)
    generous = plan_for(known, 1_000_000, Budget(milliseconds=100, rows=1000))
    strict = plan_for(known, 1_000_000, Budget(milliseconds=100, rows=2))
    assert generous
    assert strict
    assert generous.spare > strict.spare
    assert strict.expected(1_000_000) <= 2


def test_words_that_are_too_common_have_no_plan() -> None:
    assert plan_for(terms(0.5, 0.6, 0.7), 1_000_000, Budget(milliseconds=10, rows=300)) is None


def test_in_an_unknown_archive_two_words_are_enough() -> None:
    plan = plan_for(terms(*[0.0] * 9), 0, Budget(milliseconds=0, rows=0))
    assert plan == Plan(tuple(terms(*[0.0] * 9)), 2)


def test_one_of_two_words_may_be_wrong() -> None:
    assert plan_for(terms(0.01, 0.01), 1000, PLENTY) == Plan(tuple(terms(0.01, 0.01)), 1)


def test_a_stricter_plan_asks_for_more_until_all_are_asked_for() -> None:
    plan = Plan(tuple(terms(0.1, 0.1)), 1)
    assert plan.stricter == whole(terms(0.1, 0.1))
    assert whole(terms(0.1, 0.1)).stricter is None


@given(st.lists(st.floats(0.0001, 1), min_size=1, max_size=8), st.integers(1, 8))
def test_a_stricter_plan_expects_fewer_rows(shares: list[float], least: int) -> None:
    plan = Plan(tuple(terms(*shares)), min(least, len(shares)))
    assert 0 <= plan.expected(1000) <= 1000 * 1.000001
    if plan.stricter:
        assert plan.stricter.expected(1000) <= plan.expected(1000) + 1e-6


@pytest.mark.django_db
@pytest.mark.parametrize("least", [1, 2, 3, 4])
def test_the_query_holds_for_rows_with_enough_of_the_terms(least: int) -> None:
    given_terms = [
        replace(term, lexemes=(*term.lexemes, f"v{at}"))
        for at, term in enumerate(terms(0, 0, 0, 0))
    ]
    query = Plan(tuple(given_terms), least).query
    for row in ("", "w0", "v1 w1", "w0 v3", "w0 v1 w2", "v0 w1 w2 v3"):
        held = sum(bool({f"w{at}", f"v{at}"} & set(row.split())) for at in range(4))
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::tsvector @@ %s::tsquery", [row, query])
            assert cursor.fetchone() == (held >= least,), row


@pytest.mark.django_db
@pytest.mark.parametrize("lexeme", ["it's", "a\\b", "'", "\\'", "&|!()<->", ":*", "%s"])
def test_no_lexeme_is_taken_for_notation(lexeme: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_to_tsvector(ARRAY[%s]) @@ %s::tsquery",
            [lexeme, Plan((Term((lexeme,), 0),), 1).query],
        )
        assert cursor.fetchone() == (True,)
