"""What to ask an index that knows which rows have a word. Pure: it knows no database.

A quotation may have lost or changed any of its words, so that rows are looked for which have a
number of them, whichever. The index walks along the rows of the rare words and looks up the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import comb

from statements.quoting.terms import Term

# More alternatives would take longer to read than to look up.
MOST_TERMS = 10
# Words of one text go together more than chance would have it.
TOGETHER = 1.4


# In milliseconds, as measured: to hold one entry of the index against one word of the query.
COMPARING = 2e-5


@dataclass(frozen=True, slots=True)
class Budget:
    """How many milliseconds a search may take, about, and how many rows it may find."""

    milliseconds: float
    rows: float


@dataclass(frozen=True, slots=True)
class Plan:
    """To look for the rows that have at least `least` of the terms."""

    terms: tuple[Term, ...]
    least: int

    @property
    def spare(self) -> int:
        """How many of the terms a row may lack."""
        return len(self.terms) - self.least

    def cost(self, rows: float) -> float:
        """Give about how many milliseconds the plan takes, if there are so many rows in all.

        The index has to walk along the entries of all terms but `least` - 1.
        """
        entries = rows * sum(term.share for term in self.terms[: self.spare + 1])
        compared = sum(comb(self.spare + number, number) for number in range(1, self.least + 1))
        return COMPARING * entries * compared

    def expected(self, rows: float) -> float:
        """Give how many rows have so many of the terms, if there are so many rows in all."""
        shares = [min(term.share * TOGETHER, 1) for term in self.terms]
        return rows * sum(_chances(shares)[self.least :])

    @property
    def stricter(self) -> "Plan | None":
        """The plan under which a row may lack one term fewer."""
        return replace(self, least=self.least + 1) if self.spare else None

    @property
    def query(self) -> str:
        """The plan as PostgreSQL writes a tsquery."""
        return _at_least(self.least, self.terms)


def plan_for(terms: Sequence[Term], rows: float, budget: Budget) -> Plan | None:
    """Give the plan within the budget under which a row may lack most of the terms."""
    plans = (
        plan
        for plan in _plans(terms)
        if plan.cost(rows) <= budget.milliseconds and plan.expected(rows) <= budget.rows
    )
    return max(plans, default=None, key=lambda plan: (plan.spare, plan.least))


def whole(terms: Sequence[Term]) -> Plan:
    """Give the plan that takes nothing but rows with all the terms, or as many as can be asked."""
    return Plan(tuple(terms[:MOST_TERMS]), min(len(terms), MOST_TERMS))


def _plans(terms: Sequence[Term]) -> Iterator[Plan]:
    most = min(len(terms), MOST_TERMS)
    # One word alone says little, unless there is hardly another.
    fewest = 1 if most < 3 else 2
    for number in range(1, most + 1):
        for least in range(fewest, number + 1):
            yield Plan(tuple(terms[:number]), least)


def _chances(shares: Sequence[float]) -> list[float]:
    """Give how likely a row is to have none of the terms, one of them, and so on."""
    chances = [1.0]
    for share in shares:
        without = [chance * (1 - share) for chance in chances]
        having = [chance * share for chance in chances]
        chances = [a + b for a, b in zip([*without, 0.0], [0.0, *having], strict=True)]
    return chances


def _at_least(number: int, terms: Sequence[Term]) -> str:
    """Write that a row has so many of the terms: the first with enough of the rest, or ..."""
    if number == 1:
        return _any(lexeme for term in terms for lexeme in term.lexemes)
    if number == len(terms):
        return f"({'&'.join(_any(term.lexemes) for term in terms)})"
    firsts = range(len(terms) - number + 1)
    ways = (f"{_any(terms[at].lexemes)}&{_at_least(number - 1, terms[at + 1 :])}" for at in firsts)
    return f"({'|'.join(ways)})"


def _any(lexemes: Iterator[str] | Sequence[str]) -> str:
    quoted = (lexeme.replace("\\", "\\\\").replace("'", "''") for lexeme in lexemes)
    return "(" + "|".join(f"'{lexeme}'" for lexeme in quoted) + ")"
