"""Finding the statements, translations and sources that carry a quotation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nlargest
from math import inf

from statements.quoting import candidates
from statements.quoting.alignment import align
from statements.quoting.candidates import Held, Stretch
from statements.quoting.locating import together, words_near
from statements.quoting.plans import Budget, Plan, plan_for, whole
from statements.quoting.terms import Known, known_of
from statements.quoting.verdicts import NEAR, Match, Piece, Verdict, Where, ranked
from statements.quoting.words import Quotation

# What costs little finds nearly everything; what costs more is asked where that found too little.
QUICK = Budget(milliseconds=10, rows=300)
BROAD = Budget(milliseconds=80, rows=4000)
COMMON = Budget(milliseconds=100, rows=inf)
COPIES = Budget(milliseconds=30, rows=60)
# From this similarity on nothing better is looked for.
SURE = 0.75
# What is so much less alike than the best is left out beside it.
MUCH_LESS = 0.25
# How many statements are looked around.
MOST_AROUND = 3
# Of words that more copies have, no few could be chosen.
MOST_EXPECTED = 1000
# Copies whose words are compared, and passages that are shown.
MOST_READ = 20
MOST_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, best first, and whether only the newest statements were looked through."""

    found: list[Match]
    near: list[Match]
    newest_only: bool = False


def find(quotation: Quotation) -> Findings:
    """Give the public texts that carry the quotation, or else come near it."""
    known = known_of(quotation.words)
    matches: list[Match] = []
    for more in _searches(quotation, known):
        matches += more
        matches += _running_on(quotation, more)
        if _is_sure(matches):
            break
    best = [match for match in ranked(matches) if match.alignment.similarity >= NEAR]
    found = [match for match in best if match.verdict is not Verdict.NEAR]
    shown = [match for match in found if match.similarity >= found[0].similarity - MUCH_LESS]
    near = [match for match in best if match.verdict is Verdict.NEAR and len(match.pieces) == 1]
    return Findings(shown, near, newest_only=not known.terms)


def _is_sure(matches: Iterable[Match]) -> bool:
    return any(match.similarity >= SURE for match in matches)


def _searches(quotation: Quotation, known: Known) -> Iterator[list[Match]]:
    """Give what each search brings, from the quickest on; the caller stops at what is enough."""
    if not known.terms:
        yield _compared(quotation, candidates.newest_texts(quotation.words))
        return
    had: set[Held] = set()
    for plan in _plans(known):
        texts = candidates.texts_by(plan, quotation.words, known.terms)
        yield _compared(quotation, [text for text in dict.fromkeys(texts) if text not in had])
        had |= set(texts)
    yield _in_copies(quotation, known)


def _plans(known: Known) -> Iterator[Plan]:
    """Give the plans for statements and translations, each once."""
    within = [plan_for(known.terms, known.statements, budget) for budget in (QUICK, BROAD)]
    plans = list(dict.fromkeys(plan for plan in within if plan))
    yield from plans
    if not plans or not plans[-1].spare:
        yield from (plan for plan in _common(known) if plan not in plans)


def _common(known: Known) -> Iterator[Plan]:
    """Give the plans for a quotation whose words are all common."""
    every = whole(known.terms)
    yield every
    one_less = replace(every, least=max(every.least - 1, 1))
    if one_less.cost(known.statements) <= COMMON.milliseconds:
        yield one_less


def _compared(quotation: Quotation, texts: Iterable[Held]) -> list[Match]:
    """Give the matches among the texts."""
    found = []
    for text in texts:
        words = words_near(quotation, text.text)
        if alignment := align(quotation, words):
            piece = Piece(text.statement, 0, len(text.text))
            found.append(Match(words, alignment, (piece,), text.translation))
    return found


def _running_on(quotation: Quotation, matches: Iterable[Match]) -> list[Match]:
    """Give what stands around the best statements, where the quotation goes on beyond them."""
    own = [match for match in matches if match.where is Where.STATEMENT and not match.document]
    best = nlargest(MOST_AROUND, own, key=lambda match: match.similarity)
    if not best or best[0].verdict is Verdict.EXACT:
        return []
    beyond = [match for match in best if any(match.alignment.runs_beyond)]
    statements = [piece.statement for match in beyond for piece in match.pieces]
    return _stretches(quotation, candidates.around(statements)) if statements else []


def _in_copies(quotation: Quotation, known: Known) -> list[Match]:
    """Give the passages of documents that may carry the quotation."""
    terms = known.in_copies
    plan = plan_for(terms, known.copies, COPIES) or whole(terms)
    if plan.expected(known.copies) > MOST_EXPECTED:
        return []
    copies = candidates.copies_by(plan)
    closest = nlargest(MOST_READ, copies, key=lambda copy: together(quotation, copy.text))
    return _stretches(quotation, closest)


def _stretches(quotation: Quotation, stretches: Iterable[Stretch]) -> list[Match]:
    """Give the matches in parts of copies, with the statements that hold them there."""
    found = []
    for stretch in stretches:
        words = words_near(quotation, stretch.text)
        if alignment := align(quotation, words):
            found.append((stretch, Match(words, alignment, document=stretch.document)))
    best = nlargest(MOST_PASSAGES, found, key=lambda one: one[1].similarity)
    return list(_with_pieces(best)) if best else []


def _with_pieces(found: list[tuple[Stretch, Match]]) -> Iterator[Match]:
    spans = [
        (stretch.snapshot, stretch.offset + match.span[0], stretch.offset + match.span[1])
        for stretch, match in found
    ]
    for (stretch, match), pieces in zip(found, candidates.pieces_within(spans), strict=True):
        placed = (
            Piece(piece.statement, piece.start - stretch.offset, piece.end - stretch.offset)
            for piece in pieces
        )
        yield replace(match, pieces=tuple(_fewest(list(placed), match.span)))


def _fewest(pieces: list[Piece], span: tuple[int, int]) -> list[Piece]:
    """Give the statement that holds the whole span, or those that hold parts of it."""
    whole_span = [p for p in pieces if p.start <= span[0] and span[1] <= p.end]
    if whole_span:
        return [min(whole_span, key=lambda piece: piece.end - piece.start)]
    outer: list[Piece] = []
    for piece in pieces:
        if not outer or piece.end > outer[-1].end:
            outer.append(piece)
    return outer
