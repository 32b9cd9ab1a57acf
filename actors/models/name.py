"""Another name of an actor."""

from django.db import models
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from actors.history import tracked
from actors.models.actor import Actor
from actors.models.folding import Fold, folded, folded_index


class NameKind(models.TextChoices):
    """What makes a name another one."""

    ALIAS = "alias", "alias"
    TRANSLITERATION = "transliteration", "transliteration"
    METONYM = "metonym", "metonym"
    MISSPELLING = "misspelling", "misspelling"
    CATALOGUE = "catalogue", "catalogue form"


@tracked
class ActorName(models.Model):
    """A name under which an actor is printed: "Moscow", "Micron", "Путин"."""

    Kind = NameKind

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, choices=NameKind, default=NameKind.ALIAS)
    language = models.CharField(
        max_length=35, blank=True, db_default="", help_text="BCP 47, such as ru or zh-Hant."
    )
    folded = folded("name")

    class Meta:
        ordering = ["actor_id", "kind", "name"]
        indexes = [
            folded_index("actor_name_folded_trgm"),
            models.Index(fields=["folded"], name="actor_name_folded"),
        ]
        constraints = [
            models.UniqueConstraint(
                "actor",
                Lower("name"),
                name="actor_name_once",
                violation_error_message="The actor has this name already.",
            ),
            models.CheckConstraint(
                name="actor_name_kind_is_known", condition=models.Q(kind__in=NameKind.values)
            ),
            # A name that folds to nothing would be that of every name without letters.
            models.CheckConstraint(
                name="other_name_has_letters",
                condition=~models.Q(Exact(Fold("name"), models.Value(""))),
                violation_error_message="A name has at least one letter or digit.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
