"""What a value of a filter can be: a topic, a publisher, a kind, a language, a country."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.text import capfirst

from actors.choosing import CLOSEST, ActorsField
from dates.edtf import ImpreciseDate
from dates.forms import EDTFFormField
from dates.guesses import likely
from reading.fields import Choice, CodesField, SeveralField
from reading.problems import refused
from statements.languages import language_name
from statements.models import Document, Exchange, Statement, Topic

# To find a topic takes up to two queries.
MOST_TOPICS = 10


class DayField(EDTFFormField):
    """A date that bounds a search; what is written in another way is refused with the usual one."""

    def to_python(self, value: object) -> ImpreciseDate | None:  # type: ignore[override]
        """Read the text, or refuse it with what may be meant."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            text = " ".join(str(value).split())
            ways = {one: one for one in likely(text)}
            raise refused(error.message.replace("%", "%%"), text, ways) from error


class TopicsField(SeveralField):
    """Topics, each by slug, or by its name or an alias."""

    suggestions = "suggest-topics"
    most_values = MOST_TOPICS

    def meaning(self, text: str, *, suggest: bool = True) -> Topic:
        """Give the one topic that is meant."""
        if topic := Topic.objects.at(text):
            return topic
        found = list(Topic.objects.called(text)[:CLOSEST])
        if len(found) == 1:
            return found[0]
        raise self._refusal(text, found, suggest=suggest)

    def choice(self, item: Topic) -> Choice:
        """Say a topic by name."""
        return Choice(item.slug, item.name)

    def _refusal(self, text: str, found: list[Topic], *, suggest: bool) -> ValidationError:
        message = "“%(value)s” is a name of several topics."
        if not found:
            message = "The archive has no topic “%(value)s”."
            found = Topic.objects.like(text)[:CLOSEST] if suggest else []
        return refused(message, text, {topic.slug: topic.name for topic in found})


class OccurringField(CodesField):
    """Codes that occur among the records of an index, by name; and others, which no record has.

    `codes` are all that are understood, with their names; `name_of` names those that it
    lacks. `absent` says of names that no record has such a value. `occurring` is set on the field
    of a form, which Django copies from that of its class, before the codes are asked for.
    """

    def __init__(
        self,
        *,
        codes: Mapping[str, str],
        absent: str,
        name_of: Callable[[str], str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(known=dict, **kwargs)
        self._codes = codes
        self._absent = absent
        self._name_of = name_of or (lambda code: codes.get(code, code))
        self.occurring: Collection[str] = ()

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The codes with their names."""
        names = {code: self._name_of(code) for code in self.occurring}
        return dict(sorted(names.items(), key=lambda one: one[1]))

    def meaning(self, text: str, *, suggest: bool = True) -> str:
        """Give the code, by itself or by its name, also where no record has it."""
        try:
            return super().meaning(text, suggest=suggest)
        except ValidationError:
            if not (code := _code(text, self._codes)):
                raise
        if kin := {one: name for one, name in self.known.items() if _kin(one) == _kin(code)}:
            # Simplified Chinese, where Chinese is asked for.
            raise refused("“%(value)s” can be one of several here.", text, kin)
        return code

    def choice(self, item: str) -> Choice:
        """Say a code by its name."""
        return Choice(item, self._name_of(item))

    def note(self, chosen: Iterable[str]) -> str:
        """Say which of the chosen codes no record has."""
        names = [self._name_of(code) for code in chosen if code not in self.occurring]
        return self._absent.format(" or ".join(names)) if names else ""


def _code(text: str, names: Mapping[str, str]) -> str:
    """Give the code that is meant by itself or by its name; nothing where there is none."""
    asked = text.casefold()
    same = (code for code, name in names.items() if asked in (code.casefold(), name.casefold()))
    return next(same, "")


def _kin(code: str) -> str:
    """Give the part of a code that its variants share."""
    return code.partition("-")[0].casefold()


class PublishersField(ActorsField):
    """Publishers, out of those who published something."""

    shape = "pick"

    def offers(self) -> list[Choice]:
        """Give everyone who published a document that readers may see."""
        return [self.choice(actor) for actor in Document.objects.public().publishers()]


def in_words(choices: type[TextChoices]) -> Mapping[str, str]:
    """Give the values of a model's choices with their labels, as a list shows them."""
    return {choice.value: capfirst(str(choice.label)) for choice in choices}


def exchange_kinds() -> Mapping[str, str]:
    """Give the kinds of exchange in words, calls first."""
    return in_words(Exchange.Kind)


def exchange_states() -> Mapping[str, str]:
    """Give in words what can have become of an exchange."""
    return in_words(Exchange.State)


def quotation_types() -> Mapping[str, str]:
    """Give the types of quotation in words."""
    return in_words(Statement.Type)


def document_kinds() -> Mapping[str, str]:
    """Give the kinds of document in words."""
    return in_words(Document.Kind)


def document_languages() -> Mapping[str, str]:
    """Give the languages that public documents are in."""
    return {tag: language_name(tag) for tag in Document.objects.public().languages()}
