"""What every record that can come from a bundle has in common."""

from django.db import models
from django.db.models.functions import Now

COUNTRY_CODE = r"^[A-Z]{2}$"


class ImportedRecord(models.Model):
    """A record that a bundle may bring again.

    `import_id` is the record's id at its source; `import_digest` is the SHA-256 of what the
    source said of it last, so that a record that came unchanged is left as editors made it.
    """

    import_id = models.CharField(
        "id at its source", max_length=200, unique=True, null=True, blank=True, editable=False
    )
    import_digest = models.CharField(max_length=64, blank=True, db_default="", editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True


def country_is_sound(name: str, field: str = "country") -> models.CheckConstraint:
    """Give the rule that the field is empty or an ISO 3166-1 alpha-2 code, user-assigned too."""
    return models.CheckConstraint(
        name=name,
        condition=models.Q(**{field: ""}) | models.Q(**{f"{field}__regex": COUNTRY_CODE}),
        violation_error_message="A country is two capital letters (ISO 3166-1), such as FR.",
    )


class FurtherImportId(models.Model):
    """A second id at a source: a bundle brought a record that was in the archive already.

    `import_digest` is the SHA-256 of what that source said of it last.
    """

    import_id = models.CharField("id at its source", max_length=200, unique=True)
    import_digest = models.CharField(max_length=64, db_default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.import_id
