"""What an editor says of the passages of an exchange, kept all at once or not at all."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from statements.aligning.grouping import Couple
from statements.models import Exchange, Statement, Verdict

MEANWHILE = (
    "Meanwhile {editor} said that “{one}” and “{other}” {verdict}. Look again: nothing was saved."
)
BOTH = "You said both that “{one}” and “{other}” say the same, and that they do not."
NOT_HERE = "A passage that you chose does not belong to this exchange any more. Look again."


@dataclass
class Judgement:
    """What is said of pairs of passages (ids, the lower one first), and what is taken back.

    `seen` are the keys of the verdicts that the editor saw, `back` of those to be taken back.
    """

    same: set[Couple] = field(default_factory=set)
    apart: set[Couple] = field(default_factory=set)
    back: set[int] = field(default_factory=set)
    seen: Collection[int] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Done:
    """How many pairs were joined and parted, and how many verdicts were taken back."""

    joined: int
    parted: int
    back: int
    gone: int

    def __bool__(self) -> bool:
        return any((self.joined, self.parted, self.back))


def judge(
    exchange: Exchange,
    passages: Iterable[Statement],
    judgement: Judgement,
    editor: User,
) -> Done:
    """Keep what an editor says of these passages; it has to be called in a transaction.

    Nothing that somebody else said meanwhile of the same pair is replaced. Raises ValidationError.
    """
    Exchange.objects.select_for_update(of=("self",)).only("pk").get(pk=exchange.pk)
    texts = {passage.pk: passage.text for passage in passages}
    there = Verdict.objects.filter(one__in=texts, other__in=texts).select_related("editor")
    known = {(verdict.one_id, verdict.other_id): verdict for verdict in there}
    wanted = dict.fromkeys(judgement.same, True) | dict.fromkeys(judgement.apart, False)
    _check(judgement, wanted, known, texts)
    new = {pair: same for pair, same in wanted.items() if _is_new(known.get(pair), same)}
    back = {verdict.pk for verdict in known.values()} & judgement.back
    replaced = {known[pair].pk for pair in new if pair in known}
    Verdict.objects.filter(pk__in=back | replaced).delete()
    for (one, other), same in sorted(new.items()):
        Verdict.objects.create(
            one_id=one, other_id=other, is_same=same, note=judgement.note, editor=editor
        )
    joined = sum(new.values())
    return Done(joined, len(new) - joined, len(back), len(judgement.back - back))


def _is_new(verdict: Verdict | None, same: bool) -> bool:
    return verdict is None or verdict.is_same != same


def _check(
    judgement: Judgement,
    wanted: dict[Couple, bool],
    known: dict[Couple, Verdict],
    texts: dict[int, str],
) -> None:
    """Refuse what cannot be meant, and what would replace a verdict that was not seen."""
    errors = []
    for pair in sorted(wanted):
        if not texts.keys() >= set(pair):
            raise ValidationError(NOT_HERE)
        named = {"one": _short(texts[pair[0]]), "other": _short(texts[pair[1]])}
        verdict = known.get(pair)
        if pair in judgement.same & judgement.apart:
            errors.append(BOTH.format(**named))
        elif verdict and verdict.pk not in judgement.seen and verdict.is_same != wanted[pair]:
            who = verdict.editor.get_full_name() or verdict.editor.get_username()
            errors.append(MEANWHILE.format(editor=who, verdict=verdict, **named))
    if errors:
        raise ValidationError(errors)


def _short(text: str) -> str:
    return Truncator(text).words(10)
