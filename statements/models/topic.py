"""A subject, in a tree."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from actors.history import tracked
from actors.models.base import ImportedRecord
from actors.models.folding import folded, folded_index, trigram_index
from reading.addresses import address_of
from statements.models.rules import KEEP_TOPIC_ADDRESS, TAKE_UP_TOPIC_ADDRESS, TOPIC_TREE
from statements.querysets.topics import TopicQuerySet


class FoldedNames(models.Func):
    """`folded_names(name, aliases)`: all names, folded, as |one|other|."""

    function = "folded_names"
    arity = 2
    output_field = models.TextField()


@tracked
class Topic(ImportedRecord):
    """What is spoken about; a topic takes in the topics below it."""

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="The last part of the address; the old address keeps leading here.",
    )
    name = models.CharField(max_length=200)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        verbose_name="topic above",
    )
    aliases = ArrayField(
        models.CharField(max_length=200),
        blank=True,
        default=list,
        db_default=[],
        help_text="Other names, with commas between them.",
    )
    folded = folded("name")
    folded_names = models.GeneratedField(
        expression=FoldedNames("name", "aliases"),
        output_field=models.TextField(),
        db_persist=True,
        editable=False,
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        triggers = [TOPIC_TREE, KEEP_TOPIC_ADDRESS, TAKE_UP_TOPIC_ADDRESS]
        indexes = [
            folded_index("topic_folded_trgm"),
            trigram_index("folded_names", "topic_names_trgm"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="topic_name_once",
                violation_error_message="There is a topic with this name already.",
            ),
            models.CheckConstraint(
                name="topic_name_is_not_empty", condition=~models.Q(name__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="topic_is_not_its_own_parent",
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("pk")),
                violation_error_message="A topic cannot stand below itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Give the address of the topic's page."""
        return address_of("topic", self.slug)
