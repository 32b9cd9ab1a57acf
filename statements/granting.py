"""Giving roles further permissions, for migrations."""

from collections.abc import Callable, Collection

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Permission
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

APPS = ("contenttypes", "auth", "actors", "statements")

Step = Callable[[Apps, BaseDatabaseSchemaEditor], None]


def grants(**codes: Collection[str]) -> tuple[Step, Step]:
    """Give the steps that give each role its codes ("app.permission"), and take them away again."""

    def give(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        _make_permissions(apps)
        for role, wanted in codes.items():
            group = apps.get_model("auth", "Group").objects.get(name=role)
            group.permissions.add(*_permissions(apps, wanted))

    def take(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for role, wanted in codes.items():
            for group in apps.get_model("auth", "Group").objects.filter(name=role):
                group.permissions.remove(*_permissions(apps, wanted))

    return give, take


def _make_permissions(apps: Apps) -> None:
    """Make the permissions now: Django makes them only after all migrations have run."""
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True  # type: ignore[assignment]  # of the apps as they were then
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def _permissions(apps: Apps, codes: Collection[str]) -> list[Permission]:
    named = Q(pk__in=[])
    for app, _, name in (code.partition(".") for code in codes):
        named |= Q(content_type__app_label=app, codename=name)
    found = list(apps.get_model("auth", "Permission").objects.filter(named))
    if len(found) != len(codes):
        raise LookupError(f"Not all of these permissions are there: {sorted(codes)}")
    return found
