"""What is said about a statement: translations, links to others, corrections."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from actors.history import tracked
from statements.models.search import words_of
from statements.models.statement import Statement
from statements.models.steps import KEPT


class Translator(models.TextChoices):
    """Who translated."""

    OFFICIAL = "official", "official"
    NEWSROOM = "newsroom", "newsroom"
    MACHINE = "machine", "machine"


@tracked
class Translation(models.Model):
    """A statement's text in another language.

    A rendering with a source of its own is a statement (`Statement.translation_of`).
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=35, help_text="BCP 47, such as en or fr.")
    text = models.TextField()
    translator = models.CharField(max_length=8, choices=Translator)
    search = words_of("text", language="language")

    class Meta:
        ordering = ["language", "id"]
        indexes = [GinIndex(fields=["search"], name="translation_search")]
        constraints = [
            models.UniqueConstraint(
                name="translation_once",
                fields=["statement", "language", "translator"],
                violation_error_message="This translation is there already.",
            ),
            models.CheckConstraint(
                name="translation_is_not_empty", condition=~Q(text__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="translation_translator_is_known",
                condition=Q(translator__in=Translator.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}, {self.get_translator_display()}"


class LinkKind(models.TextChoices):
    """How a statement stands to an earlier one."""

    REPEATS = "repeats", "repeats"
    CONTRADICTS = "contradicts", "contradicts"
    SOFTENS = "softens", "softens"
    RESPONDS_TO = "responds_to", "responds to"
    RETRACTS = "retracts", "retracts"


@tracked
class StatementLink(models.Model):
    """An editor's signed link from one statement to another."""

    Kind = LinkKind

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="linked_from")
    kind = models.CharField(max_length=11, choices=LinkKind)
    reason = models.TextField()
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="statement_link_once",
                fields=["statement", "other", "kind"],
                violation_error_message="This link is there already.",
            ),
            models.CheckConstraint(
                name="statement_link_joins_two",
                condition=~Q(statement=F("other")),
                violation_error_message="A statement is not linked with itself.",
            ),
            models.CheckConstraint(
                name="statement_link_kind_is_known", condition=Q(kind__in=LinkKind.values)
            ),
            models.CheckConstraint(
                name="statement_link_has_a_reason", condition=~Q(reason__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.other}"


@tracked
class Correction(models.Model):
    """A public note of what was corrected in a statement, when and why."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="corrections")
    note = models.TextField(help_text="Readers see it: what was wrong, and why it is right now.")
    text_before = models.TextField(blank=True, db_default="")
    corrected_at = models.DateTimeField(db_default=Now())
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-corrected_at", "-id"]
        triggers = [KEPT]
        indexes = [models.Index(fields=["corrected_at"], name="correction_latest")]
        constraints = [
            models.CheckConstraint(
                name="correction_has_a_note", condition=~Q(note__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return self.note
