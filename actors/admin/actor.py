"""The pages of actors, and of leaders, who are the actors that are persons."""

from datetime import date
from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest
from django.utils import timezone

from actors.admin.forms import DeskForm
from actors.admin.merging import MergingAdmin
from actors.admin.parts import DeskTable
from actors.admin.searching import words_of
from actors.admin.sections import section
from actors.models import Actor, ActorName, Leader, Tenure
from actors.models.folding import fold
from actors.querysets import ActorQuerySet
from actors.titles import titles_between


class NamesInline(DeskTable):
    """The other names of an actor."""

    model = ActorName
    fields = ("name", "kind", "language")
    verbose_name = "name"
    verbose_name_plural = "other names"


class PostsInline(DeskTable):
    """The posts that a person held."""

    model = Tenure
    fk_name = "person"
    fields = ("title", "organisation", "country", "start", "end")
    autocomplete_fields = ("organisation",)
    verbose_name = "post"
    verbose_name_plural = "posts"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the organisations too."""
        return super().get_queryset(request).select_related("organisation")


@admin.register(Actor)
class ActorAdmin(MergingAdmin):
    """Persons, offices, organisations and states."""

    list_display = ["name", "kind", "country", "other_names", "posts_today"]
    list_filter = ["kind", "country"]
    search_fields = ("name",)
    search_help_text = "Any name of theirs, in any script; accents make no difference."
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = [
        section(None, "name", "slug", ("kind", "country"), "description"),
        section("Elsewhere", "wikidata"),
    ]

    def get_inlines(self, request: HttpRequest, obj: Actor | None) -> list[type[InlineModelAdmin]]:
        """Leave out the posts where an actor is no person: only persons hold any."""
        holds_posts = obj is None or obj.kind == Actor.Kind.PERSON
        return [NamesInline, PostsInline] if holds_posts else [NamesInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch what the columns show."""
        return super().get_queryset(request).prefetch_related("names", "tenures")

    def get_search_results(
        self,
        request: HttpRequest,
        queryset: QuerySet[Any],
        search_term: str,
    ) -> tuple[QuerySet[Any], bool]:
        """Find actors by any of their names, the most alike first."""
        words = words_of(search_term)
        if not words:
            return queryset, False
        typed = " ".join(words)
        return _most_alike_first(cast(ActorQuerySet, queryset).named_like(typed), typed), False

    def choice_label(self, record: Actor) -> str:
        """Tell homonyms apart: "Vladimir Putin — person, RU"."""
        return f"{record.name} — {', '.join(filter(None, [record.kind, record.country]))}"

    @admin.display(description="other names")
    def other_names(self, actor: Actor) -> str:
        """Give the first few other names."""
        names = [other.name for other in actor.names.all()]
        return ", ".join(names[:4]) + (" …" if len(names) > 4 else "")

    @admin.display(description="today")
    def posts_today(self, actor: Actor) -> str:
        """Give the titles that the actor holds today."""
        today: date = timezone.localdate()
        return "; ".join(titles_between(actor.tenures.all(), today, today))


def _most_alike_first(actors: ActorQuerySet, typed: str) -> ActorQuerySet:
    """Order actors by how much the likest of their names is like what was typed."""
    likeness = TrigramSimilarity(F("folded"), fold(typed))  # type: ignore[arg-type]  # stubs
    others = ActorName.objects.filter(actor=OuterRef("pk")).annotate(alike=likeness)
    likest = others.order_by("-alike").values("alike")[:1]
    alike = Greatest(likeness, Coalesce(likest, Value(0.0)))
    return actors.annotate(alike=alike).order_by("-alike", "name", "pk")


class LeaderForm(DeskForm):
    """The form of an actor who is a person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.kind = Actor.Kind.PERSON


@admin.register(Leader)
class LeaderAdmin(ActorAdmin):
    """Persons, with their posts first."""

    form = LeaderForm
    list_display = ["name", "posts_today", "country", "other_names"]
    list_filter = ["country"]
    fieldsets = [
        section(None, "name", "slug", "country", "description"),
        section("Elsewhere", "wikidata"),
    ]

    def get_inlines(self, request: HttpRequest, obj: Actor | None) -> list[type[InlineModelAdmin]]:
        """Put the posts first."""
        return [PostsInline, NamesInline]
