"""Who is signed in, and what they may: asked of the database for each request, in one query."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User

# What the person is permitted themselves and by their roles, as Django writes permissions.
PERSON = """
SELECT person.*, ARRAY(
    SELECT type.app_label || '.' || permission.codename
    FROM auth_permission AS permission
    JOIN django_content_type AS type ON type.id = permission.content_type_id
    WHERE permission.id IN (
        SELECT permission_id FROM auth_user_user_permissions WHERE user_id = person.id
        UNION ALL
        SELECT permission_id FROM auth_group_permissions
        JOIN auth_user_groups USING (group_id) WHERE user_id = person.id
    )
) AS permitted
FROM auth_user AS person WHERE person.id = %s
"""


class Accounts(ModelBackend):
    """Django's accounts, with what somebody is permitted read together with the person."""

    def get_user(self, user_id: int) -> User | None:
        """Give the person with an id, if there is one who may sign in."""
        for person in User.objects.raw(PERSON, [user_id]):
            return person if self.user_can_authenticate(person) else None
        return None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # noqa: ANN401, as Django has it
        """Give what was read with the person; what was not is asked for."""
        permitted = getattr(user_obj, "permitted", None)
        if permitted is None or user_obj.is_superuser or not user_obj.is_active or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        return set(permitted)
