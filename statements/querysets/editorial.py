"""What readers may see."""

from typing import Final, Self

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.db import models

# The editorial statuses that readers see: published, and retracted with its mark.
RETRACTED: Final = "retracted"
PUBLIC: Final = ("published", RETRACTED)

User = AbstractBaseUser | AnonymousUser


class EditorialQuerySet(models.QuerySet):
    """Records with an editorial status."""

    def public(self) -> Self:
        """Keep what readers may see."""
        return self.filter(editorial_status__in=PUBLIC)

    def visible_to(self, user: User) -> Self:
        """Keep what the person may open at its own address: drafts to who may change them."""
        meta = self.model._meta
        may_change = f"{meta.app_label}.{get_permission_codename('change', meta)}"
        edits = isinstance(user, PermissionsMixin) and user.has_perm(may_change)
        return self.all() if edits else self.public()
