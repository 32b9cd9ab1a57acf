"""What readers may see."""

from typing import Final, Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.db import models

# The editorial statuses that readers see: published, and retracted with its mark.
PUBLIC = ("published", "retracted")
USE_DESK: Final = "statements.use_desk"

User = AbstractBaseUser | AnonymousUser


class EditorialQuerySet(models.QuerySet):
    """Records with an editorial status."""

    def public(self) -> Self:
        """Keep what readers may see."""
        return self.filter(editorial_status__in=PUBLIC)

    def visible_to(self, user: User) -> Self:
        """Keep what the person may open at its own address: the desk opens drafts too."""
        at_the_desk = isinstance(user, PermissionsMixin) and user.has_perm(USE_DESK)
        return self.all() if at_the_desk else self.public()
