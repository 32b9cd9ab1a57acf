"""The accounts of those who read and those who work at the desk.

A role is a group; an administrator gives roles, and nothing that no role gives.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from actors.admin.desk import DeskAdmin
from actors.admin.sections import section

ROLES = ("reader", "editor", "chief", "administrator")

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(DeskAdmin, UserAdmin):
    """Who may sign in, and in which role."""

    form = UserChangeForm
    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    search_fields = ("username", "first_name", "last_name", "email")
    filter_horizontal = ()
    fieldsets = [
        section(None, "username", "password"),
        section("Who it is", ("first_name", "last_name"), "email"),
        section("What they may do", "is_active", "groups"),
        section("When", "last_login", "date_joined"),
    ]
    add_fieldsets = (
        section(None, "username", "usable_password", "password1", "password2", "groups"),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the roles too."""
        return super().get_queryset(request).prefetch_related("groups")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Leave superusers to superusers: whoever sets a password takes an account over."""
        allowed = super().has_change_permission(request, obj)
        return allowed and not (obj and obj.is_superuser and not request.user.is_superuser)

    def formfield_for_manytomany(
        self,
        db_field: models.ManyToManyField,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.ModelMultipleChoiceField | None:
        """Offer the roles and no other group."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field and db_field.name == "groups":
            field.queryset = Group.objects.filter(name__in=ROLES)
            field.label, field.help_text = "Roles", "What somebody may do: one role is enough."
        return field

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        """Name the roles."""
        return ", ".join(group.name for group in user.groups.all())
