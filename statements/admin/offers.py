"""The other statements that are offered for a link, each with a form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict

from actors.admin.searching import words_of
from statements.closest import closest_of_others, closest_of_speaker
from statements.likening import Likeness, liken
from statements.models import Addressee, EditorialStatus, Participation, Statement, StatementLink
from statements.models.remarks import LinkKind
from statements.querysets.stemming import languages_in_use
from statements.querysets.words import in_languages

MOST_OFFERED, MOST_OF_OTHERS, MOST_FOUND = 8, 4, 20
# What is put in order by itself, when a search found no more.
MOST_SORTED = 1000
LONGEST_REASON = 2000
# The address of a statement's page, whatever stands before it.
ADDRESS = re.compile(r"/statements/([A-Za-z0-9]{12})/?(?:[?#].*)?")


class LinkForm(forms.Form):
    """How the statement stands to another one, and why an editor says so."""

    kind = forms.ChoiceField(
        label="This one",
        choices=[("", "…"), *LinkKind.choices],
        error_messages={"required": "How?"},
    )
    reason = forms.CharField(
        label="Reason, which readers see",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why: readers see it."},
    )

    def __init__(
        self, statement: Statement, other: Statement, data: QueryDict | None = None
    ) -> None:
        """Tell the forms of a page apart by the other statement."""
        super().__init__(data, auto_id=f"link_{other.public_id}_%s")
        self.statement, self.other = statement, other

    def clean(self) -> dict[str, Any] | None:
        """Refuse a link from the earlier statement to the later one."""
        if is_later(self.other, self.statement):
            raise ValidationError("That statement is later: make the link on its own page.")
        return super().clean()


@dataclass(frozen=True)
class Offer:
    """Another statement, how it differs from this one, and the form of a link to it.

    Where no link is to be made to it from here, there is no form.
    """

    other: Statement
    likeness: Likeness
    form: LinkForm | None
    is_later: bool


def is_later(one: Statement, other: Statement) -> bool:
    """Tell whether the one is surely of a later day than the other."""
    first, last = one.date_earliest, other.date_latest
    return first is not None and last is not None and first > last


def offers(
    statement: Statement,
    groups: Mapping[str, Sequence[int]],
    bound: LinkForm | None,
    may_link: bool,
) -> dict[str, list[Offer]]:
    """Give the statements with these keys, group by group, each in the first group that has it.

    One of them is shown with what was typed. One query for all groups.
    """
    records = _shown().in_bulk({pk for keys in groups.values() for pk in keys})
    shown: dict[str, list[Offer]] = {}
    for name, keys in groups.items():
        fresh = [record for pk in keys if (record := records.pop(pk, None))]
        shown[name] = [_offer(statement, one, bound, may_link) for one in fresh]
    return shown


def _offer(statement: Statement, other: Statement, bound: LinkForm | None, may_link: bool) -> Offer:
    later = is_later(other, statement)
    form = bound if bound and bound.other == other else LinkForm(statement, other)
    takes = may_link and (not later or form is bound)
    return Offer(other, liken(other.text, statement.text), form if takes else None, later)


def _shown() -> QuerySet[Statement]:
    related = ("speaker", "exchange", "document")
    hidden = ("search", "exchange__search", "anchor_exact")
    return Statement.objects.select_related(*related).defer(*hidden)


def of_the_speaker(statement: Statement) -> list[int]:
    """Give the keys of what the same speaker said that is closest, of earlier days."""
    return closest_of_speaker(statement, MOST_OFFERED)


def of_others(statement: Statement) -> list[int]:
    """Give the keys of what those said that is closest who took part, or were addressed."""
    took_part = Participation.objects.filter(exchange=statement.exchange_id, actor__isnull=False)
    addressed = Addressee.objects.filter(statement=statement, actor__isnull=False)
    actors = (
        took_part.order_by()
        .values_list("actor")
        .union(addressed.order_by().values_list("actor"), all=True)
    )
    return closest_of_others(statement, {actor for (actor,) in actors}, MOST_OF_OTHERS)


def searched(statement: Statement, typed: str) -> list[int]:
    """Give the keys of the newest other statements with an address, or with the words."""
    others = Statement.objects.exclude(pk=statement.pk)
    if address := ADDRESS.search(typed):
        return list(others.filter(public_id=address[1]).values_list("pk", flat=True))
    words = " ".join(words_of(typed))
    languages = languages_in_use(EditorialStatus.values)
    fits = in_languages(words, languages, Statement.objects.all().searched)
    return _newest(others.filter(fits | Q(public_id=words)))


def _newest(found: QuerySet[Statement]) -> list[int]:
    """Give the keys of the newest of what was found.

    Of few, all keys are fetched before they are put in order: the planner, which takes an unknown
    word for a common one, would walk along the whole archive to find the newest with it.
    """
    few = list(found.order_by().values_list("pk", flat=True)[: MOST_SORTED + 1])
    if len(few) <= MOST_SORTED:
        found = Statement.objects.filter(pk__in=few)
    return list(found.values_list("pk", flat=True)[:MOST_FOUND])


def links_of(statement: Statement) -> QuerySet[StatementLink]:
    """Give the links from and to a statement, with who made them."""
    related = ("statement", "other", "editor")
    hidden = ("statement__search", "other__search")
    found = StatementLink.objects.filter(Q(statement=statement) | Q(other=statement))
    return found.select_related(*related).defer(*hidden).order_by("pk")
