"""What readers may see."""

from typing import Final, Self

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func

from statements.publishing import IN_HAND, PUBLISHED, RETRACTED

# The editorial statuses that readers see: published, and retracted with its mark.
PUBLIC: Final = (PUBLISHED, RETRACTED)

User = AbstractBaseUser | AnonymousUser


def record_name(model: type[models.Model]) -> str:
    """Name the model of a record; a call or a meeting is an exchange."""
    return str((model._meta.concrete_model or model)._meta.model_name)


class EditorialQuerySet(models.QuerySet):
    """Records with an editorial status."""

    def public(self) -> Self:
        """Keep what readers may see."""
        return self.filter(editorial_status__in=PUBLIC)

    def in_hand(self) -> Self:
        """Keep what readers have not seen yet: drafts, and what is in review."""
        return self.filter(editorial_status__in=IN_HAND)

    def with_blockers(self) -> Self:
        """Give each record, as `blocked_by`, the codes of what stands against publishing it.

        `statements/publishing.py` has the words.
        """
        codes = ArrayField(models.TextField())
        function = Func(F("pk"), function=f"{record_name(self.model)}_blockers", output_field=codes)
        return self.annotate(blocked_by=function)

    def visible_to(self, user: User) -> Self:
        """Keep what the person may open at its own address: drafts to who may change them."""
        return self.all() if self.edited_by(user) else self.public()

    def edited_by(self, user: User) -> bool:
        """Tell whether the person may change such records, and so sees drafts."""
        meta = self.model._meta
        may_change = f"{meta.app_label}.{get_permission_codename('change', meta)}"
        return isinstance(user, PermissionsMixin) and user.has_perm(may_change)
