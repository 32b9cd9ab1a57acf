"""What a value of a filter can be: a topic, a publisher, a kind, a language, a country."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.text import capfirst

from actors.choosing import CLOSEST, ActorsField
from actors.countries import country_name
from reading.fields import Choice, CodesField, SeveralField
from reading.problems import refused
from statements.languages import language_name
from statements.models import Document, Exchange, Statement, Topic
from statements.querysets.contacts import actors_on_record

# To find a topic takes up to two queries.
MOST_TOPICS = 10


class TopicsField(SeveralField):
    """Topics, each by slug, or by its name or an alias."""

    suggestions = "known-topics"
    most_values = MOST_TOPICS

    def meaning(self, text: str, *, suggest: bool = True) -> Topic:
        """Give the one topic that is meant."""
        if topic := Topic.objects.filter(slug=text).first():
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
            found = list(Topic.objects.closest_to(text)[:CLOSEST]) if suggest else []
        return refused(message, text, {topic.slug: topic.name for topic in found})


class PublishersField(ActorsField):
    """Publishers, out of those who published something."""

    shape = "pick"

    def offers(self) -> list[Choice]:
        """Give everyone who published a document that readers may see."""
        return [self.choice(actor) for actor in Document.objects.public().publishers()]


class KindsField(CodesField):
    """Kinds of exchange; those that occur are offered."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(known=exchange_kinds, **kwargs)

    def offers(self) -> list[Choice]:
        """Give the kinds of which the archive has an exchange."""
        occurring = set(Exchange.objects.public().kinds_in_use())
        return [choice for choice in super().offers() if choice.value in occurring]


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


def statement_languages() -> Mapping[str, str]:
    """Give the languages that public statements are in."""
    return {tag: language_name(tag) for tag in Statement.objects.public().languages()}


def document_languages() -> Mapping[str, str]:
    """Give the languages that public documents are in."""
    return {tag: language_name(tag) for tag in Document.objects.public().languages()}


def countries() -> Mapping[str, str]:
    """Give the countries of public exchanges, of who took part and of who spoke, by name."""
    codes = {*Exchange.objects.public().country_codes(), *actors_on_record().countries()}
    return dict(sorted(((code, country_name(code)) for code in codes), key=lambda one: one[1]))
