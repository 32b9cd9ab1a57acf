"""What readers may see."""

from typing import Final, Self

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func

# The editorial statuses that readers see: published, and retracted with its mark.
RETRACTED: Final = "retracted"
PUBLIC: Final = ("published", RETRACTED)

User = AbstractBaseUser | AnonymousUser


class EditorialQuerySet(models.QuerySet):
    """Records with an editorial status."""

    def public(self) -> Self:
        """Keep what readers may see."""
        return self.filter(editorial_status__in=PUBLIC)

    def in_hand(self) -> Self:
        """Keep what readers have not seen yet: drafts, and what is in review."""
        return self.filter(editorial_status__in=("draft", "in_review"))

    def with_blockers(self) -> Self:
        """Give each record, as `blocked_by`, the codes of what stands against publishing it.

        `statements/publishing.py` has the words.
        """
        name = self.model._meta.concrete_model._meta.model_name
        codes = ArrayField(models.TextField())
        function = Func(F("pk"), function=f"{name}_blockers", output_field=codes)
        return self.annotate(blocked_by=function)

    def visible_to(self, user: User) -> Self:
        """Keep what the person may open at its own address: drafts to who may change them."""
        meta = self.model._meta
        may_change = f"{meta.app_label}.{get_permission_codename('change', meta)}"
        edits = isinstance(user, PermissionsMixin) and user.has_perm(may_change)
        return self.all() if edits else self.public()
