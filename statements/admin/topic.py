"""The pages of topics."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from actors.admin.merging import MergingAdmin
from actors.admin.searching import words_of
from statements.models import Topic
from statements.querysets.topics import TopicQuerySet


@admin.register(Topic)
class TopicAdmin(MergingAdmin):
    """What is spoken about, in a tree."""

    list_display = ("name", "parent", "other_names")
    list_select_related = ("parent",)
    search_fields = ("name",)
    search_help_text = "The name or an alias; accents make no difference."
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("parent",)
    choice_related = ("parent",)
    fields = ("name", "slug", "parent", "aliases")

    def get_search_results(
        self,
        request: HttpRequest,
        queryset: QuerySet[Any],
        search_term: str,
    ) -> tuple[QuerySet[Any], bool]:
        """Find topics by name or alias."""
        typed = " ".join(words_of(search_term))
        topics = cast(TopicQuerySet, queryset).select_related("parent")
        return topics.named_like(typed) if typed else topics, False

    def choice_label(self, record: Topic) -> str:
        """Tell topics of one name apart: "Minsk agreements — below Ukraine"."""
        return f"{record.name} — below {record.parent}" if record.parent else record.name

    @admin.display(description="aliases")
    def other_names(self, topic: Topic) -> str:
        """Give the aliases."""
        return ", ".join(topic.aliases)
