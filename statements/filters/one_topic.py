"""A field that takes one topic: by slug, a former one too, by its name or an alias."""

from django import forms

from reading.fields import LONGEST_NAME
from reading.text import readable
from statements.filters.fields import TopicsField
from statements.models import Topic


class OneTopicField(forms.CharField):
    """One topic, or None where none is asked for."""

    def clean(self, value: str | None) -> Topic | None:
        """Give the topic that is meant, or raise ValidationError, which may suggest what is."""
        text = readable(value or "", LONGEST_NAME)
        return TopicsField().meaning(text) if text else None
