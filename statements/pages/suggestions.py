"""What a text field of names suggests while somebody types: who and what is on public record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, JsonResponse

from actors.beginnings import beginning_with, folded_words
from actors.countries import country_name
from actors.models import Actor
from reading.access import reading_page
from reading.fields import WordsField
from reading.problems import problems_of
from reading.strict import StrictForm
from statements.models import Topic
from statements.postings import current as postings
from statements.postings.index import Index
from statements.postings.uses import uses
from statements.querysets.contacts import on_record

MOST = 10
# So many who fit are put in order, and of the best so many are looked at, to find those who are
# on public record.
MOST_FITTING = 2_000
MOST_FOUND = 100
LONGEST = 100
# With fewer, those are suggested too whose names are only like what was typed.
FEW = 3


@dataclass(frozen=True)
class Suggestion:
    """What is put into the field, how it is called, and what else tells who or what it is."""

    value: str
    label: str
    detail: str = ""


class TypedForm(StrictForm):
    """The beginning of a name."""

    q = WordsField(label="Name", longest=LONGEST)


@reading_page
def suggest_actors(request: HttpRequest) -> JsonResponse:
    """Give, as JSON, the actors who may be meant by what was typed."""
    return _answer(request, _actors)


@reading_page
def suggest_topics(request: HttpRequest) -> JsonResponse:
    """Give, as JSON, the topics that may be meant by what was typed."""
    return _answer(request, _topics)


def _answer(request: HttpRequest, found: Callable[[str], list[Suggestion]]) -> JsonResponse:
    form = TypedForm(request.GET)
    if not form.is_valid():
        messages = [problem.message for problem in problems_of(form)]
        return JsonResponse({"problems": messages}, status=400)
    typed = form.cleaned_data["q"]
    return JsonResponse({"items": [asdict(one) for one in found(typed)] if typed else []})


def _actors(typed: str) -> list[Suggestion]:
    index = postings.statements()
    fitting = _fitting(typed, index)
    ids = _public(fitting)
    if len(ids) < FEW:
        alike: list[Any] = Actor.objects.like(typed)
        alike.sort(key=lambda one: (-round(one.likeness, 2), -uses(index, one.pk)))
        ids += _public(one.pk for one in alike if one.pk not in fitting)
    actors = Actor.objects.with_namesakes().in_bulk(ids[:MOST])
    return [_said(actors[pk], fitting.get(pk, "")) for pk in ids[:MOST] if pk in actors]


def _fitting(typed: str, index: Index) -> dict[int, str]:
    """Give the actors with a name that fits, the best first, and of them those who occur most."""
    found = beginning_with(typed, MOST_FITTING)
    found.sort(key=lambda one: (one.distance, -uses(index, one.actor)))
    return {one.actor: one.name for one in found[:MOST_FOUND]}


def _public(ids: Iterable[int]) -> list[int]:
    """Give those on public record, in the same order."""
    given = list(ids)
    public = on_record(given) if given else set()
    return [pk for pk in given if pk in public]


def _said(actor: Any, fitting: str) -> Suggestion:  # noqa: ANN401, an actor with `has_namesake`
    """Say an actor by name; where others bear it too, only the address tells who is meant."""
    about = [] if _same_words(fitting, actor.name) else [f"“{fitting}”"]
    about.append(actor.get_kind_display())
    about += [country_name(actor.country)] if actor.country else []
    value = actor.slug if actor.has_namesake else actor.name
    return Suggestion(value, actor.name, ", ".join(about))


def _same_words(fitting: str, name: str) -> bool:
    """Tell whether another name says no more than the actor's own, as Macron, Emmanuel."""
    return {*fitting.replace(",", " ").split()} <= {*name.split()}


def _topics(typed: str) -> list[Suggestion]:
    topics, words = Topic.objects.select_related("parent"), folded_words(typed)
    found = _on_record(topics.beginning_with(words)[:MOST_FOUND]) if words else []
    if len(found) < FEW:
        found += [one for one in _on_record(topics.like(typed)) if one not in found]
    return [Suggestion(topic.name, topic.name, _above(topic)) for topic in found[:MOST]]


def _on_record(topics: Iterable[Topic]) -> list[Topic]:
    """Give those that something public is about, or about a topic below them."""
    given: Sequence[Topic] = list(topics)
    public = Topic.objects.all().public_among([topic.pk for topic in given]) if given else set()
    return [topic for topic in given if topic.pk in public]


def _above(topic: Topic) -> str:
    return f"in {topic.parent.name}" if topic.parent else ""
