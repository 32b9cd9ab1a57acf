"""What readers may see."""

from typing import Self

from django.db import models

# The editorial statuses that readers see: published, and retracted with its mark.
PUBLIC = ("published", "retracted")


class EditorialQuerySet(models.QuerySet):
    """Records with an editorial status."""

    def public(self) -> Self:
        """Keep what readers may see."""
        return self.filter(editorial_status__in=PUBLIC)
