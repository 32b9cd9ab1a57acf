"""The names that wait for an editor to say who is meant."""

from django.db import models


class UnresolvedName(models.Model):
    """A name as printed that is linked with no actor, and how often: a view of the database."""

    name = models.CharField(primary_key=True, max_length=300)
    statements = models.IntegerField("as speaker")
    participations = models.IntegerField("as participant")
    documents = models.IntegerField("as publisher")
    addressees = models.IntegerField("as addressee")
    attributions = models.IntegerField("in a chain")
    total = models.IntegerField("in all")

    class Meta:
        managed = False
        db_table = "statements_unresolved_name"
        ordering = ["-total", "name"]

    def __str__(self) -> str:
        return self.name
