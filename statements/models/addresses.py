"""The addresses that topics and exchanges had, which lead to them still."""

from django.db import models

from statements.models.exchange import Exchange
from statements.models.topic import Topic


class FormerTopicAddress(models.Model):
    """A slug that a topic had: kept by a trigger when the slug changes, and by a merge."""

    slug = models.SlugField(max_length=120, primary_key=True)
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        default_permissions = ()
        verbose_name_plural = "former addresses"

    def __str__(self) -> str:
        return self.slug


class FormerExchangeAddress(models.Model):
    """A public id that an exchange had before it was merged into this one.

    One that readers never saw (`was_public`) leads nobody but editors.
    """

    public_id = models.CharField(max_length=12, primary_key=True)
    exchange = models.ForeignKey(
        Exchange, on_delete=models.CASCADE, related_name="former_addresses"
    )
    was_public = models.BooleanField(db_default=False)

    class Meta:
        default_permissions = ()
        verbose_name_plural = "former addresses"

    def __str__(self) -> str:
        return self.public_id
